import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { ConfigError } from './config.js'
import { demandFolder } from './demand-folder.js'

const home = mkdtempSync(join(tmpdir(), 'tanggap-folder-'))
afterAll(() => rmSync(home, { recursive: true }))

test('a folder that is not there yet is made', async () => {
  const folder = join(home, 'a', 'b')
  await demandFolder(folder)
  expect(statSync(folder).isDirectory()).toBe(true)
})

test('a place where no folder can be is a sentence for the operator', async () => {
  writeFileSync(join(home, 'file'), '')
  await expect(demandFolder(join(home, 'file', 'b'))).rejects.toThrow(ConfigError)
  await expect(demandFolder(join(home, 'file', 'b'))).rejects.toThrow(/set FILES_DIR/)
})
