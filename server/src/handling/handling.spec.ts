import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  addCalendarDays,
  addWorkingDays,
  dayOf,
  EVIDENCE_CHECKS,
  HOUR_MS,
  indonesianCalendar,
  instantAt,
  jakarta,
  localDate,
  POINT_DAYS,
  pointsInLetter,
  requirementsFor,
  type EvidenceKind,
  type PointReminder,
} from '@domain'
import { closePress } from '@press'
import { as } from '../../../test/support/as.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aReply, FINDING, first, Handler, ONLINE, POINT } from '../../../test/support/handling.js'
import { ReceiveFile } from '../files/index.js'
import { RenderLetter } from '../letters/index.js'
import { DeliverLetter } from '../mail/index.js'
import { AmendCase, RegisterCase } from '../cases/index.js'
import { Jobs } from '../platform/jobs.js'
import { timeTravel } from '../platform/moment.js'
import { aRegistration } from '../../../test/support/casework.js'
import { FollowUp } from './follow-up.js'
import { PlanHandling } from './plan-handling.js'
import { RecordAllegation } from './record-allegation.js'
import { RecordEvidence } from './record-evidence.js'
import { RecordFinding } from './record-finding.js'
import { TakeSteps } from './take-steps.js'
import { WatchPoints } from './watch-points.js'
import { WritePoint } from './write-point.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let handler: Handler

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  await running.app.get(Jobs).beforeApplicationShutdown()
  office = await Office.open(running.app)
  handler = new Handler(office)
})
afterAll(async () => {
  await closePress()
  await running.close()
  await database.drop()
})

const me = () => handler.me()
const get = <T>(type: abstract new (...given: never[]) => T): T => handler.get(type)
const of = (caseId: string) => handler.of(caseId)
const complaint = () => handler.complaint()
const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const REPLY = aReply()
const eventsOf = async (caseId: string, like: string) =>
  (await office.db.query<{ kind: string }[]>('SELECT kind FROM event WHERE case_id = $1 AND kind LIKE $2 ORDER BY id', [caseId, like])).map(
    ({ kind }) => kind,
  )

describe('the method', () => {
  test('decided by analysis fills the letter that confirms it to the complainant [netralitas.complaint.2]', async () => {
    const { id } = await complaint()
    const before = await office.draftedFor(id, 'confirmation')
    expect(await refusalOf(office.submit(before))).toBe('letter.fields_unresolved')
    await get(PlanHandling).run(await me(), id, null, ONLINE, act())
    expect((await office.submit(before)).status).toBe('in_review')
    const [version] = await office.db.query<{ content: { fields: Record<string, string> } }[]>(
      'SELECT content FROM letter_version WHERE letter_id = $1',
      [before.id],
    )
    expect(version?.content.fields).toMatchObject({
      handling_method: 'daring',
      handling_place: ONLINE.place,
      handling_officer: 'Asisten Contoh (021-555)',
    })
    expect(await eventsOf(id, 'handling.%')).toEqual(['handling.planned'])
  })

  test.each([
    ['online without a time', { at: null }, 'at'],
    ['online without a link', { place: 'Ruang 3' }, 'place'],
    ['without an officer', { officer: '' }, 'officer'],
  ] as const)('%s is refused', async (_, wrong, field) => {
    const { id } = await complaint()
    const planning = get(PlanHandling).run(await me(), id, null, { ...ONLINE, ...wrong }, act())
    await expect(planning).rejects.toMatchObject({ code: 'request.invalid', detail: { fields: [field] } })
  })

  test.each([-60_000, 400 * 86_400_000])('a time %s ms away is not told to the complainant', async (away) => {
    const { id } = await complaint()
    const plan = { ...ONLINE, at: new Date(Date.now() + away) }
    await expect(get(PlanHandling).run(await me(), id, null, plan, act())).rejects.toMatchObject({
      code: 'handling.time',
      detail: { fields: ['at'] },
    })
  })

  test('face to face names the place and the officer whom the complainant asks for [netralitas.complaint.3]', async () => {
    const { id } = await complaint()
    const plan = { ...ONLINE, method: 'face_to_face' as const, at: null, place: 'Kantor M.T. Haryono, Ruang Klarifikasi' }
    await get(PlanHandling).run(await me(), id, null, plan, act())
    const { plan: kept } = await of(id)
    expect(kept).toMatchObject({ method: 'face_to_face', place: plan.place, version: 1 })
    expect(await refusalOf(get(PlanHandling).run(await me(), id, null, plan, act()))).toBe('conflict.changed_meanwhile')
  })

  test('is not for other services, other hands or other stages', async () => {
    const merit = await office.processed({ service: 'MERIT' })
    expect(await refusalOf(get(PlanHandling).run(await me(), merit.id, null, ONLINE, act()))).toBe('handling.other_service')
    const { id } = await complaint()
    for (const who of ['outsider', 'head', 'clerk', 'administrator'] as const) {
      const planning = get(PlanHandling).run(await office.viewer(office.people[who]), id, null, ONLINE, act())
      expect(await refusalOf(planning)).toBe('access.denied')
    }
  })
})

