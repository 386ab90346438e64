import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import {
  calendarFaults,
  dateOfDay,
  dayOf,
  INDONESIAN_CALENDAR,
  linesOf,
  publishedDocument,
  START_EVENTS,
  type CalendarData,
  type Rehearsal,
  type RehearsalLine,
} from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { until } from '../../../test/support/console.js'
import { aKey, as, type Client } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { someone } from '../../../test/support/people.js'
import { verify } from '../audit/index.js'
import { Jobs } from '../platform/jobs.js'
import { CheckAtStart, RECORDED_BY } from './check-at-start.js'
import { readYear } from './read-year.js'
import { PROJECT_ROOT } from '../platform/project-root.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation
let admin: Client
let second: Client
let chair: Client
let clerk: Client

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
  admin = await as(running.url, people.administrator)
  second = await as(running.url, await someone(db, 'ADMIN', { title: 'Administrator 2' }))
  chair = await as(running.url, people.chair)
  clerk = await as(running.url, people.clerk)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

type ShownLine = Omit<RehearsalLine, 'caseId'> & { readonly caseId: string | null; readonly subject: string | null }

interface Draft {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly hash: string
  readonly overtaken: boolean
  readonly examination: { readonly faults: readonly { key: string }[]; readonly changes: readonly { key: string }[] }
  readonly rehearsal: (Omit<Rehearsal, 'lines'> & { readonly lines: readonly ShownLine[] }) | null
  readonly outcome: object | null
}
const FIELDS = '{ id version state hash overtaken examination rehearsal outcome }'
const WRITE_STANDARD = `mutation ($id: ID, $version: Int, $service: Service!, $effectiveFrom: Date!, $reason: String!, $lines: [StandardLineInput!]!, $key: String!) {
  draft: writeStandardDraft(id: $id, version: $version, service: $service, effectiveFrom: $effectiveFrom, reason: $reason, lines: $lines, key: $key) ${FIELDS} }`
const WRITE_CALENDAR = `mutation ($id: ID, $version: Int, $calendar: JSON!, $reason: String!, $key: String!) {
  draft: writeCalendarDraft(id: $id, version: $version, calendar: $calendar, reason: $reason, key: $key) ${FIELDS} }`
const REHEARSE = `mutation ($id: ID!, $version: Int!, $key: String!) { draft: rehearseDraft(id: $id, version: $version, months: 12, key: $key) ${FIELDS} }`
const PROPOSE = `mutation ($id: ID!, $version: Int!, $key: String!) { draft: proposeDraft(id: $id, version: $version, key: $key) ${FIELDS} }`
const SEND_BACK = `mutation ($id: ID!, $version: Int!, $key: String!) { draft: sendBackDraft(id: $id, version: $version, note: "Perbaiki", key: $key) ${FIELDS} }`
const DISCARD = `mutation ($id: ID!, $version: Int!, $key: String!) { draft: discardDraft(id: $id, version: $version, key: $key) ${FIELDS} }`
const CONSENT = `mutation ($id: ID!, $version: Int!, $hash: String!, $key: String!) { draft: consentToDraft(id: $id, version: $version, hash: $hash, key: $key) ${FIELDS} }`
const DRAFTS = `query ($kind: RuleKind!) { ruleDrafts(kind: $kind) ${FIELDS} }`

const step = async (who: Client, document: string, given: Record<string, unknown>): Promise<Draft> =>
  (await who.ask<{ draft: Draft }>(document, { ...given, key: aKey() })).draft
const code = async (who: Client, document: string, given: Record<string, unknown>) =>
  (await who.gql(document, { ...given, key: aKey() })).code
const at = ({ id, version }: Draft) => ({ id, version })

