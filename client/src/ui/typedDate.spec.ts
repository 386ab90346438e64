import { expect, test } from '@jest/globals'
import { dateFault, shownDate, typedDate } from './typedDate.js'

test.each([
  ['25/5/2022', false, '2022-05-25'],
  ['25-05-22', false, '2022-05-25'],
  ['25.05.2022', false, '2022-05-25'],
  ['25 05 2022', false, '2022-05-25'],
  ['25052022', false, '2022-05-25'],
  [' 2022-05-25 ', false, '2022-05-25'],
  ['2022-05-25T09:30', false, '2022-05-25'],
  ['25/5/2022 9.30', true, '2022-05-25T09:30'],
  ['25/05/2022, 09:30', true, '2022-05-25T09:30'],
  ['25052022 0930', true, '2022-05-25T09:30'],
  ['2022-05-25T09:30', true, '2022-05-25T09:30'],
  ['25/05/2022', true, null],
  ['25/05/2022 24.00', true, null],
  ['29/02/2023', false, null],
  ['31/04/2022', false, null],
  ['5/25/2022', false, null],
  ['kemarin', false, null],
  ['', false, null],
])('%j with time %s means %s', (typed, time, expected) => {
  expect(typedDate(typed, time)).toBe(expected)
})

test.each([
  ['2022-05-25', '25/05/2022'],
  ['2022-05-25T09:30', '25/05/2022 09.30'],
  ['entah', 'entah'],
  ['', ''],
])('%j is shown as %j', (value, shown) => {
  expect(shownDate(value)).toBe(shown)
  if (shown.includes('/')) expect(typedDate(shown, value.includes('T'))).toBe(value)
})

test.each([
  [' ', 'ui.requiredField'],
  ['31/04/2022', 'ui.unreadableDate'],
  ['kemarin', 'ui.unreadableDate'],
  ['2022-05-25', null],
])('of the required date %j it says %s', (value, fault) => {
  expect(dateFault(value)).toBe(fault)
})
