import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EVIDENCE_CHECKS, requirementsFor, type EvidenceKind, type PointReminder } from '@domain'
import { closePress } from '@press'
import { as } from '../../../test/support/as.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aReply, FINDING, first, Handler, ONLINE, POINT } from '../../../test/support/handling.js'
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
    const changed = await office.written(draft, ['Butir lain sama sekali.'])
    expect(await refusalOf(office.submit(changed))).toBe('handling.points_not_in_letter')
    const whole = await office.written(changed, [POINT.text])
    await office.submit(whole)
    const again = get(WritePoint).save(await me(), id, first((await of(id)).points), { ...POINT, days: 5 }, act())
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

  test('is reminded of once each: before, on the last day, and when late; the head hears from the last day on', async () => {
    const { id, point } = await handler.bound()
    const due = point.dueAt?.getTime() ?? 0
    const told = async (when: number): Promise<PointReminder | null> => {
      await timeTravel(new Date(when), async () => {
        await get(WatchPoints).run()
        await get(WatchPoints).run()
      })
      return first((await of(id)).points).reminded
    }
    expect(await told(Date.now() + 1000)).toBeNull()
    expect(await told(due - 30 * 3_600_000)).toBe('point.nears')
    expect(await told(due - 3_600_000)).toBe('point.due')
    expect(await told(due + 3_600_000)).toBe('point.late')
    expect(await eventsOf(id, 'point.%')).toEqual(['point.written', 'point.opened', 'point.nears', 'point.due', 'point.late'])
    const heads = await office.db.query<{ kind: string }[]>(
      'SELECT kind FROM notice WHERE case_id = $1 AND person_id = $2 AND kind LIKE $3 ORDER BY at',
      [id, office.people.head.id, 'point.%'],
    )
    expect(heads.map(({ kind }) => kind)).toEqual(['point.due', 'point.late'])
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
