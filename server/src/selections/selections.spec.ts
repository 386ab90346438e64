import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { jakarta, localDate, ruleRefusal, SECRECIES } from '@domain'
import { as } from '../../../test/support/as.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { act, Office, refusalOf } from '../../../test/support/correspondence.js'
import { anApplicant } from '../../../test/support/selection-data.js'
import type { Somebody } from '../../../test/support/people.js'
import { falling, Supervision } from '../../../test/support/selections.js'
import { timeTravel } from '../platform/moment.js'
import { AdvanceSelection } from './advance-selection.js'
import { ChooseThree } from './choose-three.js'
import { ExtendAnnouncement } from './extend-announcement.js'
import { OpenSelection } from './open-selection.js'
import { PlanSelection } from './plan-selection.js'
import { RecordDocuments } from './record-documents.js'
import { RecordResults } from './record-results.js'
import { RegisterApplicants } from './register-applicants.js'
import { ReopenSelection, type Reopening } from './reopen-selection.js'

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

  test('a paper that turns out to be missing lets the clock stand still, and the complete file lets it go on [jpt.answer] [jpt.stage_documents]', async () => {
    const { selection, theCase } = await timeTravel(jakarta('2026-03-02', '08.30'), () => at.opened({ channel: 'sijapti' }))
    const { id } = selection
    const dueOn = async () => localDate((await clockOf(theCase.id))?.due ?? 0)
    const ledger = () =>
      office.db.query<{ kind: string; reason: string | null }[]>(
        `SELECT l.kind, l.reason FROM clock_event l JOIN clock k ON k.id = l.clock_id WHERE k.case_id = $1 ORDER BY l.at`,
        [theCase.id],
      )
    const record = async (received: boolean) => {
      const documents = [{ code: 'panel_decree', received, note: received ? null : 'Belum ditandatangani' }]
      await at
        .get(RecordDocuments)
        .run(await at.me(), await at.selection(id), { documents, caseId: theCase.id, requirementsMet: [] }, act())
    }
    await timeTravel(jakarta('2026-03-02', '09.00'), () => at.papers(id, theCase.id))
    expect(await dueOn()).toBe('2026-03-09')
    await timeTravel(jakarta('2026-03-03', '10.00'), () => record(false))
    expect(await requestOf(theCase.id)).toBe('incomplete')
    await timeTravel(jakarta('2026-03-03', '11.00'), () => record(false))
    await timeTravel(jakarta('2026-03-05', '10.00'), () => record(true))
    expect(await requestOf(theCase.id)).toBe('complete')
    expect(await ledger()).toEqual([
      expect.objectContaining({ kind: 'start' }),
      { kind: 'pause', reason: 'Berkas belum lengkap: Keputusan dan komposisi panitia seleksi' },
      { kind: 'resume', reason: 'Berkas lengkap' },
    ])
    // Wednesday and Thursday, the days after the pause up to the resumption, are not counted.
    expect(await dueOn()).toBe('2026-03-11')
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
    expect(
      await refusalOf(extend.extend(await at.me(), await at.selection(id), { closesOn: '2099-02-23', reason: 'Baru dua pelamar' }, act())),
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

const correctionsOf = (postId: string) =>
  office.db.query<{ component: string; outcome: string; reason: string; by_name: string; lines: string[] }[]>(
    `SELECT k.component, k.outcome, k.reason, k.by_name, ARRAY(SELECT concat_ws(' ', c.number, l.old_score, l.old_rank, l.old_proceeds, '->', l.new_score, l.new_rank, l.new_proceeds)
       FROM score_correction l JOIN candidate c ON c.id = l.candidate_id WHERE l.correction_id = k.id ORDER BY l.old_rank, l.new_rank) AS lines
     FROM result_correction k WHERE k.post_id = $1 ORDER BY k.at, k.component`,
    [postId],
  )
const componentsOf = async (postId: string) =>
  (await office.db.query<{ component: string }[]>('SELECT component FROM component_result WHERE post_id = $1 ORDER BY 1', [postId])).map(
    (row) => row.component,
  )

describe('a correction of scores [jpt.stages.5]', () => {
  test('needs its reason, and keeps who had what before and has what now', async () => {
    const { id, postId, candidates } = await at.atSelection()
    await at.score(id, postId, 'interview', falling(candidates, 3))
    const swapped = falling([candidates[1] ?? '', candidates[0] ?? '', ...candidates.slice(2)], 3)
    expect(await refusalOf(at.score(id, postId, 'interview', swapped))).toBe('selection.correction_reason_missing')
    expect(await refusalOf(at.score(id, postId, 'interview', swapped, null, ' x '))).toBe('selection.correction_reason_missing')
    expect(await correctionsOf(postId)).toEqual([])
    await at.score(id, postId, 'interview', swapped, null, 'Panitia menyampaikan nilai yang diperbaiki')
    const { name } = await at.me()
    expect(await correctionsOf(postId)).toEqual([
      {
        ...{ component: 'interview', outcome: 'corrected', reason: 'Panitia menyampaikan nilai yang diperbaiki', by_name: name },
        lines: ['1 95.00 1 t -> 90.00 2 t', '2 90.00 2 t -> 95.00 1 t'],
      },
    ])
    const [event] = await office.db.query<{ kind: string; note: string }[]>(
      `SELECT kind, note FROM event WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
      [id],
    )
    expect(event).toEqual({ kind: 'selection.results_corrected', note: 'Panitia menyampaikan nilai yang diperbaiki' })
  })

  test('that changes nobody’s way leaves the later parts; one that does sets them aside with what they said', async () => {
    const { id, postId, candidates } = await at.atSelection()
    await at.score(id, postId, 'assessment', falling(candidates, 3))
    await at.score(id, postId, 'final', falling(candidates.slice(0, 3)))
    const better = falling(candidates, 3).map((line) => ({ ...line, score: line.score + 1 }))
    await at.score(id, postId, 'assessment', better, null, 'Salah ketik')
    expect(await componentsOf(postId)).toEqual(['assessment', 'final'])
    await at.score(id, postId, 'assessment', falling(candidates), null, 'Peserta keempat ternyata lulus')
    expect(await componentsOf(postId)).toEqual(['assessment'])
    expect((await correctionsOf(postId)).map(({ component, outcome }) => `${component} ${outcome}`)).toEqual([
      'assessment corrected',
      'assessment corrected',
      'final set_aside',
    ])
    expect((await correctionsOf(postId)).at(-1)?.lines).toEqual(['1 95.00 1 t ->', '2 90.00 2 t ->', '3 85.00 3 t ->'])
  })

  test('stays on record: the database lets nobody write over it', async () => {
    await expect(office.db.query('UPDATE score_correction SET old_score = 1')).rejects.toThrow()
    await expect(office.db.query('DELETE FROM result_correction')).rejects.toThrow()
  })
})

describe('back to an earlier stage', () => {
  const reopen = async (
    id: string,
    given: Partial<Reopening> = {},
    who: 'head' | 'assistant' | 'clerk' | 'outsider' | 'chair' = 'head',
  ) => {
    const reopening = { stage: 'selection' as const, cause: 'entry_error' as const, reason: 'Nilai wawancara salah ketik', ...given }
    return at.get(ReopenSelection).run(await office.viewer(office.people[who]), await at.selection(id), reopening, act())
  }
  const asideOf = (id: string) =>
    office.db.query<{ kind: string; place: number | null }[]>(
      'SELECT kind, place FROM set_aside_choice WHERE selection_id = $1 ORDER BY kind, place',
      [id],
    )

  test.each([
    ['assistant', 'access.denied'],
    ['clerk', 'access.denied'],
    ['chair', 'access.denied'],
    ['outsider', 'access.denied'],
    ['head', null],
  ] as const)('is led by the head of the working group alone: %s gets %s', async (who, code) => {
    const { id } = await at.atSelection()
    expect(await refusalOf(reopen(id, { stage: 'application' }, who))).toBe(code)
  })

  test('needs a reason and a stage that was left; two at once do it once', async () => {
    const { id } = await at.atSelection()
    expect(await refusalOf(reopen(id, { stage: 'application', reason: ' ' }))).toBe('request.invalid')
    expect(await refusalOf(reopen(id, { stage: 'results' }))).toBe('selection.wrong_stage')
    expect(await refusalOf(reopen(id, { stage: 'selection' }))).toBe('selection.wrong_stage')
    const selection = await at.selection(id)
    const once = async () =>
      refusalOf(
        at
          .get(ReopenSelection)
          .run(
            await office.viewer(office.people.head),
            selection,
            { stage: 'application', cause: 'entry_error', reason: 'Pelamar salah catat' },
            act(),
          ),
      )
    expect((await Promise.all([once(), once()])).sort()).toEqual(['conflict.changed_meanwhile', null].sort())
    expect(await office.db.query('SELECT 1 FROM selection_reopening WHERE selection_id = $1', [id])).toHaveLength(1)
  })

  test('sets the three and the checks aside, keeps papers and scores, and tells the handlers', async () => {
    const { id, postId, candidates } = await at.atResults()
    await at.shortlisted(id, postId)
    expect(await refusalOf(at.score(id, postId, 'interview', falling(candidates, 4), null, 'Koreksi'))).toBe('selection.results_used')
    await reopen(id)
    expect(await at.selection(id)).toMatchObject({ stage: 'selection', state: 'running' })
    expect(await asideOf(id)).toEqual([1, 2, 3].map((place) => ({ kind: 'shortlisted', place })))
    expect(await office.db.query('SELECT 1 FROM shortlisted WHERE post_id = $1', [postId])).toEqual([])
    expect(await componentsOf(postId)).toEqual(['final', 'interview'])
    const [kept] = await office.db.query<{ papers: number; checks: number; aside: number }[]>(
      `SELECT (SELECT count(*)::int FROM selection_document WHERE selection_id = $1 AND stage = 'selection') AS papers,
         (SELECT count(*)::int FROM selection_check WHERE selection_id = $1 AND stage = 'selection') AS checks,
         (SELECT count(*)::int FROM set_aside_check k JOIN selection_reopening r ON r.id = k.reopening_id WHERE r.selection_id = $1) AS aside`,
      [id],
    )
    expect(kept).toEqual({ papers: 5, checks: 0, aside: 2 })
    const told = await office.db.query<{ person_id: string }[]>(
      `SELECT n.person_id FROM notice n JOIN event e ON e.id = n.event_id WHERE e.subject_id = $1 AND n.kind = 'selection.reopened'`,
      [id],
    )
    expect(told.map((one) => one.person_id)).toContain(office.people.assistant.id)

    await at.score(id, postId, 'interview', falling(candidates), null, 'Panitia memperbaiki nilai')
    expect(await componentsOf(postId)).toEqual(['interview'])
    await expect(at.advance(id)).rejects.toMatchObject({ detail: { reasons: ['checks_missing'] } })
    await at.checked(id)
    await at.advance(id)
    await at.score(id, postId, 'final', falling([...candidates].reverse()))
    await at.shortlisted(id, postId)
    const [first] = await office.db.query<{ id: string }[]>('SELECT candidate_id AS id FROM shortlisted WHERE post_id = $1 AND place = 1', [
      postId,
    ])
    expect(first?.id).toBe(candidates.at(-1))
  })

  test('a finished selection runs again: after an entry error its letters hold, after a correction of the agency another is needed and names are secret again', async () => {
    const [fixed, reported] = [await at.filled(), await at.filled()]
    await reopen(fixed, { stage: 'results', reason: 'Nomor keputusan salah' })
    expect(await at.selection(fixed)).toMatchObject({ stage: 'results', state: 'running', endedAt: null, resultsReleased: true })
    expect((await asideOf(fixed)).map((one) => one.kind)).toEqual(['appointed', 'shortlisted', 'shortlisted', 'shortlisted'])
    const [post] = await office.db.query<{ id: string }[]>('SELECT id FROM vacant_post WHERE selection_id = $1', [fixed])
    await at.shortlisted(fixed, post?.id ?? '')
    await at.checked(fixed)
    await at.advance(fixed)

    await reopen(reported, { stage: 'results', cause: 'agency_correction', reason: 'Instansi memperbaiki laporan hasil' })
    expect(await at.selection(reported)).toMatchObject({ resultsReleased: false })
    const [other] = await office.db.query<{ id: string }[]>('SELECT id FROM vacant_post WHERE selection_id = $1', [reported])
    await at.shortlisted(reported, other?.id ?? '')
    await at.checked(reported)
    await expect(at.advance(reported)).rejects.toMatchObject({ detail: { reasons: ['letter_missing'] } })
    const again = await at.request((await at.selection(reported)).agencyCode)
    await at.get(OpenSelection).attach(await at.me(), await at.selection(reported), again.id, act())
    await at.papers(reported, again.id)
    await at.answered(again.id, 'recommendation')
    expect(await at.selection(reported)).toMatchObject({ resultsReleased: true })
    await at.advance(reported)
    expect((await at.selection(reported)).stage).toBe('appointment')
  })

  test('to the applications: whoever was scored is not removed, and scores that no longer fit the participants are set aside', async () => {
    const { id, postId, candidates } = await at.atResults()
    await reopen(id, { stage: 'application', reason: 'Pelamar tidak memenuhi syarat' })
    const register = async (entries: Parameters<RegisterApplicants['run']>[2], removed: string[] = []) =>
      at.get(RegisterApplicants).run(await at.me(), await at.selection(id), entries, removed, act())
    expect(await refusalOf(register([], [candidates[0] ?? '']))).toBe('selection.applicant_scored')
    await register([
      { ...anApplicant(postId, { qualified: false, qualificationNote: 'Usia melampaui batas' }), id: candidates[0] ?? '', nip: null },
    ])
    expect(await componentsOf(postId)).toEqual([])
    expect((await correctionsOf(postId)).map(({ component, outcome, reason }) => [component, outcome, reason])).toEqual([
      ['final', 'set_aside', 'Pelamar tidak memenuhi syarat'],
      ['interview', 'set_aside', 'Pelamar tidak memenuhi syarat'],
    ])
    expect(await refusalOf(register([], [candidates[0] ?? '']))).toBe('selection.applicant_scored')
  })

  test('to the planning: a post with applicants is renamed, not taken away; an extended announcement keeps its days', async () => {
    const { id, postId } = await at.atSelection()
    await reopen(id, { stage: 'planning', reason: 'Nama jabatan salah' })
    const save = async (posts: Parameters<PlanSelection['posts']>[2]) =>
      refusalOf(at.get(PlanSelection).posts(await at.me(), await at.selection(id), posts, act()))
    expect(await save([{ title: 'Kepala Dinas Kesehatan', level: 'pratama' }])).toBe('selection.post_has_applicants')
    expect(await save([{ id: randomUUID(), title: 'Kepala Dinas Kesehatan', level: 'pratama' }])).toBe('request.invalid')
    expect(await save([{ id: postId, title: 'Kepala Dinas Kesehatan dan Keluarga Berencana', level: 'pratama' }])).toBeNull()
    const rows = await office.db.query('SELECT id, title FROM vacant_post WHERE selection_id = $1', [id])
    expect(rows).toEqual([{ id: postId, title: 'Kepala Dinas Kesehatan dan Keluarga Berencana' }])
  })

  test('an appointment on record is changed with a reason only, and the one before stays on record', async () => {
    const id = await at.filled()
    await reopen(id, { stage: 'appointment', reason: 'Nomor keputusan salah' })
    expect((await asideOf(id)).map((one) => one.kind)).toEqual(['appointed'])
    const [post] = await office.db.query<{ id: string }[]>('SELECT id FROM vacant_post WHERE selection_id = $1', [id])
    const three = await office.db.query<{ id: string }[]>('SELECT candidate_id AS id FROM shortlisted WHERE post_id = $1 ORDER BY place', [
      post?.id,
    ])
    const appoint = async (decreeNumber: string, reason?: string) => {
      const chosen = {
        postId: post?.id ?? '',
        candidateId: three[1]?.id ?? '',
        decreeNumber,
        decreeOn: '2026-06-01',
        reason: reason ?? null,
      }
      return refusalOf(at.get(ChooseThree).appoint(await at.me(), await at.selection(id), chosen, act()))
    }
    expect(await appoint('821.2/8/2026')).toBeNull()
    expect(await appoint('821.2/9/2026')).toBe('selection.correction_reason_missing')
    expect(await appoint('821.2/9/2026', 'Salah nomor')).toBeNull()
    const decrees = await office.db.query<{ decree_number: string }[]>(
      `SELECT decree_number FROM set_aside_choice WHERE selection_id = $1 AND kind = 'appointed' ORDER BY at`,
      [id],
    )
    expect(decrees.map((one) => one.decree_number)).toEqual(['821.2/1/2026', '821.2/8/2026'])
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

describe('who is shown names, scores, choices and their corrections', () => {
  const PARTS = ['candidates', 'results', 'scores', 'shortlist', 'corrections', 'setAside'] as const
  const QUERY = `query ($id: ID!) { selection(id: $id) { panel { id } reopenings { reason } ${PARTS.map((part) => `${part} { __typename }`).join(' ')} } }`
  type Shown = { selection: Record<(typeof PARTS)[number], object[]> }

  const look = async (id: string, who: Somebody): Promise<boolean[] | null> => {
    const client = await as(running.url, who)
    if ((await client.gql(QUERY, { id })).code === 'access.denied') return null
    const { selection } = await client.ask<Shown>(QUERY, { id })
    return PARTS.map((part) => selection[part].length > 0)
  }

  test.each([false, true])('recommended: %s: everybody sees all parts or none, as the rules say of the one selection', async (released) => {
    const { id, postId, candidates } = await at.atResults()
    await at.score(id, postId, 'interview', falling(candidates, 3), null, 'Salah ketik')
    await at.shortlisted(id, postId)
    const back = { stage: 'results' as const, cause: 'entry_error' as const, reason: 'Tiga nama ditetapkan ulang' }
    await office.db.query(`UPDATE selection SET stage = 'appointment' WHERE id = $1`, [id])
    await at.get(ReopenSelection).run(await office.viewer(office.people.head), await at.selection(id), back, act())
    await at.shortlisted(id, postId)
    if (released) {
      const theCase = await at.request((await at.selection(id)).agencyCode)
      await at.get(OpenSelection).attach(await at.me(), await at.selection(id), theCase.id, act())
      await at.papers(id, theCase.id)
      await at.answered(theCase.id, 'recommendation', false)
    }
    const { assistant, assistant2, head, chair, clerk, outsider, auditor, administrator } = office.people
    for (const secrecy of SECRECIES) {
      await office.db.query('UPDATE "case" SET secrecy = $2 WHERE id IN (SELECT case_id FROM selection_request WHERE selection_id = $1)', [
        id,
        secrecy,
      ])
      const selection = await at.selection(id)
      expect([selection.secrecy, selection.resultsReleased]).toEqual([secrecy, released])
      const seen: string[] = []
      for (const who of [assistant, assistant2, head, chair, clerk, outsider, auditor, administrator]) {
        const viewer = await office.viewer(who)
        const open = ruleRefusal(viewer, 'read_results', selection) === null
        const expected = ruleRefusal(viewer, 'read', selection) === null ? PARTS.map(() => open) : null
        expect([secrecy, who.name, await look(id, who)]).toEqual([secrecy, who.name, expected])
        if (open) seen.push(who.name)
      }
      expect(seen).toEqual(expect.arrayContaining([assistant.name, head.name]))
      expect(seen).not.toContain(outsider.name)
      expect(seen.includes(clerk.name)).toBe(released && secrecy !== 'sangat_rahasia')
    }
  })
})

test('a person who lost the case is not among the handlers; a stranger finds no selection', async () => {
  const { selection } = await at.opened()
  const { outsider } = office.people
  const change = at.get(PlanSelection).posts(await office.viewer(outsider), selection, [{ title: 'Kepala Dinas', level: 'pratama' }], act())
  expect(await refusalOf(change)).toBe('access.denied')
})
