import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { ConfigError } from './config.js'

/**
 * Attachments and letters must have somewhere to go before anybody is told that the server is ready: makes the folder, or throws a ConfigError that says
 * what to set. A full disk stays what it is.
 */
export async function demandFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw error
    throw new ConfigError([`Files cannot be kept in ${folder}: set FILES_DIR to a folder that this account may write to.`])
  }
}
