import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import {
  CASE_STAGES,
  EVIDENCE_KINDS,
  FINDING_OUTCOMES,
  HANDLING_METHODS,
  HANDLING_STEP_KINDS,
  LETTER_STATUSES,
  pointsInLetter,
  POINT_STATES,
  SERVICES,
  type RichText,
} from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { verify } from '../audit/index.js'
import { seedDemo } from './index.js'

let database: FreshDatabase
let running: RunningApp

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  await seedDemo(running.app)
}, 300_000)
afterAll(async () => {
  await running.close()
  await database.drop()
})

const ask = <T>(sql: string): Promise<T[]> => running.app.get(DataSource).query<T[]>(sql)

test('the demonstration has work of every service in every stage, and letters in every status', async () => {
  const cases = await ask<{ service: string; stage: string; n: number }>(
    'SELECT service, stage, count(*)::int AS n FROM "case" GROUP BY 1, 2',
  )
  expect(cases.reduce((sum, row) => sum + row.n, 0)).toBeGreaterThanOrEqual(150)
  expect(new Set(cases.map((row) => row.service))).toEqual(new Set(SERVICES))
  expect(new Set(cases.map((row) => row.stage))).toEqual(new Set(CASE_STAGES))
  const letters = await ask<{ status: string }>('SELECT DISTINCT status FROM letter')
  expect(letters.map((row) => row.status).sort()).toEqual(LETTER_STATUSES.filter((status) => status !== 'withdrawn').sort())
})

test('some of it is late and most is not', async () => {
  const [row] = await ask<{ late: number; open: number }>(
    'SELECT count(*) FILTER (WHERE next_due_at < now())::int AS late, count(*)::int AS open FROM "case" WHERE closed_at IS NULL AND next_due_at IS NOT NULL',
  )
  expect(row?.late).toBeGreaterThan(3)
  expect((row?.late ?? 0) / (row?.open ?? 1)).toBeLessThan(0.5)
})

test('somebody acted as Plh. and a Plt. holds a post', async () => {
  const acted = await ask<{ title: string }>(`SELECT DISTINCT position_title AS title FROM event WHERE position_title LIKE 'Pl%'`)
  expect(acted.some((row) => row.title.startsWith('Plt. '))).toBe(true)
})

test('everybody whose account is printed for daily work finds some', async () => {
  const waiting = await ask<{ email: string; n: number }>(
    `SELECT p.email, count(t.id)::int AS n FROM person p JOIN position_holder h ON h.person_id = p.id AND h.until IS NULL
     JOIN "position" post ON post.id = h.position_id JOIN task t ON t.closed_at IS NULL AND (t.position_id = post.id OR t.unit_id = post.unit_id)
     WHERE post.role IN ('PIMPINAN', 'POKJA', 'ASISTEN', 'SEKRETARIAT') GROUP BY p.email`,
  )
  const busy = new Map(waiting.map((row) => [row.email, row.n]))
  for (const name of [
    'siti.maemunah',
    'hendra.wiranegara',
    'bambang.suryolaksono',
    'maria.rengganis',
    'andi.tenriola',
    'wahyu.hidayatullah',
  ]) {
    expect([name, (busy.get(`${name}@tanggap.example`) ?? 0) >= 3]).toEqual([name, true])
  }
})

test('both working groups for senior posts supervise selections in several stages: a 3T region, too few applicants, a corrected score, a paused file', async () => {
  const rows = await ask<{ unit: string; stages: number; region: boolean; extended: boolean; corrected: boolean; paused: boolean }>(
    `SELECT u.code AS unit, count(DISTINCT s.stage)::int AS stages, bool_or(a.underdeveloped) AS region,
       bool_or(EXISTS (SELECT FROM announcement_extension e WHERE e.selection_id = s.id)) AS extended,
       bool_or(EXISTS (SELECT FROM result_correction k JOIN selection_reopening r USING (selection_id) WHERE k.selection_id = s.id)) AS corrected,
       bool_or(EXISTS (SELECT FROM selection_request q JOIN clock c ON c.case_id = q.case_id WHERE q.selection_id = s.id AND c.paused_since IS NOT NULL AND c.stopped_at IS NULL)) AS paused
     FROM selection s JOIN unit u ON u.id = s.unit_id JOIN agency a ON a.code = s.agency_code GROUP BY u.code ORDER BY u.code`,
  )
  expect(rows.map((row) => row.unit)).toEqual(['POKJA_JPT_1', 'POKJA_JPT_2'])
  for (const { stages, region, extended } of rows) expect([stages >= 4, region, extended]).toEqual([true, true, true])
  expect(rows[0]).toMatchObject({ corrected: true, paused: true })
})

test('visitors were met, refused and went, some are in the house, and meetings are booked', async () => {
  const states = await ask<{ state: string }>('SELECT DISTINCT state FROM visit')
  const expected = ['declined', 'disposed', 'done', 'in_meeting', 'joined', 'left', 'time_proposed', 'waiting']
  expect(states.map((row) => row.state)).toEqual(expect.arrayContaining(expected))
  const [booked] = await ask<{ n: number }>(`SELECT count(*)::int AS n FROM booking WHERE state = 'booked' AND starts_at > now()`)
  expect(booked?.n).toBeGreaterThanOrEqual(8)
})

