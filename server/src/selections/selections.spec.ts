import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { anApplicant } from '../../../test/support/selection-data.js'
import { falling, Supervision } from '../../../test/support/selections.js'
import { AdvanceSelection } from './advance-selection.js'
import { ChooseThree } from './choose-three.js'
import { ExtendAnnouncement } from './extend-announcement.js'
import { OpenSelection } from './open-selection.js'
import { PlanSelection } from './plan-selection.js'
import { RecordDocuments } from './record-documents.js'
import { RecordResults } from './record-results.js'
import { RegisterApplicants } from './register-applicants.js'

let database: FreshDatabase
let running: RunningApp
let office: Office
let at: Supervision

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  office = await Office.open(running.app)
  at = new Supervision(office)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const clockOf = async (caseId: string) =>
  (
    await office.db.query<{ code: string; started: boolean; due: Date | null }[]>(
      `SELECT code, started_at IS NOT NULL AS started, due_at AS due FROM clock WHERE case_id = $1`,
      [caseId],
    )
  )[0]

const requestOf = async (caseId: string) =>
  (await office.db.query<{ state: string }[]>('SELECT state FROM selection_request WHERE case_id = $1', [caseId]))[0]?.state

describe('the first request', () => {
  test('opens a selection at its planning, with what the rules know copied from the case [jpt.stages.1]', async () => {
    const { selection, theCase } = await at.opened()
    expect(selection).toMatchObject({ stage: 'planning', state: 'running', version: 1, unitId: theCase.unitId, secrecy: 'biasa' })
    expect(selection.handlerPositionIds).toEqual([...theCase.handlerPositionIds].sort())
    expect(await requestOf(theCase.id)).toBe('incomplete')
  })

  test('belongs to one selection only', async () => {
    const { selection, theCase } = await at.opened()
    const again = at.get(OpenSelection).open(await at.me(), theCase, { title: 'Sekali lagi', agencyCode: selection.agencyCode }, act())
    expect(await refusalOf(again)).toBe('selection.case_taken')
  })

  test.each([
    ['clerk', 'access.denied'],
    ['chair', 'access.denied'],
    ['outsider', 'access.denied'],
  ] as const)('is not opened by %s', async (who, code) => {
    const { selection } = await at.opened()
    const theCase = await at.request(selection.agencyCode)
    const opening = at
      .get(OpenSelection)
      .open(await office.viewer(office.people[who]), theCase, { title: 'Seleksi', agencyCode: selection.agencyCode }, act())
    expect(await refusalOf(opening)).toBe(code)
  })

  test('of another agency is not the next request of the selection', async () => {
    const { selection } = await at.opened()
    const other = await at.request('34.04')
    expect(await refusalOf(at.get(OpenSelection).attach(await at.me(), selection, other.id, act()))).toBe('request.invalid')
  })
})