describe('reported persons', () => {
  test('are handled once they are confirmed to be active civil servants [netralitas.reported_active] [netralitas.reported_identity]', async () => {
    const { id } = await complaint()
    const party = first(
      await office.db
        .query<{ id: string }[]>(`UPDATE party SET active_asn = NULL WHERE case_id = $1 AND role = 'reported' RETURNING id`, [id])
        .then((rows) => rows[0] as unknown as { id: string }[]),
    )
    const acts = get(RecordAllegation)
    const entry = {
      partyId: party.id,
      violation: 'banner' as const,
      description: 'Memasang baliho.',
      election: 'unrelated' as const,
      happenedOn: null,
    }
    expect(await refusalOf(acts.save(await me(), id, null, entry, act()))).toBe('handling.not_active_asn')
    await acts.confirm(await me(), id, party.id, true, 'Konfirmasi BKPSDM', act())
    await acts.save(await me(), id, null, entry, act())
    expect(await refusalOf(acts.confirm(await me(), id, party.id, false, 'Pensiun', act()))).toBe('handling.in_use')
  })

  test('of another case are nobody here', async () => {
    const [{ id }, other] = [await complaint(), await complaint()]
    const party = first(
      await office.db.query<{ id: string }[]>(`SELECT id FROM party WHERE case_id = $1 AND role = 'reported'`, [other.id]),
    )
    const entry = { partyId: party.id, violation: 'other' as const, description: 'Uraian', election: 'related' as const, happenedOn: null }
    expect(await refusalOf(get(RecordAllegation).save(await me(), id, null, entry, act()))).toBe('request.invalid')
  })
})

describe('evidence', () => {
  test.each(Object.keys(EVIDENCE_CHECKS) as EvidenceKind[])(
    'of kind %s is sufficient only with every check of its kind met [netralitas.evidence]',
    async (kind) => {
      const { id } = await complaint()
      const allegationId = await handler.alleged(id)
      const acts = get(RecordEvidence)
      await acts.save(await me(), id, null, { allegationId, kind, description: 'Bukti', source: 'Saksi A', fileId: null }, act())
      const row = first((await of(id)).evidence)
      const [, ...some] = EVIDENCE_CHECKS[kind].map(({ code }) => code)
      expect(await refusalOf(acts.check(await me(), id, row, { met: some, result: 'sufficient', note: null }, act()))).toBe(
        'handling.checks_open',
      )
      expect(await refusalOf(acts.check(await me(), id, row, { met: some, result: 'insufficient', note: null }, act()))).toBe(
        'request.invalid',
      )
      await acts.check(await me(), id, row, { met: EVIDENCE_CHECKS[kind].map(({ code }) => code), result: 'sufficient', note: null }, act())
      expect(first((await of(id)).evidence)).toMatchObject({ result: 'sufficient', checkedByName: (await me()).name })
      const lowered = office.db.query(`UPDATE evidence SET checks_met = '{}' WHERE id = $1`, [row.id])
      await expect(lowered).rejects.toThrow('evidence_sufficient')
    },
  )

  test('by a witness names the witness, and a file is one of the case', async () => {
    const { id } = await complaint()
    const allegationId = await handler.alleged(id)
    const acts = get(RecordEvidence)
    const entry = { allegationId, kind: 'witness' as const, description: 'Melihat sendiri', source: null, fileId: null }
    expect(await refusalOf(acts.save(await me(), id, null, entry, act()))).toBe('request.invalid')
    const foreign = { ...entry, source: 'Saksi', fileId: '00000000-0000-4000-8000-00000000abcd' }
    expect(await refusalOf(acts.save(await me(), id, null, foreign, act()))).toBe('file.not_ready')
  })
})

