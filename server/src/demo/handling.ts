import type { NestExpressApplication } from '@nestjs/platform-express'
import { addWorkingMinutes, indonesianCalendar, localYear } from '@domain'
import type { Cast } from './cast.js'
import { HandledLife } from './handled-life.js'
import type { HandlingMove, HandlingPlot } from './handling-plot.js'
import { Life } from './life.js'
import { SECOND_LETTER, type Act } from './plot.js'
import { Dice } from './random.js'
import { demoMatter, MATTER_COUNT, type DemoMatter } from './texts.js'
import { instantBefore } from './timetable.js'

type Move = Act | HandlingMove

const TO_DESK: readonly Move[] = ['register', 'hand_over', 'dispose', 'assign', 'decide']
const FOUND: readonly Move[] = [...TO_DESK, 'plan', 'allege', 'evidence', 'step', 'hold', 'minute', 'find', 'points']
const SENT: readonly Move[] = [...FOUND, 'draft', 'write', 'submit', 'review', 'approve', 'issue', 'deliver', 'receipt']
const DAY = 420

/** Complaints in every state of their handling: points written, open, extended, overdue, answered, found wanting, done and given up. */
const PLOTS: readonly HandlingPlot[] = [
  { moves: [...TO_DESK, 'online', 'allege', 'evidence'], pace: 60, age: 90, days: 14 },
  { moves: [...TO_DESK, 'plan', 'allege', 'doubt', 'step', 'call_off', 'step', 'move_step'], pace: 80, age: 60, days: 14 },
  { moves: FOUND, pace: 70, age: 120, days: 14 },
  { moves: SENT, pace: 100, age: 2 * DAY, days: 14 },
  { moves: [...SENT, 'watch'], pace: 110, age: 10 * DAY, days: 5 },
  { moves: [...SENT, ...SECOND_LETTER, 'watch'], pace: 60, age: 4 * DAY, days: 3 },
  { moves: [...SENT, ...SECOND_LETTER, 'reply'], pace: 70, age: 30, days: 14 },
  { moves: [...SENT, 'reply', 'wanting'], pace: 90, age: 200, days: 14 },
  { moves: [...SENT, ...SECOND_LETTER, 'reply', 'done'], pace: 90, age: 3 * DAY, days: 14 },
  { moves: [...SENT, 'extend'], pace: 80, age: 3 * DAY, days: 10 },
  { moves: [...SENT, ...SECOND_LETTER, 'watch', 'give_up'], pace: 80, age: 2 * DAY, days: 5 },
]

/** A point reads as a sentence of its own: in the letter it stands in a numbered list, in the follow-up alone. */
const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/(; dan|;|,)?\.?$/, '')}.`

const withPoints = (matter: DemoMatter): DemoMatter => ({
  ...matter,
  answer: { ...matter.answer, recommendations: matter.answer.recommendations.map(asSentence) },
})

/** Complaints whose handling can be followed from the method to the PPK's reply. */
export function planHandling(app: NestExpressApplication, cast: Cast, now: Date) {
  const calendar = indonesianCalendar()
  const year = localYear(now)
  return PLOTS.flatMap((plot, index) => {
    const matters = Array.from({ length: MATTER_COUNT }, (_, nth) => demoMatter(nth + (20 + index) * MATTER_COUNT, year))
    const fitting = matters.filter(
      ({ service, answer, refusal }) => service === 'NETRALITAS' && refusal === null && answer.recommendations.length > 0,
    )
    const found = fitting[index % Math.max(1, fitting.length)]
    if (!found) return []
    const matter = withPoints(found)
    const life = new HandledLife(app, new Life(app, cast, new Dice(9_000 + index), matter, 'decided', []), cast, matter, plot, index)
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