describe('the papers of a stage', () => {
  test('start the five working days when they are complete, and not before [jpt.answer] [jpt.stage_documents]', async () => {
    const { selection, theCase } = await at.opened()
    const documents = at.get(RecordDocuments)
    const some = { documents: [{ code: 'selection_plan', received: true }], caseId: theCase.id, requirementsMet: [] }
    await documents.run(await at.me(), selection, some, act())
    expect(await clockOf(theCase.id)).toMatchObject({ code: 'jpt.answer', started: false })
    expect(await requestOf(theCase.id)).toBe('incomplete')

    await at.papers(selection.id, theCase.id)
    expect(await clockOf(theCase.id)).toMatchObject({ code: 'jpt.answer', started: true })
    expect((await clockOf(theCase.id))?.due).not.toBeNull()
    expect(await requestOf(theCase.id)).toBe('complete')
    expect((await office.case(theCase.id)).completeAt).not.toBeNull()
  })

  test('of a region that is excepted have no limit until one is set [jpt.answer]', async () => {
    const { selection, theCase } = await at.opened({ underdeveloped: true })
    await at.papers(selection.id, theCase.id)
    expect(await clockOf(theCase.id)).toMatchObject({ code: 'jpt.answer_3t', started: true, due: null })
  })

  test('may be received by the Sekretariat, which checks nothing', async () => {
    const { selection, theCase } = await at.opened()
    const clerk = await office.viewer(office.people.clerk)
    const documents = [{ code: 'selection_plan', received: true }]
    await at.get(RecordDocuments).run(clerk, selection, { documents, caseId: theCase.id, requirementsMet: [] }, act())
    const checks = at.get(RecordDocuments).checks(clerk, await at.selection(selection.id), [{ code: 'plan_complete', met: true }], act())
    expect(await refusalOf(checks)).toBe('access.denied')
  })

  test('of another stage, or of a case that is not its own, are refused', async () => {
    const { selection } = await at.opened()
    const other = await at.opened()
    const record = async (code: string, caseId: string | null) =>
      refusalOf(
        at
          .get(RecordDocuments)
          .run(await at.me(), selection, { documents: [{ code, received: true }], caseId, requirementsMet: [] }, act()),
      )
    expect(await record('results_report', null)).toBe('request.invalid')
    expect(await record('selection_plan', other.theCase.id)).toBe('access.denied')
  })

  test('a request that came another way is accepted, and its portal entry noted when it follows [jpt.sijapti_entry_later]', async () => {
    const { selection, theCase } = await at.opened()
    await office.db.query(`UPDATE requirement_check SET state = 'missing' WHERE case_id = $1 AND code = 'jpt.sijapti_entry_later'`, [
      theCase.id,
    ])
    const documents = at.get(RecordDocuments)
    await documents.run(
      await at.me(),
      selection,
      { documents: [], caseId: theCase.id, requirementsMet: ['jpt.sijapti_entry_later'] },
      act(),
    )
    const [line] = await office.db.query<{ state: string }[]>(
      `SELECT state FROM requirement_check WHERE case_id = $1 AND code = 'jpt.sijapti_entry_later'`,
      [theCase.id],
    )
    expect(line?.state).toBe('met')
    const unknown = { documents: [], caseId: theCase.id, requirementsMet: ['netralitas.evidence'] }
    expect(await refusalOf(documents.run(await at.me(), await at.selection(selection.id), unknown, act()))).toBe('request.invalid')
  })

  test('a check that found something says what', async () => {
    const { selection } = await at.opened()
    const checks = (met: boolean, note: string | null) => [{ code: 'plan_complete', met, note }]
    const record = async (met: boolean, note: string | null) =>
      refusalOf(at.get(RecordDocuments).checks(await at.me(), selection, checks(met, note), act()))
    expect(await record(false, ' ')).toBe('request.invalid')
    expect(await record(false, 'Pansel belum ditetapkan')).toBeNull()
  })
})

describe('the way through the stages', () => {
  test('the planning is left when its letter of recommendation was delivered, and not before [jpt.product.recommendation]', async () => {
    const { selection, theCase } = await at.opened()
    const { id } = selection
    const advance = async () => at.get(AdvanceSelection).run(await at.me(), await at.selection(id), act())
    await expect(advance()).rejects.toMatchObject({
      code: 'selection.not_ready',
      detail: { reasons: expect.arrayContaining(['posts_missing', 'panel_missing', 'documents_missing', 'letter_missing']) },
    })
    await at.planned(id)
    await at.papers(id, theCase.id)
    await at.checked(id)
    await expect(advance()).rejects.toMatchObject({ detail: { reasons: ['request_open', 'letter_missing'] } })
    await at.answered(theCase.id, 'recommendation', false)
    await expect(advance()).rejects.toMatchObject({ detail: { reasons: ['request_open', 'letter_missing'] } })
  })

  test('fewer than three applicants keep it with the applications; the announcement is extended [jpt.stages.2] [jpt.stages.3]', async () => {
    const { id, postIds } = await at.atApplications()
    const [postId = ''] = postIds
    await at.enrolled(id, postId, 2)
    await at.papers(id)
    await at.checked(id)
    await expect(at.advance(id)).rejects.toMatchObject({ code: 'selection.not_ready', detail: { reasons: ['applicants_short'] } })
    const extend = at.get(ExtendAnnouncement)
    expect(
      await refusalOf(extend.extend(await at.me(), await at.selection(id), { closesOn: '2026-02-16', reason: 'Kurang pelamar' }, act())),
    ).toBe('request.invalid')
    await extend.extend(await at.me(), await at.selection(id), { closesOn: '2026-02-23', reason: 'Baru dua pelamar' }, act())
    const kept = await office.db.query(
      'SELECT old_closes_on::text AS old, new_closes_on::text AS new FROM announcement_extension WHERE selection_id = $1',
      [id],
    )
    expect(kept).toEqual([{ old: '2026-02-16', new: '2026-02-23' }])
    await at.enrolled(id, postId, 1)
    await at.advance(id)
    expect((await at.selection(id)).stage).toBe('selection')
  })

  test('a post for which too few applied leaves the selection, with its reason', async () => {
    const { id, postIds } = await at.atApplications(['Kepala Dinas A', 'Kepala Dinas B'])
    const [first = '', second = ''] = postIds
    await at.enrolled(id, first, 3)
    await at.papers(id)
    await at.checked(id)
    await expect(at.advance(id)).rejects.toMatchObject({ detail: { reasons: ['applicants_short'] } })
    await at.get(ExtendAnnouncement).drop(await at.me(), await at.selection(id), { postId: second, reason: 'Tidak ada pelamar' }, act())
    await at.advance(id)
    const late = at.get(RegisterApplicants).run(await at.me(), await at.selection(id), [anApplicant(second)], [], act())
    expect(await refusalOf(late)).toBe('selection.wrong_stage')
  })

  test('once announced, the closing day moves by extension only', async () => {
    const { id } = await at.atApplications()
    const schedule = [{ stage: 'announcement' as const, startsOn: '2026-02-02', endsOn: '2026-02-20' }]
    const plan = at.get(PlanSelection).plan(await at.me(), await at.selection(id), { schedule, panel: [] }, act())
    expect(await refusalOf(plan)).toBe('request.invalid')
  })

  test('is cancelled with a reason, and moves no more', async () => {
    const { selection } = await at.opened()
    const advance = at.get(AdvanceSelection)
    expect(await refusalOf(advance.cancel(await at.me(), selection, ' ', act()))).toBe('request.invalid')
    await advance.cancel(await at.me(), selection, 'Instansi membatalkan seleksi', act())
    expect(await at.selection(selection.id)).toMatchObject({ state: 'cancelled', endReason: 'Instansi membatalkan seleksi' })
    expect(await refusalOf(at.get(PlanSelection).posts(await at.me(), await at.selection(selection.id), [], act()))).toBe(
      'selection.wrong_stage',
    )
  })
})

