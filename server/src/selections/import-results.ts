import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { hasTies, ranked, readResultTable, Refusal, ruleRefusal, SHORTLIST_SIZE, type FaultyCell, type Viewer } from '@domain'
import { BlobStore, readFile } from '../files/index.js'
import { Vault } from '../platform/vault.js'
import type { Attempt } from '../platform/work.js'
import type { Target } from './open-for-change.js'
import type { ResultPlace } from './participants.js'
import { RecordResults, type ReadFileTable } from './record-results.js'
import { readSelection } from './read-selection.js'
import { MAX_TABLE_BYTES, readTableFile } from './table-file.js'
import { tableSubject } from './table-subject.js'

/** One line that would be kept. */
export interface PreviewLine {
  readonly row: number
  readonly candidateId: string
  readonly score: number
  readonly rank: number
  readonly proceeds: boolean
}

export interface Preview {
  readonly sha256: string
  readonly lines: readonly PreviewLine[]
  readonly faults: readonly FaultyCell[]
  readonly needsTieReason: boolean
}

/** A table of results from an uploaded file: looked at first, kept when the person has seen that nothing is wrong with it. */
@Injectable()
export class ImportResults {
  constructor(
    private readonly db: DataSource,
    private readonly vault: Vault,
    private readonly blobs: BlobStore,
    private readonly results: RecordResults,
  ) {}

  /** What the file says, row by row; nothing is kept. */
  async preview(me: Viewer, selectionId: string, place: ResultPlace, fileId: string): Promise<Preview> {
    const selection = await readSelection(this.db, me, selectionId)
    const refusal = ruleRefusal(me, 'score', selection)
    if (refusal) throw new Refusal(refusal)
    const { cells, sha256 } = await this.read(me, fileId)
    const { lines, faults } = readResultTable(cells, await tableSubject(this.db, this.vault, selectionId, place))
    const rowOf = new Map(lines.map((line) => [line.candidateId, line.row]))
    const shown = ranked(lines).map(({ candidateId, score, rank, proceeds }) => ({
      ...{ candidateId, score, rank },
      row: rowOf.get(candidateId) ?? 0,
      proceeds: place.component === 'final' ? rank <= SHORTLIST_SIZE : proceeds,
    }))
    return { sha256, lines: shown, faults, needsTieReason: hasTies(lines) }
  }

  /** Keeps the table that was previewed: its hash must be the one that was shown. */
  async run(
    me: Viewer,
    target: Target,
    place: ResultPlace,
    given: { readonly fileId: string; readonly sha256: string; readonly tieReason: string | null; readonly reason?: string | null },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    const table = await this.read(me, given.fileId)
    if (table.sha256 !== given.sha256) throw new Refusal('request.invalid', { fields: ['sha256'] })
    return this.results.import(me, target, place, { ...table, tieReason: given.tieReason, reason: given.reason ?? null }, attempt)
  }

  private async read(me: Viewer, fileId: string): Promise<ReadFileTable> {
    const file = await readFile(this.db, me, fileId)
    if (file.size > MAX_TABLE_BYTES) throw new Refusal('file.too_large', { limit: MAX_TABLE_BYTES })
    return { cells: await readTableFile(await this.blobs.read(file.sha256), file.mediaType), sha256: file.sha256 }
  }
}