describe('steps', () => {
  test('are minuted after they were held, read back and signed; what was minuted stays', async () => {
    const { id } = await complaint()
    const steps = get(TakeSteps)
    const people = [{ name: 'Asisten', role: 'officer' as const }]
    await steps.plan(
      await me(),
      id,
      null,
      { kind: 'examination', method: 'face_to_face', place: 'Kantor Bupati', scheduledAt: at(1), participants: people },
      act(),
    )
    const planned = first((await of(id)).steps)
    const minutes = {
      text: 'Pemeriksaan lapangan dilaksanakan sesuai rencana.',
      readBack: true,
      participants: [{ name: 'Asisten', role: 'officer' as const, signed: true }],
    }
    expect(await refusalOf(steps.minute(await me(), id, planned, minutes, act()))).toBe('handling.step_state')
    await steps.hold(await me(), id, planned, new Date(), act())
    const held = first((await of(id)).steps)
    expect(await refusalOf(steps.minute(await me(), id, held, { ...minutes, readBack: false }, act()))).toBe('handling.not_read_back')
    const unsigned = { ...minutes, participants: [{ name: 'Asisten', role: 'officer' as const, signed: false }] }
    expect(await refusalOf(steps.minute(await me(), id, held, unsigned, act()))).toBe('handling.not_signed')
    expect(await refusalOf(steps.cancel(await me(), id, held, 'Batal', act()))).toBe('handling.step_state')
    await steps.minute(await me(), id, held, minutes, act())
    expect(first((await of(id)).steps)).toMatchObject({ state: 'minuted', readBack: true })
  })

  test('are printed as berita acara for those who may read the case', async () => {
    const { id } = await complaint()
    const stepId = await handler.heard(id)
    const reader = await as(running.url, office.people.assistant)
    const answer = await reader.get(`/handling-steps/${stepId}/minutes.pdf`)
    expect(answer.status).toBe(200)
    const stranger = await as(running.url, office.people.outsider)
    expect((await stranger.get(`/handling-steps/${stepId}/minutes.pdf`)).status).toBe(404)
  })
})

describe('findings and points', () => {
  test('rest on somebody heard and on sufficient evidence', async () => {
    const { id } = await complaint()
    const allegationId = await handler.alleged(id)
    const findings = get(RecordFinding)
    expect(await refusalOf(findings.run(await me(), id, allegationId, null, FINDING, act()))).toBe('handling.nobody_heard')
    await handler.heard(id)
    expect(await refusalOf(findings.run(await me(), id, allegationId, null, FINDING, act()))).toBe('handling.no_evidence')
    expect(await refusalOf(get(WritePoint).save(await me(), id, null, POINT, act()))).toBe('handling.finding_missing')
    const odd = { ...FINDING, sanction: 'not_proven' as const }
    expect(await refusalOf(findings.run(await me(), id, allegationId, null, odd, act()))).toBe('request.invalid')
    await findings.run(await me(), id, allegationId, null, { ...FINDING, outcome: 'not_proven', sanction: 'not_proven' }, act())
  })

  test('begin the letter of recommendation, which carries every point word for word [netralitas.product.recommendation]', async () => {
    const { id } = await handler.found()
    const draft = await office.draftedFor(id, 'recommendation')
    expect(JSON.stringify(draft.body)).toContain(POINT.text)
    expect(JSON.stringify(draft.body)).toContain('hukuman disiplin sedang')
    expect(draft.addressee).toEqual({ name: POINT.ppk, attention: null, place: 'Tempat' })
    const changed = await office.written(draft, ['Butir lain sama sekali.'])
    expect(await refusalOf(office.submit(changed))).toBe('handling.points_not_in_letter')
    const whole = await office.written(changed, [POINT.text])
    const [point] = (await of(id)).points
    await get(WritePoint).save(await me(), id, point ?? null, { ...POINT, days: 5 }, act())
    await office.submit(whole)
    const [version] = await office.db.query<{ content: { fields: Record<string, string> } }[]>(
      'SELECT content FROM letter_version WHERE letter_id = $1',
      [draft.id],
    )
    expect(version?.content.fields).toMatchObject({ follow_up_limit: '5 (lima) hari kerja' })
    const again = get(WritePoint).save(await me(), id, first((await of(id)).points), POINT, act())
    expect(await refusalOf(again)).toBe('handling.points_in_letter')
  })

  test('bind when the letter is delivered, in the same transaction, with an explainable due date', async () => {
    const { id, point, letterId } = await handler.bound()
    expect(point).toMatchObject({ state: 'open', letterId })
    expect(point.dueAt && point.openedAt && point.dueAt > point.openedAt).toBe(true)
    expect(await eventsOf(id, 'point.%')).toEqual(['point.written', 'point.opened'])
    expect((await office.case(id)).stage).toBe('in_process')
  })
})

