import { EVIDENCE_CHECKS, indonesianCalendar, localDate, POINT_DAYS, type EvidenceKind } from '@domain'
import {
  FollowUp,
  PlanHandling,
  RecordAllegation,
  RecordEvidence,
  RecordFinding,
  TakeSteps,
  WatchPoints,
  WritePoint,
} from '../../server/src/handling/index.js'
import { readHandling, type Handling } from '../../server/src/handling/read-handling.js'
import { RenderLetter } from '../../server/src/letters/index.js'
import { DeliverLetter } from '../../server/src/mail/index.js'
import { timeTravel } from '../../server/src/platform/moment.js'
import { act, type Office } from './correspondence.js'

export const POINT = {
  text: 'Menjatuhkan hukuman disiplin sedang kepada Terlapor sesuai ketentuan.',
  ppk: 'Bupati Contoh',
  agency: 'Pemerintah Kabupaten Contoh',
  days: POINT_DAYS,
}
export const FINDING = {
  outcome: 'proven' as const,
  sanction: 'medium' as const,
  reasons: 'Terlapor mengakui unggahan dan bukti saling menguatkan.',
}
export const ONLINE = {
  method: 'online' as const,
  at: new Date(Date.now() + 86_400_000),
  place: 'Zoom https://zoom.us/j/123',
  officer: 'Asisten Contoh',
  officerPhone: '021-555',
}
/** A reply that came today. */
export const aReply = () => {
  const today = localDate(new Date())
  return { letterNumber: '700/12/2026', letterDate: today, receivedOn: today, text: 'Hukuman disiplin telah dijatuhkan.', fileId: null }
}

/** The row there must be. */
export const first = <T>(rows: readonly T[]): T => {
  const [row] = rows
  if (row === undefined) throw new Error('There is no row')
  return row
}

const PEOPLE = [
  { name: 'Asisten Contoh', role: 'officer' as const },
  { name: 'Terlapor Contoh', role: 'reported' as const },
]

/** The Asisten of an office who handles complaints, by the real acts. */
export class Handler {
  constructor(readonly office: Office) {}

  me = () => this.office.viewer(this.office.people.assistant)
  get = <T>(type: abstract new (...given: never[]) => T): T => this.office.app.get<T>(type)
  complaint = () => this.office.processed({ service: 'NETRALITAS' })

  async of(caseId: string): Promise<Handling> {
    return readHandling(this.office.db, await this.me(), caseId)
  }

  async reported(caseId: string): Promise<string> {
    const rows = await this.office.db.query<{ id: string }[]>(`SELECT id FROM party WHERE case_id = $1 AND role = 'reported'`, [caseId])
    return first(rows).id
  }

  async alleged(caseId: string): Promise<string> {
    const entry = {
      partyId: await this.reported(caseId),
      violation: 'photo_with_candidate' as const,
      description: 'Berfoto bersama bakal calon bupati.',
      election: 'related' as const,
      happenedOn: null,
    }
    await this.get(RecordAllegation).save(await this.me(), caseId, null, entry, act())
    return first((await this.of(caseId)).allegations).id
  }

  async proved(caseId: string, allegationId: string, kind: EvidenceKind = 'photo'): Promise<void> {
    const evidence = this.get(RecordEvidence)
    const entry = { allegationId, kind, description: 'Foto di acara deklarasi', source: 'Akun media sosial terlapor', fileId: null }
    await evidence.save(await this.me(), caseId, null, entry, act())
    const met = EVIDENCE_CHECKS[kind].map(({ code }) => code)
    const row = first((await this.of(caseId)).evidence)
    await evidence.check(await this.me(), caseId, row, { met, result: 'sufficient', note: null }, act())
  }

  async heard(caseId: string): Promise<string> {
    const steps = this.get(TakeSteps)
    const scheduledAt = new Date(Date.now() + 3_600_000)
    const entry = {
      kind: 'clarification' as const,
      method: 'face_to_face' as const,
      place: 'Ruang Klarifikasi',
      scheduledAt,
      participants: PEOPLE,
    }
    await steps.plan(await this.me(), caseId, null, entry, act())
    await steps.hold(await this.me(), caseId, first((await this.of(caseId)).steps), new Date(), act())
    const held = first((await this.of(caseId)).steps)
    const participants = PEOPLE.map((one) => ({ ...one, signed: true }))
    const minutes = { text: 'Terlapor didengar keterangannya dan mengakui unggahan tersebut.', readBack: true, participants }
    await steps.minute(await this.me(), caseId, held, minutes, act())
    return held.id
  }

  /** A complaint whose finding is proven, with draft points; one unless their words are given. */
  async found(texts: readonly string[] = [POINT.text]): Promise<{ id: string; allegationId: string }> {
    const { id } = await this.complaint()
    const allegationId = await this.alleged(id)
    await this.proved(id, allegationId)
    await this.heard(id)
    await this.get(RecordFinding).run(await this.me(), id, allegationId, null, FINDING, act())
    for (const text of texts) await this.get(WritePoint).save(await this.me(), id, null, { ...POINT, text }, act())
    return { id, allegationId }
  }

  /** The recommendation with its points, delivered by hand: the points bind. */
  async bound(texts: readonly string[] = [POINT.text]) {
    const { id } = await this.found(texts)
    const letter = await this.office.written(await this.office.draftedFor(id, 'recommendation'), texts)
    const issued = await this.office.issue(await this.office.approve(await this.office.pass(await this.office.submit(letter))))
    await this.get(RenderLetter).run(issued.id)
    const hand = { method: 'hand' as const, recipientName: 'Bupati Contoh', receiptName: 'Ajudan', receiptOn: localDate(new Date()) }
    await this.get(DeliverLetter).run(await this.office.viewer(this.office.people.clerk), await this.office.letter(issued.id), hand, act())
    return { id, point: first((await this.of(id)).points), letterId: issued.id }
  }

  /** Complaints in every state of handling: planned, found, with a point that is late and extended, and one that was followed. */
  async aPast(): Promise<void> {
    const { id: planned } = await this.complaint()
    await this.get(PlanHandling).run(await this.me(), planned, null, ONLINE, act())
    await this.found()
    const followUp = this.get(FollowUp)
    const { id, point } = await this.bound()
    await followUp.reply(await this.me(), point, aReply(), act())
    await followUp.judge(await this.me(), first((await this.of(id)).points), 'accept_reply', 'Sudah sesuai', act())
    const late = await this.bound()
    await followUp.extend(await this.office.viewer(this.office.people.head), late.point, 5, 'Menunggu sidang majelis', act())
    const due = first((await this.of(late.id)).points).dueAt?.getTime() ?? 0
    const opens = new Date(
      indonesianCalendar()
        .schedule('office')
        .nextOpen(due + 1),
    )
    await timeTravel(opens, () => this.get(WatchPoints).run())
  }
}
