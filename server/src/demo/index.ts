import { randomUUID } from 'node:crypto'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DataSource } from 'typeorm'
import { DAY_MS, localYear, productOf } from '@domain'
import { MarkNoticesRead } from '../notices/index.js'
import type { FirstAccount } from '../people/index.js'
import { Moment, timeTravel } from '../platform/moment.js'
import { loadViewers } from '../platform/sessions/load-viewer.js'
import { Cast } from './cast.js'
import { planClocks } from './clocks.js'
import { installOrganisation, printedAccounts } from './demo-organisation.js'
import { planEscalations } from './escalations.js'
import { planFeedback } from './feedback.js'
import { planHandling } from './handling.js'
import { Life } from './life.js'
import { actsTo, endings, SECOND_LETTER, type Act } from './plot.js'
import { Dice } from './random.js'
import { planSealed } from './sealed.js'
import { planRules } from './rules.js'
import { planSelections } from './selections.js'
import { DEMO_AGENCIES, demoMatter } from './texts.js'
import { timetable } from './timetable.js'
import { planVisits } from './visits.js'

const CASES = 160
const SEED = 20_261_122
const UNREAD_DAYS = 3

/** Something that is lived through act by act. */
interface Pending {
  readonly life: { act(act: string, at: Date): Promise<void> }
  readonly acts: readonly { readonly act: string; readonly at: Date }[]
}

/**
 * Fills an empty database with a fictional organisation and some weeks of its work, by the real actions with a moving clock: everything that
 * is seen was done by somebody entitled to it, in the order in which it would have been. Gives the accounts to print.
 */
export async function seedDemo(app: NestExpressApplication): Promise<readonly FirstAccount[]> {
  const db = app.get(DataSource)
  const now = await Moment.now(db)
  const people = await installOrganisation(app, now)
  await db.query(
    `INSERT INTO agency (code, name, kind, province, underdeveloped)
     SELECT code, name, kind, province, underdeveloped FROM jsonb_to_recordset($1::jsonb) AS a (code text, name text, kind text, province text, underdeveloped boolean)
     ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(DEMO_AGENCIES)],
  )
  const cast = new Cast(db, people)
  await play([
    ...plan(app, cast, now),
    ...planSelections(app, cast, now),
    ...planClocks(app, cast, now),
    ...planVisits(app, cast, now),
    ...planHandling(app, cast, now),
    ...planSealed(app, cast, now),
    ...planFeedback(app, cast, now),
    ...planEscalations(app, now),
    ...planRules(app, cast, now),
  ])
  await readOldNotices(app, db, now)
  return printedAccounts()
}

/** Notices of the last days are new to everybody; what is older was read when it came. */
async function readOldNotices(app: NestExpressApplication, db: DataSource, now: Date): Promise<void> {
  const old = new Date(now.getTime() - UNREAD_DAYS * DAY_MS)
  for (const viewer of await loadViewers(db, now)) {
    const notices = await db.query<{ id: string }[]>(
      'SELECT id FROM notice WHERE person_id = $1 AND at < $2 AND read_at IS NULL LIMIT 500',
      [viewer.id, old],
    )
    if (notices.length > 0)
      await app.get(MarkNoticesRead).run(
        viewer,
        notices.map((notice) => notice.id),
        randomUUID(),
      )
  }
}

/** Who lives through what, and when. */
function plan(app: NestExpressApplication, cast: Cast, now: Date): Pending[] {
  const dice = new Dice(SEED)
  return endings(CASES, dice).map((ending, index) => {
    const matter = demoMatter(index, localYear(now))
    const again = ending === 'closed' && matter.refusal === null && productOf(matter.service, matter.answer.kind)?.closesCase === false
    const acts = timetable([...actsTo(ending, dice), ...(again ? SECOND_LETTER : [])], ending, matter.service, now, dice)
    const life = new Life(app, cast, new Dice(SEED + index), matter, ending)
    return { life: { act: (act: string, at: Date) => life.act(act as Act, at) }, acts }
  })
}

/** Acts at once. One after the other the database would mostly wait for its disk. */
const ABREAST = 8

/** Acts that count in a book happen strictly one after the other, so that numbers rise with time. */
const IN_ORDER: readonly Act[] = ['register', 'issue']

/** All acts of all cases in the order of their instants, some abreast; the acts of one case, and those that count in a book, wait for each other. */
async function play(pending: readonly Pending[]): Promise<void> {
  const scenes = pending.flatMap(({ life, acts }) => acts.map(({ act, at }) => ({ life, act, at })))
  scenes.sort((a, b) => a.at.getTime() - b.at.getTime())
  const last = new Map<unknown, Promise<void>>()
  const running = new Set<Promise<void>>()
  for (const { life, act, at } of scenes) {
    const lanes: unknown[] = [life, ...IN_ORDER.filter((one) => one === act)]
    const before = Promise.all(lanes.flatMap((lane) => last.get(lane) ?? []))
    const scene = before.then(() => timeTravel(at, () => life.act(act, at)))
    for (const lane of lanes) last.set(lane, scene)
    running.add(scene)
    void scene.finally(() => running.delete(scene)).catch(() => undefined)
    if (running.size >= ABREAST) await Promise.race(running)
  }
  await Promise.all(running)
}
export { DemoModule } from './demo.module.js'
