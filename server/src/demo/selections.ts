import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import {
  addCalendarDays,
  addWorkingMinutes,
  indonesianCalendar,
  localDate,
  localYear,
  STAGE_RULES,
  type Component,
  type PostLevel,
  type Viewer,
} from '@domain'
import { Case } from '../cases/case.entity.js'
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
} from '../selections/index.js'
import { Selection } from '../selections/selection.entity.js'
import type { Cast } from './cast.js'
import { Life } from './life.js'
import type { Act } from './plot.js'
import { Dice } from './random.js'
import { fictionalNip } from './texts/fictional-identity.js'
import { REPORTED_NAMES, SENDER_NAMES } from './texts/names.js'
import { demoMatter, MATTER_COUNT, type DemoMatter } from './texts.js'
import { instantBefore } from './timetable.js'

/** What is done about a selection besides the acts on its cases. */
type Step =
  | 'open'
  | 'attach'
  | 'posts'
  | 'plan'
  | 'some_papers'
  | 'papers'
  | 'lose_paper'
  | 'checks'
  | 'enrol'
  | 'enrol_few'
  | 'extend'
  | 'score_assessment'
  | 'score_interview'
  | 'score_final'
  | 'correct_interview'
  | 'reopen'
  | 'shortlist'
  | 'appoint'
  | 'advance'
type Move = Act | Step | 'next_request'

const TO_DESK: readonly Move[] = ['register', 'hand_over', 'dispose', 'assign']
const ANSWERED: readonly Move[] = ['decide', 'draft', 'write', 'submit', 'review', 'approve', 'issue', 'deliver', 'receipt']
const PLANNED: readonly Move[] = [...TO_DESK, 'open', 'posts', 'plan', 'some_papers']
const ANNOUNCED: readonly Move[] = [...PLANNED, 'papers', 'checks', ...ANSWERED, 'advance']
const APPLIED: readonly Move[] = [...ANNOUNCED, 'papers', 'checks', 'advance']
const SELECTING: readonly Move[] = [...APPLIED, 'enrol', 'papers', 'checks', 'advance']
const SCORED: readonly Move[] = [
  ...SELECTING,
  'score_assessment',
  'score_interview',
  'papers',
  'checks',
  'advance',
  'score_final',
  'shortlist',
]
const RECOMMENDING: readonly Move[] = [...SCORED, 'next_request', ...TO_DESK, 'attach', 'papers', 'checks']
const FILLED: readonly Move[] = [...RECOMMENDING, ...ANSWERED, 'advance', 'papers', 'checks', 'appoint', 'advance']

interface Plot {
  readonly matter: string
  readonly title: string
  readonly posts: readonly (readonly [string, PostLevel])[]
  readonly moves: readonly Move[]
  /** Working minutes since the last move. */
  readonly age: number
  /** The working group that supervises it; left out, whichever the dice give. */
  readonly field?: 'JPT_1' | 'JPT_2'
}

const HEADS = [
  ['Kepala Dinas Kesehatan', 'pratama'],
  ['Kepala Dinas Pendidikan', 'pratama'],
] as const

/** The working group for the first region: a file that lacks a paper, a 3T region, too few applicants, a report that was corrected. */
const FIRST_REGION: readonly Plot[] = [
  {
    matter: 'jpt.plan_six',
    title: 'Seleksi terbuka Kepala Dinas Perhubungan',
    posts: [['Kepala Dinas Perhubungan', 'pratama']],
    moves: [...PLANNED, 'papers', 'lose_paper'],
    ...{ age: 250, field: 'JPT_1' },
  },
  {
    matter: 'jpt.underdeveloped',
    title: 'Seleksi terbuka Kepala Dinas Kelautan di daerah 3T',
    posts: [['Kepala Dinas Kelautan dan Perikanan', 'pratama']],
    moves: ANNOUNCED,
    ...{ age: 650, field: 'JPT_1' },
  },
  {
    matter: 'jpt.plan_six',
    title: 'Seleksi terbuka Inspektur Daerah',
    posts: [['Inspektur Daerah', 'pratama']],
    moves: [...APPLIED, 'enrol_few', 'extend'],
    ...{ age: 420, field: 'JPT_1' },
  },
  {
    matter: 'jpt.plan_six',
    title: 'Seleksi terbuka Kepala Badan Keuangan',
    posts: [['Kepala Badan Keuangan dan Aset Daerah', 'pratama']],
    moves: [...SCORED, 'reopen', 'correct_interview', 'checks', 'advance', 'score_final'],
    ...{ age: 160, field: 'JPT_1' },
  },
  {
    matter: 'jpt.plan_secretary',
    title: 'Seleksi terbuka Sekretaris Daerah Provinsi',
    posts: [['Sekretaris Daerah Provinsi', 'madya']],
    moves: [...RECOMMENDING, ...ANSWERED, 'advance'],
    ...{ age: 330, field: 'JPT_1' },
  },
]

