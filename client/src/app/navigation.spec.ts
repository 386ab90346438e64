import { expect, test } from '@jest/globals'
import { PLACES, SHELL_KEYS } from './navigation.js'

test('no two places, and no place and the shell, answer to the same keys', () => {
  const keys = [...Object.values<string>(SHELL_KEYS), ...PLACES.map((place) => place.keys)]
  expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual([])
})

test.each(PLACES.map(({ path, keys }) => [path, keys]))('%s is reached by g and a letter', (_path, keys) => {
  expect(keys).toMatch(/^g [a-z]$/)
})
