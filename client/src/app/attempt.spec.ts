import { Attempt } from './attempt.js'

const numbered = () => {
  let last = 0
  return new Attempt(() => `key-${++last}`)
}

test('a repeat after a lost connection carries the same key', () => {
  const attempt = numbered()
  expect(attempt.keyFor({ id: 'a', version: 1 })).toBe('key-1')
  expect(attempt.keyFor({ id: 'a', version: 1 })).toBe('key-1')
})

test('other input is another request', () => {
  const attempt = numbered()
  attempt.keyFor({ reason: 'kurang lengkap' })
  expect(attempt.keyFor({ reason: 'belum lengkap' })).toBe('key-2')
})

test('after an answer the same input is a new submit', () => {
  const attempt = numbered()
  attempt.keyFor({ id: 'a' })
  attempt.answered()
  expect(attempt.keyFor({ id: 'a' })).toBe('key-2')
})
