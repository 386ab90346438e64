import { expect, test } from '@jest/globals'
import { EVENT_KINDS, kindMatches, type EventPattern } from './kinds.js'

test('a kind is a noun and a word in the past, each said once', () => {
  expect(new Set(EVENT_KINDS).size).toBe(EVENT_KINDS.length)
  for (const kind of EVENT_KINDS) expect(kind).toMatch(/^[a-z]+\.[a-z_]+$/)
})

test.each<[EventPattern, boolean]>([
  ['letter.issued', true],
  ['letter.*', true],
  ['letter.saved', false],
  ['case.*', false],
])('letter.issued against %s: %s', (pattern, matches) => {
  expect(kindMatches('letter.issued', pattern)).toBe(matches)
})

test('every kind belongs to its own family', () => {
  for (const kind of EVENT_KINDS) expect(kindMatches(kind, `${kind.split('.')[0]}.*` as EventPattern)).toBe(true)
})
