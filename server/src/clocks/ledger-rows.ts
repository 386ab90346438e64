import { isPauseReason, type LedgerEntry, type LedgerKind, type LimitUnit } from '@domain'

/** A line of `clock_event`, as far as the ledger is read from it. */
export interface LedgerRow {
  readonly kind: LedgerKind
  readonly at: Date
  readonly pause_reason: string | null
  readonly amount: number | null
  readonly unit: LimitUnit | null
}

/** The line as the domain reads it. Throws for a line that the database should have refused. */
export function entryOf(row: LedgerRow): LedgerEntry {
  const { kind, at } = row
  if (kind === 'pause' && isPauseReason(row.pause_reason)) return { kind, at, reason: row.pause_reason }
  if (kind === 'extend' && row.amount !== null) return { kind, at, amount: row.amount }
  if (kind === 'set_limit' && row.amount !== null && row.unit !== null) return { kind, at, limit: { amount: row.amount, unit: row.unit } }
  if (kind === 'pause' || kind === 'extend' || kind === 'set_limit') throw new Error(`A ${kind} in the ledger says too little`)
  return { kind, at }
}

/** The ledger of a clock `k` as a JSON array in its order; `ledgerOf` reads it. */
export const LEDGER_JSON = `coalesce((SELECT jsonb_agg(jsonb_build_object('kind', e.kind, 'at', (extract(epoch FROM e.at) * 1000)::bigint,
  'pause_reason', e.pause_reason, 'amount', e.amount, 'unit', e.unit) ORDER BY e.seq) FROM clock_event e WHERE e.clock_id = k.id), '[]'::jsonb)`

/** A line as `LEDGER_JSON` gives it: the instant in epoch milliseconds. */
export type LedgerJson = readonly (Omit<LedgerRow, 'at'> & { readonly at: number })[]

export const ledgerOf = (lines: LedgerJson): LedgerEntry[] => lines.map((line) => entryOf({ ...line, at: new Date(line.at) }))
