import type { Calendar, CalendarData, CountingRule, DayHours, LedgerEntry, PauseReason } from '@domain'

/** A ledger as it may grow in a year of work, with the rule and the calendar it is counted by. */
export interface RandomLedger {
  readonly world: number
  readonly rule: CountingRule
  readonly entries: readonly LedgerEntry[]
}

const MINUTE = 60_000
const DAY = 1_440
const WIB = 420
const FIRST = Date.parse('2023-12-18T00:00:00Z') / MINUTE / DAY
const DAYS = 1_700

/**
 * The slow truth about ledgers: tables of days and minutes made from the plain data, walked one by one. Shares no code with the clock; of the domain it
 * knows types alone, so that a bare Node process in any time zone can run it.
 */
export class SlowLedger {
  /** Open minutes of each day, by kind of hours; null on closed days. */
  private readonly open: Readonly<Record<'office' | 'service', readonly (readonly [number, number][] | null)[]>>

  constructor(data: CalendarData) {
    const closed = new Set(data.closedDays.map(({ date }) => date))
    const days = Array.from({ length: DAYS }, (_, index) => {
      const noon = new Date((FIRST + index) * DAY * MINUTE + 43_200_000)
      const date = noon.toISOString().slice(0, 10)
      const weekday = (noon.getUTCDay() + 6) % 7
      const of = (kind: 'office' | 'service') => {
        if (closed.has(date)) return null
        const inForce = data.openings.filter(
          (one) => one.kind === kind && one.from <= date && (one.until === undefined || date <= one.until),
        )
        const hours = inForce.at(-1)?.weekdays[([1, 2, 3, 4, 5, 6, 7] as const)[weekday] ?? 1]
        return hours ? spans(hours) : null
      }
      return { office: of('office'), service: of('service') }
    })
    this.open = { office: days.map(({ office }) => office), service: days.map(({ service }) => service) }
  }

  private spansOn = (kind: 'office' | 'service', day: number) => this.open[kind][day - FIRST] ?? null

  private isOpen(kind: 'office' | 'service', minute: number): boolean {
    const local = minute + WIB
    const day = Math.floor(local / DAY)
    return this.spansOn(kind, day)?.some(([from, to]) => from <= local - day * DAY && local - day * DAY < to) ?? false
  }

  /** When the promise must be kept, in epoch milliseconds; null where no limit is set. */
  due({ rule, entries }: RandomLedger): number | null {
    let start = 0
    let limit = rule.limit
    let granted = 0
    const pauses: { from: number; to: number }[] = []
    let paused: number | null = null
    for (const entry of entries) {
      const at = Number(entry.at)
      if (entry.kind === 'start') start = at
      if (entry.kind === 'pause') paused = at
      if (entry.kind === 'resume' && paused !== null) pauses.push({ from: paused, to: at })
      if (entry.kind === 'extend') granted += entry.amount
      if (entry.kind === 'reclassify' || entry.kind === 'set_limit') granted = 0
      if (entry.kind === 'reclassify') limit = rule.limit
      if (entry.kind === 'set_limit') limit = rule.limit ?? entry.limit
    }
    if (!limit) return null
    const amount = limit.amount + granted
    if (limit.unit === 'minute' || limit.unit === 'hour') {
      return this.afterMinutes(rule.hours, start, limit.unit === 'hour' ? amount * 60 : amount, pauses)
    }
    return this.afterDays(rule, start, limit.unit === 'week' ? amount * 7 : amount, limit.unit === 'working_day', pauses)
  }

  private afterMinutes(
    kind: 'office' | 'service',
    start: number,
    minutes: number,
    pauses: readonly { from: number; to: number }[],
  ): number {
    let minute = start / MINUTE
    let left = minutes
    const counts = () => this.isOpen(kind, minute) && !pauses.some(({ from, to }) => from <= minute * MINUTE && minute * MINUTE < to)
    while (left > 0 || (minutes === 0 && !counts())) {
      if (counts()) left--
      minute++
    }
    return minute * MINUTE
  }

