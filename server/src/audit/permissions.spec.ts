import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource, type EntityManager } from 'typeorm'
import {
  BOOKING_ACTIONS,
  CASE_ACTIONS,
  CASE_STAGES,
  DISPOSITION_ACTIONS,
  LETTER_ACTIONS,
  ruleRefusal,
  SECRECIES,
  VISIT_ACTIONS,
  type Action,
  type Facts,
  type SubjectName,
  type Viewer,
} from '@domain'
import { closePress } from '@press'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { anOfficeWithAPast } from '../../../test/support/past.js'
import { Case } from '../cases/case.entity.js'
import { Booking } from '../visits/booking.entity.js'
import { Visit } from '../visits/visit.entity.js'
import { Task } from '../cases/task.entity.js'
import { Disposition } from '../dispositions/disposition.entity.js'
import { Letter } from '../letters/letter.entity.js'
import { loadViewers } from '../platform/sessions/load-viewer.js'
import { branchSqls, whereAllowedSql } from '../platform/where-allowed.js'

type Row = Facts & { readonly id: string }

/** The tables as they are, with the entity that the product checks one by one. */
const SUBJECTS: readonly {
  subject: SubjectName
  table: string
  rows: (manager: EntityManager) => Promise<readonly Row[]>
  actions: readonly Action[]
}[] = [
  { subject: 'Case', table: '"case"', rows: (manager) => manager.find(Case), actions: CASE_ACTIONS },
  { subject: 'Task', table: 'task', rows: (manager) => manager.find(Task), actions: ['read'] },
  {
    subject: 'Disposition',
    table: 'disposition',
    rows: (manager) => manager.find(Disposition),
    actions: [...new Set<Action>(['read', ...DISPOSITION_ACTIONS])],
  },
  {
    subject: 'Letter',
    table: 'letter',
    rows: (manager) => manager.find(Letter),
    actions: [...new Set<Action>(['read', ...LETTER_ACTIONS])],
  },
  { subject: 'Visit', table: 'visit', rows: (manager) => manager.find(Visit), actions: ['read', ...VISIT_ACTIONS] },
  { subject: 'Booking', table: 'booking', rows: (manager) => manager.find(Booking), actions: ['read', 'book', ...BOOKING_ACTIONS] },
]

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Viewer[]

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  await anOfficeWithAPast(running)
  db = running.app.get(DataSource)
  people = await loadViewers(db.manager, new Date())
  expect(people.length).toBeGreaterThan(10)
}, 120_000)
afterAll(async () => {
  await running.close()
  await closePress()
  await database.drop()
})

const one = (from: string) => `(SELECT array_agg(id ORDER BY id) FROM ${from})[1 + floor(random() * (SELECT count(*) FROM ${from}))::int]`
const few = (from: string) =>
  `CASE floor(random() * 3)::int WHEN 0 THEN '{}'::uuid[] WHEN 1 THEN ARRAY[${one(from)}] ELSE ARRAY[${one(from)}, ${one(from)}] END`
const maybe = (from: string) => `CASE WHEN random() < 0.8 THEN ${one(from)} END`
const word = (words: readonly string[]) => `(ARRAY['${words.join("','")}'])[1 + floor(random() * ${words.length})::int]`
const [PERSON, POST, UNIT] = ['person', '"position"', 'unit']

