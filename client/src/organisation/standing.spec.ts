import { expect, test } from '@jest/globals'
import { standingOf } from './standing.js'

const version = (number: number, validFrom: string) => ({ id: `v${number}`, number, validFrom })
const ALL = [
  version(1, '2022-01-01'),
  version(2, '2026-11-20'),
  version(3, '2027-01-01'),
  version(4, '2027-01-01'),
  version(5, '2026-12-01'),
]

test.each([
  [1, 'past'],
  [2, 'in_force'],
  [3, 'replaced'],
  [4, 'coming'],
  [5, 'coming'],
] as const)('version %i is %s', (number, standing) => {
  const [found] = ALL.filter((one) => one.number === number)
  expect(found && standingOf(found, ALL, 'v2', '2026-11-22')).toBe(standing)
})

test('while it is not known which one is in force, none is said to be', () => {
  expect(ALL.map((one) => standingOf(one, ALL, null, '2026-11-22'))).not.toContain('in_force')
})