const today = dayOf(new Date())
const input = (key: string, change: Record<string, unknown>) => {
  const line = linesOf(publishedDocument('KODE_ETIK')).find((known) => known.key === key)
  return { key, id: line?.text.id, en: line?.text.en, ...change }
}
const LONGER = [
  input('clock.kode_etik.letter', { limitAmount: 3, limitUnit: 'working_day' }),
  input('clock.kode_etik.visit', { limitAmount: 3, limitUnit: 'working_day' }),
  input('time.kode_etik.answer', { id: '3 (tiga) hari kerja sejak permohonan diterima', en: '3 (three) working days after receipt' }),
  input('requirement.kode_etik.substance', { mandatory: false }),
]
const standard = (given: Record<string, unknown> = {}) => ({
  ...{ service: 'KODE_ETIK', effectiveFrom: dateOfDay(today), reason: 'Keputusan Contoh 1/2026', lines: LONGER },
  ...given,
})

const register = async (given: Parameters<typeof aRegistration>[1] = {}): Promise<string> => {
  const { registerCase } = await clerk.ask<{ registerCase: { id: string } }>(
    'mutation ($input: RegisterCaseInput!, $key: String!) { registerCase(input: $input, key: $key) { id } }',
    { input: aRegistration('KODE_ETIK', given), key: aKey() },
  )
  return registerCase.id
}
const limitOf = async (caseId: string): Promise<{ amount: number; number: number }> => {
  const [row] = await db.query<{ amount: number; number: number }[]>(
    `SELECT (k.rule->'limit'->>'amount')::int AS amount, v.number FROM clock k JOIN "case" c ON c.id = k.case_id
     JOIN standard_version v ON v.id = c.standard_version_id WHERE c.id = $1 AND k.code = 'kode_etik.letter'`,
    [caseId],
  )
  if (!row) throw new Error('The case has no such clock')
  return row
}
const withDecree = (base: CalendarData, day: string, year: number): CalendarData => ({
  ...base,
  closedDays: [...base.closedDays.filter(({ date }) => date !== day), { date: day, name: 'Libur Contoh', kind: 'libur_nasional' }],
  decreedYears: [...new Set([...base.decreedYears, year])],
  decrees: [...(base.decrees ?? []).filter((known) => known.year !== year), { year, number: 'SKB Contoh', date: dateOfDay(today) }],
})

