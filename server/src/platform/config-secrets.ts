import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keys that live outside the database, each 32 random bytes. */
export interface Secrets {
  /** Encrypts identity columns and keys their blind indexes. */
  readonly identityKey: Buffer
  /** Encrypts the cursors of lists and of the live stream. */
  readonly cursorKey: Buffer
  /** Keys what is derived from a session, such as signed file addresses. */
  readonly sessionKey: Buffer
}

const NAMES = { identityKey: 'IDENTITY_KEY', cursorKey: 'CURSOR_KEY', sessionKey: 'SESSION_KEY' } as const
const BYTES = 32

/** 32 random bytes hold about 30 different values; typed or padded keys hold far fewer. */
const FEWEST_DISTINCT_BYTES = 16

const HOW = "make one with: node -e \"console.log(require('crypto').randomBytes(32).toString('base64'))\""

/** The keys given to a production boot; every missing, short, guessable or shared one is complained about. */
export function readSecrets(value: (name: string) => string | undefined, complain: (sentence: string) => void): Secrets {
  const seen = new Set<string>()
  const read = (name: string): Buffer => {
    const given = value(name)
    const key = Buffer.from(given ?? '', 'base64')
    if (given === undefined) complain(`${name} is missing: ${HOW}.`)
    else if (key.length !== BYTES) complain(`${name} must be 32 bytes in base64, not ${key.length}: ${HOW}.`)
    else if (new Set(key).size < FEWEST_DISTINCT_BYTES) complain(`${name} is too regular to be secret: ${HOW}.`)
    else if (seen.has(given)) complain(`${name} repeats another key: each needs its own; ${HOW}.`)
    seen.add(given ?? '')
    return key
  }
  return { identityKey: read(NAMES.identityKey), cursorKey: read(NAMES.cursorKey), sessionKey: read(NAMES.sessionKey) }
}

/** The keys of a demo checkout, made at the first start and kept in `.tanggap/secrets.json` (0600): without them its data is unreadable. */
export function demoSecrets(root: string): Secrets {
  const folder = join(root, '.tanggap')
  const file = join(folder, 'secrets.json')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const fresh = Object.fromEntries(Object.values(NAMES).map((name) => [name, randomBytes(BYTES).toString('base64')]))
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  const stored = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>))
  return readSecrets(
    (name) => stored.get(name),
    (sentence) => {
      throw new Error(`${file}: ${sentence}`)
    },
  )
}

/** Keys that every process of a test run agrees on. They protect nothing. */
export function testSecrets(): Secrets {
  const key = (name: string): Buffer => createHash('sha256').update(`test ${name}`).digest()
  return { identityKey: key(NAMES.identityKey), cursorKey: key(NAMES.cursorKey), sessionKey: key(NAMES.sessionKey) }
}
