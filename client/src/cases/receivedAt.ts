import { jakarta } from '@domain'

/** The instant meant by a 'YYYY-MM-DDTHH:mm' typed as Jakarta time; null for an empty or impossible one. */
export function receivedInstant(typed: string): Date | null {
  const [date, time] = typed.split('T')
  if (!date || !time) return null
  try {
    return jakarta(date, time.slice(0, 5))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
