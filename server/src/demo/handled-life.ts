import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import {
  addCalendarDays,
  addWorkingMinutes,
  EVIDENCE_CHECKS,
  indonesianCalendar,
  localDate,
  UNIT_HEAD_ROLE,
  type EvidenceKind,
  type Viewer,
} from '@domain'
import { AttachFiles } from '../cases/index.js'
import { ReceiveFile } from '../files/index.js'
import {
  FollowUp,
  PlanHandling,
  RecordAllegation,
  RecordEvidence,
  RecordFinding,
  TakeSteps,
  WatchPoints,
  WritePoint,
} from '../handling/index.js'
import { Allegation } from '../handling/allegation.entity.js'
import { Evidence } from '../handling/evidence.entity.js'
import { HandlingStep } from '../handling/handling-step.entity.js'
import { RecommendationPoint } from '../handling/recommendation-point.entity.js'
import type { Cast } from './cast.js'
import { ppkOf, type HandlingMove, type HandlingPlot } from './handling-plot.js'
import type { Life } from './life.js'
import type { Act } from './plot.js'
import { scan, screenshot } from './scans.js'
import type { DemoMatter } from './texts.js'

const DAY = 420
const KINDS: readonly EvidenceKind[] = ['photo', 'media_report', 'witness', 'video', 'document', 'audio']
const attempt = (): { key: string; input: object } => ({ key: randomUUID(), input: {} })

