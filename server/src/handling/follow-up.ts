import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  actingPost,
  caseFacts,
  HANDLING_TEXT,
  localDate,
  MOST_POINT_EXTENSION,
  nextPointState,
  pointFacts,
  Refusal,
  type EventKind,
  type HeldPosition,
  type PointAction,
  type RecommendationPointFacts,
  type Viewer,
} from '@domain'
import { attachTo, Case } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import type { JsonObject } from '../platform/json.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type NoticeFor, type Tx } from '../platform/work.js'
import { calendarInForce } from '../standards/index.js'
import { countAnew, extensionsOf } from './count-anew.js'
import { demandFile, words, type Target } from './open-handling.js'
import { PointReply, RecommendationPoint } from './recommendation-point.entity.js'

/** The PPK's letter about a point. */
export interface ReplyEntry {
  readonly letterNumber: string
  readonly letterDate: string
  readonly receivedOn: string
  readonly text: string
  readonly fileId: string | null
}

export type Judgement = Extract<PointAction, 'accept_reply' | 'reject_reply' | 'give_up'>

interface OpenPoint {
  readonly point: RecommendationPoint
  readonly theCase: Case
  readonly before: RecommendationPointFacts
  readonly post: HeldPosition | null
}

/** What becomes of a recommendation point after it binds: the PPK's reply, the judgement of it, more time. Goes on after the complaint is closed. */
@Injectable()
export class FollowUp {
  constructor(private readonly work: Work) {}

  reply(me: Viewer, target: Target, entry: ReplyEntry, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'recordPointReply', attempt, async (tx) => {
      const open = await openPoint(tx, target, 'record_reply')
      const { point } = open
      point.state = nextPointState(open.before, 'record_reply', me)
      const letterNumber = words(entry.letterNumber, 'letterNumber', 150, 1)
      const text = words(entry.text, 'text', HANDLING_TEXT.long)
      if (entry.receivedOn > localDate(tx.now) || (point.openedAt && entry.receivedOn < localDate(point.openedAt))) {
        throw new Refusal('request.invalid', { fields: ['receivedOn'] })
      }
      if (entry.letterDate > entry.receivedOn) throw new Refusal('request.invalid', { fields: ['letterDate'] })
      await this.keepFile(tx, open, entry.fileId)
      const row = { ...entry, id: randomUUID(), pointId: point.id, letterNumber, text, recordedAt: tx.now, recordedByName: me.name }
      await tx.manager.insert(PointReply, row)
      point.nextReminderAt = null
      await keep(tx, 'point.replied', open, {
        detail: { number: point.number, receivedOn: entry.receivedOn, files: entry.fileId ? 1 : 0 },
        notify: holderOf(open),
      })
      return { id: point.id }
    })
  }

  /** Whether the point is followed up: yes, not by this reply, or not at all. */
  judge(me: Viewer, target: Target, action: Judgement, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'judgePoint', attempt, async (tx) => {
      const open = await openPoint(tx, target, action)
      const { point } = open
      point.state = nextPointState(open.before, action, me)
      point.judgement = words(reason, 'reason', HANDLING_TEXT.long)
      point.judgedAt = tx.now
      point.judgedByName = me.name
      if (point.state === 'open') await this.rearm(tx, point)
      else {
        point.endedAt = tx.now
        point.nextReminderAt = null
      }
      await keep(tx, 'point.judged', open, { detail: { number: point.number, state: point.state }, note: point.judgement })
      return { id: point.id }
    })
  }

  /** More working days, by the head of the unit and with a reason. */
  extend(me: Viewer, target: Target, days: number, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'extendPoint', attempt, async (tx) => {
      const open = await openPoint(tx, target, 'extend_point')
      const { point } = open
      point.state = nextPointState(open.before, 'extend_point', me)
      const why = words(reason, 'reason', 1000)
      if (!Number.isInteger(days) || days < 1) throw new Refusal('request.invalid', { fields: ['days'] })
      const granted = await extensionsOf(tx, point.id)
      if (granted.reduce((sum, one) => sum + one.days, days) > MOST_POINT_EXTENSION) {
        throw new Refusal('handling.extension_cap', { fields: ['days'], most: MOST_POINT_EXTENSION })
      }
      await tx.query('INSERT INTO point_extension (id, point_id, days, reason, at, by_name) VALUES ($1, $2, $3, $4, $5, $6)', [
        randomUUID(),
        point.id,
        days,
        why,
        tx.now,
        me.name,
      ])
      await this.rearm(tx, point)
      await keep(tx, 'point.extended', open, {
        detail: { number: point.number, days, dueAt: point.dueAt?.toISOString() ?? null },
        note: why,
      })
      return { id: point.id }
    })
  }

  /** The scan of the reply: a file of the case, or one just sent, which then lies with the case - closed or not. */
  private async keepFile(tx: Tx, { theCase, post }: OpenPoint, fileId: string | null): Promise<void> {
    if (!fileId) return
    const known = await tx.query('SELECT FROM file WHERE id = $1 AND case_id = $2', [fileId, theCase.id])
    if (known.length === 0) await attachTo(tx, theCase, [fileId], post)
    await demandFile(tx, theCase.id, fileId)
  }

  /** Counts the due date of an open point again, with the calendar in force now, and what is still to be said about it. */
  private async rearm(tx: Tx, point: RecommendationPoint): Promise<void> {
    await countAnew(tx, point, await calendarInForce(tx, tx.now))
  }
}

async function openPoint(tx: Tx, { id, version }: Target, action: PointAction): Promise<OpenPoint> {
  const [row] = await tx.query<{ caseId: string }>('SELECT case_id AS "caseId" FROM recommendation_point WHERE id = $1', [id])
  if (!row) throw new Refusal('access.denied')
  const theCase = await findForUpdate(tx, Case, row.caseId, null)
  const point = await findForUpdate(tx, RecommendationPoint, id, version)
  const before = pointFacts(point, caseFacts(theCase))
  const post = actingPost(tx.me, action, before, theCase.holderPositionId, ...theCase.handlerPositionIds)
  return { point, theCase, before, post }
}

const holderOf = ({ theCase }: OpenPoint): NoticeFor[] =>
  theCase.holderPositionId ? [{ positionIds: [theCase.holderPositionId], kind: 'point.replied' }] : []

async function keep(
  tx: Tx,
  kind: EventKind,
  { point, theCase, before, post }: OpenPoint,
  said: { readonly detail: JsonObject; readonly note?: string; readonly notify?: readonly NoticeFor[] },
): Promise<void> {
  await saveVersioned(tx, point)
  const after = pointFacts(point, caseFacts(theCase))
  await tx.announce({ kind, subject: after, caseId: point.caseId, version: point.version, before, after, position: post, ...said })
}
