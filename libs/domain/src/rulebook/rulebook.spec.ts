import { Calendar, type CalendarData } from '../clock/calendar.js'
import { INDONESIAN_CALENDAR } from '../clock/indonesian-calendar.js'
import { jakarta } from '../clock/jakarta.js'
import { flagOf, readLedger } from '../clock/ledger.js'
import { clockRule } from '../clock/standard-rules.js'
import { START_EVENTS } from '../clock/rules.js'
import { publishedDocument, readDocument } from '../standard/document.js'
import { linesOf, structureOf, withLines } from '../standard/lines.js'
import { CHANNEL_LABEL, LETTER_KINDS, SENDER_KIND_LABEL, SERVICES } from '../standard/service.js'
import { requirementsFor } from '../standard/standards.js'
import { differenceOfCalendars } from './calendar-difference.js'
import { calendarFaults, isCalendarData } from './calendar-faults.js'
import { checkStandard, type Provisions } from './check-standards.js'
import { differenceOfStandards } from './difference.js'
import { daysOfYear } from './import-year.js'
import { rehearseClock, RehearsalTally } from './rehearsal.js'
import { RULE_DRAFT_STATES, RULE_DRAFT_WORKFLOW, type RuleDraftState } from './rule-draft.js'
import { REFERRED_REQUIREMENTS, standardFaults } from './standard-faults.js'

const netralitas = publishedDocument('NETRALITAS')
const written = (key: string, change: Partial<{ id: string; amount: number; mandatory: boolean }>) => {
  const line = linesOf(netralitas).find((known) => known.key === key)
  if (!line) throw new Error(`There is no line ${key}`)
  return withLines(
    netralitas,
    [
      {
        ...line,
        text: { ...line.text, ...(change.id === undefined ? {} : { id: change.id }) },
        ...(change.mandatory === undefined ? {} : { mandatory: change.mandatory }),
        ...(change.amount === undefined || !line.limit ? {} : { limit: { ...line.limit, amount: change.amount } }),
      },
    ],
    2,
  )
}
const faultsOf = (document: Parameters<typeof standardFaults>[0]) => standardFaults(document, netralitas).map(({ key }) => key)

describe('a version of a standard', () => {
  test.each(SERVICES)('%s: every line can be read and written back unchanged, under a key of its own', (service) => {
    const document = publishedDocument(service)
    const lines = linesOf(document)
    expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length)
    expect(withLines(document, lines, 2)).toEqual(document)
    expect(differenceOfStandards(document, document)).toEqual([])
    expect(standardFaults(document, document)).toEqual([])
    expect(
      structureOf(
        withLines(
          document,
          lines.map((line) => ({ ...line, text: { id: 'x', en: line.section === 'complaint' ? 'y: z' : 'y' } })),
          2,
        ),
      ),
    ).toEqual(structureOf(document))
  })

  test('a stored version that says nothing of clocks counts by the published ones; the first is always the published page', () => {
    const { clocks, ...printed } = netralitas
    expect(readDocument('NETRALITAS', 2, printed).clocks).toEqual(clocks)
    expect(readDocument('NETRALITAS', 1, { requirements: [] })).toEqual(netralitas)
  })

  test('the difference names the clause with what stood there and what stands there now', () => {
    const after = written('clock.netralitas.letter', { amount: 10 })
    expect(differenceOfStandards(netralitas, after)).toEqual([
      {
        key: 'clock.netralitas.letter',
        section: 'clock',
        clause: clockRule('netralitas.letter')?.clause,
        before: { id: 'Penyelesaian pengaduan (14 hari kerja)', en: 'Completion of the complaint (14 working days)' },
        after: { id: 'Penyelesaian pengaduan (10 hari kerja)', en: 'Completion of the complaint (10 working days)' },
      },
    ])
  })

  test.each([
    ['an empty text', written('time.headline', { id: ' ' }), ['time.headline']],
    ['a text without end', written('time.headline', { id: 'a'.repeat(2001) }), ['time.headline']],
    ['no time at all', written('clock.netralitas.letter', { amount: 0 }), ['clock.netralitas.letter', 'clock.netralitas.letter']],
    ['half a day', written('clock.netralitas.letter', { amount: 1.5 }), ['clock.netralitas.letter', 'clock.netralitas.letter']],
    ['a year and more', written('clock.netralitas.letter', { amount: 366 }), ['clock.netralitas.letter', 'clock.netralitas.letter']],
    ['a limit that the printed sentence does not follow', written('clock.netralitas.letter', { amount: 10 }), ['clock.netralitas.letter']],
    ['requirements in another order', { ...netralitas, requirements: [...netralitas.requirements].reverse() }, ['structure']],
    ['a complaint channel without an address', written('complaint.2', { id: 'Hotline telepon' }), ['complaint.2']],
    ['a clock less', { ...netralitas, clocks: netralitas.clocks.slice(1) }, ['structure']],
    [
      'another stop event',
      { ...netralitas, clocks: netralitas.clocks.map((clock) => ({ ...clock, stopEvent: 'consultation_begun' as const })) },
      ['structure'],
    ],
    ['a limit taken away', { ...netralitas, clocks: netralitas.clocks.map((clock) => ({ ...clock, limit: null })) }, null],
  ])('%s is a fault', (_, document, keys) => {
    if (keys) expect(faultsOf(document)).toEqual(keys)
    else expect(faultsOf(document).length).toBeGreaterThan(netralitas.clocks.length - 1)
  })

  test('a requirement may become optional, and a limit may change together with its sentence', () => {
    expect(faultsOf(written('requirement.netralitas.stamp', { mandatory: false }))).toEqual([])
    const both = withLines(
      written('clock.netralitas.letter', { amount: 10 }),
      [{ key: 'time.netralitas.completion', text: { id: '10 (sepuluh) hari kerja', en: '10 (ten) working days' } }],
      2,
    )
    expect(standardFaults(both, netralitas)).toEqual([])
  })
})

