import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import express, { type Request, type Response } from 'express'
import { ConsoleFiles } from './console-files.js'

let server: Server
let url: string
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-console-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Tanggap</title>')
  writeFileSync(join(folder, 'assets', 'index-Dk3x9QaZ.js'), 'export const one = 1')
  const files = new ConsoleFiles(folder)
  const app = express()
  app.use(files.middleware)
  app.use((request: Request, response: Response) => (files.answersPage(request) ? files.sendPage(response) : void response.sendStatus(404)))
  server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers: { accept: 'text/html', ...headers } })

test('what carries a hash in its name is kept for ever, packed', async () => {
  const { headers } = await get('/assets/index-Dk3x9QaZ.js')
  expect([headers.get('cache-control'), headers.get('content-type'), headers.get('content-encoding')]).toEqual([
    'public, max-age=31536000, immutable',
    'text/javascript; charset=utf-8',
    'gzip',
  ])
})

test.each(['/', '/perkara/7', '/index.html'])('%s is the page of the console, asked for anew each time', async (path) => {
  const response = await get(path)
  expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
    200,
    'no-cache',
    expect.stringContaining('Tanggap'),
  ])
  expect((await get(path, { 'if-none-match': response.headers.get('etag') ?? '' })).status).toBe(304)
})

test.each([
  ['/assets/missing-Dk3x9QaZ.js', 'text/html'],
  ['/..%2f..%2fetc%2fpasswd.txt', 'text/html'],
  ['/perkara', 'application/json'],
])('%s for %s is not found', async (path, accept) => {
  expect((await get(path, { accept })).status).toBe(404)
})
