import { clockRule, dueDate, flagOf, INDONESIAN_CALENDAR, indonesianCalendar, readLedger, type CountingRule } from '@domain'
import { ledgerOf, type LedgerJson } from '../../server/src/clocks/ledger-rows.js'
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

const OPEN_CLOCKS = 100_000
const RECOMPUTED_WITHIN_S = 5

/** The ledger of the n-th open clock as a row of the database brings it: every third was paused, every tenth extended, every fifteenth is paused now. */
function ledgerRow(n: number): LedgerJson {
  const start = Date.parse('2026-01-05T03:00:00Z') + (n % 500) * DAY_MS
  const line = { pause_reason: null, amount: null, unit: null }
  const paused = { ...line, kind: 'pause', pause_reason: 'applicant_completion' } as const
  return [
    { ...line, kind: 'start', at: start },
    ...(n % 3 === 0
      ? ([
          { ...paused, at: start + DAY_MS },
          { ...line, kind: 'resume', at: start + 4 * DAY_MS },
        ] as const)
      : []),
    ...(n % 10 === 0 ? ([{ ...line, kind: 'extend', at: start + 5 * DAY_MS, amount: 3, unit: 'working_day' }] as const) : []),
    ...(n % 15 === 0 ? [{ ...paused, at: start + 6 * DAY_MS }] : []),
  ]
}

/** Seconds to read the ledgers of 100,000 open clocks anew and to derive what their rows show. Throws when it takes longer than a person waits. */
function recomputeAll(): number {
  const calendar = indonesianCalendar()
  const rules = ['netralitas.lapor_normative', 'netralitas.lapor_field', 'merit.letter', 'medlin.letter', 'jpt.answer'].flatMap(
    (code) => clockRule(code) ?? [],
  )
  const rows = Array.from({ length: OPEN_CLOCKS }, (_, n) => ledgerRow(n))
  const began = performance.now()
  let dated = 0
  for (const [n, row] of rows.entries()) {
    const rule = rules[n % rules.length]
    if (!rule) throw new Error('There is no rule to count by')
    const state = readLedger(rule, ledgerOf(row), calendar)
    if (state.due?.dueAt && flagOf(state) !== 'limit_not_set') dated += 1
  }
  const seconds = (performance.now() - began) / 1000
  if (dated !== OPEN_CLOCKS) throw new Error(`${OPEN_CLOCKS - dated} clocks have no due date`)
  if (seconds > RECOMPUTED_WITHIN_S) throw new Error(`Recomputing ${OPEN_CLOCKS} clocks takes ${seconds.toFixed(1)} s`)
  return seconds
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
    {
      bench: 'clock',
      what: `${OPEN_CLOCKS / 1000},000 open clocks recomputed from their ledgers`,
      figures: { seconds: median(Array.from({ length: ROUNDS }, recomputeAll)) },
    },
  ]
}
