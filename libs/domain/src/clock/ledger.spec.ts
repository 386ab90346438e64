import { elapsedOf } from './elapsed.js'
import { explain } from './explain.js'
import { clockFace } from './format.js'
import { indonesianCalendar } from './indonesian-calendar.js'
import { dateOfDay, dayOf, jakarta } from './jakarta.js'
import { flagOf, ledgerFault, readLedger, type LedgerEntry, type LedgerFault } from './ledger.js'
import { nearestClock } from './nearest.js'
import { clockRule } from './standard-rules.js'

const calendar = indonesianCalendar()
const at = (text: string) => jakarta(text.slice(0, 10), text.slice(11) || '10.00')
const ruleOf = (code: string) => {
  const rule = clockRule(code)
  if (!rule) throw new Error(`There is no rule ${code}`)
  return rule
}
const start = (text: string): LedgerEntry => ({ kind: 'start', at: at(text) })
const pause = (text: string): LedgerEntry => ({ kind: 'pause', at: at(text), reason: 'applicant_completion' })
const resume = (text: string): LedgerEntry => ({ kind: 'resume', at: at(text) })
const extend = (text: string, amount: number): LedgerEntry => ({ kind: 'extend', at: at(text), amount })
const reclassify = (text: string): LedgerEntry => ({ kind: 'reclassify', at: at(text) })
const stop = (text: string): LedgerEntry => ({ kind: 'stop', at: at(text) })
const due = (code: string, entries: LedgerEntry[]) => readLedger(ruleOf(code), entries, calendar).due?.dueDate ?? null

describe('days after the day of a pause, up to and including the day of resumption, are not counted', () => {
  const NORMATIVE = 'netralitas.lapor_normative'
  test.each<[string, string, LedgerEntry[], string]>([
    ['no pause [netralitas.lapor_normative]', NORMATIVE, [], '2026-11-30'],
    ['paused and resumed on one day', NORMATIVE, [pause('2026-11-24 09.00'), resume('2026-11-24 15.00')], '2026-11-30'],
    ['Tuesday to Thursday: Wednesday and Thursday', NORMATIVE, [pause('2026-11-24'), resume('2026-11-26')], '2026-12-02'],
    ['over a weekend: two working days and the resume day', NORMATIVE, [pause('2026-11-26'), resume('2026-11-30')], '2026-12-02'],
    ['on the day of receipt', NORMATIVE, [pause('2026-11-23'), resume('2026-11-25')], '2026-12-02'],
    ['on the last day', NORMATIVE, [pause('2026-11-30'), resume('2026-12-03')], '2026-11-30'],
    ['twice', NORMATIVE, [pause('2026-11-24'), resume('2026-11-25'), pause('2026-11-26'), resume('2026-11-27')], '2026-12-02'],
    [
      'twice, the second begun on the day the first ended',
      NORMATIVE,
      [pause('2026-11-24'), resume('2026-11-25'), pause('2026-11-25'), resume('2026-11-26')],
      '2026-12-02',
    ],
    ['still open: the date stands', NORMATIVE, [pause('2026-11-24')], '2026-11-30'],
    ['calendar days [medlin.letter]', 'medlin.letter', [pause('2026-11-24'), resume('2026-11-28')], '2026-11-29'],
    ['a week [merit.letter]', 'merit.letter', [pause('2026-11-24'), resume('2026-11-26')], '2026-12-02'],
    ['under service hours [kode_etik.letter]', 'kode_etik.letter', [pause('2026-11-23 12.00'), resume('2026-11-24 09.00')], '2026-11-25'],
    ['a file that was complete [jpt.answer]', 'jpt.answer', [pause('2026-11-25'), resume('2026-11-26')], '2026-12-01'],
  ])('%s', (_, code, entries, expected) => {
    expect(due(code, [start('2026-11-23'), ...entries])).toBe(expected)
  })

  test('open minutes inside a pause are not counted', () => {
    const entries = [start('2026-11-27 11.15'), pause('2026-11-27 11.20'), resume('2026-11-27 13.20')]
    expect(readLedger(ruleOf('medlin.walk_in'), entries, calendar).due?.dueAt).toEqual(at('2026-11-27 14.15'))
  })
})

