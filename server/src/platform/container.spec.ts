import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readConfig } from './config.js'
import { PROJECT_ROOT } from './project-root.js'

const read = (name: string): string => readFileSync(join(PROJECT_ROOT, name), 'utf8')
const compose = read('docker-compose.yml')
const image = read('Dockerfile')
const runtime = image.slice(image.lastIndexOf('FROM '))

const matches = (text: string, pattern: RegExp): string[][] => [...text.matchAll(pattern)].map((found) => found.slice(1))

/** What the image and the compose file set together; a key that the operator brings is a good one. */
function environment(): Record<string, string> {
  const [ofImage] = matches(runtime, /^ENV (.+)$/gm)
  const node = compose.slice(compose.indexOf('x-node:'), compose.indexOf('\nservices:'))
  const said = matches(node, /^ {4}([A-Z_]+): (.+?)(?: #.*)?$/gm)
  const brought = said.map(([name = '', value = '']) => [name, /^\$\{\w+:\?/.test(value) ? randomBytes(32).toString('base64') : value])
  const set = (ofImage?.[0] ?? '').split(' ').map((pair) => pair.split('='))
  return Object.fromEntries([...set, ...brought].map(([name = '', value = '']) => [name, value]))
}

test('a node of the compose file has all that a production start demands', () => {
  const config = readConfig(environment(), { root: '/app' })
  expect(config).toMatchObject({ mode: 'production', host: '0.0.0.0', port: 3000, mailUrl: 'smtp://mail:1025' })
  expect(compose).toContain(`'127.0.0.1:${new URL(config.publicUrl).port}:8080'`)
  expect(read('ops/Caddyfile')).toContain(`tanggap-1:${config.port} tanggap-2:${config.port}`)
})

test('what a node writes lies in a volume whose folder belongs to its user', () => {
  const { filesDir, anchorFile } = readConfig(environment(), { root: '/app' })
  const [, volumes] = /^ {2}volumes: \[(.+)\]$/m.exec(compose) ?? []
  for (const folder of [filesDir, dirname(anchorFile)]) {
    expect(volumes).toContain(`:${folder}'`)
    expect(runtime).toMatch(new RegExp(`chown node:node [^\\n]*${folder}( |\\n)`))
  }
  expect(runtime).toMatch(/^USER node$/m)
})

test('every volume, file and service that the compose file names is there', () => {
  const declared = matches(compose.slice(compose.indexOf('\nvolumes:')), /^ {2}(\w+):$/gm).flat()
  const mounts = matches(compose, /'([\w./]+):\/[^']*'/g).flat()
  for (const mount of mounts.filter((one) => !one.startsWith('.'))) expect(declared).toContain(mount)
  for (const mount of mounts.filter((one) => one.startsWith('.'))) expect(existsSync(join(PROJECT_ROOT, mount))).toBe(true)
})

test('every file the image is made of is in the repository or built in it, and no secret is', () => {
  const copied = matches(image, /^COPY (?!--from)(.+)$/gm).flatMap(([names = '']) => names.split(' ').slice(0, -1))
  for (const name of copied) expect(existsSync(join(PROJECT_ROOT, name))).toBe(true)
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.tanggap', 'node_modules']))
  expect(read('.gitignore').split('\n')).toContain('.env')
})
