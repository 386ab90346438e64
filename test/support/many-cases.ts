import type { DataSource } from 'typeorm'
import { aUnit, someone } from './people.js'
import type { Worker } from './casework.js'

type Db = Pick<DataSource, 'query'>

/** A commission of the real size, with the people whose lists are looked at. */
export interface Commission {
  readonly chair: Worker
  readonly head: Worker
  readonly assistant: Worker
  readonly clerk: Worker
}

const POKJA = 6
const ASSISTANTS = 5
const CLERKS = 4

/** Two leaders, six Pokja with a head and five assistants each, four clerks. */
export async function aCommission(db: Db): Promise<Commission> {
  const leadership = await aUnit(db, { kind: 'leadership', name: 'Pimpinan' })
  const registry = await aUnit(db, { kind: 'secretariat', name: 'Sekretariat' })
  const chair = await someone(db, 'PIMPINAN', { unitId: leadership, title: 'Ketua' })
  await someone(db, 'PIMPINAN', { unitId: leadership, title: 'Wakil Ketua' })
  const clerks: Worker[] = []
  for (let n = 1; n <= CLERKS; n++) clerks.push(await someone(db, 'SEKRETARIAT', { unitId: registry, title: `Persuratan ${n}` }))
  const heads: Worker[] = []
  const assistants: Worker[] = []
  for (let pokja = 1; pokja <= POKJA; pokja++) {
    const unitId = await aUnit(db, { name: `Pokja ${pokja}` })
    const head = await someone(db, 'POKJA', { unitId, title: `Kepala Pokja ${pokja}`, superiorId: chair.post.id })
    heads.push(head)
    for (let n = 1; n <= ASSISTANTS; n++) {
      assistants.push(await someone(db, 'ASISTEN', { unitId, title: `Asisten ${pokja}.${n}`, superiorId: head.post.id }))
    }
  }
  const [clerk] = clerks
  const [head] = heads
  const [assistant] = assistants
  if (!clerk || !head || !assistant) throw new Error('The commission has nobody')
  return { chair, head, assistant, clerk }
}

/** How many years the cases are spread over; the agenda numbers of each begin at 1. */
const YEARS = 4

/**
 * Fills a commission with cases by one statement each for cases, branches and tasks: one in four open and spread over all desks, the rest closed, half of
 * them Terbatas. Only what lists and single steps read; clocks, letters and the log stay empty. Times are around the database's now.
 */
export async function manyCases(db: Db, count: number, oneOpenIn = 4): Promise<void> {
  await db.query(
    `INSERT INTO standard_version (id, service, number, effective_from, document)
     SELECT gen_random_uuid(), 'MERIT', 99, '2020-01-01', '{}' WHERE NOT EXISTS (SELECT FROM standard_version WHERE service = 'MERIT')`,
  )
  await db.query(
    `CREATE TEMPORARY TABLE desk AS
       SELECT a.id AS post, a.unit_id, a.superior_id AS head, h.superior_id AS chair, row_number() OVER (ORDER BY a.code) - 1 AS n
       FROM "position" a JOIN "position" h ON h.id = a.superior_id WHERE a.role = 'ASISTEN'`,
  )
  await db.query(
    `CREATE TEMPORARY TABLE clerk AS
       SELECT p.id AS post, p.unit_id, ph.person_id, row_number() OVER (ORDER BY p.code) - 1 AS n
       FROM "position" p JOIN position_holder ph ON ph.position_id = p.id WHERE p.role = 'SEKRETARIAT'`,
  )
  await db.query(CASES, [count, YEARS, oneOpenIn])
  await db.query(BRANCHES)
  await db.query(TASKS)
  await db.query('DROP TABLE desk, clerk')
  await db.query('ANALYZE "case", disposition, task')
}

