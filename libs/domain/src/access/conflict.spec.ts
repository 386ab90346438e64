import { expect, test } from '@jest/globals'
import { conflictOf, demandUnconflicted, type CasePart } from './conflict.js'

const CIRCLE = { excludedPersonIds: ['reported'], authorIds: ['author', 'reported'] }

test.each<[string, CasePart, ReturnType<typeof conflictOf>]>([
  ['reported', 'handler', 'excluded'],
  ['reported', 'releaser', 'excluded'],
  ['author', 'handler', null],
  ['author', 'reviewer', 'author'],
  ['author', 'approver', 'author'],
  ['author', 'releaser', 'author'],
  ['stranger', 'approver', null],
])('%s as %s: %s', (person, part, expected) => {
  expect(conflictOf(person, part, CIRCLE)).toBe(expected)
  const demand = () => demandUnconflicted(person, part, CIRCLE)
  if (expected === null) expect(demand).not.toThrow()
  else expect(demand).toThrow('conflict_of_interest')
})
