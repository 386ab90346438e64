import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import {
  addCalendarDays,
  addWorkingMinutes,
  EVIDENCE_CHECKS,
  indonesianCalendar,
  localDate,
  localYear,
  VIOLATION_KINDS,
  type EvidenceKind,
} from '@domain'
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
import { Life } from './life.js'
import { SECOND_LETTER, type Act } from './plot.js'
import { Dice } from './random.js'
import { demoMatter, MATTER_COUNT, type DemoMatter } from './texts.js'
import { instantBefore } from './timetable.js'

type Step =
  | 'plan'
  | 'online'
  | 'allege'
  | 'evidence'
  | 'doubt'
  | 'step'
  | 'hold'
  | 'minute'
  | 'find'
  | 'points'
  | 'reply'
  | 'done'
  | 'wanting'
  | 'watch'
type Move = Act | Step

interface Plot {
  readonly moves: readonly Move[]
  /** Working minutes between one move and the next, and since the last. */
  readonly pace: number
  readonly age: number
  /** Working days that the points give the PPK. */
  readonly days: number
}

const TO_DESK: readonly Move[] = ['register', 'hand_over', 'dispose', 'assign', 'decide']
const FOUND: readonly Move[] = [...TO_DESK, 'plan', 'allege', 'evidence', 'step', 'hold', 'minute', 'find', 'points']
const SENT: readonly Move[] = [...FOUND, 'draft', 'write', 'submit', 'review', 'approve', 'issue', 'deliver', 'receipt']
const DAY = 420

/** Complaints in every state of their handling: points written, open, overdue, answered, found wanting and done. */
const PLOTS: readonly Plot[] = [
  { moves: [...TO_DESK, 'online', 'allege', 'evidence'], pace: 60, age: 90, days: 14 },
  { moves: [...TO_DESK, 'plan', 'allege', 'doubt', 'step'], pace: 80, age: 60, days: 14 },
  { moves: FOUND, pace: 70, age: 120, days: 14 },
  { moves: SENT, pace: 100, age: 2 * DAY, days: 14 },
  { moves: [...SENT, 'watch'], pace: 110, age: 10 * DAY, days: 5 },
  { moves: [...SENT, ...SECOND_LETTER, 'watch'], pace: 60, age: 4 * DAY, days: 3 },
  { moves: [...SENT, ...SECOND_LETTER, 'reply'], pace: 70, age: 30, days: 14 },
  { moves: [...SENT, 'reply', 'wanting'], pace: 90, age: 200, days: 14 },
  { moves: [...SENT, ...SECOND_LETTER, 'reply', 'done'], pace: 90, age: 3 * DAY, days: 14 },
]

const KINDS: readonly EvidenceKind[] = ['photo', 'media_report', 'witness', 'video', 'document', 'audio']
const attempt = (): { key: string; input: object } => ({ key: randomUUID(), input: {} })