test('clocks stand still, were extended, follow another classification, have a limit of their own, and wait for consent', async () => {
  const [seen] = await ask<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM clock WHERE paused_since IS NOT NULL) AS paused, (SELECT count(*)::int FROM clock WHERE granted > 0) AS extended,
       (SELECT count(*)::int FROM clock_event WHERE kind = 'reclassify') AS reclassified, (SELECT count(*)::int FROM clock WHERE own_limit_amount IS NOT NULL) AS own,
       (SELECT count(*)::int FROM clock_request WHERE status = 'asked') AS asked, (SELECT count(*)::int FROM clock_request WHERE status = 'declined') AS declined`,
  )
  for (const [what, times] of Object.entries(seen ?? {})) expect([what, times > 0]).toEqual([what, true])
})

test('every clock shows what its ledger gives, and every line was announced', async () => {
  const findings = await verify(database.url, { filesDir: null, anchorFile: null })
  const wrong = findings.filter(({ code, outcome }) => (code.startsWith('clocks.') || code === 'trail.clocks') && outcome !== 'ok')
  expect(wrong.map(({ code, error, rows }) => ({ code, error, rows: rows.slice(0, 2) }))).toEqual([])
}, 60_000)

test('people spoke about the services by every kind of channel, and were answered or not yet', async () => {
  const states = await ask<{ state: string }>('SELECT DISTINCT state FROM feedback ORDER BY 1')
  expect(states.map((row) => row.state)).toEqual(['answered', 'assigned', 'closed', 'dismissed', 'logged'])
  const channels = await ask<{ channel_kind: string }>('SELECT DISTINCT channel_kind FROM feedback')
  expect(channels).toHaveLength(9)
})

test('promises at risk and broken were told up the ladder, in office hours', async () => {
  const steps = await ask<{ step: string }>('SELECT DISTINCT step FROM escalation ORDER BY 1')
  expect(steps.map((row) => row.step)).toEqual(['after', 'at_risk', 'due'])
})

test('complaints are handled: evidence of every result with its files, steps in every state, a finding each, points in every state', async () => {
  const kinds = async (sql: string) => (await ask<{ kind: string }>(sql)).map((row) => row.kind).sort()
  expect(await kinds('SELECT DISTINCT result AS kind FROM evidence')).toEqual(['insufficient', 'sufficient'])
  expect(await kinds('SELECT DISTINCT kind FROM evidence')).toEqual([...EVIDENCE_KINDS].sort())
  expect(await kinds('SELECT DISTINCT state AS kind FROM handling_step')).toEqual(['cancelled', 'minuted', 'planned'])
  expect(await kinds('SELECT DISTINCT kind FROM handling_step')).toEqual([...HANDLING_STEP_KINDS].sort())
  expect(await kinds('SELECT DISTINCT method AS kind FROM handling_plan')).toEqual([...HANDLING_METHODS].sort())
  expect(await kinds('SELECT DISTINCT outcome AS kind FROM finding')).toEqual([...FINDING_OUTCOMES].sort())
  expect(await kinds('SELECT DISTINCT state AS kind FROM recommendation_point')).toEqual([...POINT_STATES].sort())
  const [seen] = await ask<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM recommendation_point WHERE state = 'open' AND due_at < now()) AS overdue,
       (SELECT count(*)::int FROM recommendation_point WHERE state = 'open' AND due_at > now()) AS in_time,
       (SELECT count(*)::int FROM recommendation_point WHERE reminded = 'point.late') AS reminded,
       (SELECT count(*)::int FROM point_extension) AS extended,
       (SELECT count(*)::int FROM point_reply r JOIN file f ON f.id = r.file_id AND f.state = 'clean') AS scans,
       (SELECT count(*)::int FROM evidence e JOIN file f ON f.id = e.file_id AND f.state = 'clean' AND f.case_id = e.case_id) AS pictures,
       (SELECT count(DISTINCT case_id)::int FROM party p WHERE role = 'reported' AND (SELECT count(*) FROM allegation a WHERE a.party_id = p.id) > 0
          AND EXISTS (SELECT FROM party o JOIN allegation a ON a.party_id = o.id WHERE o.case_id = p.case_id AND o.id <> p.id)) AS several`,
  )
  for (const [what, times] of Object.entries(seen ?? {})) expect([what, times > 0]).toEqual([what, true])
})

test('every recommendation about a complaint that was sent went to a PPK and quotes its points; nothing of the handling offends', async () => {
  const letters = await ask<{ name: string; body: RichText; caseId: string }>(
    `SELECT addressee ->> 'name' AS name, body, case_id AS "caseId" FROM letter l
     WHERE kind = 'recommendation' AND EXISTS (SELECT FROM recommendation_point p WHERE p.letter_id = l.id)`,
  )
  expect(letters.length).toBeGreaterThanOrEqual(6)
  for (const { name, body, caseId } of letters) {
    expect(name).toMatch(/^(Bupati|Wali Kota|Gubernur|Menteri|Kepala) /)
    const points = await ask<{ text: string }>(`SELECT text FROM recommendation_point WHERE case_id = '${caseId}' ORDER BY number`)
    expect(
      pointsInLetter(
        body,
        points.map(({ text }) => text),
      ).state,
    ).toBe('in_step')
  }
  const findings = await verify(database.url, { filesDir: null, anchorFile: null })
  const wrong = findings.filter(({ code, outcome }) => /handling|letters/.test(code) && outcome !== 'ok' && outcome !== 'skipped')
  expect(wrong.map(({ code, error, rows }) => ({ code, error, rows: rows.slice(0, 2) }))).toEqual([])
}, 60_000)
