import fc from 'fast-check'
import {
  checkNip,
  checkNiPppk,
  formatEmployeeNumber,
  parseNip,
  parseNiPppk,
  type NipProblem,
  type NiPppkProblem,
} from './employee-number.js'

test.each<[string, string, NipProblem[]]>([
  ['as printed', '19860926 201505 1 001', []],
  ['with dots', '19860926.201505.2.999', []],
  ['a letter', '19860926201505100I', ['not_digits']],
  ['one digit short', '19860926201505100', ['length']],
  ['nine digits, the old number', '131234567', ['length']],
  ['letters and too short', 'NIP 1986', ['not_digits', 'length']],
  ['nothing', '', ['length']],
  ['31 February', '19860231 201505 1 001', ['birth_date']],
  ['29 February of a common year', '19870229 201505 1 001', ['birth_date']],
  ['29 February of a leap year', '19880229 201505 1 001', []],
  ['born in 1899', '18990926 191905 1 001', ['birth_date']],
  ['month 13', '19860926 201513 1 001', ['appointment_month']],
  ['month 00', '19860926 201500 1 001', ['appointment_month']],
  ['appointed at 17', '19860926 200408 1 001', ['appointment_age']],
  ['appointed in the month of turning 18', '19860926 200409 1 001', []],
  ['appointed before birth', '19860926 197905 1 001', ['appointment_age']],
  ['sex 3', '19860926 201505 3 001', ['sex']],
  ['serial 000', '19860926 201505 1 000', ['serial']],
  ['everything at once', '19869926 201521 0 000', ['birth_date', 'sex', 'serial', 'appointment_month']],
])('NIP: %s', (_, text, problems) => {
  expect(checkNip(text)).toEqual(problems)
  expect(parseNip(text) === null).toBe(problems.length > 0)
})

test.each<[string, string, NiPppkProblem[]]>([
  ['contract digits 21, no month', '19900115 202121 2 007', []],
  ['contract digits 00', '19900115 202100 1 001', []],
  ['contract digits 99', '19900115 202199 1 001', []],
  ['appointed in the year of turning 18', '19900115 200821 1 001', []],
  ['appointed the year before', '19900115 200721 1 001', ['appointment_age']],
  ['no such birth date', '19901315 202121 2 007', ['birth_date']],
  ['sex 0 and serial 000', '19900115 202121 0 000', ['sex', 'serial']],
  ['too long', '19900115 202121 2 0071', ['length']],
])('NI PPPK: %s', (_, text, problems) => {
  expect(checkNiPppk(text)).toEqual(problems)
})

test.each([
  ['201505', '2015-04-30', ['appointment_future']],
  ['201505', '2015-05-01', []],
  ['201505', undefined, []],
] as const)('appointed %s, today %s', (appointed, today, problems) => {
  expect(checkNip(`19860926${appointed}1001`, today)).toEqual(problems)
})

test('an NI PPPK is in the future by its year only', () => {
  expect(checkNiPppk('199001152021212007', '2020-12-31')).toEqual(['appointment_future'])
  expect(checkNiPppk('199001152021212007', '2021-01-01')).toEqual([])
})

test('the parts of both numbers', () => {
  expect(parseNip('19860926 201505 1 001')).toEqual({
    number: '198609262015051001',
    birthDate: '1986-09-26',
    appointmentYear: 2015,
    appointmentMonth: 5,
    contract: null,
    sex: 'L',
    serial: '001',
  })
  expect(parseNiPppk('19900115 202121 2 007')).toMatchObject({ appointmentMonth: null, contract: '21', sex: 'P', birthDate: '1990-01-15' })
})

test('printing and reading are inverse, and every proper number is accepted', () => {
  const proper = fc
    .tuple(
      fc.date({ min: new Date('1950-01-01'), max: new Date('2000-12-31'), noInvalidDate: true }),
      fc.integer({ min: 19, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('1', '2'),
      fc.integer({ min: 1, max: 999 }),
    )
    .map(([birth, age, month, sex, serial]) => {
      const day = birth.toISOString().slice(0, 10).replaceAll('-', '')
      return `${day}${birth.getUTCFullYear() + age}${String(month).padStart(2, '0')}${sex}${String(serial).padStart(3, '0')}`
    })
  fc.assert(
    fc.property(proper, (number) => {
      expect(checkNip(number)).toEqual([])
      expect(checkNiPppk(number)).toEqual([])
      expect(parseNip(formatEmployeeNumber(number))?.number).toBe(number)
      expect(formatEmployeeNumber(number)).toMatch(/^\d{8} \d{6} \d \d{3}$/)
    }),
  )
})

test('no text makes the checks throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{18}$/)), (text) => {
      expect(parseNip(text) === null).toBe(checkNip(text).length > 0)
      expect(parseNiPppk(text) === null).toBe(checkNiPppk(text).length > 0)
    }),
  )
})
