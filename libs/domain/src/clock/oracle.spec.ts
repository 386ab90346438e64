import fc from 'fast-check'
import { Calendar, type CalendarData, type DayHours, type HoursKind } from './calendar.js'
import { dueDate, type CountingRule } from './due.js'
import { explain } from './explain.js'
import { INDONESIAN_CALENDAR } from './indonesian-calendar.js'
import { DAY_MS, HOUR_MS, localDate, MINUTE_MS, WEEKDAYS, type LocalDate } from './jakarta.js'
import type { LimitUnit } from './rules.js'
import { CLOCK_RULES } from './standard-rules.js'
import { addWorkingDays, addWorkingMinutes, isWorkingDay, workingDaysBetween, workingMinutesBetween } from './working-time.js'

const RUNS = Number(process.env.CLOCK_RUNS ?? 3_000)

/** The slow truth: walks minutes and days over the plain data and shares no code with the clock. */
class Oracle {
  private readonly closed: ReadonlySet<string>

  constructor(readonly data: CalendarData) {
    this.closed = new Set(data.closedDays.map((day) => day.date))
  }

  dateAt = (instant: number): LocalDate => new Date(instant + 7 * HOUR_MS).toISOString().slice(0, 10)
  midnight = (date: LocalDate): number => Date.parse(`${date}T00:00:00+07:00`)
  next = (date: LocalDate): LocalDate => this.dateAt(this.midnight(date) + DAY_MS)

  hoursOn(kind: HoursKind, date: LocalDate): DayHours | undefined {
    if (this.closed.has(date)) return undefined
    const sundayFirst = new Date(`${date}T12:00:00Z`).getUTCDay()
    const weekday = WEEKDAYS[sundayFirst === 0 ? 6 : sundayFirst - 1] ?? 1
    const inForce = this.data.openings.filter((it) => it.kind === kind && it.from <= date && (it.until === undefined || date <= it.until))
    return inForce.at(-1)?.weekdays[weekday]
  }

  isOpenMinute(kind: HoursKind, instant: number): boolean {
    const hours = this.hoursOn(kind, this.dateAt(instant))
    const face = new Date(instant + 7 * HOUR_MS).toISOString().slice(11, 16).replace(':', '.')
    return (
      hours !== undefined && hours.opens <= face && face < hours.closes && !hours.breaks.some(({ from, to }) => from <= face && face < to)
    )
  }

  due(rule: CountingRule, start: number): number {
    const limit = rule.limit ?? { amount: 0, unit: 'minute' }
    if (limit.unit === 'minute' || limit.unit === 'hour')
      return this.afterMinutes(rule.hours, start, limit.amount * (limit.unit === 'hour' ? 60 : 1))

    let date = this.dateAt(start)
    if (rule.hours === 'service') {
      const closes = this.hoursOn('service', date)?.closes
      if (closes === undefined || this.face(start) >= closes) {
        do date = this.next(date)
        while (this.hoursOn('service', date) === undefined)
      }
    }
    let left = limit.unit === 'week' ? limit.amount * 7 : limit.amount
    let counting = rule.countReceiptDay
    for (;;) {
      if (counting && (limit.unit !== 'working_day' || this.hoursOn(rule.hours, date) !== undefined)) left--
      if (left === 0) break
      counting = true
      date = this.next(date)
    }
    const closes = rule.hours === 'service' ? this.hoursOn('service', date)?.closes : undefined
    return closes === undefined ? this.midnight(date) + DAY_MS - 1 : Date.parse(`${date}T${closes.replace('.', ':')}:00+07:00`)
  }

  afterMinutes(kind: HoursKind, start: number, minutes: number): number {
    let instant = start
    let left = minutes
    while (left > 0 || (minutes === 0 && !this.isOpenMinute(kind, instant))) {
      if (this.isOpenMinute(kind, instant)) left--
      instant += MINUTE_MS
    }
    return instant
  }

  private face = (instant: number) => new Date(instant + 7 * HOUR_MS).toISOString().slice(11, 16).replace(':', '.')
}