describe('requirements of a version', () => {
  const asked = { channels: ['post', 'email'] as const, appliesTo: ['agency'] as const, mandatory: true, clause: 'Persyaratan 3a' }
  const text = { id: ' Surat tugas dari pimpinan ', en: 'Assignment letter' }
  const more = withLines(netralitas, [{ key: 'requirement.+1', text, ...asked }], 2)

  test('one more is asked after the printed ones, under a code that no other version gives', () => {
    expect(more.requirements.slice(0, -1)).toEqual(netralitas.requirements)
    const { channels, appliesTo, mandatory, clause } = asked
    const added = {
      code: 'netralitas.v2_1',
      text: { id: 'Surat tugas dari pimpinan', en: text.en },
      clause,
      channels,
      appliesTo,
      mandatory,
    }
    expect(more.requirements.at(-1)).toEqual(added)
    expect(standardFaults(more, netralitas)).toEqual([])
    expect(requirementsFor(more, 'email', 'agency')).toContainEqual(added)
    expect(requirementsFor(more, 'email', 'individual')).not.toContainEqual(added)
    expect(requirementsFor(netralitas, 'email', 'agency')).not.toContainEqual(added)
  })

  test('saved again it keeps its code, and the next gets another', () => {
    const again = withLines(
      netralitas,
      [
        { key: 'requirement.+7', text, ...asked },
        { key: 'requirement.netralitas.v2_1', text: { ...text, en: 'Changed' }, ...asked },
      ],
      2,
    )
    expect(again.requirements.slice(-2).map(({ code }) => code)).toEqual(['netralitas.v2_2', 'netralitas.v2_1'])
  })

  test('what is new and what is gone is told whole, with its channels and senders', () => {
    const [first] = netralitas.requirements
    const key = `requirement.${first?.code}`
    const less = withLines(more, [{ key, text, removed: true }], 3)
    expect(standardFaults(less, more)).toEqual([])
    expect(differenceOfStandards(netralitas, less)).toEqual([
      {
        key: 'requirement.netralitas.v2_1',
        section: 'requirement',
        clause: 'Persyaratan 3a',
        before: null,
        after: {
          id: `Surat tugas dari pimpinan (wajib) · ${CHANNEL_LABEL.post.id}, ${CHANNEL_LABEL.email.id} · ${SENDER_KIND_LABEL.agency.id}`,
          en: `Assignment letter (mandatory) · ${CHANNEL_LABEL.post.en}, ${CHANNEL_LABEL.email.en} · ${SENDER_KIND_LABEL.agency.en}`,
        },
      },
      expect.objectContaining({
        key,
        after: null,
        before: expect.objectContaining({ id: expect.stringContaining(first?.text.id ?? '-') }),
      }),
    ])
  })

  test.each([
    ['no channel', { channels: [] }],
    ['a channel that is not printed', { channels: ['sijapti' as const] }],
    ['nobody it is asked of', { appliesTo: [] }],
    ['no clause', { clause: ' ' }],
  ])('%s is a fault', (_, change) => {
    expect(faultsOf(withLines(netralitas, [{ key: 'requirement.+1', text, ...asked, ...change }], 2))).toEqual([
      'requirement.netralitas.v2_1',
    ])
  })

  test.each(REFERRED_REQUIREMENTS)('%s cannot be taken out: other rules look at it', (code) => {
    const jpt = publishedDocument('JPT')
    expect(jpt.requirements.map((requirement) => requirement.code)).toContain(code)
    const key = `requirement.${code}`
    expect(standardFaults(withLines(jpt, [{ key, text, removed: true }], 2), jpt).map((fault) => fault.key)).toEqual([key])
  })
})

