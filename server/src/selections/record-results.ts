import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { hasTies, ranked, rankingFaults, readResultTable, Refusal, SHORTLIST_SIZE, type Component, type Scored, type Viewer } from '@domain'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import type { JsonObject } from '../platform/json.js'
import { keepChange, openForChange, type OpenSelectionRow, type Target } from './open-for-change.js'
import { participantsIn, type ResultPlace } from './participants.js'
import { keepCorrection, setBrokenAside, standingLines } from './set-aside.js'
import { tableSubject } from './table-subject.js'
import { typed } from './typed.js'

/** A table as it was read from a file: cells, and the hash of the bytes. */
export interface ReadFileTable {
  readonly cells: readonly (readonly string[])[]
  readonly sha256: string
}

/** Why what was there was corrected, null when there was nothing; and the later components that no longer held. */
interface Kept {
  readonly why: string | null
  readonly setAside: Component[]
}

interface Recorded {
  readonly lines: readonly Scored[]
  readonly tieReason: string | null
  /** Why scores that were recorded already are corrected. */
  readonly reason: string | null
  readonly sha256: string | null
}

/**
 * The scores of every part of the selection, ranked, and who proceeds (Mekanisme 5). A table is kept whole or not at all; equal scores need the panel's
 * reason for their order. What stood there before a correction is kept with its reason, and later parts that no longer hold are set aside.
 */
@Injectable()
export class RecordResults {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
  ) {}

  /** As typed in the console. */
  run(
    me: Viewer,
    target: Target,
    place: ResultPlace,
    given: { lines: readonly Scored[]; tieReason: string | null; reason?: string | null },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'recordResults', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'score')
      const taking = await participantsIn(tx, target.id, place.postId, place.component)
      const lines = proceeding(place.component, given.lines)
      const faults = rankingFaults(
        lines,
        taking.map((one) => one.candidateId),
      )
      if (faults.length > 0 || lines.length === 0) {
        throw new Refusal('selection.table_faulty', {
          fields: faults.map(({ candidateId }) => candidateId),
          faults: faults.map(({ fault }) => fault),
        })
      }
      const recorded = { lines, tieReason: given.tieReason, reason: given.reason ?? null, sha256: null }
      return announce(tx, open, { ...place, lines: lines.length, source: 'typed' }, await keep(tx, target.id, place, recorded))
    })
  }

  /** As read from a file, all rows or none. */
  import(
    me: Viewer,
    target: Target,
    place: ResultPlace,
    given: ReadFileTable & { tieReason: string | null; reason?: string | null },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'importResults', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'score')
      const { lines, faults } = readResultTable(given.cells, await tableSubject(tx, this.vault, target.id, place))
      if (faults.length > 0 || lines.length === 0) throw new Refusal('selection.table_faulty', { faults: faults.map(({ fault }) => fault) })
      const { sha256, tieReason, reason = null } = given
      const kept = await keep(tx, target.id, place, { lines: proceeding(place.component, lines), tieReason, reason, sha256 })
      return announce(tx, open, { ...place, lines: lines.length, source: 'table', sha256 }, kept)
    })
  }
}

/** After the last part the three best go on, whatever was written. */
const proceeding = (component: Component, lines: readonly Scored[]): Scored[] =>
  component === 'final' ? ranked(lines).map((line) => ({ ...line, proceeds: line.rank <= SHORTLIST_SIZE })) : [...lines]

async function keep(
  tx: Tx,
  selectionId: string,
  { postId, component }: ResultPlace,
  { lines, tieReason, reason: correction, sha256 }: Recorded,
): Promise<Kept> {
  await demandUnused(tx, postId)
  const reason = typed(tieReason, 'tieReason', 2000)
  if (hasTies(lines) && !reason) throw new Refusal('selection.tie_reason_missing', { fields: ['tieReason'] })
  const before = await standingLines(tx, postId, component)
  const why = before.length > 0 ? typed(correction, 'reason', 2000) : null
  if (before.length > 0) {
    if (why === null || why.length < 3) throw new Refusal('selection.correction_reason_missing', { fields: ['reason'] })
    await keepCorrection(tx, { selectionId, postId, reason: why }, component, [before, ranked(lines)])
  }
  await tx.query('DELETE FROM component_result WHERE post_id = $1 AND component = $2', [postId, component])
  await tx.query(
    `INSERT INTO component_result (id, selection_id, post_id, component, tie_reason, recorded_at, recorded_by_name, source, table_sha256)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [randomUUID(), selectionId, postId, component, hasTies(lines) ? reason : null, tx.now, tx.me.name, sha256 ? 'table' : 'typed', sha256],
  )
  await tx.query(
    `INSERT INTO candidate_score (id, candidate_id, post_id, component, score, rank, proceeds)
     SELECT gen_random_uuid(), l."candidateId", $1, $2, l.score, l.rank, l.proceeds
     FROM jsonb_to_recordset($3::jsonb) AS l ("candidateId" uuid, score numeric, rank int, proceeds boolean)`,
    [postId, component, JSON.stringify(ranked(lines))],
  )
  return { why, setAside: why === null ? [] : await setBrokenAside(tx, { selectionId, postId, reason: why }, component) }
}

/** Scores on which the three names rest stay as they are; the stage of the results is opened again for them. */
async function demandUnused(tx: Tx, postId: string): Promise<void> {
  const [shortlisted] = await tx.query('SELECT 1 FROM shortlisted WHERE post_id = $1', [postId])
  if (shortlisted) throw new Refusal('selection.results_used')
}

const announce = (tx: Tx, open: OpenSelectionRow, detail: JsonObject, { why, setAside }: Kept): Promise<{ id: string }> =>
  keepChange(tx, open, why === null ? 'selection.results_recorded' : 'selection.results_corrected', {
    detail: why === null ? detail : { ...detail, setAside },
    note: why,
  })
