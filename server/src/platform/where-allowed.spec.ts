import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DataSource } from 'typeorm'
import {
  CASE_ACTIONS,
  CASE_STAGES,
  CHANNELS,
  CLOCK_REQUEST_ACTIONS,
  CLOCK_REQUEST_STATUSES,
  DISPOSITION_ACTIONS,
  DISPOSITION_KINDS,
  DISPOSITION_STATES,
  COMPLAINT_CHANNEL_KINDS,
  FEEDBACK_ACTIONS,
  FEEDBACK_KINDS,
  FEEDBACK_STATES,
  HOLDER_KINDS,
  LETTER_ACTIONS,
  LETTER_KINDS,
  LETTER_STATUSES,
  POINT_ACTIONS,
  POINT_STATES,
  ROLES,
  RELEASE_ACTIONS,
  RELEASE_STATUSES,
  ruleRefusal,
  SECRECIES,
  RULE_DRAFT_ACTIONS,
  RULE_DRAFT_STATES,
  RULE_KINDS,
  SELECTION_ACTIONS,
  SELECTION_STAGES,
  SELECTION_STATES,
  SERVICES,
  BOOKING_ACTIONS,
  BOOKING_STATES,
  VISIT_ACTIONS,
  VISIT_CHANNELS,
  VISIT_STATES,
  type Action,
  type BookingFacts,
  type VisitFacts,
  type CaseFacts,
  type ClockRequestFacts,
  type DispositionFacts,
  type FeedbackFacts,
  type Facts,
  type IdentityReleaseFacts,
  type LetterFacts,
  type RuleDraftFacts,
  type RecommendationPointFacts,
  type SelectionFacts,
  type TaskFacts,
  type Viewer,
} from '@domain'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { databaseOptions } from './database.module.js'
import { cappedCount, mergedPage, type OrderKey } from './merged-page.js'
import { branchSqls, columnOf, whereAllowedSql } from './where-allowed.js'

const id = (family: number, n: number) => `00000000-0000-4000-8000-0000000${family}000${n}`
const oneOf = (family: number, size: number) => fc.integer({ min: 1, max: size }).map((n) => id(family, n))
const person = oneOf(1, 3)
const post = oneOf(2, 4)
const unit = oneOf(3, 2)
const some = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { maxLength: 2 })

const viewers: fc.Arbitrary<Viewer> = fc.record({
  id: person,
  name: fc.constant('Pegawai'),
  positions: fc.uniqueArray(
    fc.record({
      id: post,
      title: fc.constant('Jabatan'),
      role: fc.constantFrom(...ROLES),
      unitId: unit,
      kind: fc.constantFrom(...HOLDER_KINDS),
      onBehalfOf: fc.constant(null),
    }),
    { maxLength: 2, selector: (held) => held.id },
  ),
})

const ofCase = { secrecy: fc.constantFrom(...SECRECIES), excludedPersonIds: some(person) }
const copied = { caseUnitId: fc.option(unit), caseHandlerPositionIds: some(post), ...ofCase }
const identity = { id: fc.uuid(), version: fc.constant(1) }

const cases: fc.Arbitrary<CaseFacts> = fc.record({
  ...identity,
  __typename: fc.constant('Case' as const),
  stage: fc.constantFrom(...CASE_STAGES),
  service: fc.constantFrom(...SERVICES),
  channel: fc.constantFrom(...CHANNELS),
  unitId: fc.option(unit),
  registrarId: person,
  handlerPositionIds: some(post),
  holderPositionId: fc.option(post),
  processable: fc.option(fc.boolean()),
  ...ofCase,
})

const tasks: fc.Arbitrary<TaskFacts> = fc.record({
  ...identity,
  __typename: fc.constant('Task' as const),
  caseId: fc.uuid(),
  positionId: fc.option(post),
  unitId: fc.option(unit),
  caseRegistrarId: person,
  ...ofCase,
})

