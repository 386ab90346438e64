import { dateOfDay, dayFromParts, type LocalDate } from '../clock/jakarta.js'
import { normaliseIdentity, type Sex } from './digits.js'
import { shapeProblems } from './fields.js'

/** NIK: 16 digits, two each for province, regency and district, DDMMYY of birth (women: day + 40), serial from 0001. */
export interface Nik {
  readonly number: string
  readonly province: string
  readonly regency: string
  readonly district: string
  readonly sex: Sex
  /** The birth dates it can mean, the century being unknown: one or two, oldest first. */
  readonly birthDates: readonly LocalDate[]
  readonly serial: string
}

/** What can be wrong with a NIK. The region is not checked: regions split and people keep their number. */
export const NIK_PROBLEMS = ['not_digits', 'length', 'birth_day', 'birth_month', 'birth_date', 'serial'] as const
export type NikProblem = (typeof NIK_PROBLEMS)[number]

const WOMEN = 40

/** Everything that is wrong with a NIK; nothing when it can be one. */
export function checkNik(text: string): readonly NikProblem[] {
  const digits = normaliseIdentity(text)
  const shape = shapeProblems(digits, 16)
  if (shape.length > 0) return shape

  const { day, month } = birthOf(digits)
  const problems: NikProblem[] = []
  if (day < 1 || day > 31) problems.push('birth_day')
  if (month < 1 || month > 12) problems.push('birth_month')
  if (problems.length === 0 && birthDatesOf(digits).length === 0) problems.push('birth_date')
  if (digits.slice(12) === '0000') problems.push('serial')
  return problems
}

/** The parts of a NIK, or null when anything is wrong with it. */
export function parseNik(text: string): Nik | null {
  if (checkNik(text).length > 0) return null
  const number = normaliseIdentity(text)
  return {
    number,
    province: number.slice(0, 2),
    regency: number.slice(2, 4),
    district: number.slice(4, 6),
    sex: birthOf(number).sex,
    birthDates: birthDatesOf(number),
    serial: number.slice(12),
  }
}

/** "990101 450190 0001": region, birth, serial. A text that is not 16 digits comes back normalised only. */
export function formatNik(text: string): string {
  return normaliseIdentity(text).replace(/^(\d{6})(\d{6})(\d{4})$/, '$1 $2 $3')
}

function birthOf(digits: string): { readonly day: number; readonly month: number; readonly yearOfCentury: number; readonly sex: Sex } {
  const printed = Number(digits.slice(6, 8))
  const isWoman = printed > WOMEN
  return {
    day: isWoman ? printed - WOMEN : printed,
    month: Number(digits.slice(8, 10)),
    yearOfCentury: Number(digits.slice(10, 12)),
    sex: isWoman ? 'P' : 'L',
  }
}

function birthDatesOf(digits: string): LocalDate[] {
  const { day, month, yearOfCentury } = birthOf(digits)
  const days = [1900, 2000].map((century) => dayFromParts({ year: century + yearOfCentury, month, day }))
  return days.filter((number) => number !== null).map(dateOfDay)
}