const long: DayHours = {
  opens: '07.30',
  closes: '17.45',
  breaks: [
    { from: '09.50', to: '10.05' },
    { from: '12.10', to: '13.25' },
  ],
}
const short: DayHours = { opens: '08.00', closes: '11.00', breaks: [] }
const ramadan: DayHours = { opens: '08.00', closes: '14.30', breaks: [{ from: '12.00', to: '12.30' }] }

const everyDay = { 1: long, 2: short, 3: long, 4: long, 5: short, 6: short, 7: short } as const
const oddWeek = { 2: long, 4: short, 6: long } as const
const week = { 1: ramadan, 2: ramadan, 3: ramadan, 4: ramadan, 5: short } as const

const CALENDARS = [
  INDONESIAN_CALENDAR,
  { ...INDONESIAN_CALENDAR, closedDays: [] },
  {
    ...INDONESIAN_CALENDAR,
    openings: [
      ...INDONESIAN_CALENDAR.openings,
      { kind: 'office', from: '2026-02-18', until: '2026-03-19', weekdays: week },
      { kind: 'service', from: '2026-02-18', until: '2026-03-19', weekdays: week },
    ],
  },
  {
    ...INDONESIAN_CALENDAR,
    openings: [
      { kind: 'office', from: '2000-01-01', weekdays: everyDay },
      { kind: 'office', from: '2026-01-01', weekdays: oddWeek },
      { kind: 'service', from: '2000-01-01', weekdays: oddWeek },
      { kind: 'service', from: '2026-05-05', weekdays: everyDay },
    ],
  },
] satisfies CalendarData[]

const WORLDS = CALENDARS.map((data) => ({ data, calendar: new Calendar(data), oracle: new Oracle(data) }))
const world = fc.constantFrom(...WORLDS)

const FIRST = Date.parse('2023-12-20T00:00:00+07:00')
const LAST = Date.parse('2028-01-15T00:00:00+07:00')
const anyInstant = fc.integer({ min: FIRST, max: LAST })
const wholeMinute = anyInstant.map((instant) => instant - (instant % MINUTE_MS))
const anyDate = anyInstant.map((instant) => localDate(instant))
const hours = fc.constantFrom<HoursKind>('office', 'service')

const dayRule: fc.Arbitrary<CountingRule> = fc.record({
  limit: fc.record({ amount: fc.integer({ min: 1, max: 70 }), unit: fc.constantFrom<LimitUnit>('day', 'working_day', 'week') }),
  countReceiptDay: fc.boolean(),
  hours,
})
const minuteRule: fc.Arbitrary<CountingRule> = fc.record({
  limit: fc.oneof(
    fc.record({ amount: fc.integer({ min: 0, max: 900 }), unit: fc.constant<LimitUnit>('minute') }),
    fc.record({ amount: fc.integer({ min: 0, max: 16 }), unit: fc.constant<LimitUnit>('hour') }),
  ),
  countReceiptDay: fc.constant(false),
  hours,
})

const check = <T>(arbitrary: fc.Arbitrary<T>, law: (value: T) => void, runs = RUNS) =>
  fc.assert(
    fc.property(arbitrary, (value) => law(value)),
    { numRuns: runs },
  )

test('days, working days and weeks end where walking the days ends', () => {
  check(fc.record({ world, rule: dayRule, start: anyInstant }), ({ world: { calendar, oracle }, rule, start }) => {
    const due = dueDate(rule, start, calendar)
    const truth = oracle.due(rule, start)
    expect(due.dueAt?.toISOString()).toBe(new Date(truth).toISOString())
    expect(due.dueDate).toBe(oracle.dateAt(truth))
    expect(due.flags.endsOnClosedDay).toBe(oracle.hoursOn('office', oracle.dateAt(truth)) === undefined)
    expect(due.flags.undecreed).toBe(oracle.dateAt(start) < '2024' || oracle.dateAt(truth) >= '2028')
  })
})

test('minutes and hours end where walking the minutes ends', () => {
  check(
    fc.record({ world, rule: minuteRule, start: wholeMinute }),
    ({ world: { calendar, oracle }, rule, start }) => {
      expect(dueDate(rule, start, calendar).dueAt?.toISOString()).toBe(new Date(oracle.due(rule, start)).toISOString())
    },
    Math.ceil(RUNS / 10),
  )
})

