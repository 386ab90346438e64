import { actingPost, caseFacts, demandCase, Refusal, type CaseAction, type ClockFacts, type HeldPosition, type Viewer } from '@domain'
import { Case } from '../cases/index.js'
import { bookOf, decidable, saveNearest, settle, stateInFull, type BookedClock } from '../clocks/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import type { Tx } from '../platform/work.js'

/** What somebody acts on: a clock at the version they looked at. */
export interface ClockTarget {
  readonly id: string
  readonly version: number
}

/** A clock locked after its case, with what the decisions need to know, and the post the viewer acts in. */
export interface OpenClock {
  readonly theCase: Case
  readonly clocks: readonly BookedClock[]
  readonly clock: BookedClock
  readonly facts: ClockFacts
  readonly post: HeldPosition
}

/**
 * Locks a clock for somebody who may do this on its case. A clock that does not exist is `access.denied`, like one of a case that may not be seen; one at
 * another version than the one they looked at is `conflict.changed_meanwhile`.
 */
export async function openClock(tx: Tx, me: Viewer, target: ClockTarget, action: CaseAction): Promise<OpenClock> {
  const theCase = await findForUpdate(tx, Case, await caseOfClock(tx, target.id), null)
  demandCase(caseFacts(theCase), action, me)
  return { ...(await bookedClock(tx, theCase, target)), post: demandPost(me, action, theCase) }
}

/** The clock with its neighbours, for a case that is locked already. */
export async function bookedClock(tx: Tx, theCase: Case, target: { id: string; version: number | null }): Promise<Omit<OpenClock, 'post'>> {
  const clocks = await bookOf(tx, theCase.id)
  const clock = clocks.find(({ id }) => id === target.id)
  if (!clock) throw new Refusal('access.denied')
  if (target.version !== null && clock.version !== target.version) {
    throw new Refusal('conflict.changed_meanwhile', { version: clock.version })
  }
  return { theCase, clocks, clock, facts: decidable(clock, await stateInFull(tx, clock)) }
}

async function caseOfClock(tx: Tx, clockId: string): Promise<string> {
  const [row] = await tx.query<{ case_id: string }>('SELECT case_id FROM clock WHERE id = $1', [clockId])
  if (!row) throw new Refusal('access.denied')
  return row.case_id
}

/** The post in which the viewer acts on a case: the one that has it in hand before any other that handles it. */
export function demandPost(me: Viewer, action: CaseAction, theCase: Case): HeldPosition {
  const post = actingPost(me, action, caseFacts(theCase), theCase.holderPositionId, ...theCase.handlerPositionIds)
  if (!post) throw new Refusal('access.denied')
  return post
}

/** Writes what follows from the changed ledger, and gives the due date of the clock as it is now. */
export async function settleClock(
  tx: Tx,
  { theCase, clocks, clock }: Pick<OpenClock, 'theCase' | 'clocks' | 'clock'>,
): Promise<string | null> {
  const states = await settle(tx, theCase, clocks)
  await saveNearest(tx, theCase)
  return states.get(clock.id)?.due?.dueAt?.toISOString() ?? null
}

/** A person's words, 3 to 2,000 characters; refused by the name of the input otherwise. */
export function demandWords(words: string, field: string): string {
  const trimmed = words.trim()
  if (trimmed.length < 3 || trimmed.length > 2000) throw new Refusal('request.invalid', { fields: [field] })
  return trimmed
}
