import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  HANDLING_TEXT,
  hasLink,
  isTooFarAhead,
  minutesRefusal,
  Refusal,
  stepAfter,
  titleHeld,
  type HandlingMethod,
  type HandlingStepKind,
  type Minutes,
  type StepParticipant as Taking,
  type Viewer,
} from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { HandlingStep } from './handling-step.entity.js'
import { announceHandling, openHandling, words, type OpenHandling, type Target } from './open-handling.js'

export interface StepEntry {
  readonly kind: HandlingStepKind
  readonly method: HandlingMethod
  readonly place: string
  readonly scheduledAt: Date
  readonly participants: readonly Omit<Taking, 'signed'>[]
}

const MOST_PARTICIPANTS = 40

/** Clarifications, examinations and talks with the agency, from their planning to the minutes (berita acara). */
@Injectable()
export class TakeSteps {
  constructor(private readonly work: Work) {}

  /** Plans a step, or moves one that has not been held. */
  plan(me: Viewer, caseId: string, target: Target | null, entry: StepEntry, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'planHandlingStep', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const place = words(entry.place, 'place', HANDLING_TEXT.place)
      if (entry.method === 'online' && !hasLink(place)) throw new Refusal('request.invalid', { fields: ['place'] })
      if (entry.scheduledAt.getTime() < open.theCase.receivedAt.getTime()) throw new Refusal('request.invalid', { fields: ['scheduledAt'] })
      if (isTooFarAhead(entry.scheduledAt, tx.now)) throw new Refusal('handling.time', { fields: ['scheduledAt'] })
      const values = { kind: entry.kind, method: entry.method, place, scheduledAt: entry.scheduledAt }
      const id = target?.id ?? randomUUID()
      if (target) {
        const row = await own(tx, caseId, target)
        row.state = stepAfter(row.state, 'reschedule')
        await saveVersioned(tx, Object.assign(row, values))
      } else {
        const planned = { state: 'planned' as const, readBack: false, plannedAt: tx.now, plannedByName: me.name }
        await tx.manager.insert(HandlingStep, { id, version: 1, caseId, ...values, ...planned })
      }
      await writeParticipants(
        tx,
        id,
        entry.participants.map((one) => ({ ...one, signed: false })),
      )
      await announceHandling(tx, target ? 'handling.step_moved' : 'handling.step_planned', open, {
        detail: { stepId: id, kind: entry.kind, state: 'planned', at: entry.scheduledAt.toISOString() },
      })
      return { id: caseId }
    })
  }

  /** It took place then. */
  hold(me: Viewer, caseId: string, target: Target, heldAt: Date, attempt: Attempt): Promise<{ id: string }> {
    return this.move(me, 'holdHandlingStep', caseId, target, attempt, (row, tx, { theCase }) => {
      row.state = stepAfter(row.state, 'hold')
      if (heldAt.getTime() > tx.now.getTime() + 60_000 || heldAt.getTime() < theCase.receivedAt.getTime()) {
        throw new Refusal('request.invalid', { fields: ['heldAt'] })
      }
      row.heldAt = heldAt
      return Promise.resolve(null)
    })
  }

  cancel(me: Viewer, caseId: string, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.move(me, 'cancelHandlingStep', caseId, target, attempt, (row) => {
      row.state = stepAfter(row.state, 'cancel')
      row.cancelReason = words(reason, 'reason', 1000)
      return Promise.resolve(row.cancelReason)
    })
  }

  /** The berita acara of what was held: written once, read back, signed. */
  minute(me: Viewer, caseId: string, target: Target, minutes: Minutes, attempt: Attempt): Promise<{ id: string }> {
    return this.move(me, 'writeMinutes', caseId, target, attempt, async (row, tx, { post }) => {
      row.state = stepAfter(row.state, 'minute')
      const refusal = minutesRefusal(minutes)
      if (refusal) throw new Refusal(refusal, { fields: ['minutes'] })
      row.minutes = minutes.text.trim()
      row.readBack = true
      row.minutedAt = tx.now
      row.minutedByName = me.name
      row.minutedByTitle = titleHeld(post)
      await writeParticipants(tx, row.id, minutes.participants)
      return null
    })
  }

  private move(
    me: Viewer,
    action: string,
    caseId: string,
    target: Target,
    attempt: Attempt,
    change: (row: HandlingStep, tx: Tx, open: OpenHandling) => Promise<string | null>,
  ): Promise<{ id: string }> {
    return this.work.run(me, action, attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const row = await own(tx, caseId, target)
      const note = await change(row, tx, open)
      await saveVersioned(tx, row)
      await announceHandling(tx, 'handling.step_moved', open, { detail: { stepId: row.id, kind: row.kind, state: row.state }, note })
      return { id: caseId }
    })
  }
}

async function own(tx: Tx, caseId: string, { id, version }: Target): Promise<HandlingStep> {
  const row = await findForUpdate(tx, HandlingStep, id, version)
  if (row.caseId !== caseId) throw new Refusal('access.denied')
  return row
}

/** Replaces who takes part; somebody of the office is among them. */
async function writeParticipants(tx: Tx, stepId: string, participants: readonly Taking[]): Promise<void> {
  const invalid = participants.length > MOST_PARTICIPANTS || !participants.some(({ role }) => role === 'officer')
  if (invalid) throw new Refusal('request.invalid', { fields: ['participants'] })
  await tx.query('DELETE FROM step_participant WHERE step_id = $1', [stepId])
  for (const [index, one] of participants.entries()) {
    await tx.query('INSERT INTO step_participant (step_id, place, name, role, signed) VALUES ($1, $2, $3, $4, $5)', [
      stepId,
      index + 1,
      words(one.name, `participants.${index}.name`, 200),
      one.role,
      one.signed,
    ])
  }
}
