import { append, byInstant, drop, place, type Listing, type Placement } from './placement.js'

interface Row {
  readonly id: string
  readonly due: number
  readonly open: boolean
}

const row = (id: string, due: number, open = true): Row => ({ id, due, open })
const byDue: Placement<Row> = { belongs: ({ open }) => open, order: (first, second) => first.due - second.due }
const listing = (rows: readonly Row[], total = rows.length, more = false): Listing<Row> => ({ rows, total, more })
const ids = ({ rows }: Listing<Row>) => rows.map(({ id }) => id).join('')

const abc = [row('a', 1), row('b', 3), row('c', 5)]

test.each([
  ['in the middle', row('x', 2), false, 'axbc', 4],
  ['in front', row('x', 0), false, 'xabc', 4],
  ['at the end of a complete list', row('x', 9), false, 'abcx', 4],
  ['beyond the loaded part: counted, not shown', row('x', 9), true, 'abc', 4],
  ['a tie is broken by id', row('bb', 3), false, 'abbbc', 4],
  ['moved to the front', row('c', 0), false, 'cab', 3],
  ['moved beyond the loaded part', row('a', 9), true, 'bc', 3],
  ['changed but in place', row('b', 4), false, 'abc', 3],
  ['no longer belonging', row('b', 3, false), false, 'ac', 2],
  ['never belonging', row('x', 2, false), false, 'abc', 3],
])('a row arrives %s', (_, arriving, more, order, total) => {
  const placed = place(listing(abc, 3, more), arriving, byDue)
  expect(ids(placed)).toBe(order)
  expect(placed.total).toBe(total)
})

test('the list it came from is left as it was', () => {
  const before = listing(abc)
  place(before, row('x', 2), byDue)
  drop(before, 'a')
  expect(ids(before)).toBe('abc')
})

test('dropping what was never loaded changes nothing', () => {
  const before = listing(abc, 9, true)
  expect(drop(before, 'z')).toBe(before)
})

test('a page does not repeat rows that the stream brought first', () => {
  const appended = append(listing(abc, 5, true), listing([row('c', 5), row('d', 6)], 4))
  expect(ids(appended)).toBe('abcd')
  expect(appended).toMatchObject({ total: 4, more: false })
})

test('the absent instant comes last', () => {
  const instants = [null, '2026-11-22T10:00:00Z', '2026-11-22T09:00:00+07:00', null]
  expect([...instants].sort(byInstant)).toEqual(['2026-11-22T09:00:00+07:00', '2026-11-22T10:00:00Z', null, null])
})