const dispositions: fc.Arbitrary<DispositionFacts> = fc.record({
  ...identity,
  __typename: fc.constant('Disposition' as const),
  caseId: fc.uuid(),
  parentId: fc.option(fc.uuid()),
  kind: fc.constantFrom(...DISPOSITION_KINDS),
  state: fc.constantFrom(...DISPOSITION_STATES),
  fromPositionId: post,
  toPositionId: post,
  toUnitId: unit,
  caseRegistrarId: person,
  ...copied,
})

const letters: fc.Arbitrary<LetterFacts> = fc.record({
  ...identity,
  __typename: fc.constant('Letter' as const),
  caseId: fc.uuid(),
  kind: fc.constantFrom(...LETTER_KINDS),
  status: fc.constantFrom(...LETTER_STATUSES),
  drafterId: person,
  reviewerPositionId: fc.option(post),
  tier: fc.constant(1),
  tiers: fc.constant(2),
  authorIds: some(person),
  reviewerIds: some(person),
  voidRequestedBy: fc.option(person),
  caseHolderPositionId: fc.option(post),
  caseRegistrarId: person,
  ...copied,
})

const selections: fc.Arbitrary<SelectionFacts> = fc.record({
  ...identity,
  __typename: fc.constant('Selection' as const),
  state: fc.constantFrom(...SELECTION_STATES),
  stage: fc.constantFrom(...SELECTION_STAGES),
  unitId: fc.option(unit),
  handlerPositionIds: some(post),
  resultsReleased: fc.boolean(),
  ...ofCase,
})

const ruleDrafts: fc.Arbitrary<RuleDraftFacts> = fc.record({
  ...identity,
  __typename: fc.constant('RuleDraft' as const),
  kind: fc.constantFrom(...RULE_KINDS),
  state: fc.constantFrom(...RULE_DRAFT_STATES),
  proposerId: fc.option(person),
})

const clockRequests: fc.Arbitrary<ClockRequestFacts> = fc.record({
  ...identity,
  __typename: fc.constant('ClockRequest' as const),
  caseId: fc.uuid(),
  status: fc.constantFrom(...CLOCK_REQUEST_STATUSES),
  askedBy: person,
  approverPositionId: post,
  excludedPersonIds: some(person),
})

const releases: fc.Arbitrary<IdentityReleaseFacts> = fc.record({
  ...identity,
  __typename: fc.constant('IdentityRelease' as const),
  caseId: fc.uuid(),
  status: fc.constantFrom(...RELEASE_STATUSES),
  requestedBy: person,
  decidedBy: fc.option(person),
  caseAuthorIds: some(person),
  caseHandlerPositionIds: some(post),
  excludedPersonIds: some(person),
})

const received = { caseId: fc.uuid(), caseHolderPositionId: fc.option(post), caseRegistrarId: person, ...copied }

const visits: fc.Arbitrary<VisitFacts> = fc.record({
  ...identity,
  __typename: fc.constant('Visit' as const),
  channel: fc.constantFrom(...VISIT_CHANNELS),
  state: fc.constantFrom(...VISIT_STATES),
  ...received,
})

const bookings: fc.Arbitrary<BookingFacts> = fc.record({
  ...identity,
  __typename: fc.constant('Booking' as const),
  state: fc.constantFrom(...BOOKING_STATES),
  officerPositionId: post,
  ...received,
})

const feedback: fc.Arbitrary<FeedbackFacts> = fc.record({
  ...identity,
  __typename: fc.constant('Feedback' as const),
  state: fc.constantFrom(...FEEDBACK_STATES),
  service: fc.option(fc.constantFrom(...SERVICES)),
  kind: fc.constantFrom(...FEEDBACK_KINDS),
  channelKind: fc.constantFrom(...COMPLAINT_CHANNEL_KINDS),
  unitId: fc.option(unit),
  positionId: fc.option(post),
  loggedBy: person,
})

const points: fc.Arbitrary<RecommendationPointFacts> = fc.record({
  ...identity,
  __typename: fc.constant('RecommendationPoint' as const),
  state: fc.constantFrom(...POINT_STATES),
  ...received,
})

