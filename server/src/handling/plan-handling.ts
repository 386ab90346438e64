import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { mayBeTold, planFaults, Refusal, type HandlingPlan as Plan, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { HandlingPlan } from './handling-plan.entity.js'
import { announceHandling, openHandling } from './open-handling.js'

/**
 * The analysis decides whether the complaint is handled online or face to face (Standar Pelayanan Pengaduan Netralitas, Prosedur 2 and 3); the letter to
 * the complainant takes time and method from here.
 */
@Injectable()
export class PlanHandling {
  constructor(private readonly work: Work) {}

  run(me: Viewer, caseId: string, version: number | null, plan: Plan, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'planHandling', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      const fields = planFaults(plan)
      if (fields.length > 0) throw new Refusal('request.invalid', { fields })
      const values = {
        method: plan.method,
        at: plan.at,
        place: plan.place.trim(),
        officer: plan.officer.trim(),
        officerPhone: plan.officerPhone?.trim() || null,
        decidedAt: tx.now,
        decidedByName: me.name,
      }
      const [known] = await tx.query<{ id: string; at: Date | null }>('SELECT id, at FROM handling_plan WHERE case_id = $1', [caseId])
      if (plan.at && !mayBeTold(plan.at, tx.now, known?.at ?? null)) throw new Refusal('handling.time', { fields: ['at'] })
      if (known) {
        if (version === null) throw new Refusal('conflict.changed_meanwhile')
        const row = await findForUpdate(tx, HandlingPlan, known.id, version)
        await saveVersioned(tx, Object.assign(row, values))
      } else {
        await tx.manager.insert(HandlingPlan, { id: randomUUID(), version: 1, caseId, ...values })
      }
      await announceHandling(tx, 'handling.planned', open, { detail: { method: plan.method, at: plan.at?.toISOString() ?? null } })
      return { id: caseId }
    })
  }
}