describe('a second recommendation', () => {
  test('goes to another PPK with points that go on counting; what the first one told is not rewritten', async () => {
    const { id } = await handler.bound([POINT.text, 'Melaporkan pelaksanaannya.'])
    const { allegations, findings } = await of(id)
    const changed = { ...FINDING, sanction: 'light' as const }
    const rewriting = get(RecordFinding).run(await me(), id, first(allegations).id, first(findings).version, changed, act())
    expect(await refusalOf(rewriting)).toBe('handling.points_in_letter')
    await get(WritePoint).save(await me(), id, null, { ...POINT, ppk: 'Wali Kota Lain', text: 'Membina pegawai terkait.', days: 7 }, act())
    const { id: letterId, addressee, body } = await office.draftedFor(id, 'recommendation')
    expect(addressee.name).toBe('Wali Kota Lain')
    expect(pointsInLetter(body, ['Membina pegawai terkait.'], 3).state).toBe('in_step')
    const reader = await as(running.url, office.people.assistant)
    const { letter } = await reader.ask<{ letter: { fields: Record<string, string> } }>('query ($id: ID!) { letter(id: $id) { fields } }', {
      id: letterId,
    })
    expect(letter.fields['follow_up_limit']).toBe('7 (tujuh) hari kerja')
  })
})

