import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import { jakarta, requirementsFor, type Channel, type SenderKind, type Service, type Viewer } from '@domain'
import { Case } from '../../server/src/cases/case.entity.js'
import { timeTravel } from '../../server/src/platform/moment.js'
import { loadViewer } from '../../server/src/platform/sessions/load-viewer.js'
import { Booking } from '../../server/src/visits/booking.entity.js'
import {
  AssignVisit,
  AnswerVisit,
  BookMeeting,
  HoldMeeting,
  MoveVisit,
  RegisterVisit,
  type RegisterVisitInput,
} from '../../server/src/visits/index.js'
import { Visit } from '../../server/src/visits/visit.entity.js'
import { anOrganisation, aRegistration, type Organisation, type Worker } from './casework.js'
import { aUnit, someone } from './people.js'

export type VisitOffice = Organisation & { readonly reception: Worker }

/** An office with a front office. */
export async function aVisitedOffice(db: DataSource): Promise<VisitOffice> {
  const people = await anOrganisation(db)
  const lobby = await aUnit(db, { kind: 'front_office', name: 'Front Office' })
  return { ...people, reception: await someone(db, 'FRONT_OFFICE', { unitId: lobby, title: 'Petugas Front Office', name: 'Rina Resepsi' }) }
}

/** A visitor as the front office types them in. */
export function aVisitor(
  service: Service,
  given: Partial<RegisterVisitInput> & { channel?: Channel } = {},
  kind: SenderKind = 'asn',
): RegisterVisitInput {
  const channel = given.channel ?? 'walk_in'
  const base = aRegistration(service)
  return {
    ...base,
    channel,
    letterNumber: null,
    letterDate: null,
    parties: base.parties.map((party) => ({ ...party, kind })),
    classification: service === 'KODE_ETIK' ? 'conflict_of_interest' : null,
    subject: 'Konsultasi mutasi jabatan',
    requirements: requirementsFor(service, channel, kind).map((line) => ({ code: line.code, state: 'met' as const })),
    category: service === 'MEDLIN' ? 'mediation' : null,
    identityCard: 'ktp',
    identityNumber: '9901014501900001',
    identityShown: true,
    unitId: null,
    proposedPositionId: null,
    note: null,
    ...given,
  }
}

/** Visits through the product's own acts, at instants of Jakarta. */
export class Reception {
  constructor(
    readonly app: NestExpressApplication,
    readonly people: VisitOffice,
  ) {}

  get db(): DataSource {
    return this.app.get(DataSource)
  }

  /** Runs at "2026-11-24 09.30". */
  at<T>(when: string, steps: () => Promise<T>): Promise<T> {
    const [date, time] = when.split(' ')
    return timeTravel(jakarta(date ?? '', time ?? '00.00'), steps)
  }

  async viewer(person: { readonly id: string }): Promise<Viewer> {
    const viewer = await loadViewer(this.db, person.id, new Date())
    if (!viewer) throw new Error('Nobody')
    return viewer
  }

  visit(id: string): Promise<Visit> {
    return this.db.manager.findOneByOrFail(Visit, { id })
  }

  booking(caseId: string): Promise<Booking> {
    return this.db.manager.findOneByOrFail(Booking, { caseId })
  }

  async caseOf(id: string): Promise<Case> {
    return this.db.manager.findOneByOrFail(Case, { id: (await this.visit(id)).caseId })
  }

  async register(when: string, input: RegisterVisitInput): Promise<string> {
    const me = await this.viewer(this.people.reception)
    return (await this.at(when, () => this.app.get(RegisterVisit).run(me, input, act()))).id
  }

  async confirm(
    when: string,
    id: string,
    given: Partial<Parameters<AnswerVisit['confirm']>[2]> = {},
    by: Worker = this.people.head,
  ): Promise<void> {
    const me = await this.viewer(by)
    const answer = { officerPositionId: this.people.assistant.post.id, category: null, ...given }
    const visit = await this.visit(id)
    await this.at(when, () => this.app.get(AnswerVisit).confirm(me, visit, answer, act()))
  }

  async assign(when: string, id: string, officer: Worker, by: Worker = this.people.head): Promise<void> {
    const [me, visit] = [await this.viewer(by), await this.visit(id)]
    await this.at(when, () => this.app.get(AssignVisit).run(me, visit, officer.post.id, act()))
  }

  async decline(when: string, id: string, given: Partial<Parameters<AnswerVisit['decline']>[2]> = {}): Promise<void> {
    const me = await this.viewer(this.people.head)
    const answer = { officerPositionId: this.people.assistant.post.id, category: null, reason: 'Bukan kategori layanan ini', ...given }
    const visit = await this.visit(id)
    await this.at(when, () => this.app.get(AnswerVisit).decline(me, visit, answer, act()))
  }

  async proposeTime(when: string, id: string, startsAt: string, minutes = 60): Promise<void> {
    const me = await this.viewer(this.people.head)
    const visit = await this.visit(id)
    const meeting = await this.meeting(startsAt, minutes)
    const answer = {
      officerPositionId: this.people.assistant.post.id,
      category: null,
      reason: 'Petugas sedang memeriksa di daerah',
      meeting,
    }
    await this.at(when, () => this.app.get(AnswerVisit).proposeTime(me, visit, answer, act()))
  }

  async meeting(startsAt: string, minutes = 60, given: { officer?: Worker; room?: number | null } = {}) {
    const rooms = await this.db.query<{ id: string }[]>('SELECT id FROM room ORDER BY name')
    const [date, time] = startsAt.split(' ')
    const start = jakarta(date ?? '', time ?? '00.00')
    const roomId = given.room === null ? null : (rooms[given.room ?? 0]?.id ?? null)
    return {
      officerPositionId: (given.officer ?? this.people.assistant).post.id,
      roomId,
      link: roomId ? null : 'https://zoom.contoh.test/j/1',
      startsAt: start,
      endsAt: new Date(start.getTime() + minutes * 60_000),
    }
  }

  async move(when: string, id: string, action: 'showIn' | 'comeBack'): Promise<void> {
    const me = await this.viewer(this.people.reception)
    const visit = await this.visit(id)
    await this.at(when, () => this.app.get(MoveVisit)[action](me, visit, act()))
  }

  async begin(when: string, id: string, activityReason: string | null = null): Promise<void> {
    const me = await this.viewer(this.people.assistant)
    const visit = await this.visit(id)
    await this.at(when, () => this.app.get(HoldMeeting).begin(me, visit, { activityReason, category: null }, act()))
  }

  async finish(when: string, id: string, outcome: 'answered_orally' | 'written_answer_follows'): Promise<void> {
    const me = await this.viewer(this.people.assistant)
    const visit = await this.visit(id)
    await this.at(when, () => this.app.get(HoldMeeting).finish(me, visit, { outcome, minutes: 'Dijelaskan ketentuan mutasi.' }, act()))
  }

  async book(
    when: string,
    caseId: string,
    startsAt: string,
    minutes = 60,
    given: { officer?: Worker; room?: number | null; by?: Worker } = {},
  ): Promise<string> {
    const me = await this.viewer(given.by ?? this.people.assistant)
    const meeting = await this.meeting(startsAt, minutes, given)
    return (await this.at(when, () => this.app.get(BookMeeting).book(me, caseId, meeting, act()))).id
  }
}

export const act = () => ({ key: randomUUID(), input: {} })
