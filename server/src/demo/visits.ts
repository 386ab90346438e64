import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import {
  addWorkingMinutes,
  ETHICS_TOPICS,
  HOUR_MS,
  indonesianCalendar,
  localYear,
  requirementsFor,
  type MedlinCategory,
  type VisitChannel,
  type VisitService,
} from '@domain'
import { Case } from '../cases/case.entity.js'
import { DisposeCase } from '../dispositions/index.js'
import { AnswerVisit, BookMeeting, HoldMeeting, MoveVisit, RegisterVisit, type Meeting, freeTimes, roomsOf } from '../visits/index.js'
import { Visit } from '../visits/visit.entity.js'
import type { Cast } from './cast.js'
import { Dice } from './random.js'
import { demoMatter, type DemoMatter } from './texts.js'
import { instantBefore } from './timetable.js'

type Step =
  | 'register'
  | 'confirm'
  | 'show_in'
  | 'begin'
  | 'begin_late'
  | 'finish_orally'
  | 'finish_in_writing'
  | 'decline'
  | 'propose'
  | 'leave'
  | 'assign'

interface Story {
  readonly service: VisitService
  readonly channel?: VisitChannel
  readonly category?: MedlinCategory
  /** Working minutes before the seeding at which the visitor came. */
  readonly ago: number
  /** The steps, with the working minutes between one and the next. */
  readonly steps: readonly (readonly [step: Step, after: number])[]
}

const MET = [
  ['register', 0],
  ['confirm', 8],
  ['show_in', 3],
  ['begin', 15],
] as const
const DAY = 7 * 60
const done = (service: VisitService, ago: number, end: 'finish_orally' | 'finish_in_writing' = 'finish_orally'): Story => ({
  service,
  ago,
  steps: [...MET, [end, 35]],
})

/** Visitors of the last weeks, and those who are in the house while the product is first opened. */
const STORIES: readonly Story[] = [
  ...[15, 13, 12, 10, 8, 6, 5, 3, 2].map((days, index) =>
    done((['MEDLIN', 'MERIT', 'KODE_ETIK'] as const)[index % 3] ?? 'MERIT', days * DAY + index * 23),
  ),
  done('KODE_ETIK', 4 * DAY, 'finish_in_writing'),
  done('MEDLIN', 9 * DAY, 'finish_in_writing'),
  {
    service: 'MEDLIN',
    ago: 7 * DAY,
    steps: [
      ['register', 0],
      ['confirm', 5],
      ['begin_late', 85],
      ['finish_orally', 40],
    ],
  },
  {
    service: 'MEDLIN',
    category: 'outside',
    ago: 3 * DAY + 90,
    steps: [
      ['register', 0],
      ['decline', 20],
    ],
  },
  {
    service: 'MERIT',
    ago: 11 * DAY,
    steps: [
      ['register', 0],
      ['leave', 50],
    ],
  },
  {
    service: 'KODE_ETIK',
    ago: 2 * DAY + 30,
    steps: [
      ['register', 0],
      ['propose', 25],
    ],
  },
  {
    service: 'MERIT',
    ago: DAY,
    steps: [
      ['register', 0],
      ['propose', 15],
    ],
  },
  done('MERIT', 150),
  { service: 'KODE_ETIK', ago: 70, steps: [...MET] },
  { service: 'MEDLIN', ago: 42, steps: MET.slice(0, 3) },
  { service: 'KODE_ETIK', ago: 34, steps: MET.slice(0, 2) },
  { service: 'MEDLIN', ago: 30, steps: MET.slice(0, 2) },
  { service: 'MEDLIN', ago: 14, steps: MET.slice(0, 1) },
  { service: 'MERIT', ago: 9, steps: MET.slice(0, 1) },
  {
    service: 'MEDLIN',
    channel: 'virtual',
    ago: 6,
    steps: [
      ['register', 0],
      ['assign', 3],
    ],
  },
  { service: 'KODE_ETIK', ago: 3, steps: MET.slice(0, 1) },
]

/** How many written requests have their meeting booked. */
const BOOKED = 8

