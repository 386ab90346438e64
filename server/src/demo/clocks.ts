import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import { addWorkingMinutes, indonesianCalendar, localYear, type Classification, type PauseReason, type Viewer } from '@domain'
import { Case } from '../cases/case.entity.js'
import { Clock } from '../clocks/clock.entity.js'
import { ClockRequest } from '../clocks/clock-request.entity.js'
import { JudgeClockRequest, PauseClock, ReclassifyCase, RequestExtension, ResumeClock, SetClockLimit } from '../timekeeping/index.js'
import type { Cast } from './cast.js'
import { Life } from './life.js'
import type { Act } from './plot.js'
import { Dice } from './random.js'
import { demoMatter, MATTER_COUNT, type DemoMatter } from './texts.js'
import { instantBefore } from './timetable.js'

/** What is done about the clocks of a request, besides the acts on the request itself. */
type Step =
  | 'await_reporter'
  | 'await_applicant'
  | 'await_agency'
  | 'resume'
  | 'no_field'
  | 'field'
  | 'technical'
  | 'more_time'
  | 'consent'
  | 'decline'
  | 'limit'
type Move = Act | Step

interface Plot {
  readonly fits: (matter: DemoMatter) => boolean
  readonly classification: Classification | null
  readonly moves: readonly Move[]
  /** Working minutes between one move and the next, and since the last. */
  readonly pace: number
  readonly age: number
}

const TO_DESK: readonly Move[] = ['register', 'hand_over', 'dispose', 'assign']
const complaint = (channel: 'lapor' | 'siapnet') => (matter: DemoMatter) => matter.service === 'NETRALITAS' && matter.channel === channel
const DAY = 420

/** Every way a clock can go: paused now, paused and resumed, extended, waiting for consent, declined, reclassified once and twice, with a limit of its own. */
const PLOTS: readonly Plot[] = [
  { fits: complaint('lapor'), classification: 'normative', moves: [...TO_DESK, 'decide', 'await_reporter'], pace: 90, age: DAY },
  {
    fits: complaint('lapor'),
    classification: 'normative',
    moves: [...TO_DESK, 'decide', 'await_reporter', 'resume', 'no_field', 'more_time', 'consent'],
    pace: 200,
    age: 120,
  },
  {
    fits: complaint('lapor'),
    classification: 'normative',
    moves: [...TO_DESK, 'decide', 'no_field', 'await_applicant', 'resume', 'field', 'consent', 'await_agency', 'consent'],
    pace: 240,
    age: 2 * DAY,
  },
  { fits: complaint('lapor'), classification: 'no_field_examination', moves: [...TO_DESK, 'decide', 'field'], pace: 150, age: 60 },
  {
    fits: complaint('siapnet'),
    classification: 'direct',
    moves: [...TO_DESK, 'decide', 'technical', 'more_time', 'decline', 'more_time'],
    pace: 110,
    age: 45,
  },
  {
    fits: ({ service, refusal }) => service === 'MERIT' && refusal === null,
    classification: null,
    moves: [...TO_DESK, 'decide', 'await_applicant', 'resume'],
    pace: 150,
    age: 90,
  },
  {
    fits: ({ service, agency }) => service === 'JPT' && agency.underdeveloped,
    classification: null,
    moves: [...TO_DESK, 'limit', 'decide'],
    pace: 200,
    age: 200,
  },
]

const PAUSES: Readonly<Partial<Record<Step, readonly [PauseReason, string]>>> = {
  await_reporter: ['reporter_clarification', 'Pelapor diminta melengkapi kronologi dan nama saksi.'],
  await_applicant: ['applicant_completion', 'Surat permintaan kelengkapan sudah dikirim kepada pemohon.'],
  await_agency: ['agency_clarification', 'Instansi diminta menyampaikan klarifikasi tertulis paling lambat sepekan.'],
}
const CLASSIFIED: Readonly<Partial<Record<Step, readonly [Classification, string]>>> = {
  no_field: ['no_field_examination', 'Memerlukan telaah dokumen, tanpa pemeriksaan lapangan.'],
  field: ['field_examination', 'Saksi dan lokasi kejadian perlu diperiksa di lapangan.'],
  technical: ['technical', 'Perlu koordinasi dengan instansi pembina.'],
}

