import { type DataSource } from 'typeorm'
import { localDate, requirementsFor, STAGE_RULES, type Component, type LetterKind, type Scored, type SelectionStage } from '@domain'
import type { Case } from '../../server/src/cases/case.entity.js'
import { DecideCase } from '../../server/src/cases/decide-case.js'
import { DeliverLetter } from '../../server/src/mail/index.js'
import {
  AdvanceSelection,
  ChooseThree,
  ExtendAnnouncement,
  OpenSelection,
  PlanSelection,
  RecordDocuments,
  RecordResults,
  RegisterApplicants,
  ReopenSelection,
} from '../../server/src/selections/index.js'
import { Selection } from '../../server/src/selections/selection.entity.js'
import { RenderLetter } from '../../server/src/letters/index.js'
import { aRegistration } from './casework.js'
import { act, type Asked, type Office } from './correspondence.js'
import { A_PANEL, anApplicant } from './selection-data.js'

/** An agency in a region that is not excepted from the limit, or in one that is. */
export async function anAgency(db: Pick<DataSource, 'query'>, underdeveloped = false): Promise<string> {
  const [agency] = await db.query<{ code: string }[]>(
    'SELECT code FROM agency WHERE underdeveloped = $1 AND kind = $2 ORDER BY code LIMIT 1',
    [underdeveloped, 'kabupaten'],
  )
  if (!agency) throw new Error('There is no such agency')
  return agency.code
}

/** Takes selections as far as a test needs them, by the real acts. */
export class Supervision {
  constructor(readonly office: Office) {}

  get<T>(type: new (...args: never[]) => T): T {
    return this.office.app.get(type)
  }

  me() {
    return this.office.viewer(this.office.people.assistant)
  }

  selection(id: string): Promise<Selection> {
    return this.office.db.manager.findOneByOrFail(Selection, { id })
  }

  /** A selection at its planning, with a request whose papers are missing unless said otherwise. */
  async opened({ underdeveloped = false, incomplete = true, channel = 'post' as 'post' | 'sijapti' } = {}): Promise<{
    selection: Selection
    theCase: Case
  }> {
    const agencyCode = await anAgency(this.office.db, underdeveloped)
    const theCase = await this.request(agencyCode, { incomplete, channel })
    const opening = { title: 'Seleksi terbuka JPT Pratama', agencyCode }
    const { id } = await this.get(OpenSelection).open(await this.me(), theCase, opening, act())
    return { selection: await this.selection(id), theCase }
  }

  /** A request about senior posts on the desk of the Asisten. */
  async request(agencyCode: string, { incomplete = true, channel = 'post' as 'post' | 'sijapti' } = {}): Promise<Case> {
    const requirements = requirementsFor('JPT', channel, 'asn').map(({ code }) => ({
      code,
      state: incomplete && code === 'jpt.stage_documents' ? ('missing' as const) : ('met' as const),
    }))
    const given: Asked['given'] = { ...aRegistration('JPT'), agencyCode, channel, requirements }
    return this.office.assigned({ service: 'JPT', given })
  }

  async papers(id: string, caseId: string | null = null, stage?: SelectionStage): Promise<void> {
    const selection = await this.selection(id)
    const documents = STAGE_RULES[stage ?? selection.stage].documents.map(({ code }) => ({ code, received: true }))
    await this.get(RecordDocuments).run(await this.me(), selection, { documents, caseId, requirementsMet: [] }, act())
  }

  async checked(id: string): Promise<void> {
    const selection = await this.selection(id)
    const checks = STAGE_RULES[selection.stage].checks.map(({ code }) => ({ code, met: true }))
    await this.get(RecordDocuments).checks(await this.me(), selection, checks, act())
  }

  async planned(id: string, titles: readonly string[] = ['Kepala Dinas Kesehatan']): Promise<string[]> {
    const plan = this.get(PlanSelection)
    const posts = titles.map((title) => ({ title, level: 'pratama' as const }))
    await plan.posts(await this.me(), await this.selection(id), posts, act())
    const schedule = [{ stage: 'announcement' as const, startsOn: '2026-02-02', endsOn: '2026-02-16' }]
    await plan.plan(await this.me(), await this.selection(id), { schedule, panel: A_PANEL }, act())
    const rows = await this.office.db.query<{ id: string }[]>('SELECT id FROM vacant_post WHERE selection_id = $1 ORDER BY title', [id])
    return rows.map((row) => row.id)
  }

  /** The request is decided, answered by a letter of the kind, and the letter handed over. */
  async answered(caseId: string, kind: LetterKind, deliver = true): Promise<void> {
    const { office } = this
    const theCase = await office.case(caseId)
    if (theCase.stage === 'assigned') {
      const decision = { processable: true, reason: 'Sudah ditelaah', confirmBy: 'phone' as const }
      await this.get(DecideCase).run(await this.me(), theCase, decision, act())
    }
    const letter = await office.written(await office.draftedFor(caseId, kind))
    const issued = await office.issue(await office.approve(await office.pass(await office.submit(letter))))
    await this.get(RenderLetter).run(issued.id)
    if (!deliver) return
    const clerk = await office.viewer(office.people.clerk)
    const receipt = { method: 'hand' as const, recipientName: 'BKPSDM', receiptName: 'Petugas', receiptOn: localDate(new Date()) }
    await this.get(DeliverLetter).run(clerk, await office.letter(issued.id), receipt, act())
  }

