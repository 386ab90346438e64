import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, readConfig, type Environment } from './config.js'

const root = mkdtempSync(join(tmpdir(), 'tanggap-config-'))
const key = () => randomBytes(32).toString('base64')
const production: Environment = {
  DATABASE_URL: 'postgres://tanggap:rahasia@db/tanggap',
  MAIL_URL: 'smtp://mail:587',
  MAIL_FROM: 'Persuratan <surat@example.go.id>',
  FILES_DIR: '/srv/tanggap',
  PUBLIC_URL: 'https://tanggap.example.go.id/',
  IDENTITY_KEY: key(),
  CURSOR_KEY: key(),
  SESSION_KEY: key(),
}

afterAll(() => rmSync(root, { recursive: true, force: true }))

function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env, { root })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('a complete production environment is taken as it is', () => {
  expect(readConfig(production, { root })).toMatchObject({
    mode: 'production',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'https://tanggap.example.go.id',
    mailUrl: 'smtp://mail:587',
    filesDir: '/srv/tanggap',
    anchorFile: '/srv/tanggap/anchors/trail.jsonl',
  })
})

test('the anchors of the audit log may lie on another disk', () => {
  expect(readConfig({ ...production, ANCHOR_FILE: '/mnt/luar/trail.jsonl' }, { root }).anchorFile).toBe('/mnt/luar/trail.jsonl')
})

test.each(['', '  '])('a variable that is %j counts as not set', (nothing) => {
  const unset = { PORT: nothing, HOST: nothing, TANGGAP_MODE: nothing, ANCHOR_FILE: nothing }
  expect(readConfig({ ...production, ...unset }, { root })).toEqual(readConfig(production, { root }))
  const named = problemsOf({ ...production, MAIL_FROM: nothing, FILES_DIR: nothing, IDENTITY_KEY: nothing })
  expect(named.map((sentence) => sentence.split(' is missing')[0])).toEqual(['FILES_DIR', 'MAIL_FROM', 'IDENTITY_KEY'])
})

test.each(['surat@example.go.id', 'Persuratan <surat@example.go.id>', '"Persuratan, Loket 1" <surat@example.go.id>'])(
  '%s may be the sender',
  (sender) => expect(readConfig({ ...production, MAIL_FROM: sender }, { root }).mailFrom).toBe(sender),
)

test('an empty production environment gets one sentence per missing value', () => {
  const problems = problemsOf({})
  const named = problems.map((sentence) => sentence.split(' ')[0])
  expect(named.sort()).toEqual(Object.keys(production).sort())
})

test.each<[string, Environment, RegExp]>([
  ['a port that is no number', { PORT: 'http' }, /PORT is "http"/],
  ['a port out of range', { PORT: '70000' }, /between 1 and 65535/],
  ['another database', { DATABASE_URL: 'mysql://db/x' }, /not a PostgreSQL address/],
  ['a database without scheme', { DATABASE_URL: 'db' }, /not a PostgreSQL address/],
  ['a public address with a path', { PUBLIC_URL: 'https://x.go.id/app' }, /without a path/],
  ['plain http on the network', { PUBLIC_URL: 'http://x.go.id' }, /https/],
  ['mail that is not SMTP', { MAIL_URL: 'https://mail' }, /SMTP/],
  ['a sender without an address', { MAIL_FROM: 'Persuratan' }, /MAIL_FROM is not one address/],
  ['a sender whose address has no domain', { MAIL_FROM: 'Persuratan <surat>' }, /MAIL_FROM is not one address/],
  ['two senders', { MAIL_FROM: 'a@example.go.id, b@example.go.id' }, /MAIL_FROM is not one address/],
  ['a sender that brings a header along', { MAIL_FROM: 'Surat\r\nBcc: <x@example.go.id>' }, /MAIL_FROM is not one address/],
  ['a sender that is not closed', { MAIL_FROM: 'Surat <surat@example.go.id' }, /MAIL_FROM is not one address/],
  ['an unknown mode', { TANGGAP_MODE: 'staging' }, /demo, production or test/],
  ['a short key', { CURSOR_KEY: 'c2hvcnQ=' }, /CURSOR_KEY must be 32 bytes/],
  ['a guessable key', { CURSOR_KEY: Buffer.alloc(32, 7).toString('base64') }, /too regular/],
  ['one key for two uses', { CURSOR_KEY: production.IDENTITY_KEY }, /repeats another key/],
])('%s stops the boot', (_case, change, sentence) => {
  const problems = problemsOf({ ...production, ...change })
  expect(problems).toEqual([expect.stringMatching(sentence)])
})

test('a secret is never repeated in a complaint', () => {
  const problems = problemsOf({ ...production, SESSION_KEY: 'hunter2hunter2', DATABASE_URL: 'mysql://root:sandi@db/x' }).join()
  expect(problems).not.toMatch(/hunter2|sandi/)
})

test('plain http is enough on this machine', () => {
  expect(readConfig({ ...production, PUBLIC_URL: 'http://localhost:3000' }, { root }).publicUrl).toBe('http://localhost:3000')
})

test('mails stay here when the operator says so', () => {
  expect(readConfig({ ...production, MAIL_URL: 'outbox:' }, { root }).mailUrl).toBeNull()
})

test('a demo makes its secrets once, keeps them private and needs nothing else', () => {
  const env = { TANGGAP_MODE: 'demo', DATABASE_URL: production.DATABASE_URL, PORT: '4100' }
  const first = readConfig(env, { root })
  const second = readConfig(env, { root })
  expect(second).toEqual(first)
  expect(first).toMatchObject({ mode: 'demo', mailUrl: null, publicUrl: 'http://localhost:4100', filesDir: join(root, '.tanggap/files') })
  const file = join(root, '.tanggap/secrets.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain(first.identityKey.toString('base64'))
})

test('all processes of a test run share their keys', () => {
  const env = { TANGGAP_MODE: 'test', DATABASE_URL: production.DATABASE_URL }
  expect(readConfig(env, { root: '/a' }).cursorKey).toEqual(readConfig(env, { root: '/b' }).cursorKey)
})
