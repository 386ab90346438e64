import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { HANDLING_TEXT, Refusal, verdictRefusal, type EvidenceKind, type EvidenceVerdict, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { Evidence } from './evidence.entity.js'
import { announceHandling, demandFile, maybe, openHandling, words, type Target } from './open-handling.js'

export interface EvidenceEntry {
  readonly allegationId: string
  readonly kind: EvidenceKind
  readonly description: string
  readonly source: string | null
  readonly fileId: string | null
}

/** The evidence of a complaint by kind, each kind with its own check (Standar Pelayanan Pengaduan Netralitas, Persyaratan 1e). */
@Injectable()
export class RecordEvidence {
  constructor(private readonly work: Work) {}

  /** Writes a piece of evidence; what is corrected has to be checked again. */
  save(me: Viewer, caseId: string, target: Target | null, entry: EvidenceEntry, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'saveEvidence', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const values = {
        allegationId: entry.allegationId,
        kind: entry.kind,
        description: words(entry.description, 'description', HANDLING_TEXT.long),
        source: maybe(entry.source, 'source', HANDLING_TEXT.short),
        fileId: entry.fileId,
        ...{ checksMet: [], result: 'unchecked' as const, checkNote: null, checkedAt: null, checkedByName: null },
      }
      if (values.kind === 'witness' && !values.source) throw new Refusal('request.invalid', { fields: ['source'] })
      await demandFile(tx, caseId, entry.fileId)
      const known = await tx.query('SELECT FROM allegation WHERE id = $1 AND case_id = $2', [entry.allegationId, caseId])
      if (known.length === 0) throw new Refusal('request.invalid', { fields: ['allegationId'] })
      const id = target?.id ?? randomUUID()
      if (target) {
        const row = await this.own(tx, caseId, target)
        await demandNoFinding(tx, row.allegationId)
        await saveVersioned(tx, Object.assign(row, values))
      } else {
        await tx.manager.insert(Evidence, { id, version: 1, caseId, ...values, recordedAt: tx.now, recordedByName: me.name })
      }
      await announceHandling(tx, 'handling.evidence_saved', open, { detail: { evidenceId: id, kind: entry.kind } })
      return { id: caseId }
    })
  }

  /** What the examiner found in it. */
  check(me: Viewer, caseId: string, target: Target, verdict: EvidenceVerdict, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'checkEvidence', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const row = await this.own(tx, caseId, target)
      await demandNoFinding(tx, row.allegationId)
      const note = maybe(verdict.note, 'note', HANDLING_TEXT.long)
      const refusal = verdictRefusal(row.kind, { ...verdict, note })
      if (refusal) throw new Refusal(refusal, { fields: [refusal === 'handling.checks_open' ? 'met' : 'note'] })
      row.checksMet = [...new Set(verdict.met)]
      row.result = verdict.result
      row.checkNote = note
      row.checkedAt = tx.now
      row.checkedByName = me.name
      await saveVersioned(tx, row)
      await announceHandling(tx, 'handling.evidence_checked', open, {
        detail: { evidenceId: row.id, kind: row.kind, result: row.result, met: row.checksMet },
      })
      return { id: caseId }
    })
  }

  remove(me: Viewer, caseId: string, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'removeEvidence', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const row = await this.own(tx, caseId, target)
      await demandNoFinding(tx, row.allegationId)
      await tx.query('DELETE FROM evidence WHERE id = $1', [row.id])
      await announceHandling(tx, 'handling.evidence_removed', open, { detail: { evidenceId: row.id, kind: row.kind } })
      return { id: caseId }
    })
  }

  private async own(tx: Tx, caseId: string, { id, version }: Target): Promise<Evidence> {
    const row = await findForUpdate(tx, Evidence, id, version)
    if (row.caseId !== caseId) throw new Refusal('access.denied')
    return row
  }
}

/** What a finding rests on stays as it was found. */
async function demandNoFinding(tx: Tx, allegationId: string): Promise<void> {
  const found = await tx.query('SELECT FROM finding WHERE allegation_id = $1', [allegationId])
  if (found.length > 0) throw new Refusal('handling.in_use')
}