test('open minutes between two instants are the open minutes walked', () => {
  check(
    fc.record({ world, kind: hours, start: wholeMinute, length: fc.integer({ min: 0, max: 6_000 }) }),
    ({ world: { calendar, oracle }, kind, start, length }) => {
      let open = 0
      for (let minute = 0; minute < length; minute++) if (oracle.isOpenMinute(kind, start + minute * MINUTE_MS)) open++
      const end = start + length * MINUTE_MS
      expect(workingMinutesBetween(calendar, kind, start, end)).toBe(open)
      expect(workingMinutesBetween(calendar, kind, end, start)).toBe(open === 0 ? 0 : -open)
    },
    Math.ceil(RUNS / 20),
  )
})

test('adding open minutes is undone by measuring them, and no earlier instant would do', () => {
  check(
    fc.record({ world, kind: hours, start: anyInstant, minutes: fc.integer({ min: 1, max: 20_000 }) }),
    ({ world: { calendar }, kind, start, minutes }) => {
      const end = addWorkingMinutes(calendar, kind, start, minutes)
      expect(workingMinutesBetween(calendar, kind, start, end)).toBe(minutes)
      expect(workingMinutesBetween(calendar, kind, start, end.getTime() - 1)).toBeLessThan(minutes)
    },
  )
})

test('adding working days is undone by counting them, forwards and backwards', () => {
  check(fc.record({ world, kind: hours, date: anyDate, n: fc.integer({ min: 1, max: 300 }) }), ({ world: { calendar }, kind, date, n }) => {
    const later = addWorkingDays(calendar, date, n, kind)
    expect(workingDaysBetween(calendar, date, later, kind)).toBe(n)
    expect(isWorkingDay(calendar, later, kind)).toBe(true)
    const earlier = addWorkingDays(calendar, date, -n, kind)
    expect(isWorkingDay(calendar, earlier, kind)).toBe(true)
    expect(workingDaysBetween(calendar, earlier, date, kind)).toBe(isWorkingDay(calendar, date, kind) ? n : n - 1)
  })
})

test('who comes later is never due earlier', () => {
  check(
    fc.record({ world, rule: fc.oneof(dayRule, minuteRule), start: anyInstant, delay: fc.integer({ min: 0, max: 10 * DAY_MS }) }),
    ({ world: { calendar }, rule, start, delay }) => {
      const due = dueDate(rule, start, calendar).dueAt?.getTime() ?? 0
      expect(dueDate(rule, start + delay, calendar).dueAt?.getTime()).toBeGreaterThanOrEqual(due)
    },
  )
})

test('the explanation adds up to the due date it explains', () => {
  const template = CLOCK_RULES[0]
  if (!template) throw new Error('There are no clock rules')
  check(
    fc.record({ world, rule: fc.oneof(dayRule, minuteRule), start: anyInstant }),
    ({ world: { calendar }, rule, start }) => {
      const { spans, dueAt, dueDate: date, limit } = explain({ ...template, ...rule }, start, calendar)
      const counted = spans.filter((span) => span.counted)
      for (const [index, span] of spans.entries()) {
        expect(span.from.getTime()).toBeLessThanOrEqual(span.to.getTime())
        const before = spans[index - 1]
        if (before) expect([0, 1]).toContain(span.from.getTime() - before.to.getTime())
      }
      if (limit?.unit === 'minute' || limit?.unit === 'hour') {
        const minutes = counted.reduce((sum, span) => sum + (span.minutes ?? 0), 0)
        expect(minutes).toBeCloseTo(limit.amount * (limit.unit === 'hour' ? 60 : 1), 6)
      } else {
        expect(counted.map((span) => span.ordinal)).toEqual(counted.map((_, index) => index + 1))
        expect(counted.length).toBe((limit?.amount ?? 0) * (limit?.unit === 'week' ? 7 : 1))
        expect(counted.at(-1)?.date).toBe(date)
      }
      expect(spans.length === 0 ? start : spans.at(-1)?.to.getTime()).toBe(dueAt?.getTime())
    },
    Math.ceil(RUNS / 10),
  )
})
