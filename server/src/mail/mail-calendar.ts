import type { CalendarEvent } from '@domain'

/** An appointment with its instants in epoch milliseconds, as it is kept. */
export type CalendarOfMail = Omit<CalendarEvent, 'attendee' | 'stampedAt' | 'startsAt' | 'endsAt'> & {
  readonly stampedAt: number
  readonly startsAt: number
  readonly endsAt: number
}
