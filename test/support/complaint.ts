import { EVIDENCE_CHECKS, jakarta, requirementsFor, type EvidenceKind } from '@domain'
import {
  AttachFilesDocument,
  CheckEvidenceDocument,
  ConfirmReportedPersonDocument,
  DeliverLetterDocument,
  HandlingDocument,
  HoldHandlingStepDocument,
  IssueLetterDocument,
  PlanHandlingStepDocument,
  ReclassifyCaseDocument,
  RecordFindingDocument,
  RegisterCaseDocument,
  SaveAllegationDocument,
  SaveEvidenceDocument,
  SaveLetterDocument,
  SavePointDocument,
  WriteMinutesDocument,
  type Classification,
  type HandlingQuery,
  type LetterKind,
  type RegisterCaseInput,
} from '../../client/src/generated/graphql.js'
import { RenderLetter } from '../../server/src/letters/index.js'
import { Jobs } from '../../server/src/platform/jobs.js'
import { draftOf, Job } from './job.js'
import type { Story } from './story.js'
import { Travel } from './travel.js'
import { upload } from './upload.js'

const NOBODY = { jobTitle: null, workUnit: null, nik: null, nip: null, phone: null, email: null, address: null, representative: null }

/** A complaint that Bawaslu forwards through SIAPNET about two persons of two kinds of employment. */
export const FORWARDED: RegisterCaseInput = {
  service: 'NETRALITAS',
  channel: 'siapnet',
  classification: null,
  urgency: 'segera',
  secrecy: 'biasa',
  subject: 'Penerusan dugaan pelanggaran netralitas dua pegawai',
  summary: 'Dua pegawai diduga hadir dan berfoto dalam deklarasi bakal calon bupati.',
  letterNumber: '045/PM.00.02/K/06/2026',
  letterDate: '2026-06-05',
  receivedAt: null,
  agencyCode: null,
  agencyName: 'Pemerintah Kabupaten Contoh',
  parties: [
    {
      ...NOBODY,
      role: 'requester',
      kind: 'agency',
      name: 'Bawaslu Kabupaten Contoh',
      agencyName: 'Badan Pengawas Pemilihan Umum Kabupaten Contoh',
      address: 'Jl. Pengawas 2, Kota Contoh',
      representative: 'Koordinator Divisi Penanganan Pelanggaran',
    },
    {
      ...NOBODY,
      role: 'reported',
      kind: 'asn',
      name: 'Terlapor Satu',
      jobTitle: 'Camat Contoh',
      agencyName: 'Pemerintah Kabupaten Contoh',
      nip: '198609262015051001',
      activeAsn: true,
    },
    {
      ...NOBODY,
      role: 'reported',
      kind: 'asn',
      name: 'Terlapor Dua',
      jobTitle: 'Guru Ahli Pertama',
      agencyName: 'Pemerintah Kabupaten Contoh',
      nip: '199001152021212007',
      activeAsn: null,
    },
  ],
  requirements: requirementsFor('NETRALITAS', 'siapnet', 'agency').map(({ code }) => ({ code, state: 'met' })),
  fileIds: [],
  relatedCaseIds: [],
}

export type HandlingSeen = HandlingQuery['handling']

const REASON: Partial<Record<Classification, string>> = {
  direct: 'Cukup klarifikasi tertulis',
  field_examination: 'Saksi harus ditemui di lokasi',
}

/** A complaint handled from the console, day by day: every act is one of its stored documents over HTTP, on the day of the story. */
export class Complaint extends Job {
  readonly travel: Travel

  private constructor(private readonly story: Story) {
    super(story)
    this.travel = new Travel(story.running.app)
  }

  /** Jobs rest: what they do is done on its day. */
  static async open(story: Story): Promise<Complaint> {
    await story.running.app.get(Jobs).beforeApplicationShutdown()
    return new Complaint(story)
  }

  on(date: string, time = '10.00'): void {
    this.travel.to(jakarta(date, time))
  }

  desk = () => this.at(this.story.people.assistant)

  async forwarded(): Promise<void> {
    const clerk = await this.at(this.story.people.clerk)
    this.caseId = (await clerk.act(RegisterCaseDocument, { input: FORWARDED })).registerCase.id
  }

  async handling(): Promise<HandlingSeen> {
    return (await (await this.desk()).ask(HandlingDocument, { caseId: this.caseId })).handling
  }

  async classify(classification: Classification): Promise<void> {
    const { id, version } = await this.case(this.story.people.assistant)
    await (await this.desk()).act(ReclassifyCaseDocument, { id, version, classification, reason: REASON[classification] ?? 'Hasil telaah' })
  }

  /** A file of the case, uploaded and attached by the Asisten. */
  async file(name: string, bytes: Buffer): Promise<string> {
    const desk = await this.desk()
    const id = await upload(this.story.running.url, desk.client, name, bytes)
    await desk.act(AttachFilesDocument, { caseId: this.caseId, fileIds: [id] })
    return id
  }

  async confirmed(partyId: string): Promise<void> {
    const note = 'Jawaban tertulis BKPSDM'
    await (await this.desk()).act(ConfirmReportedPersonDocument, { caseId: this.caseId, partyId, activeAsn: true, note })
  }

