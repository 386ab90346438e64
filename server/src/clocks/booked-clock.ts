import { randomUUID } from 'node:crypto'
import { flagOf, readLedger, type ClockFacts, type ClockRule, type ClockState, type HeldPosition, type LedgerEntry } from '@domain'
import { calendarById } from '../standards/index.js'
import { PLANNED_ONCE } from '../platform/planned-once.js'
import { SYSTEM } from '../platform/system-viewer.js'
import type { Tx } from '../platform/work.js'
import { LEDGER_JSON, ledgerOf, type LedgerJson } from './ledger-rows.js'

/** A clock locked for writing, with its ledger. What the row shows of it follows from the rest: `settle` writes it. */
export interface BookedClock {
  readonly id: string
  readonly caseId: string
  readonly version: number
  code: string
  rule: ClockRule
  calendarId: string
  readonly entries: LedgerEntry[]
  /** From when it is said to be at risk, in epoch milliseconds. */
  readonly riskAt: number | null
  /** The columns as they were read, so that only what moved is written; null where many were read. */
  readonly written: string | null
}

interface Row {
  id: string
  case_id: string
  version: number
  code: string
  rule: ClockRule
  calendar_version_id: string
  ledger: LedgerJson
  risk: number | null
  written: string | null
}

/** The derived columns of the row, in the order of `derived`. */
export const COLUMNS = `code, calendar_version_id, started_at, due_at, first_due_at, stopped_at, paused_since, pause_reason, excused_at, granted, extensions,
  own_limit_amount, own_limit_unit, flag`

/** Locks the clocks of a case and reads their ledgers. */
export const bookOf = (tx: Tx, caseId: string): Promise<BookedClock[]> => readBook(tx, caseId, 'FOR UPDATE OF k')

/** The clocks of a case with their ledgers, as they stand. */
export const readBook = (db: Pick<Tx, 'query'>, caseId: string, lock: 'FOR UPDATE OF k' | '' = ''): Promise<BookedClock[]> =>
  read(db, [caseId], lock, WRITTEN)

/** The clocks of many cases with their ledgers, case by case. */
export const readBooks = (db: Pick<Tx, 'query'>, caseIds: readonly string[], lock: 'FOR UPDATE OF k' | '' = ''): Promise<BookedClock[]> =>
  read(db, caseIds, lock, 'NULL')

/** The derived columns as `derived` gives them. */
const WRITTEN = `jsonb_build_array(k.code, k.calendar_version_id, ${['started_at', 'due_at', 'first_due_at', 'stopped_at', 'paused_since']
  .map((column) => `(extract(epoch FROM k.${column}) * 1000)::bigint`)
  .join(
    ', ',
  )}, k.pause_reason, (extract(epoch FROM k.excused_at) * 1000)::bigint, k.granted, k.extensions, k.own_limit_amount, k.own_limit_unit, k.flag)::text`

async function read(db: Pick<Tx, 'query'>, caseIds: readonly string[], lock: string, written: string): Promise<BookedClock[]> {
  const rows = await db.query<Row>(
    `${PLANNED_ONCE}SELECT k.id, k.case_id, k.version, k.code, k.rule, k.calendar_version_id, ${LEDGER_JSON} AS ledger,
       (extract(epoch FROM k.at_risk_at) * 1000)::float8 AS risk, ${written} AS written
     FROM clock k WHERE k.case_id = ANY ($1) ORDER BY k.case_id, k.code ${lock}`,
    [caseIds],
  )
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    version: row.version,
    code: row.code,
    rule: row.rule,
    calendarId: row.calendar_version_id,
    entries: ledgerOf(row.ledger),
    riskAt: row.risk,
    written: row.written === null ? null : JSON.stringify(JSON.parse(row.written)),
  }))
}