describe('what a standard needs to be kept', () => {
  const all: Provisions = {
    recordedBy: Object.fromEntries(START_EVENTS.map((event) => [event, 'somewhere'])),
    templates: () => LETTER_KINDS,
    chains: () => LETTER_KINDS,
  }
  test.each(SERVICES)('%s has it', (service) => {
    expect(checkStandard(publishedDocument(service), all)).toEqual([])
  })
  test.each<[string, Partial<Provisions>, string]>([
    [
      'no act records the event',
      { recordedBy: {} },
      'NETRALITAS: no act records "received", from which the clock netralitas.letter starts',
    ],
    ['nobody can write the letter', { templates: () => [] }, 'NETRALITAS: the product "answer" has no letter template'],
    ['nobody reviews the letter', { chains: () => [] }, 'NETRALITAS: the product "answer" has no review chain'],
  ])('%s: said in a sentence', (_, lacking, sentence) => {
    expect(checkStandard(netralitas, { ...all, ...lacking })).toContain(sentence)
  })
  test('a channel without a procedure is said', () => {
    expect(checkStandard({ ...netralitas, procedures: [] }, all)).toContain('NETRALITAS: the channel "lapor" has no procedure')
  })
})

const with2028: CalendarData = {
  ...INDONESIAN_CALENDAR,
  closedDays: [...INDONESIAN_CALENDAR.closedDays, { date: '2028-01-03', name: 'Cuti Bersama Tahun Baru', kind: 'cuti_bersama' }],
  decreedYears: [...INDONESIAN_CALENDAR.decreedYears, 2028],
  decrees: [...(INDONESIAN_CALENDAR.decrees ?? []), { year: 2028, number: 'SKB Contoh 1/2027', date: '2027-09-01' }],
}

