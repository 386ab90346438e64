import { dayFromParts } from '../clock/jakarta.js'

/** What is wrong with a text as a number of so many digits, before its fields can be read. */
export function shapeProblems(digits: string, length: number): ('not_digits' | 'length')[] {
  const problems: ('not_digits' | 'length')[] = []
  if (!/^[0-9]*$/.test(digits)) problems.push('not_digits')
  if (digits.length !== length) problems.push('length')
  return problems
}

/** The day number of 'YYYYMMDD', or null when there is no such date. */
export const compactDay = (text: string): number | null =>
  dayFromParts({ year: Number(text.slice(0, 4)), month: Number(text.slice(4, 6)), day: Number(text.slice(6, 8)) })
