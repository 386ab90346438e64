import { expect, test } from '@jest/globals'
import { PastFailures } from './past-failures.js'

test('goes on past rows that fail, and at the end names them, twenty at most, and their number', async () => {
  const failures = new PastFailures()
  failures.demandNone()
  const done: number[] = []
  for (let nth = 1; nth <= 30; nth++) {
    const result = await failures.row(`row-${nth}`, () => (nth % 30 === 0 ? Promise.resolve(nth) : Promise.reject(new Error('no'))))
    if (result !== null) done.push(result)
  }
  expect(done).toEqual([30])
  expect(() => failures.demandNone()).toThrow(/^29 failed: row-1: no; .*row-20: no$/)
})
