import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { HANDLING_TEXT, localDate, Refusal, type ElectionRelation, type Viewer, type ViolationKind } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { Allegation } from './allegation.entity.js'
import { announceHandling, openHandling, words, type Target } from './open-handling.js'

export interface AllegationEntry {
  readonly partyId: string
  readonly violation: ViolationKind
  readonly description: string
  readonly election: ElectionRelation
  readonly happenedOn: string | null
}

/** What each reported person is said to have done. Only active civil servants are handled (Persyaratan 1d: "Terlapor merupakan ASN aktif"). */
@Injectable()
export class RecordAllegation {
  constructor(private readonly work: Work) {}

  /** The handler has found whether the reported person is an active civil servant; who is not can have no allegation. */
  confirm(me: Viewer, caseId: string, partyId: string, activeAsn: boolean, note: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'confirmReportedPerson', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const how = words(note, 'note', HANDLING_TEXT.short)
      await demandReported(tx, caseId, partyId)
      if (!activeAsn && (await hasAny(tx, 'SELECT FROM allegation WHERE party_id = $1', partyId))) throw new Refusal('handling.in_use')
      await tx.query('UPDATE party SET active_asn = $2 WHERE id = $1', [partyId, activeAsn])
      await announceHandling(tx, 'handling.reported_confirmed', open, { detail: { partyId, activeAsn }, note: how })
      return { id: caseId }
    })
  }

  /** Writes a new allegation, or corrects one on which no finding rests yet. */
  save(me: Viewer, caseId: string, target: Target | null, entry: AllegationEntry, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'saveAllegation', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const description = words(entry.description, 'description', HANDLING_TEXT.long)
      if (entry.happenedOn && entry.happenedOn > localDate(tx.now)) throw new Refusal('request.invalid', { fields: ['happenedOn'] })
      const active = await demandReported(tx, caseId, entry.partyId)
      if (!active) throw new Refusal('handling.not_active_asn', { fields: ['partyId'] })
      const id = target?.id ?? randomUUID()
      if (target) {
        const row = await findForUpdate(tx, Allegation, target.id, target.version)
        if (row.caseId !== caseId) throw new Refusal('access.denied')
        if (await hasAny(tx, 'SELECT FROM finding WHERE allegation_id = $1', id)) throw new Refusal('handling.in_use')
        await saveVersioned(tx, Object.assign(row, entry, { description }))
      } else {
        const recorded = { recordedAt: tx.now, recordedByName: me.name }
        await tx.manager.insert(Allegation, { id, version: 1, caseId, ...entry, description, ...recorded })
      }
      await announceHandling(tx, 'handling.allegation_saved', open, { detail: { allegationId: id, violation: entry.violation } })
      return { id: caseId }
    })
  }

  /** Takes back an allegation that neither evidence nor finding rests on. */
  remove(me: Viewer, caseId: string, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'removeAllegation', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const row = await findForUpdate(tx, Allegation, target.id, target.version)
      if (row.caseId !== caseId) throw new Refusal('access.denied')
      const used = await hasAny(
        tx,
        'SELECT FROM evidence WHERE allegation_id = $1 UNION ALL SELECT FROM finding WHERE allegation_id = $1',
        row.id,
      )
      if (used) throw new Refusal('handling.in_use')
      await tx.query('DELETE FROM allegation WHERE id = $1', [row.id])
      await announceHandling(tx, 'handling.allegation_removed', open, { detail: { allegationId: row.id } })
      return { id: caseId }
    })
  }
}

/** Whether the reported person of the case is known to be an active civil servant; somebody else's party is refused. */
async function demandReported(tx: Tx, caseId: string, partyId: string): Promise<boolean> {
  const [party] = await tx.query<{ active: boolean | null }>(
    `SELECT active_asn AS active FROM party WHERE id = $1 AND case_id = $2 AND role = 'reported' FOR UPDATE`,
    [partyId, caseId],
  )
  if (!party) throw new Refusal('request.invalid', { fields: ['partyId'] })
  return party.active === true
}

const hasAny = async (tx: Tx, sql: string, id: string): Promise<boolean> => (await tx.query(`${sql} LIMIT 1`, [id])).length > 0
