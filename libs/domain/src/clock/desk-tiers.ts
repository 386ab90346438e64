import type { Calendar } from './calendar.js'

/** Where a case can lie, in the order in which it goes up and down the house; `outside` is with nobody here: it waits for somebody else. */
export const DESK_TIERS = ['registry', 'leadership', 'unit', 'assistant', 'review', 'dispatch', 'outside'] as const
export type DeskTier = (typeof DESK_TIERS)[number]

/** Open time of the office between two instants, in milliseconds. */
export const openOfficeMs = (calendar: Calendar, from: number, to: number): number => {
  const office = calendar.schedule('office')
  return office.openMsBefore(to) - office.openMsBefore(from)
}
