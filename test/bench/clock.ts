import { dueDate, INDONESIAN_CALENDAR, indonesianCalendar, type CountingRule } from '@domain'
import { median, type Measurement } from './report.js'

const WORKING_DAYS = 60
const ROUNDS = 5
const ROUND_MS = 200
const DAY_MS = 86_400_000
const STARTS = Array.from({ length: 500 }, (_, n) => new Date(Date.parse('2026-01-05T03:00:00Z') + n * DAY_MS))
const RULE: CountingRule = { limit: { amount: WORKING_DAYS, unit: 'working_day' }, countReceiptDay: false, hours: 'office' }

const closed = new Set<string>(INDONESIAN_CALENDAR.closedDays.map(({ date }) => date))

/** Due dates as one writes them first: a day further, is it a weekend, is it in the list of holidays. */
function byDays(start: Date): Date {
  const day = new Date(start.getTime() + 7 * 3_600_000)
  for (let left = WORKING_DAYS; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1)
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6
    if (!weekend && !closed.has(day.toISOString().slice(0, 10))) left -= 1
  }
  return day
}

function perSecond(due: (start: Date) => unknown): number {
  const began = performance.now()
  let made = 0
  while (performance.now() - began < ROUND_MS) {
    for (const start of STARTS) due(start)
    made += STARTS.length
  }
  return (made * 1000) / (performance.now() - began)
}

/** Due dates a second for 60 working days: prefix sums and a binary search against a loop over days. Throws when it is not 50 times as fast. */
export function benchClock(): Measurement[] {
  const calendar = indonesianCalendar()
  for (const start of STARTS) {
    const due = dueDate(RULE, start, calendar).dueDate
    if (due !== byDays(start).toISOString().slice(0, 10)) throw new Error(`The two ways differ for ${start.toISOString()}`)
  }
  const rates = { search: [] as number[], loop: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.search.push(perSecond((start) => dueDate(RULE, start, calendar)))
    rates.loop.push(perSecond(byDays))
  }
  const [search, loop] = [median(rates.search), median(rates.loop)]
  if (search < 50 * loop) throw new Error(`A due date is only ${(search / loop).toFixed(1)} times as fast as a loop over days`)
  return [
    {
      bench: 'clock',
      what: `${WORKING_DAYS} working days`,
      figures: { 'due dates/s': search, 'day loop/s': loop, 'x day loop': search / loop },
    },
  ]
}