const CASES = `
  WITH numbered AS (
    SELECT i, i % $3::bigint = 0 AS open, i / $3::bigint % 20 AS place, desk.*, clerk.person_id AS registrar, clerk.post AS registrar_post
    FROM generate_series(1::bigint, $1::bigint) i
    JOIN desk ON desk.n = i / 80 % (SELECT count(*) FROM desk)
    JOIN clerk ON clerk.n = i % 7 % (SELECT count(*) FROM clerk)
  ), staged AS (
    SELECT *, CASE WHEN NOT open THEN 'closed' WHEN place = 0 THEN 'registered' WHEN place <= 2 THEN 'handed_over' WHEN place <= 5 THEN 'with_unit'
                   WHEN place <= 12 THEN 'assigned' ELSE 'in_process' END AS stage
    FROM numbered
  )
  INSERT INTO "case" (
    id, version, agenda_year, agenda_number, service, channel, standard_version_id, stage, urgency, secrecy, subject, summary, sender_name, sender_kind,
    agency_name, letter_number, received_at, registered_at, registrar_id, registrar_position_id, unit_id, holder_position_id, handler_position_ids,
    processable, decision_reason, decided_at, closed_at, next_due_at, next_clock_code, next_clock_started_at, next_at_risk_at, search
  )
  SELECT gen_random_uuid(), 1, 2023 + i % $2::bigint, 1 + i / $2::bigint, (ARRAY['MEDLIN','MERIT','NETRALITAS','KODE_ETIK','JPT'])[1 + i % 5], 'post',
    (SELECT id FROM standard_version WHERE service = 'MERIT' LIMIT 1), stage, (ARRAY['biasa','segera','sangat_segera'])[1 + i % 3],
    (ARRAY['biasa','terbatas'])[1 + i % 2],
    'Permohonan konsultasi mutasi jabatan nomor ' || i, 'Pemohon menanyakan kelengkapan berkas mutasi tanpa uji kompetensi, disampaikan oleh instansi asal.',
    'Dewi Lestari ' || i, 'agency', 'Pemerintah Kabupaten Contoh ' || i % 500, '800/' || i || '/BKPSDM',
    now() - interval '1 day' - (i * 7919 % 1000000) * interval '1 minute', now() - (i * 7919 % 1000000) * interval '1 minute', registrar, registrar_post,
    CASE WHEN stage IN ('registered', 'handed_over') THEN NULL ELSE unit_id END,
    CASE stage WHEN 'registered' THEN NULL WHEN 'handed_over' THEN chair WHEN 'with_unit' THEN head ELSE post END,
    CASE stage WHEN 'registered' THEN '{}' WHEN 'handed_over' THEN ARRAY[chair] WHEN 'with_unit' THEN ARRAY[chair, head] ELSE ARRAY[chair, head, post] END,
    CASE WHEN stage IN ('in_process', 'closed') THEN true END, CASE WHEN stage IN ('in_process', 'closed') THEN 'Sudah ditelaah' END,
    CASE WHEN stage IN ('in_process', 'closed') THEN now() - interval '1 hour' END, CASE WHEN stage = 'closed' THEN now() - interval '1 minute' END,
    CASE WHEN open AND i % 9 > 0 THEN now() + (i * 104729 % 40000 - 5000) * interval '1 minute' END, CASE WHEN open AND i % 9 > 0 THEN 'answer' END,
    CASE WHEN open AND i % 9 > 0 THEN now() - interval '5 days' END, CASE WHEN open AND i % 9 > 0 THEN now() + (i * 104729 % 40000 - 9000) * interval '1 minute' END,
    lower(i || ' 800/' || i || '/bkpsdm dewi lestari ' || i || ' pemerintah kabupaten contoh ' || i % 500 || ' permohonan konsultasi mutasi jabatan')
  FROM staged ORDER BY i`

/** The root branch of every case that waits at an assistant: sent, not yet read. */
const BRANCHES = `
  INSERT INTO disposition (
    id, version, case_id, kind, state, from_position_id, from_person_id, from_person_name, from_title, to_position_id, to_unit_id, instructions, sent_at, secrecy
  )
  SELECT gen_random_uuid(), 1, c.id, 'main', 'sent', desk.head, ph.person_id, 'Pemberi', 'Kepala Pokja', desk.post, desk.unit_id, '{follow_up}', now(), c.secrecy
  FROM "case" c JOIN desk ON desk.post = c.holder_position_id JOIN position_holder ph ON ph.position_id = desk.head
  WHERE c.stage = 'assigned'`

const TASKS = `
  INSERT INTO task (id, version, kind, case_id, position_id, unit_id, opened_at, due_at, at_risk_at, secrecy, case_registrar_id)
  SELECT gen_random_uuid(), 1,
    CASE stage WHEN 'registered' THEN 'complete_registration' WHEN 'assigned' THEN 'decide' WHEN 'in_process' THEN 'draft' ELSE 'dispose' END,
    id, holder_position_id, CASE WHEN holder_position_id IS NULL THEN (SELECT unit_id FROM clerk LIMIT 1) END, registered_at,
    coalesce(next_due_at, 'infinity'), coalesce(next_at_risk_at, 'infinity'), secrecy, registrar_id
  FROM "case" WHERE closed_at IS NULL`