/** One selection at every stage and one that has ended, and those of the first region. */
const PLOTS: readonly Plot[] = [
  { matter: 'jpt.underdeveloped', title: 'Seleksi terbuka JPT Pratama di daerah 3T', posts: HEADS.slice(0, 1), moves: PLANNED, age: 300 },
  {
    matter: 'jpt.plan_secretary',
    title: 'Seleksi terbuka Sekretaris Daerah',
    posts: [['Sekretaris Daerah', 'madya']],
    moves: ANNOUNCED,
    age: 900,
  },
  {
    matter: 'jpt.plan_six',
    title: 'Seleksi terbuka Kepala Dinas Kesehatan',
    posts: HEADS.slice(0, 1),
    moves: [...APPLIED, 'enrol_few', 'extend'],
    age: 500,
  },
  { matter: 'jpt.plan_six', title: 'Seleksi terbuka dua kepala dinas', posts: HEADS, moves: [...SELECTING, 'score_assessment'], age: 700 },
  { matter: 'jpt.plan_six', title: 'Seleksi terbuka Kepala Dinas Pendidikan', posts: HEADS.slice(1), moves: RECOMMENDING, age: 200 },
  { matter: 'jpt.plan_six', title: 'Seleksi terbuka Kepala Bappeda', posts: [['Kepala Bappeda', 'pratama']], moves: FILLED, age: 2400 },
  ...FIRST_REGION,
]

/** The n-th request of the texts with this key, so that each selection has an agency of its own. */
function matterOf(key: string, nth: number, year: number): DemoMatter {
  const found = Array.from({ length: MATTER_COUNT }, (_, index) => index).find((index) => demoMatter(index, year).key === key)
  if (found === undefined) throw new Error(`There is no matter ${key}`)
  return demoMatter(found + nth * MATTER_COUNT, year)
}

/** The second request of a selection: the report of its results, from the same agency. */
const resultsMatter = (plan: DemoMatter, nth: number, year: number): DemoMatter => ({
  ...matterOf('jpt.results_three', nth, year),
  ...{ agency: plan.agency, parties: plan.parties, channel: plan.channel, senderKind: plan.senderKind },
  subject: 'Penyampaian laporan hasil seleksi terbuka dan permohonan rekomendasi pelantikan',
  summary: `Disampaikan laporan hasil seleksi terbuka di lingkungan ${plan.agency.name} beserta tiga nama calon terbaik dan nilai setiap tahapan.`,
})

/** One supervised selection, lived through the product's own actions; the acts on its cases are a `Life`'s. */
class SelectionLife {
  private id = ''
  private readonly dice: Dice

  constructor(
    private readonly app: NestExpressApplication,
    private readonly cast: Cast,
    private readonly plot: Plot,
    private readonly seed: number,
    private readonly matters: readonly [DemoMatter, DemoMatter],
  ) {
    this.dice = new Dice(seed)
    this.life = this.request(0, ['jpt.stage_documents'])
  }

  private life: Life

  /** The same dice give the same desk, so that one Asisten has the selection from its first request to its last. */
  private request(which: 0 | 1, missing: readonly string[]): Life {
    return new Life(this.app, this.cast, new Dice(this.seed), this.matters[which], 'closed', missing, this.plot.field ?? null)
  }

  async act(move: Move, at: Date): Promise<void> {
    const me = STEPS.includes(move) ? await this.assistant(at) : null
    if (me === null) {
      if (move === 'next_request') this.life = this.request(1, ['jpt.stage_documents'])
      else await this.life.act(move as Act, at)
      return
    }
    const selection = this.id === '' ? null : await this.selection()
    if (selection === null) return this.open(me)
    await this.step(move as Step, me, selection, at)
  }

  private async step(step: Step, me: Viewer, selection: Selection, at: Date): Promise<void> {
    const { app } = this
    switch (step) {
      case 'open':
        return
      case 'attach':
        return void (await app.get(OpenSelection).attach(me, selection, this.life.caseId, attempt()))
      case 'posts':
        return void (await app.get(PlanSelection).posts(
          me,
          selection,
          this.plot.posts.map(([title, level]) => ({ title, level })),
          attempt(),
        ))
      case 'plan':
        return void (await app.get(PlanSelection).plan(me, selection, this.plan(at), attempt()))
      case 'some_papers':
        return this.papers(me, selection, 2)
      case 'papers':
        return this.papers(me, selection, 99)
      case 'lose_paper':
        return this.papers(me, selection, 4)
      case 'checks':
        return this.checks(me, selection)
      case 'enrol':
        return this.enrol(me, selection, at, 5)
      case 'enrol_few':
        return this.enrol(me, selection, at, 2)
      case 'extend':
        return this.extend(me, selection)
      case 'score_assessment':
        return this.score(me, 'assessment', 4)
      case 'score_interview':
        return this.score(me, 'interview', 4)
      case 'score_final':
        return this.score(me, 'final', 3)
      case 'correct_interview':
        return this.correct(me)
      case 'reopen':
        return this.reopen(selection, at)
      case 'shortlist':
        for (const { id } of await this.posts()) await app.get(ChooseThree).shortlist(me, await this.selection(), id, attempt())
        return
      case 'appoint':
        return this.appoint(me, at)
      case 'advance':
        return void (await app.get(AdvanceSelection).run(me, selection, attempt()))
    }
  }