const WORDS = {
  minutes:
    'Pemohon menyampaikan pokok permasalahan. Petugas menjelaskan ketentuan yang berlaku dan langkah yang dapat ditempuh. Pemohon memahami penjelasan yang diberikan.',
  outside: 'Permohonan berkaitan dengan sengketa perdata antarpribadi, sehingga tidak termasuk kategori mediasi dan perlindungan.',
  busy: 'Petugas sedang melaksanakan klarifikasi di luar kantor.',
  plenary: 'Unit kerja sedang mengikuti rapat pleno.',
  left: 'Tamu memiliki keperluan lain dan akan kembali pada hari berikutnya.',
} as const

/** Who visits, when, and what becomes of it. */
export function planVisits(app: NestExpressApplication, cast: Cast, now: Date) {
  const matters = Array.from({ length: 400 }, (_, index) => demoMatter(index + 500, localYear(now)))
  const calendar = indonesianCalendar()
  const visits = STORIES.map((story, index) => {
    const matter = matters.filter(({ service }) => service === story.service)[index]
    if (!matter) throw new Error(`The demonstration has no matter for visitor ${index + 1}`)
    const life = new VisitLife(app, cast, new Dice(7_300 + index), matter, story)
    const came = instantBefore(now, story.ago)
    let after = 0
    const acts = story.steps.map(([act, minutes], place) => {
      after += minutes
      const at = addWorkingMinutes(calendar, 'office', came, after + 1).getTime()
      return { act, at: new Date(Math.min(at, now.getTime() - (story.steps.length - place) * 1_000 - 60_000)) }
    })
    return { life, acts }
  })
  const planner = new BookingLife(app, cast)
  const meetings = Array.from({ length: BOOKED }, (_, index) => ({ act: 'book', at: new Date(now.getTime() - (BOOKED - index) * 4_000) }))
  return [...visits, { life: planner, acts: meetings }]
}

/** One fictional visitor, received through the product's own acts. */
class VisitLife {
  private id = ''
  private readonly field: string
  private readonly desk: number

  constructor(
    private readonly app: NestExpressApplication,
    private readonly cast: Cast,
    private readonly dice: Dice,
    private readonly matter: DemoMatter,
    private readonly story: Story,
  ) {
    this.field = story.service === 'KODE_ETIK' ? 'NKK' : this.dice.pick(['JPT_1', 'JPT_1', 'JPT_2'])
    this.desk = this.dice.between(1, 3)
  }

  async act(step: string, at: Date): Promise<void> {
    const target = this.id ? await this.db.manager.findOneByOrFail(Visit, { id: this.id }) : { id: '', version: 0 }
    const counter = await this.cast.inPost('FRONT_OFFICE_1', at)
    const head = () => this.cast.inPost(`KEPALA_POKJA_${this.field}`, at)
    const officer = () => this.cast.inPost(`ASISTEN_${this.field}_${this.desk}`, at)
    const meeting = this.app.get(HoldMeeting)
    switch (step as Step) {
      case 'register':
        return this.register(at)
      case 'confirm':
        return void (await this.app
          .get(AnswerVisit)
          .confirm(await head(), target, { officerPositionId: this.officerId, category: null }, attempt()))
      case 'decline': {
        const answer = { officerPositionId: this.officerId, category: null, reason: WORDS.outside }
        return void (await this.app.get(AnswerVisit).decline(await head(), target, answer, attempt()))
      }
      case 'propose': {
        const planned = await nextMeeting(this.db, this.officerId, new Date(at.getTime() + 30 * HOUR_MS), this.dice.between(0, 1))
        const answer = { officerPositionId: this.officerId, category: null, reason: WORDS.busy, meeting: planned }
        return void (await this.app.get(AnswerVisit).proposeTime(await head(), target, answer, attempt()))
      }
      case 'show_in':
        return void (await this.app.get(MoveVisit).showIn(counter, target, attempt()))
      case 'leave':
        return void (await this.app.get(MoveVisit).leave(counter, target, WORDS.left, attempt()))
      case 'assign':
        return this.assign(await head(), this.id)
      case 'begin':
      case 'begin_late': {
        const activityReason = step === 'begin_late' ? WORDS.plenary : null
        return void (await meeting.begin(await officer(), target, { activityReason, category: null }, attempt()))
      }
      case 'finish_orally':
      case 'finish_in_writing': {
        const outcome = step === 'finish_orally' ? 'answered_orally' : 'written_answer_follows'
        return void (await meeting.finish(await officer(), target, { outcome, minutes: WORDS.minutes }, attempt()))
      }
    }
  }