/** One complaint that is handled step by step, beside the acts on the request itself. */
class HandledLife {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly life: Life,
    private readonly matter: DemoMatter,
    private readonly plot: Plot,
    private readonly nth: number,
  ) {}

  private get db(): DataSource {
    return this.app.get(DataSource)
  }

  private get where(): { caseId: string } {
    return { caseId: this.life.caseId }
  }

  async act(move: Move, at: Date): Promise<void> {
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
        for (const [index, party] of parties.entries()) {
          await this.app.get(RecordAllegation).confirm(await me(), id, party.id, true, 'Konfirmasi BKPSDM melalui telepon', attempt())
          const violation = VIOLATION_KINDS[(this.nth + index) % (VIOLATION_KINDS.length - 1)] ?? 'other'
          const entry = {
            partyId: party.id,
            violation,
            description: this.matter.summary,
            election: this.nth % 3 === 2 ? ('unrelated' as const) : ('related' as const),
            happenedOn: addCalendarDays(localDate(at), -20),
          }
          await this.app.get(RecordAllegation).save(await me(), id, null, entry, attempt())
        }
        return
      }
      case 'evidence':
      case 'doubt':
        return this.evidence(at, move === 'evidence')
      case 'step': {
        const entry = {
          kind: this.nth % 2 === 0 ? ('clarification' as const) : ('examination' as const),
          method: 'face_to_face' as const,
          place: 'Ruang Klarifikasi, Lantai 2',
          scheduledAt: addWorkingMinutes(indonesianCalendar(), 'office', at, this.plot.pace),
          participants: [officer, { name: 'Terlapor', role: 'reported' as const, signed: true }],
        }
        await this.app.get(TakeSteps).plan(await me(), id, null, entry, attempt())
        return
      }
      case 'hold':
        await this.app.get(TakeSteps).hold(await me(), id, await this.step(), at, attempt())
        return
      case 'minute': {
        const text =
          'Terlapor didengar keterangannya mengenai dugaan yang dilaporkan. Terlapor membenarkan kehadirannya dan unggahan yang ditunjukkan, serta menyatakan tidak mengetahui bahwa perbuatan itu dilarang.\nPetugas menunjukkan bukti yang ada dan mencatat tanggapan terlapor.'
        const minutes = {
          text,
          readBack: true,
          participants: [officer, { name: 'Terlapor', role: 'reported' as const, signed: this.nth % 3 !== 0 }],
        }
        await this.app.get(TakeSteps).minute(await me(), id, await this.step(), minutes, attempt())
        return
      }
      case 'find': {
        const entry = {
          outcome: 'proven' as const,
          sanction: 'medium' as const,
          reasons: 'Keterangan terlapor dan bukti yang memadai saling menguatkan.',
        }
        for (const { id: allegationId } of await this.db.manager.findBy(Allegation, this.where)) {
          await this.app.get(RecordFinding).run(await me(), id, allegationId, null, entry, attempt())
        }
        return
      }
      case 'points':
        for (const text of this.matter.answer.recommendations) {
          const entry = {
            text,
            ppk: this.matter.agency.name.replace(/^Pemerintah (Kabupaten|Kota|Provinsi) /, 'Kepala Daerah '),
            agency: this.matter.agency.name,
            days: this.plot.days,
          }
          await this.app.get(WritePoint).save(await me(), id, null, entry, attempt())
        }
        return
      case 'reply':
        for (const point of await this.points()) {
          const letterDate = localDate(at)
          const entry = {
            letterNumber: `800/${100 + this.nth}/BKPSDM`,
            letterDate,
            receivedOn: letterDate,
            text: 'Rekomendasi telah ditindaklanjuti dengan keputusan sebagaimana terlampir.',
            fileId: null,
          }
          await this.app.get(FollowUp).reply(await me(), point, entry, attempt())
        }
        return
      case 'done':
      case 'wanting':
        for (const point of await this.points()) {
          const reason =
            move === 'done' ? 'Keputusan hukuman disiplin sudah diterima dan sesuai rekomendasi.' : 'Salinan keputusan belum dilampirkan.'
          await this.app.get(FollowUp).judge(await me(), point, move === 'done' ? 'accept_reply' : 'reject_reply', reason, attempt())
        }
        return
      case 'watch':
        await this.app.get(WatchPoints).run()
        return
      default:
        await this.life.act(move, at)
    }
  }

  private async evidence(at: Date, sufficient: boolean): Promise<void> {
    const me = () => this.life.assistant(at)
    const acts = this.app.get(RecordEvidence)
    for (const [index, { id: allegationId }] of (await this.db.manager.findBy(Allegation, this.where)).entries()) {
      const kind = KINDS[(this.nth + index) % KINDS.length] ?? 'photo'
      const entry = { allegationId, kind, description: 'Bukti yang disertakan pelapor.', source: 'Disampaikan pelapor', fileId: null }
      await acts.save(await me(), this.life.caseId, null, entry, attempt())
      const row = await this.db.manager.findOneByOrFail(Evidence, { allegationId })
      const met = EVIDENCE_CHECKS[kind].map(({ code }) => code)
      const verdict = sufficient
        ? { met, result: 'sufficient' as const, note: null }
        : { met: met.slice(1), result: 'insufficient' as const, note: 'Pelapor diminta melengkapi keterangan mengenai bukti ini.' }
      await acts.check(await me(), this.life.caseId, row, verdict, attempt())
    }
  }

  private step(): Promise<HandlingStep> {
    return this.db.manager.findOneByOrFail(HandlingStep, this.where)
  }

  private points(): Promise<RecommendationPoint[]> {
    return this.db.manager.find(RecommendationPoint, { where: this.where, order: { number: 'ASC' } })
  }
}

/** Complaints whose handling can be followed from the method to the PPK's reply. */
export function planHandling(app: NestExpressApplication, cast: Cast, now: Date) {
  const calendar = indonesianCalendar()
  const year = localYear(now)
  return PLOTS.flatMap((plot, index) => {
    const matters = Array.from({ length: MATTER_COUNT }, (_, nth) => demoMatter(nth + (20 + index) * MATTER_COUNT, year))
    const fitting = matters.filter(
      ({ service, answer, refusal }) => service === 'NETRALITAS' && refusal === null && answer.recommendations.length > 0,
    )
    const matter = fitting[index % Math.max(1, fitting.length)]
    if (!matter) return []
    const life = new HandledLife(app, new Life(app, cast, new Dice(9_000 + index), matter, 'decided', []), matter, plot, index)
    const start = instantBefore(now, plot.moves.length * plot.pace + plot.age)
    const acts = plot.moves.map((act, nth) => ({
      act,
      at:
        act === 'watch'
          ? addWorkingMinutes(calendar, 'office', start, plot.moves.length * plot.pace + plot.age - 20)
          : addWorkingMinutes(calendar, 'office', start, (nth + 1) * plot.pace),
    }))
    return [{ life: { act: (act: string, at: Date) => life.act(act as Move, at) }, acts }]
  })
}