  private async open(me: Viewer): Promise<void> {
    const theCase = await this.db.manager.findOneByOrFail(Case, { id: this.life.caseId })
    const { id } = await this.app
      .get(OpenSelection)
      .open(me, theCase, { title: `${this.plot.title}`, agencyCode: this.matters[0].agency.code }, attempt())
    this.id = id
  }

  private plan(at: Date) {
    const day = (days: number) => addCalendarDays(localDate(at), days)
    const seat = (
      name: string,
      origin: 'internal' | 'external',
      institution: string,
      role: 'chair' | 'secretary' | 'member' = 'member',
    ) => ({
      ...{ name, role, origin, institution },
    })
    return {
      schedule: [
        { stage: 'announcement' as const, startsOn: day(10), endsOn: day(25) },
        { stage: 'application' as const, startsOn: day(10), endsOn: day(27) },
        { stage: 'selection' as const, startsOn: day(30), endsOn: day(40) },
        { stage: 'results' as const, startsOn: day(42), endsOn: day(43) },
        { stage: 'appointment' as const, startsOn: day(55), endsOn: day(60) },
      ],
      panel: [
        seat('Bagas Purnomo', 'internal', 'Sekretariat Daerah', 'chair'),
        seat('Ratna Kusumawardani', 'internal', 'Badan Kepegawaian dan Pengembangan SDM', 'secretary'),
        seat('Johan Tumbelaka', 'external', 'Universitas Nusa Bakti'),
        seat('Siti Rahmawati', 'external', 'Lembaga Pengkajian Kebijakan Daerah'),
        seat('Markus Lobo', 'external', 'Tokoh masyarakat'),
      ],
    }
  }

  private async papers(me: Viewer, selection: Selection, most: number): Promise<void> {
    const documents = STAGE_RULES[selection.stage].documents.map(({ code }, index) => ({ code, received: index < most }))
    const [request] = await this.db.query<{ caseId: string }[]>(
      `SELECT case_id AS "caseId" FROM selection_request WHERE selection_id = $1 AND stage = $2 AND state <> 'answered'`,
      [selection.id, selection.stage],
    )
    await this.app.get(RecordDocuments).run(me, selection, { documents, caseId: request?.caseId ?? null, requirementsMet: [] }, attempt())
  }

  private async checks(me: Viewer, selection: Selection): Promise<void> {
    const checks = STAGE_RULES[selection.stage].checks.map(({ code }) => ({ code, met: true, note: null }))
    await this.app.get(RecordDocuments).checks(me, selection, checks, attempt())
  }

  private async enrol(me: Viewer, selection: Selection, at: Date, count: number): Promise<void> {
    const people = [...REPORTED_NAMES, ...SENDER_NAMES]
    const applicants = (await this.posts()).flatMap(({ id }, post) =>
      Array.from({ length: count }, (_, index) => {
        const nth = (this.seed * 7 + post * 11 + index * 3) % people.length
        const person = people[nth] ?? people[0]
        if (!person) throw new Error('There are no names')
        return {
          postId: id,
          name: person.name,
          nip: fictionalNip(person, nth),
          agencyName: this.matters[0].agency.name,
          jobTitle: this.dice.pick(['Sekretaris Dinas', 'Kepala Bidang', 'Inspektur Pembantu', 'Direktur RSUD']),
          invited: index === 0,
          recommendationNumber: `800/${100 + nth}/BKPSDM`,
          recommendationOn: addCalendarDays(localDate(at), -3),
          qualified: true,
          qualificationNote: null,
        }
      }),
    )
    await this.app.get(RegisterApplicants).run(me, selection, applicants, [], attempt())
  }

  private async extend(me: Viewer, selection: Selection): Promise<void> {
    const [row] = await this.db.query<{ day: string }[]>(
      `SELECT ends_on::text AS day FROM selection_schedule WHERE selection_id = $1 AND stage = 'announcement'`,
      [selection.id],
    )
    const extension = { closesOn: addCalendarDays(row?.day ?? '2026-01-01', 7), reason: 'Baru dua pelamar yang memenuhi syarat.' }
    await this.app.get(ExtendAnnouncement).extend(me, selection, extension, attempt())
  }