describe('applicants [jpt.stages.3]', () => {
  test.each([
    ['without the recommendation of the PPK', { recommendationNumber: null, recommendationOn: null }, 'request.invalid'],
    ['invited, but without it', { invited: true, recommendationNumber: null, recommendationOn: null }, 'request.invalid'],
    ['with a recommendation from tomorrow', { recommendationOn: '2999-01-01' }, 'request.invalid'],
    ['with half a recommendation', { recommendationOn: null }, 'request.invalid'],
    ['turned down without a reason', { qualified: false }, 'request.invalid'],
    ['with a NIP that is none', { nip: '123' }, 'identity.nip_invalid'],
    ['not looked at yet, and not recommended yet', { qualified: null, recommendationNumber: null, recommendationOn: null }, null],
  ] as const)('%s: %s', async (_, given, code) => {
    const { id, postIds } = await at.atApplications()
    const entry = anApplicant(postIds[0] ?? '', given)
    expect(await refusalOf(at.get(RegisterApplicants).run(await at.me(), await at.selection(id), [entry], [], act()))).toBe(code)
  })

  test('keep number and NIP when they are corrected, apply once for a post, and their NIP lies sealed', async () => {
    const { id, postIds } = await at.atApplications()
    const [postId = ''] = postIds
    const first = anApplicant(postId)
    const save = async (entry: ReturnType<typeof anApplicant>) =>
      at.get(RegisterApplicants).run(await at.me(), await at.selection(id), [entry], [], act())
    await save(first)
    expect(await refusalOf(save({ ...first, name: 'Orang lain' }))).toBe('request.invalid')
    const rows = () =>
      office.db.query<{ id: string; number: number; name: string; nip_masked: string; nip_sealed: Buffer }[]>(
        'SELECT id, number, name, nip_masked, nip_sealed FROM candidate WHERE selection_id = $1',
        [id],
      )
    const [before] = await rows()
    await save({ ...first, id: before?.id ?? null, nip: null, name: 'Nama Benar' })
    const [after] = await rows()
    expect(after).toMatchObject({ number: before?.number, name: 'Nama Benar', nip_masked: before?.nip_masked })
    expect(after?.nip_sealed.toString('latin1')).not.toContain(first.nip)
  })
})

