import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  isPlannable,
  localDate,
  Refusal,
  type LocalDate,
  type PanelOrigin,
  type PanelRole,
  type PostLevel,
  type SelectionStage,
  type Viewer,
} from '@domain'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type Target } from './open-for-change.js'
import type { Selection } from './selection.entity.js'
import { demanded } from './typed.js'

/** A post as typed. `id` keeps one that is there. */
export interface PostEntry {
  readonly id?: string | null
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

  /** Replaces the posts. In a planning that was opened again some may have applicants: those can be renamed, and stay. */
  posts(me: Viewer, target: Target, posts: readonly PostEntry[], attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'saveSelectionPosts', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'define_posts')
      if (posts.length === 0 || posts.length > MOST_POSTS) throw new Refusal('request.invalid', { fields: ['posts'] })
      const kept = posts.flatMap((post) => (post.id ? [post.id] : []))
      await removePosts(tx, target.id, kept)
      for (const [index, { id, title, level }] of posts.entries()) {
        const row = [id ?? randomUUID(), target.id, demanded(title, `posts.${index}.title`, 300, 3), level]
        await tx.query(
          id
            ? 'UPDATE vacant_post SET title = $3, level = $4 WHERE id = $1 AND selection_id = $2'
            : 'INSERT INTO vacant_post (id, selection_id, title, level) VALUES ($1, $2, $3, $4)',
          row,
        )
      }
      return keepChange(tx, open, 'selection.posts_saved', { detail: { posts: posts.length } })
    })
  }

  /** Replaces panel and schedule. Once announced, the closing day moves by extension only. */
  plan(me: Viewer, target: Target, { schedule, panel }: PlanEntry, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'saveSelectionPlan', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'plan')
      demandOrder(schedule, localDate(tx.now))
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

/** Takes away the posts that are no longer named. Those that were dropped keep their place on record; one with applicants is not taken away. */
async function removePosts(tx: Tx, selectionId: string, kept: readonly string[]): Promise<void> {
  const known = await tx.query<{ id: string; applied: boolean }>(
    `SELECT p.id, EXISTS (SELECT FROM candidate c WHERE c.post_id = p.id) AS applied FROM vacant_post p WHERE p.selection_id = $1 AND p.dropped_at IS NULL`,
    [selectionId],
  )
  const strange = kept.filter((id, index) => !known.some((post) => post.id === id) || kept.indexOf(id) !== index)
  if (strange.length > 0) throw new Refusal('request.invalid', { fields: ['posts'] })
  const gone = known.filter((post) => !kept.includes(post.id))
  if (gone.some((post) => post.applied)) throw new Refusal('selection.post_has_applicants', { fields: ['posts'] })
  await tx.query('DELETE FROM vacant_post WHERE id = ANY ($1)', [gone.map((post) => post.id)])
}

/** Each stage once, ending no earlier than it begins, in a year that can be meant. */
function demandOrder(schedule: PlanEntry['schedule'], today: LocalDate): void {
  const wrong = schedule.filter(
    ({ stage, startsOn, endsOn }, index) =>
      endsOn < startsOn ||
      !isPlannable(startsOn, today) ||
      !isPlannable(endsOn, today) ||
      schedule.findIndex((other) => other.stage === stage) !== index,
  )
  if (wrong.length > 0) throw new Refusal('request.invalid', { fields: wrong.map(({ stage }) => `schedule.${stage}`) })
}

async function demandAnnouncementKept(tx: Tx, { id, stage }: Selection, schedule: PlanEntry['schedule']): Promise<void> {
  const [extended] = await tx.query('SELECT 1 FROM announcement_extension WHERE selection_id = $1', [id])
  if (stage === 'planning' && !extended) return
  const [known] = await tx.query<{ startsOn: string; endsOn: string }>(
    `SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM selection_schedule WHERE selection_id = $1 AND stage = 'announcement'`,
    [id],
  )
  const given = schedule.find((row) => row.stage === 'announcement')
  if (known && (given?.startsOn !== known.startsOn || given.endsOn !== known.endsOn)) {
    throw new Refusal('request.invalid', { fields: ['schedule.announcement'] })
  }
}
