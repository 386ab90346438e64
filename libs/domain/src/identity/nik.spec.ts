import fc from 'fast-check'
import { maskIdentity, normaliseIdentity } from './digits.js'
import { NI_PPPK_PROBLEMS, NIP_PROBLEMS } from './employee-number.js'
import { checkNik, formatNik, NIK_PROBLEMS, parseNik, type NikProblem } from './nik.js'
import { NI_PPPK_PROBLEM_TEXT, NIK_PROBLEM_TEXT, NIP_PROBLEM_TEXT } from './problems.js'

test.each<[string, string, NikProblem[]]>([
  ['a man', '9901010501900001', []],
  ['a woman, day + 40', '9901014501900001', []],
  ['a woman on the 31st', '9901017101900001', []],
  ['grouped', '990101 050190 0001', []],
  ['a letter', '99010105O1900001', ['not_digits']],
  ['15 digits', '990101050190001', ['length']],
  ['letters and too long', 'NIK 9901010501900001', ['not_digits', 'length']],
  ['day 00', '9901010001900001', ['birth_day']],
  ['day 32', '9901013201900001', ['birth_day']],
  ['day 40', '9901014001900001', ['birth_day']],
  ['day 72', '9901017201900001', ['birth_day']],
  ['month 00', '9901010500900001', ['birth_month']],
  ['month 13', '9901010513900001', ['birth_month']],
  ['31 April', '9901013104900001', ['birth_date']],
  ['a woman on 30 February', '9901017002900001', ['birth_date']],
  ['29 February of a common year', '9901012902010001', ['birth_date']],
  ['serial 0000', '9901010501900000', ['serial']],
  ['everything at once', '9901019999900000', ['birth_day', 'birth_month', 'serial']],
])('NIK: %s', (_, text, problems) => {
  expect(checkNik(text)).toEqual(problems)
  expect(parseNik(text) === null).toBe(problems.length > 0)
})

test('the parts, with every century the birth can lie in', () => {
  expect(parseNik('9902034501900001')).toEqual({
    number: '9902034501900001',
    province: '99',
    regency: '02',
    district: '03',
    sex: 'P',
    birthDates: ['1990-01-05', '2090-01-05'],
    serial: '0001',
  })
  expect(parseNik('9901012902000001')).toMatchObject({ sex: 'L', birthDates: ['2000-02-29'] })
})

test.each([
  ['9901010501900001', '99xxxxxxxxxx0001'],
  ['990101 050190 0001', '99xxxxxxxxxx0001'],
  ['19860926 201505 1 001', '19xxxxxxxxxxxx1001'],
  ['12345', 'xxxxx'],
  ['', ''],
])('%s is shown as %s', (text, masked) => {
  expect(maskIdentity(text)).toBe(masked)
})

test('a mask shows six digits at most', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{0,20}$/), (digits) => {
      const masked = maskIdentity(digits)
      expect(masked).toHaveLength(digits.length)
      expect(masked.replaceAll('x', '').length).toBeLessThanOrEqual(6)
    }),
  )
})

test('printing and reading are inverse; every man and woman born on a real day is accepted', () => {
  const birth = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(birth, fc.boolean(), fc.integer({ min: 1, max: 9999 }), (date, isWoman, serial) => {
      const [year, month, day] = date.toISOString().slice(0, 10).split('-')
      const printedDay = String(Number(day) + (isWoman ? 40 : 0)).padStart(2, '0')
      const number = `990101${printedDay}${month}${year?.slice(2)}${String(serial).padStart(4, '0')}`
      const nik = parseNik(formatNik(number))
      expect(nik?.number).toBe(number)
      expect(nik?.sex).toBe(isWoman ? 'P' : 'L')
      expect(nik?.birthDates).toContain(date.toISOString().slice(0, 10))
    }),
  )
})

test('no text makes the check throw, and normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^99\d{14}$/)), (text) => {
      expect(parseNik(text) === null).toBe(checkNik(text).length > 0)
      expect(normaliseIdentity(normaliseIdentity(text))).toBe(normaliseIdentity(text))
    }),
  )
})

test('every problem has one sentence of its own in both languages', () => {
  const all = [
    ...NIP_PROBLEMS.map((code) => NIP_PROBLEM_TEXT[code]),
    ...NI_PPPK_PROBLEMS.map((code) => NI_PPPK_PROBLEM_TEXT[code]),
    ...NIK_PROBLEMS.map((code) => NIK_PROBLEM_TEXT[code]),
  ]
  for (const text of all) expect([text.id.endsWith('.'), text.en.endsWith('.')]).toEqual([true, true])
  expect(new Set(all.map((text) => text.id)).size).toBe(all.length)
})