/** What else a line of the ledger says: why, by whose consent, in which post; for a reclassification from which rule to which. */
export interface LineDetail {
  readonly reason?: string | null
  readonly position?: HeldPosition | null
  readonly approval?: { readonly requestId: string; readonly askedBy: string } | null
  readonly fromCode?: string
  readonly toCode?: string
  readonly calendarId?: string
}

/** Writes one line into the ledger. Where somebody consented, whoever asked is the actor and whoever consents now the approver. */
export async function enter(tx: Tx, clock: BookedClock, entry: LedgerEntry, detail: LineDetail = {}): Promise<void> {
  const acting = tx.me === SYSTEM ? null : tx.me.id
  const amount = entry.kind === 'extend' ? entry.amount : entry.kind === 'set_limit' ? entry.limit.amount : null
  const unit = entry.kind === 'extend' ? stateOf(clock).limit?.unit : entry.kind === 'set_limit' ? entry.limit.unit : null
  await tx.query(
    `${PLANNED_ONCE}INSERT INTO clock_event (id, clock_id, kind, at, actor_id, reason, pause_reason, amount, unit, from_code, to_code, approver_id,
       position_id, request_id, calendar_version_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      randomUUID(),
      clock.id,
      entry.kind,
      new Date(entry.at),
      detail.approval ? detail.approval.askedBy : acting,
      detail.reason ?? null,
      entry.kind === 'pause' ? entry.reason : null,
      amount,
      unit ?? null,
      detail.fromCode ?? null,
      detail.toCode ?? null,
      detail.approval ? acting : null,
      detail.position?.id ?? null,
      detail.approval?.requestId ?? null,
      detail.calendarId ?? null,
    ],
  )
  clock.entries.push(entry)
}

/** Limit, pauses and extensions of a clock, without a calendar: nothing of it depends on days. */
export function stateOf(clock: Pick<BookedClock, 'rule' | 'entries'>): Pick<ClockState, 'limit'> {
  const last = clock.entries.findLast((entry) => entry.kind === 'set_limit' || entry.kind === 'reclassify')
  return { limit: clock.rule.limit ?? (last?.kind === 'set_limit' ? last.limit : null) }
}

/** The state of a clock, counted with the calendar version it keeps. */
export async function stateInFull(tx: Tx, clock: BookedClock): Promise<ClockState> {
  const { calendar } = await calendarById(tx, clock.calendarId)
  return readLedger(clock.rule, clock.entries, calendar)
}

/** What the decisions of the domain need to know. */
export const decidable = (clock: BookedClock, state: ClockState): ClockFacts => ({
  rule: clock.rule,
  startedAt: state.startedAt,
  stoppedAt: state.stoppedAt,
  pausedSince: state.openPause?.from ?? null,
  excusedAt: state.excusedAt,
  dueAt: state.due?.dueAt ?? null,
  granted: state.granted,
  extensions: state.extensions,
})

/** Every column that follows from rule, ledger and calendar, in the order of `COLUMNS`. */
export function derived(clock: BookedClock, state: ClockState): (string | number | null)[] {
  const own = clock.rule.limit === null ? state.limit : null
  return [
    clock.code,
    clock.calendarId,
    state.startedAt,
    state.due?.dueAt?.getTime() ?? null,
    state.dueBeforeExtension?.dueAt?.getTime() ?? null,
    state.stoppedAt,
    state.openPause?.from ?? null,
    state.openPause?.reason ?? null,
    state.excusedAt,
    state.granted,
    state.extensions,
    own?.amount ?? null,
    own?.unit ?? null,
    flagOf(state),
  ]
}

/** Which of the derived columns are instants, kept here as epoch milliseconds. */
export const INSTANTS = [2, 3, 4, 5, 6, 8]

/** The clocks of many cases, case by case. */
export function byCase(clocks: readonly BookedClock[]): ReadonlyMap<string, readonly BookedClock[]> {
  const found = new Map<string, BookedClock[]>()
  for (const clock of clocks) found.set(clock.caseId, [...(found.get(clock.caseId) ?? []), clock])
  return found
}