describe('the follow-up of a point', () => {
  test('takes the reply of the PPK, judges it, and ends; no point is done without a reply', async () => {
    const { id, point } = await handler.bound()
    const followUp = get(FollowUp)
    const judge = async (action: 'accept_reply' | 'reject_reply') =>
      followUp.judge(await me(), first((await of(id)).points), action, 'Sudah sesuai', act())
    expect(await refusalOf(judge('accept_reply'))).toBe('handling.point_state')
    const early = { ...REPLY, letterDate: '2020-01-01', receivedOn: '2020-01-02' }
    expect(await refusalOf(followUp.reply(await me(), point, early, act()))).toBe('request.invalid')
    await followUp.reply(await office.viewer(office.people.clerk), point, REPLY, act())
    await judge('reject_reply')
    expect(first((await of(id)).points)).toMatchObject({ state: 'open', endedAt: null })
    await followUp.reply(await me(), first((await of(id)).points), REPLY, act())
    await judge('accept_reply')
    expect(first((await of(id)).points)).toMatchObject({ state: 'done', judgement: 'Sudah sesuai' })
    expect(await refusalOf(followUp.reply(await me(), first((await of(id)).points), REPLY, act()))).toBe('handling.point_state')
  })

  test('keeps the scan of the reply, sent after the complaint was closed; a file of somebody else is refused', async () => {
    const { id, point } = await handler.bound()
    const scan = (who: { id: string }) => async () =>
      get(ReceiveFile).bytes(await office.viewer(who), 'Keputusan PPK.pdf', Buffer.from(`%PDF-1.7\n%${who.id}\n%%EOF\n`))
    const [own, foreign] = [await scan(office.people.assistant)(), await scan(office.people.outsider)()]
    await office.db.query(`UPDATE "case" SET stage = 'closed', closed_at = now() WHERE id = $1`, [id])
    const followUp = get(FollowUp)
    expect(await refusalOf(followUp.reply(await me(), point, { ...REPLY, fileId: foreign }, act()))).toBe('file.not_ready')
    await followUp.reply(await me(), point, { ...REPLY, fileId: own }, act())
    const [kept] = await office.db.query<{ caseId: string }[]>('SELECT case_id AS "caseId" FROM file WHERE id = $1', [own])
    expect(kept).toEqual({ caseId: id })
    expect(await eventsOf(id, 'case.attached')).toEqual([])
    expect((await eventsOf(id, 'point.%')).at(-1)).toBe('point.replied')
  })

  test('counts from the day of the receipt, however late the receipt was entered', async () => {
    const { id } = await handler.found()
    const letter = await office.written(await office.draftedFor(id, 'recommendation'), [POINT.text])
    const issued = await office.issue(await office.approve(await office.pass(await office.submit(letter))))
    await get(RenderLetter).run(issued.id)
    const receiptOn = addCalendarDays(localDate(new Date()), 1)
    const hand = { method: 'hand' as const, recipientName: 'Bupati Contoh', receiptName: 'Ajudan', receiptOn }
    await timeTravel(jakarta(addCalendarDays(receiptOn, 9), '09.00'), async () =>
      get(DeliverLetter).run(await office.viewer(office.people.clerk), await office.letter(issued.id), hand, act()),
    )
    const { openedAt, dueAt } = first((await of(id)).points)
    const due = addWorkingDays(indonesianCalendar(), receiptOn, POINT_DAYS)
    expect([openedAt, dueAt].map((at) => at && localDate(at))).toEqual([receiptOn, due])
  })

  test('is nobody else’s: not of another unit, nor of whoever was excluded; only the head extends', async () => {
    const { id, point } = await handler.bound()
    const followUp = get(FollowUp)
    for (const who of ['outsider', 'administrator', 'auditor'] as const) {
      expect(await refusalOf(followUp.reply(await office.viewer(office.people[who]), point, REPLY, act()))).toBe('access.denied')
    }
    expect(await refusalOf(followUp.extend(await me(), point, 5, 'Menunggu sidang', act()))).toBe('access.denied')
    const head = await office.viewer(office.people.head)
    expect(await refusalOf(followUp.extend(head, point, 31, 'Menunggu sidang', act()))).toBe('handling.extension_cap')
    await followUp.extend(head, point, 5, 'Menunggu sidang majelis', act())
    const longer = first((await of(id)).points)
    expect(longer.dueAt && point.dueAt && longer.dueAt > point.dueAt).toBe(true)
    await office.db.query('UPDATE "case" SET excluded_person_ids = ARRAY[$2::uuid] WHERE id = $1', [id, office.people.assistant.id])
    const excluded = await office.db.manager.query<{ v: string[] }[]>(
      'SELECT excluded_person_ids AS v FROM recommendation_point WHERE case_id = $1',
      [id],
    )
    expect(excluded[0]?.v).toEqual([office.people.assistant.id])
    expect(await refusalOf(followUp.reply(await me(), longer, REPLY, act()))).not.toBeNull()
    await office.db.query(`UPDATE "case" SET excluded_person_ids = '{}' WHERE id = $1`, [id])
  })

  const opens = (at: number) => new Date(indonesianCalendar().schedule('office').nextOpen(at))
  const watched = (when: Date) => timeTravel(when, () => get(WatchPoints).run())

  test('is reminded of once each in office hours: before, on the last day, and when late; then Pimpinan hears too', async () => {
    const { id, point } = await handler.bound()
    const due = point.dueAt?.getTime() ?? 0
    const told = async (when: Date): Promise<PointReminder | null> => {
      for (let round = 0; round < 2; round++) await watched(when)
      return first((await of(id)).points).reminded
    }
    const lastDay = jakarta(localDate(due)).getTime()
    expect(await told(opens(Date.now()))).toBeNull()
    expect(await told(new Date(opens(lastDay).getTime() - 9 * HOUR_MS))).toBeNull()
    expect(await told(new Date(opens(lastDay).getTime() - 1000))).toBeNull()
    const dayBefore = indonesianCalendar().schedule('office').openDayAfter(dayOf(lastDay), -1)
    expect(await told(opens(instantAt(dayBefore)))).toBe('point.nears')
    expect(await told(opens(lastDay))).toBe('point.due')
    expect(await told(new Date(due + HOUR_MS))).toBe('point.due')
    expect(await told(opens(due + 1))).toBe('point.late')
    expect(await eventsOf(id, 'point.%')).toEqual(['point.written', 'point.opened', 'point.nears', 'point.due', 'point.late'])
    const heard = async (person: { id: string }) =>
      (
        await office.db.query<{ kind: string }[]>(
          `SELECT kind FROM notice WHERE case_id = $1 AND person_id = $2 AND kind IN ('point.nears', 'point.due', 'point.late') ORDER BY at`,
          [id, person.id],
        )
      ).map(({ kind }) => kind)
    const { assistant, head, chair } = office.people
    expect(await heard(assistant)).toEqual(['point.nears', 'point.due', 'point.late'])
    expect(await heard(head)).toEqual(['point.due', 'point.late'])
    expect(await heard(chair)).toEqual(['point.late'])
  })

  test('planned for an instant that is not its own any more is planned anew, silently, and told when it is time', async () => {
    const { id, point } = await handler.bound()
    await office.db.query('UPDATE recommendation_point SET next_reminder_at = opened_at WHERE id = $1', [point.id])
    await watched(opens(Date.now()))
    expect(first((await of(id)).points)).toMatchObject({ reminded: null, version: point.version })
    await watched(opens((point.dueAt?.getTime() ?? 0) + 1))
    expect(first((await of(id)).points).reminded).toBe('point.late')
  })

  test('is reminded of though the one before it fails; the round names the one that failed, and tells it when it can', async () => {
    const [poisoned, { id, point }] = [await handler.bound(), await handler.bound()]
    await office.db.query(`UPDATE recommendation_point SET next_reminder_at = next_reminder_at - interval '1 day' WHERE id = $1`, [
      poisoned.point.id,
    ])
    await office.db.query(
      `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $b$ BEGIN IF NEW.id = '${poisoned.point.id}' THEN RAISE 'poisoned'; END IF; RETURN NEW; END $b$`,
    )
    await office.db.query('CREATE TRIGGER poison BEFORE UPDATE ON recommendation_point FOR EACH ROW EXECUTE FUNCTION poison()')
    const late = opens((point.dueAt?.getTime() ?? 0) + 1)
    await expect(watched(late)).rejects.toThrow(`1 failed: ${poisoned.point.id}: poisoned`)
    await office.db.query('DROP TRIGGER poison ON recommendation_point')
    await office.db.query('DROP FUNCTION poison')
    expect(first((await of(id)).points).reminded).toBe('point.late')
    expect(first((await of(poisoned.id)).points).reminded).toBeNull()
    await watched(late)
    expect(first((await of(poisoned.id)).points).reminded).toBe('point.late')
  })
})