  async advance(id: string): Promise<void> {
    await this.get(AdvanceSelection).run(await this.me(), await this.selection(id), act())
  }

  /** From the planning to the applications of one post. */
  async atApplications(titles?: readonly string[]): Promise<{ id: string; postIds: string[]; caseId: string }> {
    const { selection, theCase } = await this.opened()
    const { id } = selection
    const postIds = await this.planned(id, titles)
    await this.papers(id, theCase.id)
    await this.checked(id)
    await this.answered(theCase.id, 'recommendation')
    await this.advance(id)
    await this.papers(id)
    await this.checked(id)
    await this.advance(id)
    return { id, postIds, caseId: theCase.id }
  }

  /** Participants who take part, by number. */
  async enrolled(id: string, postId: string, count: number): Promise<string[]> {
    const applicants = Array.from({ length: count }, () => anApplicant(postId))
    await this.get(RegisterApplicants).run(await this.me(), await this.selection(id), applicants, [], act())
    const rows = await this.office.db.query<{ id: string }[]>('SELECT id FROM candidate WHERE post_id = $1 ORDER BY number', [postId])
    return rows.map((row) => row.id)
  }

  /** Up to the scoring of one post with so many participants. */
  async atSelection(count = 4): Promise<{ id: string; postId: string; candidates: string[] }> {
    const { id, postIds } = await this.atApplications()
    const postId = postIds[0] ?? ''
    const candidates = await this.enrolled(id, postId, count)
    await this.papers(id)
    await this.checked(id)
    await this.advance(id)
    return { id, postId, candidates }
  }

  async score(
    id: string,
    postId: string,
    component: Component,
    lines: readonly Scored[],
    tieReason: string | null = null,
    reason: string | null = null,
  ): Promise<void> {
    await this.get(RecordResults).run(await this.me(), await this.selection(id), { postId, component }, { lines, tieReason, reason }, act())
  }

  /** Scored to the end, in the stage of results. */
  async atResults(): Promise<{ id: string; postId: string; candidates: string[] }> {
    const { id, postId, candidates } = await this.atSelection()
    await this.score(id, postId, 'interview', falling(candidates, 3))
    await this.papers(id)
    await this.checked(id)
    await this.advance(id)
    await this.score(id, postId, 'final', falling(candidates.slice(0, 3)))
    return { id, postId, candidates }
  }

  /** Selections given up, extended, and led to their end. */
  async aPast(): Promise<void> {
    const given = await this.opened()
    await this.get(AdvanceSelection).cancel(await this.me(), given.selection, 'Instansi membatalkan seleksi', act())
    const short = await this.atApplications()
    await this.enrolled(short.id, short.postIds[0] ?? '', 2)
    const extension = { closesOn: '2026-02-23', reason: 'Baru dua pelamar' }
    await this.get(ExtendAnnouncement).extend(await this.me(), await this.selection(short.id), extension, act())
    await this.filled()
    await this.reopened(await this.filled())
  }

  /** Taken back from its end to the scores, corrected, and led to the results again. */
  private async reopened(id: string): Promise<void> {
    const head = await this.office.viewer(this.office.people.head)
    const reopening = { stage: 'selection' as const, cause: 'entry_error' as const, reason: 'Nilai salah ketik' }
    await this.get(ReopenSelection).run(head, await this.selection(id), reopening, act())
    const [post] = await this.office.db.query<{ id: string }[]>('SELECT id FROM vacant_post WHERE selection_id = $1', [id])
    const postId = post?.id ?? ''
    const rows = await this.office.db.query<{ id: string }[]>('SELECT id FROM candidate WHERE post_id = $1 ORDER BY number', [postId])
    const lines = falling(
      rows.map((row) => row.id),
      3,
    ).map((line) => ({ ...line, score: line.score + 1 }))
    await this.score(id, postId, 'interview', lines, null, 'Panitia memperbaiki nilai')
  }

  /** From the planning to the appointment. */
  async filled(): Promise<string> {
    const { id, postId, candidates } = await this.atResults()
    await this.shortlisted(id, postId)
    const theCase = await this.request((await this.selection(id)).agencyCode)
    await this.get(OpenSelection).attach(await this.me(), await this.selection(id), theCase.id, act())
    await this.papers(id, theCase.id)
    await this.checked(id)
    await this.answered(theCase.id, 'recommendation')
    await this.advance(id)
    const decree = { postId, candidateId: candidates[0] ?? '', decreeNumber: '821.2/1/2026', decreeOn: '2026-06-01' }
    await this.get(ChooseThree).appoint(await this.me(), await this.selection(id), decree, act())
    await this.papers(id)
    await this.checked(id)
    await this.advance(id)
    return id
  }

  async shortlisted(id: string, postId: string): Promise<void> {
    await this.get(ChooseThree).shortlist(await this.me(), await this.selection(id), postId, act())
  }
}

/** Scores 95, 90, 85, ... in the order of the ids; the first `proceed` go on. */
export const falling = (ids: readonly string[], proceed = ids.length): Scored[] =>
  ids.map((candidateId, index) => ({ candidateId, score: 95 - 5 * index, proceeds: index < proceed }))