describe('a calendar', () => {
  test('a year with its decree is right, and is told year by year, day by day', () => {
    expect(calendarFaults(with2028, INDONESIAN_CALENDAR)).toEqual([])
    expect(differenceOfCalendars(INDONESIAN_CALENDAR, with2028).map(({ key, after }) => [key, after?.id])).toEqual([
      ['year.2028', 'SKB Contoh 1/2027, 1 September 2027'],
      ['day.2028-01-03', 'Cuti Bersama Tahun Baru (cuti bersama)'],
    ])
  })

  const ramadan = {
    kind: 'office' as const,
    from: '2027-02-08',
    until: '2027-03-09',
    weekdays: { 1: { opens: '08.00', closes: '15.00', breaks: [{ from: '12.00', to: '12.30' }] } },
  }
  test('hours for a time are told with their period', () => {
    expect(
      differenceOfCalendars(INDONESIAN_CALENDAR, { ...INDONESIAN_CALENDAR, openings: [...INDONESIAN_CALENDAR.openings, ramadan] }),
    ).toEqual([
      expect.objectContaining({
        section: 'opening',
        clause: 'Jam kerja, 8 Februari 2027 - 9 Maret 2027',
        before: null,
        after: { id: 'Senin 08.00-15.00, istirahat 12.00-12.30', en: 'Monday 08.00-15.00, break 12.00-12.30' },
      }),
    ])
  })

  test.each<[string, unknown, string]>([
    ['not a calendar', { version: 'x' }, 'structure'],
    ['a date that is none', { ...with2028, closedDays: [{ date: '2028-02-30', name: 'Libur', kind: 'libur_nasional' }] }, 'day.2028-02-30'],
    ['a day twice', { ...with2028, closedDays: [...with2028.closedDays, ...with2028.closedDays.slice(-1)] }, 'day.2028-01-03'],
    ['a day without a name', { ...with2028, closedDays: [{ date: '2028-01-03', name: '', kind: 'libur_nasional' }] }, 'day.2028-01-03'],
    ['a year without a decree', { ...with2028, decrees: INDONESIAN_CALENDAR.decrees }, 'year.2028'],
    ['a decree without its day', { ...with2028, decrees: [{ year: 2028, number: 'SKB', date: null }] }, 'year.2028'],
    ['a year without a day off', { ...with2028, decreedYears: [...with2028.decreedYears, 2029] }, 'year.2029'],
    [
      'hours that close before they open',
      { ...with2028, openings: [...with2028.openings, { ...ramadan, weekdays: { 1: { opens: '15.00', closes: '08.00', breaks: [] } } }] },
      'opening.2',
    ],
    [
      'hours that end before they begin',
      { ...with2028, openings: [...with2028.openings, { ...ramadan, until: '2027-01-01' }] },
      'opening.2',
    ],
    ['no hours that go on', { ...with2028, openings: [ramadan] }, 'opening'],
  ])('%s is a fault', (_, data, key) => {
    expect(calendarFaults(data, INDONESIAN_CALENDAR).map((fault) => fault.key)).toContain(key)
  })

  test.each<[string, object, string]>([
    ['a day off', { closedDays: [{ date: '2028-02-30', name: 'Libur', kind: 'libur_nasional' }] }, '2028-02-30'],
    ['a decree', { decrees: [{ year: 2028, number: 'SKB', date: '2027-13-01' }] }, '2028'],
    ['hours', { openings: [{ ...ramadan, from: '2027-02-31', until: 'lusa' }] }, 'Jam kerja, 2027-02-31 - lusa'],
    ['a kind of day', { closedDays: [{ date: '2028-01-03', name: 'Libur', kind: 'toString' }] }, '3 Januari 2028'],
    ['a kind of hours', { openings: [{ ...ramadan, kind: 'malam' }] }, 'malam, 8 Februari 2027 - 9 Maret 2027'],
  ])('a fault in %s is still told as a difference, so that the draft can be opened and mended', (_, faulty, clause) => {
    const draft = JSON.parse(JSON.stringify({ ...with2028, ...faulty })) as CalendarData
    expect(isCalendarData(draft)).toBe(true)
    expect(differenceOfCalendars(INDONESIAN_CALENDAR, draft).map((change) => change.clause)).toContain(clause)
  })

  test('a due date that falls into 2028 is flagged until the year is decreed', () => {
    const rule = clockRule('netralitas.letter')
    if (!rule) throw new Error('The rule is missing')
    const ledger = [{ kind: 'start' as const, at: jakarta('2027-12-20', '09.00') }]
    const before = readLedger(rule, ledger, new Calendar(INDONESIAN_CALENDAR))
    const after = readLedger(rule, ledger, new Calendar(with2028))
    expect([before.due?.dueDate, flagOf(before)]).toEqual(['2028-01-10', 'undecreed'])
    expect([after.due?.dueDate, flagOf(after)]).toEqual(['2028-01-11', null])
  })
})