  /** Scores that differ, best first among those who are still in. */
  private async score(me: Viewer, component: Component, proceed: number): Promise<void> {
    for (const { id } of await this.posts()) {
      const rows = await this.db.query<{ id: string }[]>(
        `SELECT c.id FROM candidate c WHERE c.post_id = $1 AND c.qualified AND NOT EXISTS (SELECT FROM candidate_score s WHERE s.candidate_id = c.id AND s.component <> $2 AND NOT s.proceeds)
         ORDER BY c.number`,
        [id, component],
      )
      const lines = rows.map((row, index) => ({
        candidateId: row.id,
        score: 92 - index * 4 + Math.floor(this.dice.roll() * 300) / 100,
        proceeds: index < proceed,
      }))
      const reason = 'Disesuaikan dengan nilai wawancara yang dikoreksi.'
      await this.app
        .get(RecordResults)
        .run(me, await this.selection(), { postId: id, component }, { lines, tieReason: null, reason }, attempt())
    }
  }

  /** The head takes the selection back to its scores. */
  private async reopen(selection: Selection, at: Date): Promise<void> {
    const reopening = {
      ...{ stage: 'selection' as const, cause: 'entry_error' as const },
      reason: 'Nilai wawancara peserta peringkat kedua salah dicatat; panitia seleksi menyampaikan lembar nilai yang benar.',
    }
    await this.app.get(ReopenSelection).run(await this.life.head(at), selection, reopening, attempt())
  }

  /** One score was mistyped: the second had more than the first. */
  private async correct(me: Viewer): Promise<void> {
    const reason = 'Salah ketik; disesuaikan dengan lembar nilai panitia seleksi.'
    for (const { id } of await this.posts()) {
      const lines = await this.db.query<{ candidateId: string; score: number; proceeds: boolean }[]>(
        `SELECT candidate_id AS "candidateId", score::float8 AS score, proceeds FROM candidate_score WHERE post_id = $1 AND component = 'interview' ORDER BY rank`,
        [id],
      )
      const best = lines[0]?.score ?? 0
      const corrected = lines.map((line, index) => (index === 1 ? { ...line, score: best + 1.5 } : line))
      const place = { postId: id, component: 'interview' as const }
      await this.app.get(RecordResults).run(me, await this.selection(), place, { lines: corrected, tieReason: null, reason }, attempt())
    }
  }

  private async appoint(me: Viewer, at: Date): Promise<void> {
    for (const { id } of await this.posts()) {
      const [chosen] = await this.db.query<{ id: string }[]>(
        'SELECT candidate_id AS id FROM shortlisted WHERE post_id = $1 ORDER BY place LIMIT 1',
        [id],
      )
      const decree = {
        postId: id,
        candidateId: chosen?.id ?? '',
        decreeNumber: `821.2/${this.seed}/${localYear(at)}`,
        decreeOn: localDate(at),
      }
      await this.app.get(ChooseThree).appoint(me, await this.selection(), decree, attempt())
    }
  }

  private assistant(at: Date): Promise<Viewer> {
    return this.life.assistant(at)
  }

  private posts(): Promise<{ id: string }[]> {
    return this.db.query('SELECT id FROM vacant_post WHERE selection_id = $1 ORDER BY title', [this.id])
  }

  private selection(): Promise<Selection> {
    return this.db.manager.findOneByOrFail(Selection, { id: this.id })
  }

  private get db(): DataSource {
    return this.app.get(DataSource)
  }
}

const STEPS: readonly Move[] = [
  'open',
  'attach',
  'posts',
  'plan',
  'some_papers',
  'papers',
  'lose_paper',
  'checks',
  'enrol',
  'enrol_few',
  'extend',
  'score_assessment',
  'score_interview',
  'score_final',
  'correct_interview',
  'reopen',
  'shortlist',
  'appoint',
  'advance',
]

const attempt = () => ({ key: randomUUID(), input: {} })

/** Working minutes between two moves. */
const PACE = 45

/** The selections of the demonstration, each move at its instant in office hours before `now`. */
export function planSelections(app: NestExpressApplication, cast: Cast, now: Date) {
  const calendar = indonesianCalendar()
  const year = localYear(now)
  return PLOTS.map((plot, index) => {
    const plan = matterOf(plot.matter, index, year)
    const life = new SelectionLife(app, cast, plot, 40 + index, [plan, resultsMatter(plan, index, year)])
    const start = instantBefore(now, plot.moves.length * PACE + plot.age)
    const acts = plot.moves.map((act, nth) => ({ act, at: addWorkingMinutes(calendar, 'office', start, (nth + 1) * PACE) }))
    return { life: { act: (act: string, at: Date) => life.act(act as Move, at) }, acts }
  })
}
