import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('This code runs outside its checkout: no package.json above it')
  return rootAbove(parent)
}

/** The folder of package.json, from the sources as from the build. */
export const PROJECT_ROOT = rootAbove(import.meta.dirname)
