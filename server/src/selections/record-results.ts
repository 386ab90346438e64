import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  COMPONENTS,
  hasTies,
  ranked,
  rankingFaults,
  readResultTable,
  Refusal,
  SHORTLIST_SIZE,
  type Component,
  type Scored,
  type Viewer,
} from '@domain'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { keepChange, openForChange, type Target } from './open-for-change.js'
import { participantsIn, recordedResults, type ResultPlace } from './participants.js'
import { tableSubject } from './table-subject.js'
import { typed } from './typed.js'

/** A table as it was read from a file: cells, and the hash of the bytes. */
export interface ReadFileTable {
  readonly cells: readonly (readonly string[])[]
  readonly sha256: string
}

interface Recorded {
  readonly lines: readonly Scored[]
  readonly tieReason: string | null
  readonly sha256: string | null
}

/**
 * The scores of every part of the selection, ranked, and who proceeds (Mekanisme 5). A table is kept whole or not at all; equal scores need the panel's
 * reason for their order.
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
    given: { lines: readonly Scored[]; tieReason: string | null },
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
      await keep(tx, target.id, place, { lines, tieReason: given.tieReason, sha256: null })
      return keepChange(tx, open, 'selection.results_recorded', { detail: { ...place, lines: lines.length, source: 'typed' } })
    })
  }

  /** As read from a file, all rows or none. */
  import(
    me: Viewer,
    target: Target,
    place: ResultPlace,
    given: ReadFileTable & { tieReason: string | null },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'importResults', attempt, async (tx) => {
      const open = await openForChange(tx, target, 'score')
      const { lines, faults } = readResultTable(given.cells, await tableSubject(tx, this.vault, target.id, place))
      if (faults.length > 0 || lines.length === 0) throw new Refusal('selection.table_faulty', { faults: faults.map(({ fault }) => fault) })
      await keep(tx, target.id, place, { lines: proceeding(place.component, lines), tieReason: given.tieReason, sha256: given.sha256 })
      return keepChange(tx, open, 'selection.results_recorded', {
        detail: { ...place, lines: lines.length, source: 'table', sha256: given.sha256 },
      })
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
  { lines, tieReason, sha256 }: Recorded,
): Promise<void> {
  await demandUnused(tx, postId, component)
  const reason = typed(tieReason, 'tieReason', 2000)
  if (hasTies(lines) && !reason) throw new Refusal('selection.tie_reason_missing', { fields: ['tieReason'] })
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
}

/** Scores on which later ones or the three names rest stay as they are. */
async function demandUnused(tx: Tx, postId: string, component: Component): Promise<void> {
  const later = (await recordedResults(tx, postId)).some((result) => COMPONENTS.indexOf(result.component) > COMPONENTS.indexOf(component))
  const [shortlisted] = await tx.query('SELECT 1 FROM shortlisted WHERE post_id = $1', [postId])
  if (later || shortlisted) throw new Refusal('selection.results_used')
}