describe('extension and reclassification', () => {
  const FIELD = 'netralitas.lapor_field'
  test('an extension adds its days at the end; the first due date stays beside it', () => {
    const state = readLedger(ruleOf('netralitas.lapor_no_field'), [start('2026-11-23'), extend('2026-12-01', 3)], calendar)
    expect([state.dueBeforeExtension?.dueDate, state.due?.dueDate, state.granted, state.extensions]).toEqual([
      '2026-12-11',
      '2026-12-16',
      3,
      1,
    ])
  })

  test('reclassified from 5 to 14 to 60 days a complaint keeps its start and its pauses [netralitas.lapor_no_field] [netralitas.lapor_field]', () => {
    const lived = [start('2026-11-23'), pause('2026-11-24'), resume('2026-11-26')]
    expect(due('netralitas.lapor_normative', lived)).toBe('2026-12-02')
    expect(due('netralitas.lapor_no_field', [...lived, reclassify('2026-11-27')])).toBe('2026-12-15')
    expect(due(FIELD, [...lived, reclassify('2026-11-27'), reclassify('2026-12-01')])).toBe('2027-02-24')
  })

  test('what was granted on the limit before ends with it, and what is granted after it counts', () => {
    const lived = [start('2026-11-23'), extend('2026-11-24', 2), reclassify('2026-11-25')]
    expect(due(FIELD, lived)).toBe('2027-02-22')
    expect(due(FIELD, [...lived, extend('2026-11-26', 2)])).toBe('2027-02-24')
  })

  test('from direct to technical [netralitas.siapnet_direct] [netralitas.siapnet_technical]', () => {
    expect(due('netralitas.siapnet_direct', [start('2026-11-23')])).toBe('2026-11-27')
    expect(due('netralitas.siapnet_technical', [start('2026-11-23'), reclassify('2026-11-24')])).toBe('2026-12-11')
  })

  test('an open limit has no date until one is set, and follows the last one that was [jpt.answer]', () => {
    const set = (text: string, amount: number): LedgerEntry => ({ kind: 'set_limit', at: at(text), limit: { amount, unit: 'working_day' } })
    expect(due('jpt.answer_3t', [start('2026-11-23')])).toBeNull()
    expect(due('jpt.answer_3t', [start('2026-11-23'), set('2026-11-24', 10)])).toBe('2026-12-07')
    expect(due('jpt.answer_3t', [start('2026-11-23'), set('2026-11-24', 10), set('2026-11-25', 12)])).toBe('2026-12-09')
    expect(due('jpt.answer', [start('2026-11-23'), set('2026-11-24', 10), reclassify('2026-11-25')])).toBe('2026-11-30')
  })
})

test.each<[LedgerFault, LedgerEntry[]]>([
  ['before_start', [pause('2026-11-23')]],
  ['before_start', [extend('2026-11-23', 1)]],
  ['started_twice', [start('2026-11-23'), start('2026-11-24')]],
  ['paused_already', [start('2026-11-23'), pause('2026-11-24'), pause('2026-11-25')]],
  ['not_paused', [start('2026-11-23'), resume('2026-11-24')]],
  ['stopped_paused', [start('2026-11-23'), pause('2026-11-24'), stop('2026-11-25')]],
  ['after_stop', [start('2026-11-23'), stop('2026-11-24'), pause('2026-11-25')]],
  ['back_in_time', [start('2026-11-23'), pause('2026-11-25'), resume('2026-11-24')]],
  ['nothing_granted', [start('2026-11-23'), extend('2026-11-24', 0)]],
])('a ledger is refused: %s', (fault, entries) => {
  expect(ledgerFault(entries)).toBe(fault)
  expect(() => readLedger(ruleOf('jpt.answer'), entries, calendar)).toThrow(RangeError)
})

test('a promise may be reclassified before it starts, with a start that lies before', () => {
  expect(ledgerFault([reclassify('2026-11-24'), start('2026-11-23'), stop('2026-11-25')])).toBeNull()
})

test('what has run and what was paused is told in the unit of the limit', () => {
  const rule = ruleOf('netralitas.lapor_field')
  const entries = [start('2026-11-23'), pause('2026-11-24'), resume('2026-11-26'), pause('2026-11-30')]
  const state = readLedger(rule, entries, calendar)
  expect(elapsedOf(rule, rule.limit, state, at('2026-12-02'), calendar)).toEqual({ unit: 'working_day', run: 3, paused: 4 })
  const fresh = readLedger(rule, entries.slice(0, 1), calendar)
  expect(elapsedOf(rule, rule.limit, fresh, at('2026-11-23 18.00'), calendar)).toEqual({ unit: 'working_day', run: 0, paused: 0 })
})

