import { expect, test } from '@jest/globals'
import { safeCell, safeCsv } from './safe-cell.js'

test.each([
  ['=1+1', "'=1+1"],
  ['+62', "'+62"],
  ['-5', "'-5"],
  ['@cmd', "'@cmd"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['Ani', 'Ani'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j leaves as %j', (text, safe) => expect(safeCell(text)).toBe(safe))

test('every cell is quoted, quotes are doubled, lines end as RFC 4180 asks', () => {
  expect(safeCsv([['a"b', '=x'], ['1;2']])).toBe('"a""b","\'=x"\r\n"1;2"\r\n')
})
