import { dateOfDay, partsOf, type LocalDate } from '../clock/jakarta.js'
import { normaliseIdentity, type Sex } from './digits.js'
import { compactDay, shapeProblems } from './fields.js'

/**
 * NIP: 18 digits, YYYYMMDD of birth, YYYYMM of appointment as candidate, 1 or 2 for the sex, serial from 001 (Peraturan Kepala BKN 22/2007).
 * NI PPPK: the same with the year of first appointment and any two digits for the contract where the month stands.
 */
export interface EmployeeNumber {
  readonly number: string
  readonly birthDate: LocalDate
  readonly appointmentYear: number
  /** 1-12; null in an NI PPPK, which has none. */
  readonly appointmentMonth: number | null
  /** The two contract digits of an NI PPPK, null in a NIP. */
  readonly contract: string | null
  readonly sex: Sex
  readonly serial: string
}

/** What can be wrong with an NI PPPK. */
export const NI_PPPK_PROBLEMS = ['not_digits', 'length', 'birth_date', 'appointment_age', 'appointment_future', 'sex', 'serial'] as const
export type NiPppkProblem = (typeof NI_PPPK_PROBLEMS)[number]

/** What can be wrong with a NIP. */
export const NIP_PROBLEMS = [...NI_PPPK_PROBLEMS, 'appointment_month'] as const
export type NipProblem = (typeof NIP_PROBLEMS)[number]

/** The youngest age of appointment taken for possible, in years. An assumption: no source prints a limit for every post. */
export const YOUNGEST_APPOINTMENT = 18

const EARLIEST_BIRTH_YEAR = 1900

/** Everything that is wrong with a NIP; nothing when it can be one. With `today` a later appointment is a problem too. */
export function checkNip(text: string, today?: LocalDate): readonly NipProblem[] {
  const digits = normaliseIdentity(text)
  const shape = shapeProblems(digits, 18)
  if (shape.length > 0) return shape

  const month = Number(digits.slice(12, 14))
  const isMonth = month >= 1 && month <= 12
  return [...fieldProblems(digits, isMonth ? month : null, today), ...(isMonth ? [] : (['appointment_month'] as const))]
}

/** Everything that is wrong with an NI PPPK; nothing when it can be one. With `today` a later appointment is a problem too. */
export function checkNiPppk(text: string, today?: LocalDate): readonly NiPppkProblem[] {
  const digits = normaliseIdentity(text)
  const shape = shapeProblems(digits, 18)
  return shape.length > 0 ? shape : fieldProblems(digits, null, today)
}

/** `month` is null when the appointment is known by its year alone: then the last month of that year is meant for age, the first for the future. */
function fieldProblems(digits: string, month: number | null, today: LocalDate | undefined): NiPppkProblem[] {
  const birth = compactDay(digits)
  const birthDate = birth !== null && partsOf(birth).year >= EARLIEST_BIRTH_YEAR ? partsOf(birth) : null
  const year = Number(digits.slice(8, 12))
  const problems: NiPppkProblem[] = []
  if (birthDate === null) problems.push('birth_date')
  else if (year * 12 + (month ?? 12) < (birthDate.year + YOUNGEST_APPOINTMENT) * 12 + birthDate.month) problems.push('appointment_age')
  if (today !== undefined && year * 12 + (month ?? 1) > Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7))) {
    problems.push('appointment_future')
  }
  if (!/[12]/.test(digits.charAt(14))) problems.push('sex')
  if (digits.slice(15) === '000') problems.push('serial')
  return problems
}

/** The parts of a NIP, or null when anything is wrong with it. */
export function parseNip(text: string): EmployeeNumber | null {
  return checkNip(text).length > 0 ? null : parts(normaliseIdentity(text), true)
}

/** The parts of an NI PPPK, or null when anything is wrong with it. */
export function parseNiPppk(text: string): EmployeeNumber | null {
  return checkNiPppk(text).length > 0 ? null : parts(normaliseIdentity(text), false)
}

function parts(number: string, isNip: boolean): EmployeeNumber {
  const twoDigits = number.slice(12, 14)
  return {
    number,
    birthDate: dateOfDay(compactDay(number) ?? 0),
    appointmentYear: Number(number.slice(8, 12)),
    appointmentMonth: isNip ? Number(twoDigits) : null,
    contract: isNip ? null : twoDigits,
    sex: number.charAt(14) === '1' ? 'L' : 'P',
    serial: number.slice(15),
  }
}

/** As printed on letters: "19860926 201505 1 001". A text that is not 18 digits comes back normalised only. */
export function formatEmployeeNumber(text: string): string {
  const digits = normaliseIdentity(text)
  return digits.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}
