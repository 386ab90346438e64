import { expect, test } from '@jest/globals'
import { isConfidential, SECRECIES } from './service.js'

test('what is rahasia and above is confidential, and nothing below', () => {
  expect(SECRECIES.map((secrecy) => [secrecy, isConfidential(secrecy)])).toEqual([
    ['biasa', false],
    ['terbatas', false],
    ['rahasia', true],
    ['sangat_rahasia', true],
  ])
})