describe('a new version of a standard', () => {
  let before: string
  let draft: Draft

  test('is drafted by an administrator, once at a time', async () => {
    before = await register()
    draft = await step(admin, WRITE_STANDARD, standard())
    expect(draft).toMatchObject({ state: 'draft', examination: { faults: [] }, rehearsal: null, overtaken: false })
    expect(draft.examination.changes.map(({ key }) => key)).toEqual([
      'requirement.kode_etik.substance',
      'time.kode_etik.answer',
      'clock.kode_etik.letter',
      'clock.kode_etik.visit',
    ])
    expect(await code(second, WRITE_STANDARD, standard())).toBe('draft.exists')
  })

  test('is not drafted by others, nor from a day that has passed', async () => {
    for (const who of ['chair', 'head', 'assistant', 'clerk', 'auditor'] as const) {
      expect(await code(await as(running.url, people[who]), WRITE_STANDARD, standard({ service: 'MERIT', lines: [] }))).toBe(
        'access.denied',
      )
    }
    expect(await code(admin, WRITE_STANDARD, standard({ service: 'MERIT', lines: [], effectiveFrom: dateOfDay(today - 1) }))).toBe(
      'draft.date_passed',
    )
    expect(await code(admin, WRITE_STANDARD, standard({ service: 'MERIT', lines: [], reason: ' ' }))).toBe('request.invalid')
    const inFortnights = [{ ...input('clock.kode_etik.letter', {}), limitAmount: 3, limitUnit: 'fortnight' }]
    expect(await code(admin, WRITE_STANDARD, { ...at(draft), ...standard({ lines: inFortnights }) })).toBe('request.invalid')
    expect((await (await as(running.url, people.clerk)).gql(DRAFTS, { kind: 'standard' })).code).toBe('access.denied')
  })

  test('is not proposed before it was rehearsed, nor after it changed since', async () => {
    expect(await code(admin, PROPOSE, at(draft))).toBe('draft.not_rehearsed')
    draft = await step(admin, REHEARSE, at(draft))
    expect(draft.rehearsal).toMatchObject({ hash: draft.hash, clocks: 0 })
    draft = await step(admin, WRITE_STANDARD, { ...at(draft), ...standard({ lines: LONGER.slice(0, 3) }) })
    expect(await code(admin, PROPOSE, at(draft))).toBe('draft.not_rehearsed')
  })

  test('with a fault is neither rehearsed nor proposed, without a difference not proposed', async () => {
    draft = await step(admin, WRITE_STANDARD, { ...at(draft), ...standard({ lines: LONGER.slice(0, 2) }) })
    expect(draft.examination.faults.map(({ key }) => key)).toEqual(['clock.kode_etik.letter', 'clock.kode_etik.visit'])
    expect(await code(admin, REHEARSE, at(draft))).toBe('draft.faulty')
    expect(await code(admin, PROPOSE, at(draft))).toBe('draft.faulty')
    draft = await step(admin, WRITE_STANDARD, { ...at(draft), ...standard({ lines: [] }) })
    expect(await code(admin, PROPOSE, at(draft))).toBe('draft.unchanged')
  })

  test('comes into force with the consent of a second person to exactly what was rehearsed', async () => {
    draft = await step(admin, WRITE_STANDARD, { ...at(draft), ...standard() })
    draft = await step(admin, REHEARSE, at(draft))
    draft = await step(admin, PROPOSE, at(draft))
    expect(await code(admin, WRITE_STANDARD, { ...at(draft), ...standard() })).toBe('draft.wrong_state')
    expect(await code(admin, CONSENT, { ...at(draft), hash: draft.hash })).toBe('access.two_persons')
    expect(await code(clerk, CONSENT, { ...at(draft), hash: draft.hash })).toBe('access.denied')
    expect(await code(chair, CONSENT, { ...at(draft), hash: '0'.repeat(64) })).toBe('draft.not_rehearsed')
    draft = await step(chair, SEND_BACK, at(draft))
    expect(draft.state).toBe('draft')
    draft = await step(admin, PROPOSE, at(draft))
    draft = await step(chair, CONSENT, { ...at(draft), hash: draft.hash })
    expect(draft.state).toBe('active')
    const kinds = await db.query<{ kind: string }[]>('SELECT kind FROM event WHERE subject_id = $1 ORDER BY id', [draft.id])
    expect(kinds.map(({ kind }) => kind.slice(9))).toEqual([
      ...['drafted', 'rehearsed', 'saved', 'saved', 'saved', 'saved', 'rehearsed', 'proposed', 'returned', 'proposed', 'activated'],
    ])
  })

  test('a new case takes its limits and its checklist, a running case keeps its own', async () => {
    const after = await register({
      requirements: aRegistration('KODE_ETIK').requirements.filter((line) => line.code !== 'kode_etik.substance'),
    })
    expect(await limitOf(after)).toEqual({ amount: 3, number: 2 })
    const [complete] = await db.query<{ complete: boolean }[]>('SELECT complete_at IS NOT NULL AS complete FROM "case" WHERE id = $1', [
      after,
    ])
    expect(complete).toEqual({ complete: true })
    expect(await limitOf(before)).toEqual({ amount: 1, number: 1 })
  })

  test('is never changed, and the next one begins on a later day', async () => {
    await expect(db.query(`UPDATE standard_version SET effective_from = '2030-01-01'`)).rejects.toThrow('never changed')
    let next = await step(admin, WRITE_STANDARD, standard({ lines: [input('cost', { id: 'Gratis', en: 'Free' })] }))
    next = await step(admin, REHEARSE, at(next))
    expect(await code(admin, PROPOSE, at(next))).toBe('draft.date_overlaps')
    expect(await step(admin, DISCARD, at(next))).toMatchObject({ state: 'discarded' })
  })
})