  private afterDays(
    rule: CountingRule,
    start: number,
    amount: number,
    workingOnly: boolean,
    pauses: readonly { from: number; to: number }[],
  ): number {
    const dayAt = (at: number) => Math.floor((Math.floor(at / MINUTE) + WIB) / DAY)
    let day = dayAt(start)
    if (rule.hours === 'service') {
      const closes = this.spansOn('service', day)?.at(-1)?.[1]
      if (closes === undefined || start / MINUTE + WIB - day * DAY >= closes) {
        do day++
        while (this.spansOn('service', day) === null)
      }
    }
    if (rule.countReceiptDay) day--
    let left = amount
    while (left > 0) {
      day++
      if (workingOnly && this.spansOn(rule.hours, day) === null) continue
      if (pauses.some(({ from, to }) => dayAt(from) < day && day <= dayAt(to))) continue
      left--
    }
    const closes = rule.hours === 'service' ? this.spansOn('service', day)?.at(-1)?.[1] : undefined
    return closes === undefined ? ((day + 1) * DAY - WIB) * MINUTE - 1 : (day * DAY - WIB + closes) * MINUTE
  }
}

function spans({ opens, closes, breaks }: DayHours): [number, number][] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const edges = [opens, ...breaks.flatMap(({ from, to }) => [from, to]), closes].map(minutes)
  return Array.from({ length: edges.length / 2 }, (_, index) => [edges[index * 2] ?? 0, edges[index * 2 + 1] ?? 0])
}

/** Numbers in [0, 1), the same for the same seed on every machine (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const REASONS: readonly PauseReason[] = ['applicant_completion', 'agency_clarification', 'reporter_clarification', 'field_access']

/** A random rule and a ledger that keeps its order: up to four pauses (some on one day, some over weeks, the last perhaps still open), extensions, a reclassification. */
export function randomLedger(next: () => number, worlds: number): RandomLedger {
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  const unit = (['minute', 'hour', 'day', 'working_day', 'working_day', 'week'] as const)[upTo(5)] ?? 'day'
  const days = unit !== 'minute' && unit !== 'hour'
  const most = { minute: 400, hour: 8, day: 30, working_day: 60, week: 4 }[unit]
  const limit = { amount: days ? 1 + upTo(most - 1) : upTo(most), unit }
  const open = next() < 0.1
  const rule: CountingRule = {
    limit: open ? null : limit,
    countReceiptDay: days && next() < 0.2,
    hours: next() < 0.5 ? 'office' : 'service',
  }
  let at = Math.floor(Date.parse('2023-12-20T00:00:00Z') / MINUTE + next() * 1_400 * DAY) * MINUTE
  const entries: LedgerEntry[] = [{ kind: 'start', at }]
  const later = () => (at += Math.floor(next() * (days ? (next() < 0.3 ? 0.9 : 12) : 0.4) * DAY) * MINUTE)
  if (open && next() < 0.9) entries.push({ kind: 'set_limit', at: later(), limit })
  const pauses = upTo(4)
  for (let pause = 0; pause < pauses; pause++) {
    if (next() < 0.25) entries.push({ kind: 'extend', at: later(), amount: 1 + upTo(5) })
    if (next() < 0.1) entries.push({ kind: 'reclassify', at: later() }, ...(open ? [{ kind: 'set_limit' as const, at, limit }] : []))
    entries.push({ kind: 'pause', at: later(), reason: REASONS[upTo(3)] ?? 'field_access' })
    if (pause < pauses - 1 || next() < 0.7) entries.push({ kind: 'resume', at: later() })
  }
  return { world: upTo(worlds - 1), rule, entries }
}

/** What the clock says, where it does not agree with the walker; null when it agrees on as many random ledgers as asked. */
export function disagreement(
  seed: number,
  runs: number,
  worlds: readonly { readonly calendar: Calendar; readonly slow: SlowLedger }[],
  read: (ledger: RandomLedger, calendar: Calendar) => number | null,
): string | null {
  const next = numbers(seed)
  for (let run = 0; run < runs; run++) {
    const ledger = randomLedger(next, worlds.length)
    const world = worlds[ledger.world]
    if (!world) throw new Error('A ledger lies in no world')
    const [said, truth] = [read(ledger, world.calendar), world.slow.due(ledger)]
    if (said !== truth) return JSON.stringify({ seed, run, said, truth, ledger })
  }
  return null
}
