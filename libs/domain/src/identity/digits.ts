/** A number as typed, without the spaces, dots and hyphens people put between its groups. */
export const normaliseIdentity = (text: string): string => text.replace(/[\s.\u00a0\u2010-\u2015-]/g, '')

/** Which of the two the number says: L (laki-laki) or P (perempuan). */
export type Sex = 'L' | 'P'

/** "99xxxxxxxxxx0001": the first two and last four digits; shorter numbers are hidden whole. */
export function maskIdentity(text: string): string {
  const digits = normaliseIdentity(text)
  if (digits.length < 12) return 'x'.repeat(digits.length)
  return `${digits.slice(0, 2)}${'x'.repeat(digits.length - 6)}${digits.slice(-4)}`
}
