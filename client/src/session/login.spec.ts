import { returnPath } from './login.js'

test.each([
  ['/perkara/1?a=b', '/perkara/1?a=b'],
  ['https://example.org', '/'],
  ['//example.org', '/'],
  ['/\\example.org', '/'],
  [undefined, '/'],
  [['/perkara'], '/'],
])('coming back to %p leads to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path)
})