/** One complaint that is handled step by step, beside the acts on the request itself. */
export class HandledLife {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly life: Life,
    private readonly cast: Cast,
    private readonly matter: DemoMatter,
    private readonly plot: HandlingPlot,
    private readonly nth: number,
  ) {}

  private get db(): DataSource {
    return this.app.get(DataSource)
  }

  private get where(): { caseId: string } {
    return { caseId: this.life.caseId }
  }

  async act(move: Act | HandlingMove, at: Date): Promise<void> {
    const id = this.life.caseId
    const me = () => this.life.assistant(at)
    const officer = { name: 'Petugas pemeriksa Pokja', role: 'officer' as const, signed: true }
    switch (move) {
      case 'plan':
      case 'online': {
        const method = move === 'online' ? ('online' as const) : ('face_to_face' as const)
        const place = move === 'online' ? 'Zoom https://zoom.us/j/99000111222' : 'Ruang Klarifikasi, Lantai 2, Kantor M.T. Haryono'
        const plan = {
          method,
          at: addWorkingMinutes(indonesianCalendar(), 'office', at, DAY),
          place,
          officer: (await me()).name,
          officerPhone: '021-7972098',
        }
        await this.app.get(PlanHandling).run(await me(), id, null, plan, attempt())
        return
      }
      case 'allege': {
        const parties = await this.db.query<{ id: string }[]>(
          `SELECT id FROM party WHERE case_id = $1 AND role = 'reported' ORDER BY name`,
          [id],
        )
        for (const party of parties) {
          await this.app.get(RecordAllegation).confirm(await me(), id, party.id, true, 'Konfirmasi BKPSDM melalui telepon', attempt())
          const violation = this.matter.violation ?? 'other'
          const entry = {
            partyId: party.id,
            violation,
            description: this.matter.summary,
            election: violation === 'party_member' ? ('unrelated' as const) : ('related' as const),
            happenedOn: addCalendarDays(localDate(at), -20),
          }
          await this.app.get(RecordAllegation).save(await me(), id, null, entry, attempt())
        }
        return
      }
      case 'evidence':
      case 'doubt':
        return this.evidence(at, move === 'evidence')
      case 'step':
      case 'move_step': {
        const known = move === 'move_step' ? await this.step() : null
        const entry = {
          kind: known?.kind ?? (['clarification', 'examination', 'coordination'] as const)[this.nth % 3] ?? 'clarification',
          method: 'face_to_face' as const,
          place: this.nth % 3 === 1 ? `Kantor ${this.matter.agency.name}` : 'Ruang Klarifikasi, Lantai 2',
          scheduledAt: addWorkingMinutes(indonesianCalendar(), 'office', at, this.plot.pace),
          participants: this.present(officer),
        }
        await this.app.get(TakeSteps).plan(await me(), id, known, entry, attempt())
        return
      }
      case 'call_off':
        await this.app
          .get(TakeSteps)
          .cancel(await me(), id, await this.step(), 'Saksi berhalangan; keterangannya diminta secara tertulis.', attempt())
        return
      case 'hold':
        await this.app.get(TakeSteps).hold(await me(), id, await this.step(), at, attempt())
        return
      case 'minute': {
        const text =
          'Terlapor didengar keterangannya mengenai dugaan yang dilaporkan. Terlapor membenarkan kehadirannya dan unggahan yang ditunjukkan, serta menyatakan tidak mengetahui bahwa perbuatan itu dilarang.\nPetugas menunjukkan bukti yang ada dan mencatat tanggapan terlapor.'
        const minutes = {
          text,
          readBack: true,
          participants: this.present(officer),
        }
        await this.app.get(TakeSteps).minute(await me(), id, await this.step(), minutes, attempt())
        return
      }
      case 'find':
        return this.find(at)
      case 'points':
        for (const [index, text] of this.matter.answer.recommendations.entries()) {
          const days = index === 0 ? this.plot.days : Math.max(3, this.plot.days - 2 * index)
          const entry = { text, ppk: ppkOf(this.matter.agency), agency: this.matter.agency.name, days }
          await this.app.get(WritePoint).save(await me(), id, null, entry, attempt())
        }
        return
      case 'extend': {
        const [point] = await this.points()
        if (point)
          await this.app.get(FollowUp).extend(await this.head(at), point, 5, 'Sidang majelis kode etik masih berlangsung.', attempt())
        return
      }
      case 'reply':
        return this.reply(at)
      case 'done':
      case 'wanting':
        for (const point of await this.points()) {
          const reason =
            move === 'done' ? 'Keputusan hukuman disiplin sudah diterima dan sesuai rekomendasi.' : 'Salinan keputusan belum dilampirkan.'
          await this.app.get(FollowUp).judge(await me(), point, move === 'done' ? 'accept_reply' : 'reject_reply', reason, attempt())
        }
        return
      case 'give_up': {
        const [point] = await this.points()
        const reason = 'PPK menyatakan tidak menjatuhkan hukuman disiplin; diteruskan kepada Pimpinan.'
        if (point) await this.app.get(FollowUp).judge(await me(), point, 'give_up', reason, attempt())
        return
      }
      case 'watch':
        await this.app.get(WatchPoints).run()
        return
      default:
        await this.life.act(move, at)
    }
  }

  /** Everybody named in the case who is heard, and the officer. */
  private present(officer: { name: string; role: 'officer'; signed: boolean }) {
    const reported = this.matter.parties.filter(({ role }) => role === 'reported')
    return [officer, ...reported.map(({ name }, index) => ({ name, role: 'reported' as const, signed: (this.nth + index) % 3 !== 0 }))]
  }

  /** Two pieces for each allegation, the first with its file; the last one of the last allegation is in doubt where something is. */
  private async evidence(at: Date, sufficient: boolean): Promise<void> {
    const me = () => this.life.assistant(at)
    const acts = this.app.get(RecordEvidence)
    const fileId = await this.file(at, `bukti-${this.nth + 1}.png`, screenshot(this.nth))
    for (const [index, { id: allegationId }] of (await this.allegations()).entries()) {
      for (const nth of [0, 1]) {
        const kind = nth === 0 ? (this.matter.evidence[0] ?? 'photo') : (KINDS[1 + ((this.nth + index) % (KINDS.length - 1))] ?? 'document')
        const source = kind === 'witness' ? 'Saksi yang hadir di lokasi' : 'Disampaikan pelapor'
        const entry = { allegationId, kind, description: 'Bukti yang disertakan pelapor.', source, fileId: nth === 0 ? fileId : null }
        await acts.save(await me(), this.life.caseId, null, entry, attempt())
        const row = await this.db.manager.findOneByOrFail(Evidence, { allegationId, result: 'unchecked' })
        const met = EVIDENCE_CHECKS[kind].map(({ code }) => code)
        const verdict =
          sufficient || nth === 1
            ? { met, result: 'sufficient' as const, note: null }
            : { met: met.slice(1), result: 'insufficient' as const, note: 'Pelapor diminta melengkapi keterangan mengenai bukti ini.' }
        await acts.check(await me(), this.life.caseId, row, verdict, attempt())
      }
    }
  }

  /** The first reported person did it; of several, the last cannot be proved to have. */
  private async find(at: Date): Promise<void> {
    const allegations = await this.allegations()
    for (const [index, { id }] of allegations.entries()) {
      const proven = index === 0 || index < allegations.length - 1
      const entry = proven
        ? {
            outcome: 'proven' as const,
            sanction: 'medium' as const,
            reasons: 'Keterangan terlapor dan bukti yang memadai saling menguatkan.',
          }
        : {
            outcome: 'not_proven' as const,
            sanction: 'not_proven' as const,
            reasons: 'Terlapor tidak berada di tempat pada hari kejadian.',
          }
      await this.app.get(RecordFinding).run(await this.life.assistant(at), this.life.caseId, id, null, entry, attempt())
    }
  }

  /** One letter of the PPK answers every point that is owed; its scan lies with the first. */
  private async reply(at: Date): Promise<void> {
    const on = localDate(at)
    const me = await this.life.assistant(at)
    const fileId = await this.app.get(ReceiveFile).bytes(me, `surat-ppk-${this.nth + 1}.pdf`, scan(this.nth))
    for (const [index, point] of (await this.points()).entries()) {
      const entry = {
        letterNumber: `800/${100 + this.nth}/BKPSDM`,
        letterDate: on,
        receivedOn: on,
        text: 'Rekomendasi telah ditindaklanjuti dengan keputusan sebagaimana terlampir.',
        fileId: index === 0 ? fileId : null,
      }
      await this.app.get(FollowUp).reply(await this.life.assistant(at), point, entry, attempt())
    }
  }

  private async file(at: Date, name: string, bytes: Uint8Array): Promise<string> {
    const me = await this.life.assistant(at)
    const id = await this.app.get(ReceiveFile).bytes(me, name, bytes)
    await this.app.get(AttachFiles).run(me, this.life.caseId, [id], attempt())
    return id
  }

  private allegations(): Promise<Allegation[]> {
    return this.db.manager.find(Allegation, { where: this.where, order: { recordedAt: 'ASC', id: 'ASC' } })
  }

  /** The head of the unit, who disposed the case. */
  private async head(at: Date): Promise<Viewer> {
    const [post] = await this.db.query<{ id: string }[]>(
      `SELECT p.id FROM "position" p JOIN "case" c ON c.unit_id = p.unit_id AND p.id = ANY (c.handler_position_ids) WHERE c.id = $1 AND p.role = $2`,
      [this.life.caseId, UNIT_HEAD_ROLE],
    )
    return this.cast.holding(post?.id ?? '', at)
  }

  /** The step that is still under way. */
  private step(): Promise<HandlingStep> {
    return this.db.manager.findOneOrFail(HandlingStep, { where: this.where, order: { plannedAt: 'DESC' } })
  }

  private points(): Promise<RecommendationPoint[]> {
    return this.db.manager.find(RecommendationPoint, { where: this.where, order: { number: 'ASC' } })
  }
}
