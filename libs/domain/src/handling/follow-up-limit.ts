import { POINT_DAYS } from './point-clock.js'

const ONES = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'] as const

/** A number of days below a hundred in words: 14 is "empat belas", 21 "dua puluh satu". */
function inWords(count: number): string {
  if (count < ONES.length) return ONES[count] ?? ''
  if (count < 20) return `${ONES[count - 10]} belas`
  return `${ONES[Math.floor(count / 10)]} puluh ${ONES[count % 10]}`.trim()
}

const limit = (days: number): string => `${days} (${inWords(days)}) hari kerja`

/** "1", "1 dan 3", "1, 2, dan 4". */
const enumerated = (numbers: readonly number[]): string =>
  numbers.length < 3 ? numbers.join(' dan ') : `${numbers.slice(0, -1).join(', ')}, dan ${numbers.at(-1)}`

/**
 * How long the PPK has, as the letter of recommendation says it: one time for all points, or each time with its points. Without points the usual one.
 */
export function followUpLimit(points: readonly { readonly number: number; readonly days: number }[]): string {
  const times = [...new Set(points.map(({ days }) => days))].sort((one, other) => other - one)
  if (times.length < 2) return limit(times[0] ?? POINT_DAYS)
  const told = times.map(
    (days) => `${limit(days)} untuk butir ${enumerated(points.filter((point) => point.days === days).map(({ number }) => number))}`,
  )
  return `${told.slice(0, -1).join('; ')}, serta ${told.at(-1)}`
}