describe('a new calendar', () => {
  let draft: Draft
  let due: Date
  const dueOf = async (caseId: string) => {
    const [row] = await db.query<{ due: Date; next: Date; task: Date | null; calendar: number }[]>(
      `SELECT k.due_at AS due, c.next_due_at AS next, (SELECT max(due_at) FROM task WHERE case_id = c.id AND closed_at IS NULL) AS task, v.number AS calendar
       FROM clock k JOIN "case" c ON c.id = k.case_id JOIN calendar_version v ON v.id = k.calendar_version_id WHERE c.id = $1 AND k.code = 'kode_etik.letter'`,
      [caseId],
    )
    if (!row) throw new Error('The case has no such clock')
    return row
  }
  let caseId: string

  test('is rehearsed over every open clock, without the content of cases for administrators', async () => {
    caseId = await register()
    due = (await dueOf(caseId)).due
    const closed = dateOfDay(dayOf(due))
    draft = await step(admin, WRITE_CALENDAR, {
      calendar: withDecree(INDONESIAN_CALENDAR, closed, Number(closed.slice(0, 4))),
      reason: 'SKB Contoh',
    })
    draft = await step(admin, REHEARSE, at(draft))
    const mine = draft.rehearsal?.lines.filter((line) => line.code === 'kode_etik.letter') ?? []
    expect(draft.rehearsal).toMatchObject({ moves: draft.rehearsal?.lines.length, leaves: 0, enters: 0 })
    expect(mine.some((line) => line.oldDueAt === due.getTime() && (line.newDueAt ?? 0) > due.getTime())).toBe(true)
    expect(mine.every((line) => line.caseId === null && line.subject === null)).toBe(true)
    const { ruleDrafts } = await chair.ask<{ ruleDrafts: Draft[] }>(DRAFTS, { kind: 'calendar' })
    expect(ruleDrafts[0]?.rehearsal?.lines.some((line) => line.caseId === caseId && line.subject !== null)).toBe(true)
  })

  test('with consent counts every open clock anew: ledger, event, case and tasks', async () => {
    // a clock that has not started is counted anew too, and does not move
    await clerk.ask('mutation ($input: RegisterCaseInput!, $key: String!) { registerCase(input: $input, key: $key) { id } }', {
      input: aRegistration('MERIT'),
      key: aKey(),
    })
    draft = await step(admin, PROPOSE, at(draft))
    draft = await step(second, CONSENT, { ...at(draft), hash: draft.hash })
    await running.app.get(Jobs).drain()
    // The running server may have taken the job first.
    await until('the clocks are counted anew', async () => (await dueOf(caseId)).calendar === 2)
    const now = await dueOf(caseId)
    expect(now.calendar).toBe(2)
    expect(now.due.getTime()).toBeGreaterThan(due.getTime())
    expect(now.next).toEqual(now.due)
    expect(now.task).toEqual(now.due)
    const [stale] = await db.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM clock k JOIN calendar_version v ON v.id = k.calendar_version_id WHERE k.stopped_at IS NULL AND v.number < 2',
    )
    expect(stale).toEqual({ count: 0 })
    const events = await db.query<{ detail: { from: string; dueAt: string } }[]>(
      `SELECT detail FROM event WHERE kind = 'clock.recounted' AND case_id = $1`,
      [caseId],
    )
    expect(events.map(({ detail }) => [detail.from, detail.dueAt])).toContainEqual([due.toISOString(), now.due.toISOString()])
    const { ruleDrafts } = await admin.ask<{ ruleDrafts: Draft[] }>(DRAFTS, { kind: 'calendar' })
    expect(ruleDrafts[0]?.outcome).toMatchObject({ finished: true, moves: draft.rehearsal?.moves })
    const findings = await verify(database.url, { filesDir: null, anchorFile: null })
    expect(findings.find(({ code: known }) => known === 'trail.clocks')).toMatchObject({ outcome: 'ok', rows: [] })
  })

  test('is not applied twice, and a new case counts with it from the start', async () => {
    const [before] = await db.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM clock_event WHERE kind = 'recount'`)
    await running.app.get(Jobs).drain()
    expect((await dueOf(await register())).calendar).toBe(2)
    expect(await db.query(`SELECT count(*)::int AS count FROM clock_event WHERE kind = 'recount'`)).toEqual([before])
  })

  test('says which years are decreed, and counts a clock that is due in another by its date, whatever its flag', async () => {
    type Versions = { decreedYears: number[]; calendarVersions: { number: number; undecreedClocks: number }[] }
    const ask = async () => (await admin.ask<Versions>('{ decreedYears calendarVersions { number undecreedClocks } }')) as Versions
    const newest = ({ calendarVersions }: Versions) => calendarVersions[0]?.undecreedClocks ?? Number.NaN
    const before = await ask()
    expect(before.decreedYears).toEqual(expect.arrayContaining([2026, 2027]))
    expect(before.decreedYears).not.toContain(2031)
    const [clock] = await db.query<{ id: string; due: Date; flag: string | null }[]>(
      `SELECT id, due_at AS due, flag FROM clock WHERE stopped_at IS NULL AND calendar_version_id = (SELECT id FROM calendar_version WHERE number = 2) LIMIT 1`,
    )
    await db.query(`UPDATE clock SET due_at = '2031-01-02T16:59:00Z', flag = NULL WHERE id = $1`, [clock?.id])
    expect(newest(await ask())).toBe(newest(before) + 1)
    await db.query('UPDATE clock SET due_at = $2, flag = $3 WHERE id = $1', [clock?.id, clock?.due, clock?.flag])
  })

  test('that follows an older one is not consented to', async () => {
    const { calendarVersions } = await admin.ask<{ calendarVersions: { data: CalendarData }[] }>('{ calendarVersions { data } }')
    const data = calendarVersions[0]?.data
    if (!data) throw new Error('There is no calendar')
    expect(calendarFaults(data, INDONESIAN_CALENDAR)).toEqual([])
    let late = await step(admin, WRITE_CALENDAR, { calendar: withDecree(data, '2028-05-25', 2028), reason: 'SKB 2028' })
    await db.query(
      `INSERT INTO calendar_version (id, code, number, effective_from, data) SELECT gen_random_uuid(), 'LAIN', 9, effective_from, data || '{"version": "LAIN"}' FROM calendar_version WHERE number = 2`,
    )
    late = await step(admin, REHEARSE, at(late))
    expect(late.overtaken).toBe(true)
    expect(await code(admin, PROPOSE, at(late))).toBe('draft.overtaken')
  })

  test('that is none is refused', async () => {
    expect(await code(second, WRITE_CALENDAR, { calendar: { closedDays: 'no' }, reason: 'Tanpa isi' })).not.toBeNull()
  })
})

describe('a year is read', () => {
  test.each([
    [
      'from CSV with semicolons',
      'tanggal;nama;jenis\n2028-01-01;Tahun Baru;libur nasional\n25/05/2028;"Waisak; raya";cuti bersama\n',
      2,
      [],
    ],
    ['from CSV with commas, in English', 'date,name,kind\n2028-01-01,New Year,libur nasional', 1, []],
    ['from a JSON list', '[{"date":"2028-01-01","name":"Tahun Baru","kind":"libur_nasional"}]', 1, []],
    ['with the line that cannot be taken', 'tanggal,nama,jenis\n2028-01-01,Tahun Baru,libur nasional\n2028-13-01,Apa,libur', 1, [2]],
    ['not at all without a heading', '2028-01-01,Tahun Baru,libur', 0, [0]],
    ['not at all from broken JSON', '[{', 0, [0]],
    ['not at all from broken CSV', 'tanggal,nama,jenis\n"2028', 0, [0]],
  ])('%s', (_, text, days, faults) => {
    const read = readYear(text, 2028)
    expect(read.days).toHaveLength(days)
    expect(read.faults.map(({ line }) => line)).toEqual(faults)
  })
})

describe('at the start', () => {
  test.each(START_EVENTS)('"%s" is recorded by the act that is named for it', (event) => {
    expect(readFileSync(join(PROJECT_ROOT, 'server/src', RECORDED_BY[event]), 'utf8')).toMatch(
      new RegExp(`startClocks\\(tx, theCase, '${event}'`),
    )
  })

  test('the server refuses standards that could not be kept', async () => {
    const check = new CheckAtStart(db)
    await expect(check.onApplicationBootstrap()).resolves.toBeUndefined()
    await db.query(`DELETE FROM review_chain WHERE service = 'MEDLIN' AND letter_kind = 'answer'`)
    await expect(check.onApplicationBootstrap()).rejects.toThrow('MEDLIN: the product "answer" has no review chain')
  })
})
