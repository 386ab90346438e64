import { randomUUID } from 'node:crypto'
import {
  epochMs,
  excuseRefusal,
  isClassification,
  pauseRefusal,
  rulesFor,
  type ClockRule,
  type HeldPosition,
  type PauseReason,
  type StartEvent,
  type StopEvent,
} from '@domain'
import type { Case } from '../cases/case.entity.js'
import { calendarInForce, standardById } from '../standards/index.js'
import type { Tx } from '../platform/work.js'
import { announceClock } from './announce-clock.js'
import { bookOf, decidable, enter, stateInFull, type BookedClock, type LineDetail } from './booked-clock.js'
import { withdrawRequests } from './open-requests.js'
import { settle } from './settle.js'

/** Opens the clocks that the case's standard demands; none runs before its own start event. */
export async function openClocks(tx: Tx, theCase: Case): Promise<void> {
  const calendar = await calendarInForce(tx, tx.now)
  for (const rule of await demandedRules(tx, theCase)) {
    await tx.query('INSERT INTO clock (id, case_id, code, rule, calendar_version_id) VALUES ($1, $2, $3, $4, $5)', [
      randomUUID(),
      theCase.id,
      rule.code,
      JSON.stringify(rule),
      calendar.id,
    ])
  }
}

/**
 * After a corrected registration or a new classification: where the standard now demands another promise from the same event to the same event, its
 * clock takes over that rule and keeps start and pauses. Gives the clocks that did, each with the code it had.
 */
export async function reclassifyClocks(tx: Tx, theCase: Case, detail: LineDetail = {}): Promise<{ clock: BookedClock; from: string }[]> {
  const clocks = await bookOf(tx, theCase.id)
  const moved: { clock: BookedClock; from: string }[] = []
  for (const { clock, rule } of rulesTaken(clocks, await demandedRules(tx, theCase))) {
    if (clock.entries.some((entry) => entry.kind === 'stop')) continue
    const from = clock.code
    await withdrawRequests(tx, theCase, clock.id)
    await enter(tx, clock, { kind: 'reclassify', at: tx.now }, { ...detail, fromCode: from, toCode: rule.code })
    clock.code = rule.code
    clock.rule = rule
    moved.push({ clock, from })
  }
  const states = await settle(tx, theCase, clocks)
  for (const { clock, from } of moved) {
    const dueAt = states.get(clock.id)?.due?.dueAt?.toISOString() ?? null
    await announceClock(tx, 'clock.reclassified', theCase, clock, { detail: { from, dueAt }, position: detail.position })
  }
  return moved
}

/** Which clock takes over which rule, where the demanded rules are no longer those that run. */
export function rulesTaken<T extends Pick<BookedClock, 'code' | 'rule'>>(
  clocks: readonly T[],
  demanded: readonly ClockRule[],
): { clock: T; rule: ClockRule }[] {
  const missing = demanded.filter((rule) => !clocks.some((clock) => clock.code === rule.code))
  return clocks
    .filter(({ code }) => !demanded.some((rule) => rule.code === code))
    .flatMap((clock) => {
      const rule = missing.find(({ startEvent, stopEvent }) => startEvent === clock.rule.startEvent && stopEvent === clock.rule.stopEvent)
      return rule ? [{ clock, rule }] : []
    })
}

/** The rules for this very case, of the version of the standard it was registered under. */
export async function demandedRules(
  tx: Pick<Tx, 'query'>,
  theCase: Pick<Case, 'service' | 'channel' | 'classification' | 'agencyCode' | 'standardVersionId'>,
): Promise<readonly ClockRule[]> {
  const classification = isClassification(theCase.classification) ? theCase.classification : null
  const { document } = await standardById(tx, theCase.standardVersionId)
  const underdeveloped = await isUnderdeveloped(tx, theCase.agencyCode)
  return rulesFor(theCase.service, theCase.channel, classification, { underdeveloped }, document.clocks)
}

async function isUnderdeveloped(tx: Pick<Tx, 'query'>, agencyCode: string | null): Promise<boolean> {
  if (!agencyCode) return false
  const [agency] = await tx.query<{ underdeveloped: boolean }>('SELECT underdeveloped FROM agency WHERE code = $1', [agencyCode])
  return agency?.underdeveloped ?? false
}

/** Starts every waiting clock of the case whose promise runs from this event, and shows the nearest due date on the case. */
export async function startClocks(tx: Tx, theCase: Case, event: StartEvent, at: Date): Promise<void> {
  const clocks = await bookOf(tx, theCase.id)
  const starting = clocks.filter(({ rule, entries }) => rule.startEvent === event && !entries.some(({ kind }) => kind === 'start'))
  for (const clock of starting) await enter(tx, clock, { kind: 'start', at }, { reason: event })
  const states = await settle(tx, theCase, clocks)
  for (const clock of starting) {
    await tx.announce({
      kind: 'clock.started',
      subject: { __typename: 'Clock', id: clock.id },
      caseId: theCase.id,
      before: null,
      after: null,
      detail: { code: clock.code, startEvent: event, dueAt: states.get(clock.id)?.due?.dueAt?.toISOString() ?? null },
    })
  }
}

