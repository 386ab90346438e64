import { createHash } from 'node:crypto'
import { Cursors, placeAt, START } from './cursor.js'

const key = (word: string) => createHash('sha256').update(word).digest()
const cursors = new Cursors({ cursorKey: key('a') })
const place = placeAt(123_456, key('hash'))

test('a cursor gives its place back', () => {
  expect(cursors.open(cursors.seal(place))).toEqual(place)
  expect(cursors.open(cursors.seal(START))).toEqual(START)
})

test('two cursors of one place do not look alike', () => {
  expect(cursors.seal(place)).not.toBe(cursors.seal(place))
})

const sealed = cursors.seal(place)

test.each([
  ['nothing', ''],
  ['words', 'not a cursor'],
  ['a cursor of another key', new Cursors({ cursorKey: key('b') }).seal(place)],
  ['a forged cursor', `${sealed.slice(0, 20)}${sealed[20] === 'A' ? 'B' : 'A'}${sealed.slice(21)}`],
  ['a shortened cursor', sealed.slice(0, -2)],
])('%s opens nothing', (_case, text) => {
  expect(cursors.open(text)).toBeNull()
})
