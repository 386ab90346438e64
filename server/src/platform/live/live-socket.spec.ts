import type { Viewer } from '@domain'
import { CLOSE, LiveSocket, type Wire } from './live-socket.js'

const viewer: Viewer = { id: 'p', name: 'Sekar', positions: [] }

/** A peer that takes frames and reads none until told to. */
class StalledWire implements Wire {
  readyState = 1
  bufferedAmount = 0
  readonly codes: number[] = []
  private readonly pending: (() => void)[] = []

  send(frame: string, sent: () => void): void {
    this.bufferedAmount += frame.length
    this.pending.push(sent)
  }
  close(code: number): void {
    this.codes.push(code)
  }
  terminate(): void {
    this.readyState = 3
  }
  read(): void {
    for (const sent of this.pending.splice(0)) sent()
    this.bufferedAmount = 0
  }
  get queued(): number {
    return this.pending.length
  }
}

const open = () => {
  const wire = new StalledWire()
  return { wire, socket: new LiveSocket(wire, 's', viewer) }
}

test('a socket that reads nothing is closed at the 257th frame, with a code the client retries', () => {
  const { wire, socket } = open()
  for (let i = 0; i < 256; i++) socket.send('x')
  expect(wire.codes).toEqual([])
  socket.send('x')
  expect(wire.codes).toEqual([CLOSE.slow])
  for (let i = 0; i < 100; i++) socket.send('x')
  expect(wire.queued).toBe(257)
})

test('a socket is closed when more than a mebibyte waits', () => {
  const { wire, socket } = open()
  socket.send('x'.repeat(1024 * 1024))
  expect(wire.codes).toEqual([])
  socket.send('x')
  expect(wire.codes).toEqual([CLOSE.slow])
})

test('a socket that reads is never closed', () => {
  const { wire, socket } = open()
  for (let i = 0; i < 2000; i++) {
    socket.send('x')
    if (i % 200 === 0) wire.read()
  }
  expect(wire.codes).toEqual([])
})

test('old events wait until the socket has read', async () => {
  const { wire, socket } = open()
  for (let i = 0; i < 100; i++) socket.send('x')
  let breathed = false
  const breath = socket.breathe().then(() => (breathed = true))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(breathed).toBe(false)
  wire.read()
  await breath
})

test('the codes are none that graphql-ws takes for the end, but the one for a session that is over', () => {
  const fatal = [4400, 4401, 4406, 4409, 4429, 4500]
  expect(Object.entries(CLOSE).filter(([, code]) => fatal.includes(code))).toEqual([['signedOut', 4401]])
})
