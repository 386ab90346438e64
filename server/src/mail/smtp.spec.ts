import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { sendBySmtp } from './smtp.js'

const envelope = { from: 'surat@contoh.test', to: 'pemohon@contoh.test' }
const message = Buffer.from('Subject: Surat\r\n\r\nYth. Saudara,\r\n')

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serve(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, ...options })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

/** A server by hand: what it answers to each command; null cuts the line. */
async function servedBy(answer: (line: string, socket: Socket) => string | null): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('220 siap\r\n')
    socket.on('data', (data) => {
      const said = answer(data.toString(), socket)
      if (said === null) socket.destroy()
      else if (said !== '') socket.write(said)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(() => resolve()))
  })
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const refusing = (code: number) => (_: unknown, __: unknown, done: (error?: Error | null) => void) =>
  done(Object.assign(new Error('Tidak diterima'), { responseCode: code }))

test('a server that takes the mail', async () => {
  let text = ''
  const url = await serve({
    onData: (stream, _, done) => {
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => done())
    },
  })
  expect(await sendBySmtp(url, envelope, message)).toEqual({ state: 'sent', reason: null })
  expect(text).toContain('Yth. Saudara,')
})

test('credentials of the address are used', async () => {
  const url = await serve({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'surat' && password === 'p@s' ? done(null, { user: 1 }) : done(new Error('Salah')),
    onData: (stream, _, done) => void stream.resume().on('end', () => done()),
  })
  expect((await sendBySmtp(url.replace('//', '//surat:p%40s@'), envelope, message)).state).toBe('sent')
  expect((await sendBySmtp(url.replace('//', '//surat:salah@'), envelope, message)).state).toBe('failed')
})

describe('what the server says decides', () => {
  test.each([
    [550, 'failed'],
    [451, 'retry'],
  ] as const)('%d for the recipient: %s', async (code, state) => {
    expect((await sendBySmtp(await serve({ onRcptTo: refusing(code) }), envelope, message)).state).toBe(state)
  })

  test.each([
    [554, 'failed'],
    [452, 'retry'],
  ] as const)('%d for the text: %s', async (code, state) => {
    const url = await serve({
      onData: (stream, _, done) =>
        void stream.resume().on('end', () => done(Object.assign(new Error('Tidak diterima'), { responseCode: code }))),
    })
    expect((await sendBySmtp(url, envelope, message)).state).toBe(state)
  })
})

describe('a line that breaks', () => {
  const upTo = (last: string) => (line: string) => {
    if (line.startsWith(last)) return null
    return line.startsWith('DATA') ? '354 lanjut\r\n' : '250 baik\r\n'
  }

  test.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])('at %s: nothing was taken, try again', async (command) => {
    expect((await sendBySmtp(await servedBy(upTo(command)), envelope, message)).state).toBe('retry')
  })

  test('after the text: nobody knows', async () => {
    expect((await sendBySmtp(await servedBy(upTo('Subject')), envelope, message)).state).toBe('uncertain')
  })

  test('before a connection: try again', async () => {
    expect((await sendBySmtp('smtp://127.0.0.1:1', envelope, message)).state).toBe('retry')
  })
})