  async alleged(partyId: string): Promise<string> {
    const { saveAllegation } = await (
      await this.desk()
    ).act(SaveAllegationDocument, {
      caseId: this.caseId,
      row: null,
      input: {
        partyId,
        violation: 'attending_declaration',
        description: 'Hadir dalam deklarasi bakal calon bupati.',
        election: 'related',
        happenedOn: '2026-05-30',
      },
    })
    return saveAllegation.allegations.find((row) => row.partyId === partyId)?.id ?? ''
  }

  /** A piece of evidence; every check of its kind is met, or all but the first. */
  async evidence(allegationId: string, kind: EvidenceKind, fileId: string | null, sufficient = true): Promise<void> {
    const desk = await this.desk()
    const { caseId } = this
    const input = { allegationId, kind, description: 'Disampaikan Bawaslu.', source: 'Panwaslu Kecamatan', fileId }
    const { saveEvidence } = await desk.act(SaveEvidenceDocument, { caseId, row: null, input })
    const row = saveEvidence.evidence.find((one) => one.allegationId === allegationId && one.kind === kind && one.result === 'unchecked')
    if (!row) throw new Error('The evidence was not kept')
    const all = EVIDENCE_CHECKS[kind].map(({ code }) => code)
    const verdict = sufficient
      ? { met: all, result: 'sufficient' as const, note: null }
      : { met: all.slice(1), result: 'insufficient' as const, note: 'Saksi tidak melihat sendiri.' }
    await desk.act(CheckEvidenceDocument, { caseId, row: { id: row.id, version: row.version }, input: verdict })
  }

  /** An examination on the spot: planned, held on its day, minuted the day after. Gives its id. */
  async examined(planned: string, held: string, minuted: string): Promise<string> {
    const desk = await this.desk()
    const { caseId } = this
    const people = [
      { name: this.story.people.assistant.name, role: 'officer' as const, signed: true },
      { name: 'Terlapor Satu', role: 'reported' as const, signed: true },
      { name: 'Terlapor Dua', role: 'reported' as const, signed: false },
    ]
    const unsigned = people.map((one) => ({ ...one, signed: false }))
    const place = 'Kantor Camat Contoh'
    this.on(planned)
    await desk.act(PlanHandlingStepDocument, {
      caseId,
      row: null,
      input: {
        kind: 'examination',
        method: 'face_to_face',
        place,
        scheduledAt: jakarta(held, '09.00').toISOString(),
        participants: unsigned,
      },
    })
    const target = async () => {
      const [step] = (await this.handling()).steps
      if (!step) throw new Error('There is no step')
      return { id: step.id, version: step.version }
    }
    this.on(held, '13.00')
    await desk.act(HoldHandlingStepDocument, { caseId, row: await target(), heldAt: jakarta(held, '09.00').toISOString() })
    this.on(minuted)
    const text = 'Terlapor didengar keterangannya di kantor camat. Terlapor Satu membenarkan kehadirannya dalam deklarasi.'
    await desk.act(WriteMinutesDocument, { caseId, row: await target(), input: { text, readBack: true, participants: people } })
    return (await target()).id
  }

  async found(allegationId: string, outcome: 'proven' | 'not_proven'): Promise<void> {
    const reasons = outcome === 'proven' ? 'Foto dan pengakuan saling menguatkan.' : 'Tidak ada bukti yang memadai.'
    const input = { outcome, sanction: outcome === 'proven' ? ('medium' as const) : outcome, reasons }
    await (await this.desk()).act(RecordFindingDocument, { caseId: this.caseId, allegationId, version: null, input })
  }

  async point(text: string, days: number): Promise<void> {
    const input = { text, ppk: 'Bupati Contoh', agency: 'Pemerintah Kabupaten Contoh', days }
    await (await this.desk()).act(SavePointDocument, { caseId: this.caseId, row: null, input })
  }

  /** Begins a letter and writes the spots that its template leaves open, in their order. */
  async drafted(kind: LetterKind, spots: readonly string[] = []): Promise<void> {
    await this.draft(kind)
    const letter = await this.letter(this.story.people.assistant)
    const { id, draftRevision } = letter
    const rest = [...spots]
    const body: unknown = JSON.parse(JSON.stringify(letter.body).replace(/\[…[^\]]*\]/g, (spot) => rest.shift() ?? spot))
    await (await this.desk()).act(SaveLetterDocument, { id, draftRevision, draft: { ...draftOf(letter, []), body } })
  }

  async issued(): Promise<void> {
    const { clerk } = this.story.people
    const { id, version } = await this.letter(clerk)
    await (await this.at(clerk)).act(IssueLetterDocument, { id, version })
    await this.travel.here(() => this.story.running.app.get(RenderLetter).run(id))
  }

  /** Handed over to whoever is named. */
  async handed(recipientName: string, receiptOn: string): Promise<void> {
    const { clerk } = this.story.people
    const { id, version } = await this.letter(clerk)
    const input = { method: 'hand' as const, recipientName, receiptName: 'Petugas penerima surat', receiptOn }
    await (await this.at(clerk)).act(DeliverLetterDocument, { id, version, input })
  }

  /** From the desk of the Asisten to the addressee, a day each. */
  async sent(days: readonly [submit: string, approve: string, issue: string, deliver: string], recipientName: string): Promise<void> {
    this.on(days[0])
    await this.submit()
    await this.pass()
    this.on(days[1])
    await this.approve()
    this.on(days[2])
    await this.issued()
    this.on(days[3])
    await this.handed(recipientName, days[3])
  }
}
