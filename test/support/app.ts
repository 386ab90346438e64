import 'reflect-metadata'
import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Type } from '@nestjs/common'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { createApp } from '../../server/src/create-app.js'
import { anchorsBeside, readConfig, type Config } from '../../server/src/platform/config.js'
import { PROJECT_ROOT } from '../../server/src/platform/project-root.js'

export interface RunningApp {
  /** Where it listens, e.g. http://127.0.0.1:41234. */
  readonly url: string
  readonly app: NestExpressApplication
  readonly config: Config
  close(): Promise<void>
}

export interface Overrides {
  readonly config?: Partial<Config>
  /** Modules that only the test brings. */
  readonly modules?: readonly Type[]
}

export function testConfig(databaseUrl: string, given: Partial<Config> = {}): Config {
  const env = { TANGGAP_MODE: 'test', DATABASE_URL: databaseUrl, PORT: '0', PUBLIC_URL: 'http://127.0.0.1' }
  const filesDir = given.filesDir ?? mkdtempSync(join(tmpdir(), 'tanggap-files-'))
  return { ...readConfig(env, { root: PROJECT_ROOT }), filesDir, anchorFile: anchorsBeside(filesDir), ...given }
}

/** The whole application on a port of its own, over a migrated database (`freshDatabase`). */
export async function startApp(databaseUrl: string, { config, modules = [] }: Overrides = {}): Promise<RunningApp> {
  const settings = testConfig(databaseUrl, config)
  const app = await createApp(settings, modules)
  try {
    await app.listen(0, '127.0.0.1')
  } catch (error) {
    await app.close()
    throw error
  }
  const server: Server = app.getHttpServer()
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    config: settings,
    close: async () => {
      server.closeAllConnections()
      await app.close()
    },
  }
}
