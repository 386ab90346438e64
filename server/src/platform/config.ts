import { join, resolve } from 'node:path'
import { demoSecrets, readSecrets, testSecrets, type Secrets } from './config-secrets.js'

/**
 * `demo` brings fictional work and makes its own secrets, `production` does neither, `test` is an empty demo whose
 * secrets are the same in every process.
 */
export type Mode = 'demo' | 'production' | 'test'

/** Everything the process may be told from outside, read once at boot. */
export interface Config extends Secrets {
  readonly mode: Mode
  readonly host: string
  readonly port: number
  /** Origin under which people reach the console, without a trailing slash: for links in mails and for the Origin check. */
  readonly publicUrl: string
  readonly databaseUrl: string
  /** SMTP server as smtp:// or smtps:// URL; null keeps mails in the local outbox. */
  readonly mailUrl: string | null
  /** Sender of every mail, as `Name <address>`. */
  readonly mailFrom: string
  /** Absolute folder of the content-addressed files. */
  readonly filesDir: string
  /** Absolute path of the file that the head of the audit log is written to every day (rule 31). */
  readonly anchorFile: string
}

/** Where the anchors lie unless the operator names a place: a folder that neither holds bytes nor waits to be swept. */
export const anchorsBeside = (filesDir: string): string => join(filesDir, 'anchors', 'trail.jsonl')

/** The boot stops: one sentence per problem, for the operator. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Where the checkout lies; generated secrets and demo files go to `.tanggap` in it. */
export interface Paths {
  readonly root: string
}

/** Reads and checks the environment; throws a ConfigError that names every problem at once. */
export function readConfig(env: Environment, { root }: Paths): Config {
  const problems: string[] = []
  const value = (name: string): string | undefined => env[name]?.trim() || undefined
  const complain = (sentence: string): void => void problems.push(sentence)

  const mode = readMode(value('TANGGAP_MODE'), complain)
  const required = (name: string, fallback: string, what: string): string => {
    const given = value(name)
    if (given === undefined && mode === 'production') complain(`${name} is missing: set it to ${what}.`)
    return given ?? fallback
  }

  const host = value('HOST') ?? '127.0.0.1'
  const port = readPort(value('PORT'), complain)
  const filesDir = resolve(root, required('FILES_DIR', join('.tanggap', 'files'), 'the folder that keeps attachments and letters'))
  const config = {
    mode,
    host,
    port,
    publicUrl: readPublicUrl(
      required('PUBLIC_URL', `http://localhost:${port}`, 'the address people open, such as https://tanggap.example.go.id'),
      complain,
    ),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL'), complain),
    mailUrl: readMailUrl(
      required('MAIL_URL', 'outbox:', 'an SMTP server (smtp://user:password@host:587), or to outbox: to keep mails here'),
      complain,
    ),
    mailFrom: readMailFrom(
      required('MAIL_FROM', 'Tanggap <tanggap@localhost.localdomain>', 'the sender of mails, such as Persuratan <surat@example.go.id>'),
      complain,
    ),
    filesDir,
    anchorFile: resolve(root, value('ANCHOR_FILE') ?? anchorsBeside(filesDir)),
  }
  const secrets =
    mode === 'production' ? readSecrets(value, complain) : mode === 'demo' && problems.length === 0 ? demoSecrets(root) : testSecrets()

  if (mode === 'production' && config.publicUrl.startsWith('http://') && !isLocal(config.publicUrl)) {
    complain('PUBLIC_URL must begin with https://: session cookies are not sent over plain http.')
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return { ...config, ...secrets }
}

type Complain = (sentence: string) => void

function readMode(given: string | undefined, complain: Complain): Mode {
  if (given === undefined || given === 'production') return 'production'
  if (given === 'demo' || given === 'test') return given
  complain(`TANGGAP_MODE is "${given}": it can be demo, production or test.`)
  return 'production'
}

function readPort(given: string | undefined, complain: Complain): number {
  const port = Number(given ?? '3000')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  complain(`PORT is "${given ?? ''}": it must be a whole number between 1 and 65535.`)
  return 0
}

function parseUrl(given: string): URL | null {
  try {
    return new URL(given)
  } catch {
    return null
  }
}

const isLocal = (address: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(parseUrl(address)?.hostname ?? '')

function readPublicUrl(given: string, complain: Complain): string {
  const url = parseUrl(given)
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username) return url.origin
  complain(`PUBLIC_URL is "${given}": it must be an address without a path, such as https://tanggap.example.go.id.`)
  return 'http://localhost'
}

function readDatabaseUrl(given: string | undefined, complain: Complain): string {
  if (given === undefined)
    complain('DATABASE_URL is missing: set it to postgres://user:password@host/database, or use npm start, which brings its own.')
  else if (!/^postgres(ql)?:$/.test(parseUrl(given)?.protocol ?? '')) {
    complain('DATABASE_URL is not a PostgreSQL address: it must look like postgres://user:password@host/database.')
  }
  return given ?? ''
}

function readMailUrl(given: string, complain: Complain): string | null {
  if (given === 'outbox:') return null
  if (!/^smtps?:$/.test(parseUrl(given)?.protocol ?? ''))
    complain('MAIL_URL is not an SMTP address: it must look like smtp://user:password@host:587.')
  return given
}

/** One address, alone or as `Name <address>`; a name with signs that mean something in a header stands in quotes. */
const SENDER = /^(?:(?:"[^"\\\r\n]+"|[^"<>@,;:()[\]\\\r\n]+)\s*<([^<>]+)>|([^<>]+))$/
const ADDRESS = /^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\]+$/

function readMailFrom(given: string, complain: Complain): string {
  const [, named, alone] = SENDER.exec(given) ?? []
  if (!ADDRESS.test(named ?? alone ?? ''))
    complain('MAIL_FROM is not one address: it must look like Persuratan <surat@example.go.id> or surat@example.go.id.')
  return given
}
