import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

/**
 * How an attempt ended. `retry`: the server has certainly not taken the mail and may take it later. `failed`: it refused for good. `uncertain`: the
 * line broke after the text had begun to flow, so nobody knows.
 */
export type SmtpOutcome =
  { readonly state: 'sent'; readonly reason: null } | { readonly state: 'retry' | 'failed' | 'uncertain'; readonly reason: string }

export interface Envelope {
  readonly from: string
  readonly to: string
}

const CONNECT_MS = 10_000
/** Silence of the server after which an attempt ends. */
const SILENCE_MS = 60_000

/** Hands one finished message to the server. Never throws: every way it can end is an outcome. */
export function sendBySmtp(mailUrl: string, envelope: Envelope, message: Buffer): Promise<SmtpOutcome> {
  const server = new URL(mailUrl)
  const secure = server.protocol === 'smtps:'
  const connection = new SMTPConnection({
    host: server.hostname,
    port: server.port === '' ? (secure ? 465 : 587) : Number(server.port),
    secure,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  })
  return new Promise<SmtpOutcome>((resolve) => {
    let flowing = false
    let ended = false
    const text = new Readable({
      read() {
        flowing = true
        this.push(message)
        this.push(null)
      },
    })
    const end = (error: unknown): void => {
      if (ended) return
      ended = true
      resolve(error == null ? { state: 'sent', reason: null } : judged(error, flowing))
      if (error == null) connection.quit()
      else connection.close()
    }
    const send = (): void => connection.send(envelope, text, (error) => end(error))
    const enter = (): void => {
      if (server.username === '') return send()
      const credentials = { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
      connection.login(credentials, (error) => (error ? end(error) : send()))
    }
    connection.on('error', end)
    connection.on('end', () => end(new Error('The server closed the connection')))
    connection.connect((error) => (error ? end(error) : enter()))
  })
}

const REASON_LENGTH = 300

/** What an error means for the mail: the server's own word first, else whether the text had begun to flow. */
function judged(error: unknown, flowing: boolean): SmtpOutcome {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH)
  const said = error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  if (said !== null && said >= 500) return { state: 'failed', reason }
  if (said !== null && said >= 400) return { state: 'retry', reason }
  return { state: flowing ? 'uncertain' : 'retry', reason }
}
