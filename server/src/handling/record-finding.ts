import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { findingRefusal, Refusal, type FindingEntry, type FindingGround, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { Finding } from './allegation.entity.js'
import { announceHandling, openHandling } from './open-handling.js'
import { demandNotSent, demandPointsFree } from './points-in-letter.js'

/** What was found about one reported person and one allegation: proven with a proposed sanction, or not proven. */
@Injectable()
export class RecordFinding {
  constructor(private readonly work: Work) {}

  run(
    me: Viewer,
    caseId: string,
    allegationId: string,
    version: number | null,
    entry: FindingEntry,
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'recordFinding', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      await demandPointsFree(tx, caseId)
      const [ground] = await tx.query<FindingGround & { active: boolean }>(
        `SELECT (SELECT count(*)::int FROM evidence e WHERE e.allegation_id = a.id AND e.result = 'sufficient') AS "sufficientEvidence",
           (SELECT count(*)::int FROM handling_step s WHERE s.case_id = a.case_id AND s.state = 'minuted') AS "minutedSteps",
           p.active_asn IS TRUE AS active
         FROM allegation a JOIN party p ON p.id = a.party_id WHERE a.id = $1 AND a.case_id = $2`,
        [allegationId, caseId],
      )
      if (!ground) throw new Refusal('request.invalid', { fields: ['allegationId'] })
      if (!ground.active) throw new Refusal('handling.not_active_asn')
      const refusal = findingRefusal(entry, ground)
      if (refusal) throw new Refusal(refusal, refusal === 'request.invalid' ? { fields: ['sanction', 'reasons'] } : {})
      const values = {
        outcome: entry.outcome,
        sanction: entry.sanction,
        reasons: entry.reasons.trim(),
        foundAt: tx.now,
        foundByName: me.name,
      }
      const [known] = await tx.query<{ id: string }>('SELECT id FROM finding WHERE allegation_id = $1', [allegationId])
      if (known) {
        if (version === null) throw new Refusal('conflict.changed_meanwhile')
        await demandNotSent(tx, caseId)
        const row = await findForUpdate(tx, Finding, known.id, version)
        await saveVersioned(tx, Object.assign(row, values))
        await this.demandStillGrounded(tx.query.bind(tx), caseId)
      } else {
        await tx.manager.insert(Finding, { id: randomUUID(), version: 1, caseId, allegationId, ...values })
      }
      await announceHandling(tx, 'handling.finding_saved', open, {
        detail: { allegationId, outcome: entry.outcome, sanction: entry.sanction },
      })
      return { id: caseId }
    })
  }

  /** Points were written because something is proven: the last such finding does not turn into its opposite under them. */
  private async demandStillGrounded(query: (sql: string, params: unknown[]) => Promise<unknown[]>, caseId: string): Promise<void> {
    const orphaned = await query(
      `SELECT FROM recommendation_point WHERE case_id = $1 AND NOT EXISTS (SELECT FROM finding WHERE case_id = $1 AND outcome = 'proven') LIMIT 1`,
      [caseId],
    )
    if (orphaned.length > 0) throw new Refusal('handling.in_use')
  }
}