const attempt = (): { key: string; input: object } => ({ key: randomUUID(), input: {} })

/** One request whose clock is paused, extended or reclassified on its way. */
class TimedLife {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly cast: Cast,
    private readonly life: Life,
  ) {}

  private get db(): DataSource {
    return this.app.get(DataSource)
  }

  private get where(): { caseId: string } {
    return { caseId: this.life.caseId }
  }

  async act(move: Move, at: Date): Promise<void> {
    const pause = PAUSES[move as Step]
    const classified = CLASSIFIED[move as Step]
    const me = () => this.life.assistant(at)
    if (pause) {
      await this.app.get(PauseClock).run(await me(), await this.clock(), pause[0], pause[1], attempt())
    } else if (classified) {
      const theCase = await this.db.manager.findOneByOrFail(Case, { id: this.life.caseId })
      await this.app.get(ReclassifyCase).run(await me(), theCase, classified[0], classified[1], attempt())
    } else if (move === 'resume') {
      await this.app.get(ResumeClock).run(await me(), await this.clock(), 'Yang ditunggu sudah diterima.', attempt())
    } else if (move === 'more_time') {
      await this.app.get(RequestExtension).run(await me(), await this.clock(), 2, 'Dua saksi baru dapat hadir pekan depan.', attempt())
    } else if (move === 'consent') {
      const request = await this.asked()
      await this.app.get(JudgeClockRequest).approve(await this.approver(request, at), request, null, attempt())
    } else if (move === 'decline') {
      const request = await this.asked()
      await this.app.get(JudgeClockRequest).decline(await this.approver(request, at), request, 'Sebutkan saksi yang dimaksud.', attempt())
    } else if (move === 'limit') {
      await this.setLimit(at)
    } else {
      await this.life.act(move as Act, at)
    }
  }

  private async setLimit(at: Date): Promise<void> {
    const theCase = await this.db.manager.findOneByOrFail(Case, { id: this.life.caseId })
    const [head] = await this.db.query<{ id: string }[]>(
      `SELECT id FROM "position" WHERE unit_id = $1 AND role = 'POKJA' AND closed_at IS NULL ORDER BY rank LIMIT 1`,
      [theCase.unitId],
    )
    const limit = { amount: 12, unit: 'working_day' } as const
    await this.app
      .get(SetClockLimit)
      .run(
        await this.cast.holding(head?.id ?? '', at),
        await this.clock(),
        limit,
        'Daerah kepulauan; pos datang sekali seminggu.',
        attempt(),
      )
  }

  private clock(): Promise<Clock> {
    return this.db.manager.findOneByOrFail(Clock, this.where)
  }

  private asked(): Promise<ClockRequest> {
    return this.db.manager.findOneByOrFail(ClockRequest, { ...this.where, status: 'asked' })
  }

  private approver(request: ClockRequest, at: Date): Promise<Viewer> {
    return this.cast.holding(request.approverPositionId, at)
  }
}

/** The requests that show what can happen to a clock. */
export function planClocks(app: NestExpressApplication, cast: Cast, now: Date) {
  const calendar = indonesianCalendar()
  const year = localYear(now)
  return PLOTS.flatMap((plot, index) => {
    // The same matters as elsewhere, with other people: the further round, the other the names.
    const matters = Array.from({ length: MATTER_COUNT }, (_, nth) => demoMatter(nth + (6 + index) * MATTER_COUNT, year))
    const fitting = matters.filter(plot.fits)
    const matter = fitting[index % Math.max(1, fitting.length)]
    if (!matter) return []
    const told = { ...matter, classification: plot.classification, refusal: null }
    const life = new TimedLife(app, cast, new Life(app, cast, new Dice(7_000 + index), told, 'decided', []))
    const start = instantBefore(now, plot.moves.length * plot.pace + plot.age)
    const acts = plot.moves.map((act, nth) => ({ act, at: addWorkingMinutes(calendar, 'office', start, (nth + 1) * plot.pace) }))
    return [{ life: { act: (act: string, at: Date) => life.act(act as Move, at) }, acts }]
  })
}
