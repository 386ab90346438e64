import { randomUUID } from 'node:crypto'
import { atRiskFrom, dueDate, epochMs, isClassification, rulesFor, type ClockRule, type StartEvent, type StopEvent } from '@domain'
import type { Case } from '../cases/case.entity.js'
import { calendarById, calendarInForce } from '../standards/index.js'
import { SYSTEM } from '../platform/system-viewer.js'
import type { Tx } from '../platform/work.js'

interface ClockRow {
  id: string
  code: string
  rule: ClockRule
  calendar_version_id: string
  started_at: Date | null
  due_at: Date | null
  stopped_at: Date | null
  flag: string | null
}

/** Opens the clocks that the case's standard demands; none runs before its own start event. */
export async function openClocks(tx: Tx, theCase: Case): Promise<void> {
  const calendar = await calendarInForce(tx, theCase.receivedAt)
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
 * After a corrected registration: where the standard now demands another promise from the same event to the same event, its clock takes over that
 * rule and keeps the time it has run (the 3T exception, the classification of a complaint).
 */
export async function reclassifyClocks(tx: Tx, theCase: Case): Promise<void> {
  const demanded = await demandedRules(tx, theCase)
  const clocks = await clocksOf(tx, theCase.id)
  const missing = demanded.filter((rule) => !clocks.some((clock) => clock.code === rule.code))
  for (const clock of clocks.filter(({ code }) => !demanded.some((rule) => rule.code === code))) {
    const rule = missing.find(({ startEvent, stopEvent }) => startEvent === clock.rule.startEvent && stopEvent === clock.rule.stopEvent)
    if (!rule) continue
    const due = clock.started_at ? await dueOf(tx, { ...clock, rule }, clock.started_at) : { dueAt: null, flag: null }
    await tx.query('UPDATE clock SET code = $2, rule = $3, due_at = $4, flag = $5 WHERE id = $1', [
      clock.id,
      rule.code,
      JSON.stringify(rule),
      due.dueAt,
      due.flag,
    ])
    await enter(tx, clock.id, 'reclassify', tx.now, rule.code)
  }
  await showNextDue(tx, theCase)
}

/** The rules of the standard for this very case. */
async function demandedRules(tx: Tx, theCase: Case): Promise<readonly ClockRule[]> {
  const classification = isClassification(theCase.classification) ? theCase.classification : null
  return rulesFor(theCase.service, theCase.channel, classification, { underdeveloped: await isUnderdeveloped(tx, theCase.agencyCode) })
}

/** When a clock that starts at an instant is due, counted with the calendar version it was opened with, and what a reader must be told about it. */
async function dueOf(
  tx: Tx,
  clock: Pick<ClockRow, 'rule' | 'calendar_version_id'>,
  at: Date,
): Promise<{ dueAt: Date | null; flag: string | null }> {
  const { calendar } = await calendarById(tx, clock.calendar_version_id)
  const { dueAt, flags } = dueDate(clock.rule, at, calendar)
  const flag = flags.undecreed ? 'undecreed' : flags.endsOnClosedDay ? 'ends_on_closed_day' : flags.limitNotSet ? 'limit_not_set' : null
  return { dueAt, flag }
}

async function isUnderdeveloped(tx: Tx, agencyCode: string | null): Promise<boolean> {
  if (!agencyCode) return false
  const [agency] = await tx.query<{ underdeveloped: boolean }>('SELECT underdeveloped FROM agency WHERE code = $1', [agencyCode])
  return agency?.underdeveloped ?? false
}

/** Starts every waiting clock of the case whose promise runs from this event, and shows the nearest due date on the case. */
export async function startClocks(tx: Tx, theCase: Case, event: StartEvent, at: Date): Promise<void> {
  for (const clock of await clocksOf(tx, theCase.id)) {
    if (clock.rule.startEvent !== event || clock.started_at) continue
    const due = await dueOf(tx, clock, at)
    await tx.query('UPDATE clock SET started_at = $2, due_at = $3, flag = $4 WHERE id = $1', [clock.id, at, due.dueAt, due.flag])
    await enter(tx, clock.id, 'start', at, event)
    await tx.announce({
      kind: 'clock.started',
      subject: { __typename: 'Clock', id: clock.id },
      caseId: theCase.id,
      before: null,
      after: null,
      detail: { code: clock.code, startEvent: event, dueAt: due.dueAt?.toISOString() ?? null },
    })
  }
  await showNextDue(tx, theCase)
}

/** Stops the clocks whose promise this event keeps (or breaks, when it comes late). Without an event: all of them. */
export async function stopClocks(tx: Tx, theCase: Case, event: StopEvent | null, reason: string): Promise<void> {
  for (const clock of await clocksOf(tx, theCase.id)) {
    if (clock.stopped_at || (event !== null && (clock.rule.stopEvent !== event || !clock.started_at))) continue
    const at = clock.started_at && epochMs(clock.started_at) > epochMs(tx.now) ? clock.started_at : tx.now
    await tx.query('UPDATE clock SET stopped_at = $2 WHERE id = $1', [clock.id, at])
    await enter(tx, clock.id, 'stop', at, reason)
    await tx.announce({
      kind: 'clock.stopped',
      subject: { __typename: 'Clock', id: clock.id },
      caseId: theCase.id,
      before: null,
      after: null,
      detail: { code: clock.code, reason, inTime: clock.due_at === null || at <= clock.due_at },
    })
  }
  await showNextDue(tx, theCase)
}

const enter = (tx: Tx, clockId: string, kind: 'start' | 'reclassify' | 'stop', at: Date, reason: string) =>
  tx.query('INSERT INTO clock_event (id, clock_id, kind, at, actor_id, reason) VALUES ($1, $2, $3, $4, $5, $6)', [
    randomUUID(),
    clockId,
    kind,
    at,
    tx.me === SYSTEM ? null : tx.me.id,
    reason,
  ])

const clocksOf = (tx: Tx, caseId: string): Promise<ClockRow[]> =>
  tx.query<ClockRow>(
    'SELECT id, code, rule, calendar_version_id, started_at, due_at, stopped_at, flag FROM clock WHERE case_id = $1 ORDER BY code FOR UPDATE',
    [caseId],
  )

/** The nearest running promise goes onto the case and its tasks, so that lists sort by it without a join. The case is saved by the caller. */
async function showNextDue(tx: Tx, theCase: Case): Promise<void> {
  const running = (await clocksOf(tx, theCase.id)).filter((clock) => clock.started_at && !clock.stopped_at)
  const dueMs = (clock: ClockRow) => clock.due_at?.getTime() ?? Number.POSITIVE_INFINITY
  const [next] = running.sort((a, b) => (dueMs(a) === dueMs(b) ? 0 : dueMs(a) - dueMs(b)))
  theCase.nextDueAt = next?.due_at ?? null
  theCase.nextClockCode = next?.code ?? null
  theCase.nextClockStartedAt = next?.started_at ?? null
  theCase.nextDueFlag = next?.flag ?? null
  theCase.nextAtRiskAt =
    next?.due_at && next.started_at
      ? atRiskFrom(next.started_at, next.due_at, (await calendarById(tx, next.calendar_version_id)).calendar)
      : null
  await tx.query(`UPDATE task SET due_at = coalesce($2::timestamptz, 'infinity') WHERE case_id = $1 AND closed_at IS NULL`, [
    theCase.id,
    theCase.nextDueAt,
  ])
}