  private async register(at: Date): Promise<void> {
    const { senderKind, subject, summary, secrecy, agency, parties } = this.matter
    const { service, channel = 'walk_in' } = this.story
    const inPerson = channel === 'walk_in'
    const requester = parties.find((party) => party.role === 'requester')
    const { id } = await this.app.get(RegisterVisit).run(
      await this.cast.inPost('FRONT_OFFICE_1', at),
      {
        ...{ service, channel, subject, summary, secrecy, urgency: 'biasa' as const },
        classification: service === 'KODE_ETIK' ? this.dice.pick(ETHICS_TOPICS) : null,
        letterNumber: null,
        letterDate: null,
        receivedAt: null,
        agencyCode: agency.code,
        agencyName: agency.name,
        parties: requester ? [requester] : [],
        requirements: requirementsFor(service, channel, senderKind).map(({ code }) => ({ code, state: 'met' as const })),
        fileIds: [],
        relatedCaseIds: [],
        category: service === 'MEDLIN' ? (this.story.category ?? this.dice.pick(['mediation', 'protection'] as const)) : null,
        identityCard: inPerson ? this.dice.pick(['ktp', 'ktp', 'employee_card'] as const) : null,
        identityNumber: null,
        identityShown: inPerson,
        unitId: this.cast.unitId(`POKJA_${this.field}`),
        proposedPositionId: this.dice.chance(0.4) ? this.officerId : null,
        note: null,
      },
      attempt(),
    )
    this.id = id
  }

  private async assign(head: Awaited<ReturnType<Cast['inPost']>>, visitId: string): Promise<void> {
    const { caseId } = await this.db.manager.findOneByOrFail(Visit, { id: visitId })
    const theCase = await this.db.manager.findOneByOrFail(Case, { id: caseId })
    const branch = { toPositionId: this.officerId, kind: 'main' as const, instructions: [] }
    await this.app.get(DisposeCase).run(head, { caseId, version: theCase.version }, [branch], attempt())
  }

  private get officerId(): string {
    return this.cast.postId(`ASISTEN_${this.field}_${this.desk}`)
  }

  private get db(): DataSource {
    return this.app.get(DataSource)
  }
}

/** Books the meetings of written requests, one at each turn, this week and the next. */
class BookingLife {
  private turn = 0

  constructor(
    private readonly app: NestExpressApplication,
    private readonly cast: Cast,
  ) {}

  async act(_step: string, at: Date): Promise<void> {
    const db = this.app.get(DataSource)
    const [found] = await db.query<{ id: string; holder: string }[]>(
      `SELECT c.id, c.holder_position_id AS holder FROM "case" c WHERE c.stage IN ('assigned', 'in_process') AND c.processable IS DISTINCT FROM false
         AND c.service IN ('KODE_ETIK', 'MEDLIN', 'NETRALITAS') AND c.channel NOT IN ('walk_in', 'virtual')
         AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.case_id = c.id) ORDER BY c.agenda_year DESC, c.agenda_number DESC LIMIT 1`,
    )
    if (!found) return
    const from = new Date(at.getTime() + (this.turn++ % 4) * 40 * HOUR_MS)
    const meeting = await nextMeeting(db, found.holder, from, this.turn % 3)
    await this.app.get(BookMeeting).book(await this.cast.holding(found.holder, at), found.id, meeting, attempt())
  }
}

/** The next time the officer has free, in the n-th room, or online when there is no such room. */
async function nextMeeting(db: DataSource, officerPositionId: string, from: Date, place: number): Promise<Meeting> {
  const room = (await roomsOf(db))[place] ?? null
  const [slot] = await freeTimes(db, { officerPositionId, roomId: room?.id ?? null, minutes: 60, from })
  if (!slot) throw new Error('The demonstration found no free time')
  return { officerPositionId, roomId: room?.id ?? null, link: room ? null : 'https://zoom.tanggap.example/j/9900112233', ...slot }
}

const attempt = () => ({ key: randomUUID(), input: {} })
