import { jest } from '@jest/globals'
import { LETTER } from '../../specimens/letter.js'
import { closePress, renderLetter, sha256Hex } from '../index.js'
import { pressAssets } from './assets.js'
import { RenderPool, type PoolLimits } from './pool.js'

// What is timed here is the product; a machine that stands still for half a second is not. The second attempt decides.
jest.retryTimes(1)

const LIMITS: PoolLimits = { threads: 1, rendersPerThread: 2, waiting: 50, timeoutMs: 10_000 }
const job = (source: string) => ({ source, content: '{}', createdAt: 1_795_000_000 })
const BASE = '#set document(title: "x", date: auto)\n#set text(font: "Arimo", lang: "id")\n'
// Finite, because a thread in native code cannot be stopped and would keep the test process alive.
const LONG = '#for a in range(80) { for b in range(100000) { let c = a * b } }'

const open: RenderPool[] = []
const poolOf = (limits: Partial<PoolLimits> = {}) => {
  const pool = new RenderPool(pressAssets(), { ...LIMITS, ...limits })
  open.push(pool)
  return pool
}

afterAll(async () => {
  await closePress()
  await Promise.all(open.map((pool) => pool.close()))
})

test('many letters at once come back each to its own caller', async () => {
  const numbers = Array.from({ length: 8 }, (_, index) => `B-${index + 1}/JP.01/11/2026`)
  const together = await Promise.all(numbers.map((number) => renderLetter({ ...LETTER, number })))
  for (const [index, number] of numbers.entries())
    expect(sha256Hex(together[index] ?? '')).toBe(sha256Hex(await renderLetter({ ...LETTER, number })))
})

test('the event loop keeps ticking while letters are printed', async () => {
  await renderLetter(LETTER)
  let longest = 0
  let last = performance.now()
  const ticking = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 2)
  const start = performance.now()
  await Promise.all(Array.from({ length: 30 }, (_, index) => renderLetter({ ...LETTER, number: `B-${index}/JP.01/11/2026` })))
  const total = performance.now() - start
  clearInterval(ticking)
  expect(longest).toBeLessThan(total / 2)
})

test('a thread is replaced after its share of documents, unnoticed', async () => {
  const pool = poolOf()
  const pages = await Promise.all(Array.from({ length: 7 }, (_, index) => pool.run(job(`${BASE}Halaman ${index}`))))
  expect(pages.map((pdf) => Buffer.from(pdf).toString('latin1', 0, 5))).toEqual(Array.from({ length: 7 }, () => '%PDF-'))
})

test.each([
  ['broken source', `${BASE}#nothing-of-that-name`, 'unknown variable'],
  ['a missing font, which Typst only warns about', '#set document(title: "x")\n#set text(font: "Tak Ada")\nisi', 'unknown font family'],
  ['a file outside', `${BASE}#read("/etc/passwd")`, 'file not found'],
])('%s fails and the thread lives on', async (_name, source, reason) => {
  const pool = poolOf()
  await expect(pool.run(job(source))).rejects.toMatchObject({ code: 'template.failed', message: expect.stringContaining(reason) })
  await expect(pool.run(job(`${BASE}isi`))).resolves.toBeInstanceOf(Uint8Array)
})

test('a document that takes too long is given up, and the next one is printed', async () => {
  const pool = poolOf({ timeoutMs: 1_500 })
  await expect(pool.run(job(`${BASE}${LONG}`))).rejects.toMatchObject({ code: 'press.timeout' })
  await expect(pool.run(job(`${BASE}isi`))).resolves.toBeInstanceOf(Uint8Array)
})

test('a full queue refuses', async () => {
  const pool = poolOf({ waiting: 1 })
  const printed = [pool.run(job(`${BASE}satu`)), pool.run(job(`${BASE}dua`))]
  await expect(pool.run(job(`${BASE}tiga`))).rejects.toMatchObject({ code: 'press.busy' })
  await Promise.all(printed)
})

test('closing refuses what waits, what runs and what comes', async () => {
  const pool = poolOf()
  const jobs = Array.from({ length: 3 }, () => pool.run(job(`${BASE}isi`)))
  const refused = Promise.all(jobs.map((printed) => expect(printed).rejects.toMatchObject({ code: 'press.closed' })))
  await pool.close()
  await refused
  await expect(pool.run(job(`${BASE}isi`))).rejects.toMatchObject({ code: 'press.closed' })
})