describe('the list of points', () => {
  const LIST = `query ($states: [PointState!], $unitId: ID, $overdue: Boolean, $first: Int, $after: String) {
    recommendationPoints(states: $states, unitId: $unitId, overdue: $overdue, first: $first, after: $after) {
      rows { id number state dueAt case { id } } endCursor total } }`
  interface Listed {
    readonly rows: readonly { readonly id: string; readonly number: number; readonly state: string; readonly dueAt: string }[]
    readonly endCursor: string | null
    readonly total: number
  }
  const list = async (who: Parameters<typeof as>[1], given: object = {}): Promise<Listed> =>
    (await (await as(running.url, who)).ask<{ recommendationPoints: Listed }>(LIST, given)).recommendationPoints
  const RANK: Record<string, number> = { open: 0, replied: 1, done: 2, not_followed: 2 }

  test('shows those that bind: owed ones first, by due date, and as the letter numbers them; page by page the same', async () => {
    const { id, point } = await handler.bound([POINT.text, 'Melaporkan pelaksanaan rekomendasi beserta salinan keputusan.'])
    await get(FollowUp).reply(await me(), point, REPLY, act())
    const whole = await list(office.people.chair)
    expect(whole.total).toBe(whole.rows.length)
    expect(whole.rows.some(({ state }) => state === 'draft')).toBe(false)
    const drafts = await office.db.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM recommendation_point WHERE state <> 'draft'`)
    expect(whole.total).toBe(drafts[0]?.n)
    const inOrder = whole.rows.toSorted((a, b) => (RANK[a.state] ?? 9) - (RANK[b.state] ?? 9) || a.dueAt.localeCompare(b.dueAt))
    expect(whole.rows.map(({ state, dueAt }) => [state, dueAt])).toEqual(inOrder.map(({ state, dueAt }) => [state, dueAt]))
    const pages: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const page: Listed = await list(office.people.chair, { first: 2, after })
      pages.push(...page.rows.map((row) => row.id))
      after = page.endCursor
      more = after !== null
    }
    expect(pages).toEqual(whole.rows.map((row) => row.id))
    const replied = await list(office.people.chair, { states: ['replied'] })
    expect(replied.rows.map((row) => row.id)).toContain(point.id)
    expect(replied.rows.every(({ state }) => state === 'replied')).toBe(true)
    expect((await list(office.people.chair, { unitId: office.people.registryUnitId })).total).toBe(0)
    const ofCase = (await of(id)).points.filter(({ state }) => state === 'open').map((row) => row.number)
    expect(ofCase).toEqual([2])
  })

  test('finds the overdue by their due date, and only while the PPK owes a reply', async () => {
    const { id, point } = await handler.bound()
    const late = () => office.db.query(`UPDATE recommendation_point SET due_at = now() - interval '1 hour' WHERE id = $1`, [point.id])
    const overdue = async () => (await list(office.people.chair, { overdue: true })).rows.map((row) => row.id)
    expect(await overdue()).not.toContain(point.id)
    await late()
    expect(await overdue()).toContain(point.id)
    await get(FollowUp).reply(await me(), first((await of(id)).points), REPLY, act())
    expect(await overdue()).not.toContain(point.id)
  })

  test('is cut by the rules: a stranger’s list is empty, a strictly confidential complaint is not for the counter, others have no list', async () => {
    const { id, point } = await handler.bound()
    const ids = async (who: Parameters<typeof as>[1]) => (await list(who)).rows.map((row) => row.id)
    for (const who of ['chair', 'head', 'assistant', 'clerk'] as const)
      expect([who, (await ids(office.people[who])).includes(point.id)]).toEqual([who, true])
    expect(await ids(office.people.outsider)).not.toContain(point.id)
    await office.db.query(`UPDATE "case" SET secrecy = 'sangat_rahasia' WHERE id = $1`, [id])
    expect(await ids(office.people.clerk2)).not.toContain(point.id)
    expect(await ids(office.people.assistant)).toContain(point.id)
    for (const who of ['administrator', 'auditor'] as const) {
      expect((await (await as(running.url, office.people[who])).gql(LIST)).code).toBe('access.denied')
    }
    const forged = await (await as(running.url, office.people.chair)).gql(LIST, { after: 'bukan penanda' })
    expect(forged.code).toBe('request.invalid')
  })
})

const WALK_IN = requirementsFor('NETRALITAS', 'walk_in', 'asn').map(({ code }) => ({ code, state: 'met' as const }))

describe('a complaint that is told', () => {
  const told = { office: 'smesco' as const, text: 'Pelapor menyampaikan bahwa terlapor menghadiri deklarasi bakal calon.', readBack: true }

  test('is taken down at either office, read back and printed for the complainant [netralitas.oral_statement]', async () => {
    const clerk = await office.viewer(office.people.clerk)
    const register = get(RegisterCase)
    for (const place of ['head_office', 'smesco'] as const) {
      const input = aRegistration('NETRALITAS', { channel: 'walk_in', requirements: WALK_IN, oralStatement: { ...told, office: place } })
      const { id } = await register.run(clerk, input, act())
      const [kept] = await office.db.query<{ office: string }[]>('SELECT office FROM oral_statement WHERE case_id = $1', [id])
      expect(kept).toEqual({ office: place })
      const reader = await as(running.url, office.people.clerk)
      expect((await reader.get(`/cases/${id}/oral-statement.pdf`)).status).toBe(200)
      const amended = { ...input, subject: 'Perihal yang diperbaiki', oralStatement: null }
      await get(AmendCase).run(clerk, await office.case(id), amended, act())
      await expect(office.db.query('UPDATE oral_statement SET text = text WHERE case_id = $1', [id])).rejects.toThrow()
    }
  })

  test.each([
    ['not read back', { ...told, readBack: false }, 'walk_in', 'case.not_read_back'],
    ['nothing taken down', null, 'walk_in', 'request.invalid'],
    ['a statement beside a letter', told, 'post', 'request.invalid'],
  ] as const)('%s is refused', async (_, oralStatement, channel, code) => {
    const input = aRegistration('NETRALITAS', { channel, oralStatement, ...(channel === 'walk_in' && { requirements: WALK_IN }) })
    expect(await refusalOf(get(RegisterCase).run(await office.viewer(office.people.clerk), input, act()))).toBe(code)
  })
})