test.each([
  ['2028-01-01', 'Tahun Baru', 'Libur Nasional', null],
  ['01/01/2028', 'Tahun Baru', 'libur_nasional', null],
  ['1.1.2028', 'Tahun Baru', 'cuti bersama', null],
  ['2028-02-30', 'Tahun Baru', 'libur', '"2028-02-30" bukan tanggal.'],
  ['2027-01-01', 'Tahun Baru', 'libur', '2027-01-01 bukan hari dalam tahun 2028.'],
  ['2028-01-01', ' ', 'libur', 'Nama hari libur kosong.'],
  ['2028-01-01', 'Tahun Baru', 'pesta', 'Jenis "pesta" tidak dikenal: isi libur nasional atau cuti bersama.'],
])('a line "%s, %s, %s" of an imported year: %s', (date, name, kind, fault) => {
  const { days, faults } = daysOfYear([{ date, name, kind }], 2028)
  expect(faults.map(({ line, text }) => [line, text.id])).toEqual(fault ? [[1, fault]] : [])
  expect(days.map((day) => day.date)).toEqual(fault ? [] : ['2028-01-01'])
})

describe('a rehearsal', () => {
  const rule = clockRule('netralitas.letter')
  if (!rule) throw new Error('The rule is missing')
  const calendar = new Calendar(INDONESIAN_CALENDAR)
  const limited = (amount: number) => ({ rule: { ...rule, limit: { amount, unit: 'working_day' as const } }, calendar })
  const clock = (...entries: Parameters<typeof readLedger>[1]) => ({
    clockId: 'k',
    caseId: 'c',
    agenda: '0001/2026',
    code: rule.code,
    rule,
    entries,
  })
  const start = { kind: 'start' as const, at: jakarta('2026-06-02', '09.00') }
  const stop = (date: string) => ({ kind: 'stop' as const, at: jakarta(date, '09.00') })
  const now = jakarta('2026-11-02')

  test.each([
    ['2026-06-10', 10, 'moves'],
    ['2026-06-23', 10, 'enters'],
    ['2026-06-25', 20, 'leaves'],
    ['2026-07-30', 20, 'moves'],
    ['2026-06-10', 14, null],
  ])('stopped on %s, %i working days instead of 14: %s', (date, amount, effect) => {
    const result = rehearseClock(clock(start, stop(date)), limited(14), limited(amount), now)
    expect(result?.line?.effect ?? null).toBe(effect)
  })

  test('counts pauses as the ledger has them', () => {
    const entries = [
      start,
      { kind: 'pause' as const, at: jakarta('2026-06-03', '09.00'), reason: 'agency_clarification' as const },
      { kind: 'resume' as const, at: jakarta('2026-06-19', '09.00') },
      stop('2026-06-30'),
    ]
    expect(rehearseClock(clock(...entries), limited(14), limited(10), now)?.line?.effect).toBe('moves')
  })

  test('adds up: what enters or leaves breach also moves, and stands first', () => {
    const tally = new RehearsalTally()
    for (const [date, amount] of [
      ['2026-06-10', 10],
      ['2026-06-25', 20],
      ['2026-06-23', 10],
      ['2026-06-10', 14],
    ] as const) {
      tally.add(rehearseClock(clock(start, stop(date)), limited(14), limited(amount), now))
    }
    const { lines, ...numbers } = tally.outcome()
    expect(numbers).toEqual({ clocks: 4, moves: 3, leaves: 1, enters: 1, undecreedBefore: 0, undecreedAfter: 0 })
    expect(lines.map((line) => line.effect)).toEqual(['enters', 'leaves', 'moves'])
  })

  test('a clock that never started says nothing', () => {
    expect(rehearseClock(clock(), limited(14), limited(10), now)).toBeNull()
  })
})

test('every state of a draft can be reached, and the last two are final', () => {
  const steps: readonly { readonly from: readonly RuleDraftState[]; readonly to: RuleDraftState | null }[] =
    Object.values(RULE_DRAFT_WORKFLOW)
  for (const state of RULE_DRAFT_STATES) expect(state === 'draft' || steps.some((step) => step.to === state)).toBe(true)
  for (const state of ['active', 'discarded'] as const) expect(steps.some((step) => step.from.some((from) => from === state))).toBe(false)
})