type Row =
  | ClockRequestFacts
  | IdentityReleaseFacts
  | RecommendationPointFacts
  | FeedbackFacts
  | RuleDraftFacts
  | VisitFacts
  | BookingFacts
  | CaseFacts
  | TaskFacts
  | DispositionFacts
  | LetterFacts
  | SelectionFacts
const SUBJECTS: readonly { subject: Row['__typename']; rows: fc.Arbitrary<Row>; actions: readonly Action[] }[] = [
  { subject: 'Case', rows: cases, actions: CASE_ACTIONS },
  { subject: 'Task', rows: tasks, actions: ['read'] },
  { subject: 'Disposition', rows: dispositions, actions: [...new Set<Action>(['read', ...DISPOSITION_ACTIONS])] },
  { subject: 'Visit', rows: visits, actions: ['read', ...VISIT_ACTIONS] },
  { subject: 'Booking', rows: bookings, actions: ['read', 'book', ...BOOKING_ACTIONS] },
  { subject: 'IdentityRelease', rows: releases, actions: ['read', ...RELEASE_ACTIONS] },
  { subject: 'ClockRequest', rows: clockRequests, actions: CLOCK_REQUEST_ACTIONS },
  { subject: 'Letter', rows: letters, actions: [...new Set<Action>(['read', ...LETTER_ACTIONS])] },
  { subject: 'Feedback', rows: feedback, actions: ['read', ...FEEDBACK_ACTIONS] },
  { subject: 'RuleDraft', rows: ruleDrafts, actions: ['read', ...RULE_DRAFT_ACTIONS] },
  { subject: 'RecommendationPoint', rows: points, actions: ['read', ...POINT_ACTIONS] },
  { subject: 'Selection', rows: selections, actions: ['read', 'read_results', ...SELECTION_ACTIONS] },
]

/** How a fact is stored: the same types as in the real tables. */
function typeOf(field: string, value: unknown): string {
  if (field === 'id' || /Ids?$/.test(field)) return Array.isArray(value) ? 'uuid[]' : 'uuid'
  return typeof value === 'number' ? 'int' : typeof value === 'boolean' || field === 'processable' ? 'boolean' : 'text'
}

const fieldsOf = (row: Row): [string, unknown][] => Object.entries(row).filter(([field]) => field !== '__typename')

let database: FreshDatabase
let db: DataSource

beforeAll(async () => {
  database = await freshDatabase()
  db = await new DataSource(databaseOptions(database.url)).initialize()
  for (const { subject, rows } of SUBJECTS) {
    const [row] = fc.sample(rows, 1)
    if (!row) throw new Error('No sample')
    const columns = fieldsOf(row).map(([field, value]) => `${columnOf(field)} ${typeOf(field, value)}`)
    await db.query(`CREATE TABLE facts_${subject.toLowerCase()} (${columns.join(', ')}, due int NOT NULL, name text NOT NULL)`)
  }
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

/** Fills the table with the rows; the keys of the order collide on purpose. */
async function store(subject: string, rows: readonly Row[]): Promise<(Row & { due: number; name: string })[]> {
  const table = `facts_${subject.toLowerCase()}`
  const kept = rows.map((row, index) => ({ ...row, due: index % 3, name: ['b', 'a'][index % 2] ?? '' }))
  await db.query(`TRUNCATE ${table}`)
  const record = kept.map((row) =>
    Object.fromEntries([...fieldsOf(row), ['due', row.due], ['name', row.name]].map(([field, value]) => [columnOf(String(field)), value])),
  )
  await db.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(record)])
  return kept
}

const allowed = <R extends Row>(rows: readonly R[], viewer: Viewer, action: Action): R[] =>
  rows.filter((row) => ruleRefusal(viewer, action, row as Facts) === null)

const sorted = (ids: readonly { id: string }[]): string[] => ids.map((row) => row.id).sort()

