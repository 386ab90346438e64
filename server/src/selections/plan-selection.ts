import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { Refusal, type PanelOrigin, type PanelRole, type PostLevel, type SelectionStage, type Viewer } from '@domain'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type Target } from './open-for-change.js'
import type { Selection } from './selection.entity.js'
import { demanded } from './typed.js'

export interface PostEntry {
  readonly title: string
  readonly level: PostLevel
}

export interface PlanEntry {
  readonly schedule: readonly { readonly stage: SelectionStage; readonly startsOn: string; readonly endsOn: string }[]
  readonly panel: readonly { readonly name: string; readonly role: PanelRole; readonly origin: PanelOrigin; readonly institution: string }[]
}

const MOST_POSTS = 50
const MOST_SEATS = 25

/** What the agency plans: the posts to be filled, who selects, and when (Mekanisme 1). */
@Injectable()
export class PlanSelection {
  constructor(private readonly work: Work) {}

  /** Replaces the posts; nobody can have applied yet. */
  posts(me: Viewer, target: Target, posts: readonly PostEntry[], attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'saveSelectionPosts', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'define_posts')
      if (posts.length === 0 || posts.length > MOST_POSTS) throw new Refusal('request.invalid', { fields: ['posts'] })
      await tx.query('DELETE FROM vacant_post WHERE selection_id = $1', [target.id])
      for (const [index, post] of posts.entries()) {
        await tx.query('INSERT INTO vacant_post (id, selection_id, title, level) VALUES ($1, $2, $3, $4)', [
          randomUUID(),
          target.id,
          demanded(post.title, `posts.${index}.title`, 300, 3),
          post.level,
        ])
      }
      return keepChange(tx, open, 'selection.posts_saved', { detail: { posts: posts.length } })
    })
  }

  /** Replaces panel and schedule. Once announced, the closing day moves by extension only. */
  plan(me: Viewer, target: Target, { schedule, panel }: PlanEntry, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'saveSelectionPlan', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'plan')
      demandOrder(schedule)
      await demandAnnouncementKept(tx, open.selection, schedule)
      if (panel.length > MOST_SEATS) throw new Refusal('request.invalid', { fields: ['panel'] })
      await tx.query('DELETE FROM selection_schedule WHERE selection_id = $1', [target.id])
      for (const { stage, startsOn, endsOn } of schedule) {
        await tx.query('INSERT INTO selection_schedule (selection_id, stage, starts_on, ends_on) VALUES ($1, $2, $3, $4)', [
          target.id,
          stage,
          startsOn,
          endsOn,
        ])
      }
      await tx.query('DELETE FROM panel_member WHERE selection_id = $1', [target.id])
      for (const [index, seat] of panel.entries()) {
        await tx.query('INSERT INTO panel_member (id, selection_id, name, role, origin, institution) VALUES ($1, $2, $3, $4, $5, $6)', [
          randomUUID(),
          target.id,
          demanded(seat.name, `panel.${index}.name`, 200),
          seat.role,
          seat.origin,
          demanded(seat.institution, `panel.${index}.institution`, 200),
        ])
      }
      return keepChange(tx, open, 'selection.plan_saved', { detail: { seats: panel.length, scheduled: schedule.map((row) => row.stage) } })
    })
  }
}

/** Each stage once, ending no earlier than it begins. */
function demandOrder(schedule: PlanEntry['schedule']): void {
  const wrong = schedule.filter(
    ({ stage, startsOn, endsOn }, index) => endsOn < startsOn || schedule.findIndex((other) => other.stage === stage) !== index,
  )
  if (wrong.length > 0) throw new Refusal('request.invalid', { fields: wrong.map(({ stage }) => `schedule.${stage}`) })
}

async function demandAnnouncementKept(tx: Tx, { id, stage }: Selection, schedule: PlanEntry['schedule']): Promise<void> {
  if (stage === 'planning') return
  const [known] = await tx.query<{ startsOn: string; endsOn: string }>(
    `SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM selection_schedule WHERE selection_id = $1 AND stage = 'announcement'`,
    [id],
  )
  const given = schedule.find((row) => row.stage === 'announcement')
  if (known && (given?.startsOn !== known.startsOn || given.endsOn !== known.endsOn)) {
    throw new Refusal('request.invalid', { fields: ['schedule.announcement'] })
  }
}