test('the weightiest word is shown beside a date', () => {
  const of = (entries: LedgerEntry[], code = 'medlin.letter') => flagOf(readLedger(ruleOf(code), entries, calendar))
  expect(of([start('2026-11-20')])).toBe('ends_on_closed_day')
  expect(of([start('2026-11-20'), pause('2026-11-20 11.00')])).toBe('paused')
  expect(of([start('2026-11-23')])).toBeNull()
  expect(of([start('2026-11-23'), { kind: 'excuse', at: at('2026-11-23 11.00') }], 'medlin.walk_in')).toBe('excused')
  expect(of([start('2026-11-23')], 'jpt.answer_3t')).toBe('limit_not_set')
})

test('a promise that runs is shown before one that is paused, however near', () => {
  const running = { stoppedAt: null, startedAt: at('2026-11-23') }
  const paused = { ...running, code: 'a', dueAt: at('2026-11-24'), flag: 'paused' }
  const open = { ...running, code: 'b', dueAt: at('2026-12-24'), flag: null }
  const waiting = { ...open, code: 'c', startedAt: null, dueAt: null }
  expect(nearestClock([paused, waiting, open])?.code).toBe('b')
  expect(nearestClock([paused, waiting])?.code).toBe('a')
  expect(nearestClock([waiting, { ...open, stoppedAt: at('2026-11-24') }])).toBeNull()
})

describe('the account of a due date', () => {
  test('names the days of a pause with its reason, and the days of an extension', () => {
    const entries = [start('2026-11-23 09.00'), pause('2026-11-24'), resume('2026-11-26'), extend('2026-11-27', 1)]
    const told = explain(ruleOf('netralitas.lapor_normative'), at('2026-11-23 09.00'), calendar, entries)
    expect(told.spans.map(({ from, text }) => `${dateOfDay(dayOf(from)).slice(5)} ${text.id}`)).toEqual([
      '11-23 Hari penerimaan, belum dihitung',
      '11-24 Hari ke-1',
      '11-25 Dijeda: menunggu kelengkapan dari pemohon',
      '11-26 Dilanjutkan hari ini, belum dihitung',
      '11-27 Hari ke-2',
      '11-28 Akhir pekan (Sabtu)',
      '11-29 Akhir pekan (Minggu)',
      '11-30 Hari ke-3',
      '12-01 Hari ke-4',
      '12-02 Hari ke-5',
      '12-03 Hari ke-6 (perpanjangan)',
    ])
    expect(told.summary.id).toBe(
      '5 hari kerja dan perpanjangan 1 hari kerja sejak diterima, 23 November 2026, 09.00 WIB; jatuh tempo 3 Desember 2026, 23.59 WIB (semula 2 Desember 2026, 23.59 WIB).',
    )
    expect(told.dueBeforeExtension).toEqual(new Date(at('2026-12-03 00.00').getTime() - 1))
  })

  test('says of an open pause that the date will move', () => {
    const told = explain(ruleOf('netralitas.lapor_normative'), at('2026-11-23'), calendar, [start('2026-11-23'), pause('2026-11-25')])
    expect(told.spans.filter(({ reason }) => reason.code === 'held_day')).toHaveLength(3)
    expect(told.summary.en).toContain('Paused since 25 November 2026, 10:00 WIB: the date moves when work is resumed.')
  })

  test('cuts the stretches of an hour where a pause begins and ends', () => {
    const entries = [start('2026-11-27 11.15'), pause('2026-11-27 11.20'), resume('2026-11-27 13.20')]
    const { spans } = explain(ruleOf('medlin.walk_in'), at('2026-11-27 11.15'), calendar, entries)
    expect(spans.map((one) => [clockFace(one.from), clockFace(one.to), one.reason.code, one.minutes])).toEqual([
      ['11.15', '11.20', 'counted_time', 5],
      ['11.20', '11.30', 'paused', null],
      ['11.30', '13.00', 'break', null],
      ['13.00', '13.20', 'paused', null],
      ['13.20', '14.15', 'counted_time', 55],
    ])
  })
})