describe.each(SUBJECTS)('$subject', ({ subject, rows, actions }) => {
  const table = `facts_${subject.toLowerCase()} row`
  const many = fc.uniqueArray(rows, { minLength: 1, maxLength: 12, selector: (row) => row.id })

  test.each(actions)('%s: the list is what one-by-one checks allow, by condition and by branches', async (action) => {
    await fc.assert(
      fc.asyncProperty(viewers, many, async (viewer, data) => {
        const kept = await store(subject, data)
        const expected = sorted(allowed(kept, viewer, action))

        const whole = whereAllowedSql(viewer, action, subject, 'row', 2)
        const listed = await db.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE $1 = 1 AND ${whole.sql}`, [1, ...whole.params])
        expect(sorted(listed)).toEqual(expected)

        const found = new Set<string>()
        for (const branch of branchSqls(viewer, action, subject, 'row')) {
          const part = await db.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE ${branch.sql}`, [...branch.params])
          part.forEach((row) => found.add(row.id))
        }
        expect([...found].sort()).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  const orders: { order: OrderKey[]; compare: (a: Keys, b: Keys) => number }[] = [
    { order: [{ sql: 'row.due', type: 'int', direction: 'ASC' }], compare: (a, b) => a.due - b.due },
    { order: [{ sql: 'row.due', type: 'int', direction: 'DESC' }], compare: (a, b) => b.due - a.due },
    {
      order: [
        { sql: 'row.name', type: 'text', direction: 'ASC' },
        { sql: 'row.due', type: 'int', direction: 'DESC' },
      ],
      compare: (a, b) => a.name.localeCompare(b.name) || b.due - a.due,
    },
  ]
  interface Keys {
    readonly due: number
    readonly name: string
    readonly id: string
  }

  test('pages merged from branches are the plain list, in order, without gap or repetition, and the count agrees', async () => {
    await fc.assert(
      fc.asyncProperty(
        viewers,
        many,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...orders),
        fc.integer({ min: 0, max: 3 }),
        async (viewer, data, first, { order, compare }, most) => {
          const kept = await store(subject, data)
          const where = [{ sql: 'row.due <= $1', params: [most] }]
          const visible = allowed(kept, viewer, 'read').filter((row) => row.due <= most)
          const expected = visible.sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1)).map((row) => row.id)

          const query = { subject, from: table, alias: 'row', where, order }
          const seen: string[] = []
          let after: string | null = null
          do {
            const page: { rows: { id: string }[]; next: string | null } = await mergedPage<{ id: string }>(db, viewer, {
              ...query,
              select: 'row.id',
              first,
              after,
            })
            expect(page.rows.length).toBeLessThanOrEqual(first)
            seen.push(...page.rows.map((row) => row.id))
            after = page.next
          } while (after !== null)
          expect(seen).toEqual(expected)
          expect(await cappedCount(db, viewer, query)).toBe(expected.length)
          expect(await cappedCount(db, viewer, query, 2)).toBe(Math.min(expected.length, 2))
        },
      ),
      { numRuns: 40 },
    )
  })
})

test('what has no SQL translation is refused, not guessed', () => {
  const nobody: Viewer = { id: id(1, 1), name: 'Pegawai', positions: [] }
  expect(whereAllowedSql(nobody, 'register', 'Case', 'row')).toEqual({ sql: 'FALSE', params: [] })
  expect(branchSqls(nobody, 'register', 'Case', 'row')).toEqual([])
})

test.each([['not base64 at all'], [Buffer.from('[1,2]').toString('base64url')], [Buffer.from('["x"]').toString('base64url')]])(
  'a cursor that is not ours is refused: %s',
  async (after) => {
    const me: Viewer = {
      id: id(1, 1),
      name: 'Pegawai',
      positions: [{ id: id(2, 1), title: 'Ketua', role: 'PIMPINAN', unitId: id(3, 1), kind: 'definitive', onBehalfOf: null }],
    }
    const page = mergedPage(db, me, { subject: 'Case', from: 'facts_case row', alias: 'row', order: [], select: 'row.id', first: 5, after })
    await expect(page).rejects.toMatchObject({ code: 'request.invalid' })
  },
)