/** Every column that a rule reads, thrown anew: what no office would ever come to, a rule must answer all the same. */
const THROWS: readonly string[] = [
  `UPDATE "case" SET secrecy = ${word(SECRECIES)}, stage = ${word(CASE_STAGES)}, unit_id = ${maybe(UNIT)}, registrar_id = ${one(PERSON)},
     holder_position_id = ${maybe(POST)}, handler_position_ids = ${few(POST)}, excluded_person_ids = ${few(PERSON)}`,
  `UPDATE task SET secrecy = ${word(SECRECIES)}, position_id = ${maybe(POST)}, unit_id = ${maybe(UNIT)}, case_registrar_id = ${one(PERSON)}, excluded_person_ids = ${few(PERSON)}`,
  `UPDATE disposition SET secrecy = ${word(SECRECIES)}, from_position_id = ${one(POST)}, to_position_id = ${one(POST)}, case_unit_id = ${maybe(UNIT)},
     case_handler_position_ids = ${few(POST)}, case_registrar_id = ${one(PERSON)}, excluded_person_ids = ${few(PERSON)}`,
  `UPDATE letter SET secrecy = ${word(SECRECIES)}, drafter_id = ${one(PERSON)}, author_ids = ${few(PERSON)}, reviewer_ids = ${few(PERSON)}, reviewer_position_id = ${maybe(POST)},
     case_unit_id = ${maybe(UNIT)}, case_handler_position_ids = ${few(POST)}, case_holder_position_id = ${maybe(POST)}, case_registrar_id = ${one(PERSON)}, excluded_person_ids = ${few(PERSON)}`,
  ...['visit', 'booking'].map(
    (table) => `UPDATE ${table} SET secrecy = ${word(SECRECIES)}, case_unit_id = ${maybe(UNIT)}, case_handler_position_ids = ${few(POST)},
     case_holder_position_id = ${maybe(POST)}, case_registrar_id = ${one(PERSON)}, excluded_person_ids = ${few(PERSON)}`,
  ),
  `UPDATE booking SET officer_position_id = ${one(POST)}`,
]

/** A transaction that is never kept, in which the rows may be thrown about without triggers and checks. */
async function inDisorder(throws: number, steps: (manager: EntityManager) => Promise<void>): Promise<void> {
  const runner = db.createQueryRunner()
  await runner.startTransaction()
  try {
    if (throws > 0) {
      await runner.query('SET LOCAL session_replication_role = replica')
      await runner.query(`DO $$ DECLARE one record; BEGIN FOR one IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
        WHERE contype = 'c' AND conrelid IN ('"case"'::regclass, 'task'::regclass, 'disposition'::regclass, 'letter'::regclass, 'visit'::regclass, 'booking'::regclass) LOOP
          EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.t, one.conname); END LOOP; END $$`)
      await runner.query('DROP INDEX task_once')
      await runner.query('SELECT setseed($1)', [throws / 10])
      for (const sql of THROWS) await runner.query(sql)
    }
    await steps(runner.manager)
  } finally {
    await runner.rollbackTransaction()
    await runner.release()
  }
}

const listed = async (
  manager: EntityManager,
  table: string,
  parts: readonly { sql: string; params: readonly unknown[] }[],
): Promise<string[]> => {
  const found = new Set<string>()
  for (const { sql, params } of parts) {
    const rows: { id: string }[] = await manager.query(`SELECT row.id FROM ${table} row WHERE ${sql}`, [...params])
    rows.forEach(({ id }) => found.add(id))
  }
  return [...found].sort()
}

describe.each([0, 1, 2, 3])('the tables, thrown about %i times', (throws) => {
  test.each(SUBJECTS)(
    '$subject: for everybody and every action, the list is what one-by-one checks allow',
    async ({ subject, table, rows, actions }) => {
      await inDisorder(throws, async (manager) => {
        const all = await rows(manager)
        expect(all.length).toBeGreaterThan(2)
        let seen = 0
        for (const viewer of people) {
          for (const action of actions) {
            const expected = all.filter((row) => ruleRefusal(viewer, action, row) === null).map(({ id }) => id)
            seen += expected.length
            const context = { person: viewer.name, action }
            expect({ ...context, ids: await listed(manager, table, [whereAllowedSql(viewer, action, subject, 'row')]) }).toEqual({
              ...context,
              ids: expected.sort(),
            })
            expect({ ...context, ids: await listed(manager, table, branchSqls(viewer, action, subject, 'row')) }).toEqual({
              ...context,
              ids: expected,
            })
          }
        }
        expect(seen).toBeGreaterThan(0)
      })
    },
    60_000,
  )
})
