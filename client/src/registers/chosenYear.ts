import { localYear } from '@domain'

/** No register is older than the product. */
export const FIRST_YEAR = 2024

/** The year named in the address, or this one (Jakarta). */
export function chosenYear(wanted: unknown): number {
  const year = typeof wanted === 'string' && /^\d{4}$/.test(wanted) ? Number(wanted) : Number.NaN
  return year >= FIRST_YEAR ? year : localYear(Date.now())
}
