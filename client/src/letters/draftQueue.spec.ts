import { DraftQueue, type SendAnswer } from './draftQueue.js'

interface Attempt {
  readonly draft: string
  readonly revision: number
  readonly key: string
  readonly answer: (answer: SendAnswer) => Promise<void>
}

/** A queue in a world whose time and server are moved by hand. */
function world() {
  let now = 0
  let keys = 0
  let timers: { at: number; run: () => void }[] = []
  const attempts: Attempt[] = []
  const queue = new DraftQueue<string>(4, {
    send: (draft, revision, key) =>
      new Promise((resolve) => {
        attempts.push({
          draft,
          revision,
          key,
          answer: async (answer) => {
            resolve(answer)
            for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
          },
        })
      }),
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run }
      timers.push(timer)
      return () => (timers = timers.filter((other) => other !== timer))
    },
    now: () => now,
    newKey: () => `key-${(keys += 1)}`,
    changed: () => undefined,
  })
  const pass = (milliseconds: number) => {
    now += milliseconds
    const due = timers.filter(({ at }) => at <= now)
    timers = timers.filter(({ at }) => at > now)
    due.forEach(({ run }) => run())
  }
  const last = () => {
    const attempt = attempts.at(-1)
    if (!attempt) throw new Error('Nothing was sent')
    return attempt
  }
  return { queue, attempts, pass, last }
}

const saved = (revision: number): SendAnswer => ({ kind: 'saved', revision, at: '2026-11-23T02:41:00Z' })

test('waits for a pause, then sends the newest text with the revision it was based on', async () => {
  const { queue, attempts, pass, last } = world()
  queue.edit('a')
  pass(1_000)
  queue.edit('ab')
  pass(1_000)
  expect(attempts).toHaveLength(0)
  expect(queue.state).toBe('dirty')
  pass(500)
  expect(last()).toMatchObject({ draft: 'ab', revision: 4 })
  expect(queue.state).toBe('saving')
  await last().answer(saved(5))
  expect(queue).toMatchObject({ state: 'saved', revision: 5, savedAt: '2026-11-23T02:41:00Z', unsent: null })
})

test('saves now and then while somebody types without a pause', () => {
  const { queue, attempts, pass } = world()
  for (let second = 0; second < 11; second += 1) {
    queue.edit(`text ${second}`)
    pass(1_000)
  }
  expect(attempts).toHaveLength(1)
})

test('sends one after the other: what is typed meanwhile waits for the answer and uses the new revision', async () => {
  const { queue, attempts, pass, last } = world()
  queue.edit('a')
  pass(1_500)
  queue.edit('b')
  pass(5_000)
  expect(attempts).toHaveLength(1)
  await last().answer(saved(5))
  pass(1_500)
  expect(last()).toMatchObject({ draft: 'b', revision: 5, key: 'key-2' })
})

test('repeats an attempt without an answer as it was before anything newer', async () => {
  const { queue, attempts, pass, last } = world()
  queue.edit('a')
  pass(1_500)
  await last().answer({ kind: 'unreachable' })
  expect(queue.state).toBe('waiting')
  queue.edit('ab')
  expect(queue.unsent).toBe('ab')
  pass(2_000)
  expect(attempts.map(({ draft, revision, key }) => [draft, revision, key])).toEqual([
    ['a', 4, 'key-1'],
    ['a', 4, 'key-1'],
  ])
  await last().answer(saved(5))
  pass(1_500)
  expect(last()).toMatchObject({ draft: 'ab', revision: 5, key: 'key-2' })
})

test('waits longer after each failure, and tries at once when the network is back', async () => {
  const { queue, attempts, pass, last } = world()
  queue.edit('a')
  pass(1_500)
  for (const wait of [2_000, 4_000, 8_000]) {
    await last().answer({ kind: 'unreachable' })
    pass(wait - 1)
    const before = attempts.length
    pass(1)
    expect(attempts).toHaveLength(before + 1)
  }
  await last().answer({ kind: 'unreachable' })
  queue.retry()
  expect(queue.state).toBe('saving')
})

test('a conflict stops everything and loses nothing until a person has chosen', async () => {
  const { queue, attempts, pass, last } = world()
  queue.edit('mine')
  pass(1_500)
  await last().answer({ kind: 'conflict' })
  expect(queue).toMatchObject({ state: 'conflict', unsent: 'mine' })
  queue.edit('mine and more')
  pass(60_000)
  expect(attempts).toHaveLength(1)
  queue.resume(9, queue.unsent)
  expect(last()).toMatchObject({ draft: 'mine and more', revision: 9 })
})

test('taking the other text sends nothing', () => {
  const { queue, attempts, pass } = world()
  queue.resume(9, null)
  pass(60_000)
  expect(queue).toMatchObject({ state: 'saved', revision: 9 })
  expect(attempts).toHaveLength(0)
})

test('a refusal keeps the text; the next word tries again', async () => {
  const { queue, pass, last } = world()
  queue.edit('too long')
  pass(1_500)
  await last().answer({ kind: 'refused', sentence: 'Terlalu panjang.' })
  expect(queue).toMatchObject({ state: 'refused', unsent: 'too long', sentence: 'Terlalu panjang.' })
  queue.edit('shorter')
  pass(1_500)
  expect(last()).toMatchObject({ draft: 'shorter', key: 'key-2' })
})

test.each<[string, SendAnswer[], boolean]>([
  ['answers once everything is saved', [saved(5), saved(6)], true],
  ['gives up when the server is out of reach', [{ kind: 'unreachable' }], false],
  ['gives up on a conflict', [{ kind: 'conflict' }], false],
])('flush %s', async (_, answers, expected) => {
  const { queue, last } = world()
  queue.edit('a')
  const done = queue.flush()
  for (const [index, answer] of answers.entries()) {
    if (index === 0 && answers.length > 1) queue.edit('b')
    await last().answer(answer)
  }
  await expect(done).resolves.toBe(expected)
})
