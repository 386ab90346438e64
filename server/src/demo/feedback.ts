import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import {
  addWorkingMinutes,
  answerWays,
  feedbackChannelsOf,
  indonesianCalendar,
  type FeedbackState,
  type Service,
  type Viewer,
} from '@domain'
import { AnswerFeedback, AssignFeedback, EndFeedback, LogFeedback } from '../feedback/index.js'
import { Feedback } from '../feedback/feedback.entity.js'
import type { Cast } from './cast.js'
import { Dice } from './random.js'
import { DEMO_FEEDBACK, type DemoFeedback } from './texts/feedback.js'
import { instantBefore } from './timetable.js'

type Act = 'register' | 'assign' | 'answer' | 'close' | 'dismiss'

/** Who answers for a service: the unit and its head. */
const ANSWERS: Readonly<Record<Service | 'general', readonly [unit: string, post: string]>> = {
  MEDLIN: ['POKJA_JPT_1', 'KEPALA_POKJA_JPT_1'],
  MERIT: ['POKJA_JPT_1', 'KEPALA_POKJA_JPT_1'],
  JPT: ['POKJA_JPT_2', 'KEPALA_POKJA_JPT_2'],
  NETRALITAS: ['POKJA_NKK', 'KEPALA_POKJA_NKK'],
  KODE_ETIK: ['POKJA_NKK', 'KEPALA_POKJA_NKK'],
  general: ['SEKRETARIAT', 'KEPALA_SEKRETARIAT'],
}

const WAY_TO: Readonly<Record<FeedbackState, readonly Act[]>> = {
  logged: ['register'],
  assigned: ['register', 'assign'],
  answered: ['register', 'assign', 'answer'],
  closed: ['register', 'assign', 'answer', 'close'],
  dismissed: ['register', 'dismiss'],
}

const DAY = 7 * 60

/** What people say about the services, over some weeks; the youngest words of each state lie nearest to now. */
export function planFeedback(app: NestExpressApplication, cast: Cast, now: Date) {
  const dice = new Dice(16)
  const calendar = indonesianCalendar()
  return DEMO_FEEDBACK.map((word, index) => {
    const acts = WAY_TO[word.until]
    const gaps = acts.map((_, place) => (place === 0 ? 0 : dice.between(30, 2 * DAY)))
    const spent = gaps.reduce((sum, gap) => sum + gap, 0)
    const start = instantBefore(now, spent + Math.round(((DEMO_FEEDBACK.length - index) / DEMO_FEEDBACK.length) * 25 * DAY) + 20)
    let minutes = 1
    const life = new FeedbackLife(app, cast, word)
    return {
      life: { act: (act: string, at: Date) => life.act(act as Act, at) },
      acts: acts.map((act, place) => ({ act, at: addWorkingMinutes(calendar, 'office', start, (minutes += gaps[place] ?? 0)) })),
    }
  })
}

/** One word about a service, lived through the product's own actions. */
class FeedbackLife {
  private id = ''

  constructor(
    private readonly app: NestExpressApplication,
    private readonly cast: Cast,
    private readonly word: DemoFeedback,
  ) {}

  async act(act: Act, at: Date): Promise<void> {
    const clerk = await this.cast.inPost('PERSURATAN_1', at)
    switch (act) {
      case 'register':
        return this.log(at)
      case 'assign':
        await this.app.get(AssignFeedback).run(clerk, await this.row(), { unitId: this.cast.unitId(this.answering[0]) }, attempt())
        return
      case 'answer':
        return this.answer(at)
      case 'close':
        await this.app.get(EndFeedback).close(clerk, await this.row(), attempt())
        return
      case 'dismiss':
        await this.app.get(EndFeedback).dismiss(clerk, await this.row(), this.word.answer, attempt())
    }
  }

  private get answering(): readonly [string, string] {
    return ANSWERS[this.word.service ?? 'general']
  }

  private async log(at: Date): Promise<void> {
    const { service, channel, kind, text, writer } = this.word
    const printed = feedbackChannelsOf(service).find((one) => one.kind === channel)
    if (!printed) throw new Error(`The standard of ${service} prints no ${channel}`)
    const by: Viewer = await this.cast.inPost(channel === 'hotline' ? 'FRONT_OFFICE_1' : 'PERSURATAN_1', at)
    const [name, contactKind, contact] = writer ?? [null, null, null]
    const input = {
      service,
      channelKind: printed.kind,
      channelAddress: printed.address,
      kind,
      text,
      name,
      contactKind,
      contact,
      receivedAt: at,
    }
    this.id = (await this.app.get(LogFeedback).run(by, input, attempt())).id
  }

  private async answer(at: Date): Promise<void> {
    const feedback = await this.row()
    const [way = 'none'] = answerWays(feedback.channelKind, feedback.contactKind)
    const head = await this.cast.inPost(this.answering[1], at)
    await this.app.get(AnswerFeedback).run(head, feedback, { text: this.word.answer, way }, attempt())
  }

  private row(): Promise<Feedback> {
    return this.app.get(DataSource).manager.findOneByOrFail(Feedback, { id: this.id })
  }
}

const attempt = () => ({ key: randomUUID(), input: {} })