/**
 * Stops the clocks whose promise this event keeps (or breaks, when it comes late). Without an event: all of them. A paused clock is resumed first, so that
 * the time it stood still does not count against it.
 */
export async function stopClocks(tx: Tx, theCase: Case, event: StopEvent | null, reason: string): Promise<void> {
  const clocks = await bookOf(tx, theCase.id)
  const stopping: { clock: BookedClock; at: Date; paused: boolean }[] = []
  for (const clock of clocks) {
    const start = clock.entries.find(({ kind }) => kind === 'start')
    if (clock.entries.at(-1)?.kind === 'stop' || (event !== null && (clock.rule.stopEvent !== event || !start))) continue
    const latest = clock.entries.at(-1)
    const at = start && latest && epochMs(latest.at) > epochMs(tx.now) ? new Date(latest.at) : tx.now
    const paused = isPaused(clock)
    if (paused) await enter(tx, clock, { kind: 'resume', at }, { reason })
    await enter(tx, clock, { kind: 'stop', at }, { reason })
    if (event !== null) await withdrawRequests(tx, theCase, clock.id)
    stopping.push({ clock, at, paused })
  }
  if (event === null) await withdrawRequests(tx, theCase, null)
  const states = await settle(tx, theCase, clocks)
  for (const { clock, at, paused } of stopping) {
    const state = states.get(clock.id)
    const dueAt = state?.due?.dueAt ?? null
    if (paused) await announceClock(tx, 'clock.resumed', theCase, clock, { detail: { dueAt: dueAt?.toISOString() ?? null } })
    await tx.announce({
      kind: 'clock.stopped',
      subject: { __typename: 'Clock', id: clock.id },
      caseId: theCase.id,
      before: null,
      after: null,
      detail: { code: clock.code, reason, inTime: dueAt === null || at <= dueAt || state?.excusedAt !== null },
    })
  }
}

export const isPaused = ({ entries }: Pick<BookedClock, 'entries'>): boolean =>
  entries.findLast(({ kind }) => kind === 'pause' || kind === 'resume')?.kind === 'pause'

/**
 * Pauses every running clock of the case whose rule lets it wait for this without another's consent; those that may not, are paused already or are late
 * go on. Gives how many were paused. The case is saved by the caller.
 */
export async function pauseClocks(
  tx: Tx,
  theCase: Case,
  reason: PauseReason,
  note: string | null,
  position: HeldPosition | null = null,
): Promise<number> {
  const clocks = await bookOf(tx, theCase.id)
  const pausing: BookedClock[] = []
  for (const clock of clocks) {
    const state = await stateInFull(tx, clock)
    const term = clock.rule.pauses?.find((known) => known.reason === reason)
    if (!term || term.needsApproval || pauseRefusal(decidable(clock, state), reason, tx.now)) continue
    await enter(tx, clock, { kind: 'pause', at: tx.now, reason }, { reason: note, position })
    pausing.push(clock)
  }
  await settle(tx, theCase, clocks)
  for (const clock of pausing) await announceClock(tx, 'clock.paused', theCase, clock, { note, position, detail: { reason } })
  return pausing.length
}

/** Resumes every clock of the case that waits for this (for anything, without a reason). Gives how many were resumed. The case is saved by the caller. */
export async function resumeClocks(
  tx: Tx,
  theCase: Case,
  reason: PauseReason | null,
  note: string | null,
  position: HeldPosition | null = null,
): Promise<number> {
  const clocks = await bookOf(tx, theCase.id)
  const resuming: BookedClock[] = []
  for (const clock of clocks) {
    const pause = clock.entries.findLast((entry) => entry.kind === 'pause')
    if (!isPaused(clock) || (reason !== null && pause?.reason !== reason)) continue
    await enter(tx, clock, { kind: 'resume', at: tx.now }, { reason: note, position })
    resuming.push(clock)
  }
  const states = await settle(tx, theCase, clocks)
  for (const clock of resuming) {
    const dueAt = states.get(clock.id)?.due?.dueAt?.toISOString() ?? null
    await announceClock(tx, 'clock.resumed', theCase, clock, { note, position, detail: { dueAt } })
  }
  return resuming.length
}

/** Records why the lateness of those clocks is excused whose standard lets the running activity of the unit come first. The case is saved by the caller. */
export async function excuseClocks(tx: Tx, theCase: Case, reason: string, position: HeldPosition | null): Promise<void> {
  const clocks = await bookOf(tx, theCase.id)
  const excused: BookedClock[] = []
  for (const clock of clocks) {
    if (excuseRefusal(decidable(clock, await stateInFull(tx, clock)))) continue
    await enter(tx, clock, { kind: 'excuse', at: tx.now }, { reason, position })
    excused.push(clock)
  }
  await settle(tx, theCase, clocks)
  for (const clock of excused) await announceClock(tx, 'clock.excused', theCase, clock, { note: reason, position })
}