describe('results [jpt.stages.4] [jpt.stages.5]', () => {
  test('are ranked; whoever a part lets go takes no further part', async () => {
    const { id, postId, candidates } = await at.atSelection()
    await at.score(id, postId, 'assessment', falling(candidates, 3))
    expect(await refusalOf(at.score(id, postId, 'final', falling(candidates)))).toBe('selection.table_faulty')
    await at.score(id, postId, 'final', falling(candidates.slice(0, 3)))
    expect(await refusalOf(at.score(id, postId, 'assessment', falling(candidates, 3)))).toBe('selection.results_used')
  })

  test('with equal scores carry the reason for their order', async () => {
    const { id, postId, candidates } = await at.atSelection()
    const equal = candidates.map((candidateId, index) => ({ candidateId, score: 80, rank: index + 1, proceeds: true }))
    expect(await refusalOf(at.score(id, postId, 'interview', equal))).toBe('selection.tie_reason_missing')
    await at.score(id, postId, 'interview', equal, 'Pengalaman jabatan lebih lama')
    const [kept] = await office.db.query<{ tie_reason: string }[]>('SELECT tie_reason FROM component_result WHERE post_id = $1', [postId])
    expect(kept?.tie_reason).toBe('Pengalaman jabatan lebih lama')
  })

  test('two people who record at once: one wins, the other is told that it has changed', async () => {
    const { id, postId, candidates } = await at.atSelection()
    const selection = await at.selection(id)
    const lines = { lines: falling(candidates), tieReason: null }
    const record = async () => refusalOf(at.get(RecordResults).run(await at.me(), selection, { postId, component: 'paper' }, lines, act()))
    expect((await Promise.all([record(), record()])).sort()).toEqual(['conflict.changed_meanwhile', null].sort())
    const [scores] = await office.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM candidate_score WHERE post_id = $1', [postId])
    expect(scores?.n).toBe(candidates.length)
  })

  test('the database holds that ranks follow scores, and three are three', async () => {
    const { id, postId } = await at.atResults()
    const swap = office.db.query(`UPDATE candidate_score SET score = 10 WHERE post_id = $1 AND component = 'final' AND rank = 1`, [postId])
    await expect(swap).rejects.toThrow('Ranks follow the scores')
    const alone = office.db.query(
      `INSERT INTO shortlisted (post_id, candidate_id, place, at) SELECT $1, candidate_id, 1, now() FROM candidate_score WHERE post_id = $1 AND component = 'final' AND rank = 1`,
      [postId],
    )
    await expect(alone).rejects.toThrow('Exactly three')
    await at.shortlisted(id, postId)
    await expect(office.db.query('DELETE FROM shortlisted WHERE post_id = $1 AND place = 3', [postId])).rejects.toThrow('Exactly three')
    const finish = office.db.query(`UPDATE selection SET stage = 'appointment', state = 'finished', ended_at = now() WHERE id = $1`, [id])
    await expect(finish).rejects.toThrow('every post is filled')
  })

  test('are seen by handlers and Pimpinan; the Sekretariat sees them once the recommendation has its number', async () => {
    const { id, postId } = await at.atResults()
    const { agencyCode } = await at.selection(id)
    await at.shortlisted(id, postId)
    const theCase = await at.request(agencyCode)
    await at.get(OpenSelection).attach(await at.me(), await at.selection(id), theCase.id, act())
    expect((await at.selection(id)).resultsReleased).toBe(false)
    await at.papers(id, theCase.id)
    await at.checked(id)
    await at.answered(theCase.id, 'recommendation', false)
    expect((await at.selection(id)).resultsReleased).toBe(true)
  })
})

describe('the appointment [jpt.stages.6]', () => {
  test('is of one of the three, by the authority of the level, and ends the selection', async () => {
    const { id, postId, candidates } = await at.atResults()
    await at.shortlisted(id, postId)
    expect(await refusalOf(at.shortlisted(id, postId))).toBe('selection.results_used')
    const theCase = await at.request((await at.selection(id)).agencyCode)
    await at.get(OpenSelection).attach(await at.me(), await at.selection(id), theCase.id, act())
    await at.papers(id, theCase.id)
    await at.checked(id)
    await at.answered(theCase.id, 'recommendation')
    expect(await requestOf(theCase.id)).toBe('answered')
    await at.advance(id)
    const appoint = async (candidateId: string) =>
      refusalOf(
        at
          .get(ChooseThree)
          .appoint(
            await at.me(),
            await at.selection(id),
            { postId, candidateId, decreeNumber: '821/1/2026', decreeOn: '2026-06-01' },
            act(),
          ),
      )
    expect(await appoint(candidates[3] ?? '')).toBe('selection.not_one_of_three')
    expect(await appoint(candidates[1] ?? '')).toBeNull()
    const [kept] = await office.db.query<{ authority: string }[]>('SELECT authority FROM appointment WHERE post_id = $1', [postId])
    expect(kept?.authority).toBe('ppk')
    await expect(office.db.query(`UPDATE appointment SET authority = 'president' WHERE post_id = $1`, [postId])).rejects.toThrow()
    await at.papers(id)
    await at.checked(id)
    await at.advance(id)
    expect(await at.selection(id)).toMatchObject({ state: 'finished', stage: 'appointment' })
  })
})

test('a person who lost the case is not among the handlers; a stranger finds no selection', async () => {
  const { selection } = await at.opened()
  const { outsider } = office.people
  const change = at.get(PlanSelection).posts(await office.viewer(outsider), selection, [{ title: 'Kepala Dinas', level: 'pratama' }], act())
  expect(await refusalOf(change)).toBe('access.denied')
})
