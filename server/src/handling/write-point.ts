import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { HANDLING_TEXT, MOST_POINT_DAYS, pointFacts, Refusal, type Viewer } from '@domain'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt } from '../platform/work.js'
import { openHandling, words, type OpenHandling, type Target } from './open-handling.js'
import { demandPointsFree } from './points-in-letter.js'
import { RecommendationPoint } from './recommendation-point.entity.js'
import type { Tx } from '../platform/work.js'

export interface PointEntry {
  readonly text: string
  readonly ppk: string
  readonly agency: string
  readonly days: number
}

/** The numbered points of a recommendation, addressed to the PPK. They bind nobody before the letter that carries them has been delivered. */
@Injectable()
export class WritePoint {
  constructor(private readonly work: Work) {}

  save(me: Viewer, caseId: string, target: Target | null, entry: PointEntry, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'savePoint', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      await demandPointsFree(tx, caseId)
      const values = {
        text: words(entry.text, 'text', HANDLING_TEXT.long, 10),
        ppk: words(entry.ppk, 'ppk', HANDLING_TEXT.short),
        agency: words(entry.agency, 'agency', HANDLING_TEXT.short),
        days: entry.days,
      }
      if (!(entry.days >= 1 && entry.days <= MOST_POINT_DAYS)) throw new Refusal('request.invalid', { fields: ['days'] })
      const proven = await tx.query(`SELECT FROM finding WHERE case_id = $1 AND outcome = 'proven' LIMIT 1`, [caseId])
      if (proven.length === 0) throw new Refusal('handling.finding_missing')
      const row = target ? await draft(tx, caseId, target) : await this.fresh(tx, open, values)
      if (target) await saveVersioned(tx, Object.assign(row, values))
      await announce(tx, 'point.written', open, row)
      return { id: caseId }
    })
  }

  /** Takes back a draft; those after it move up, as they will be numbered in the letter. */
  remove(me: Viewer, caseId: string, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'removePoint', attempt, async (tx) => {
      const open = await openHandling(tx, caseId)
      await demandPointsFree(tx, caseId)
      const row = await draft(tx, caseId, target)
      await tx.query('DELETE FROM recommendation_point WHERE id = $1', [row.id])
      const later = await tx.manager.find(RecommendationPoint, { where: { caseId, state: 'draft' }, order: { number: 'ASC' } })
      for (const point of later.filter(({ number }) => number > row.number)) {
        point.number -= 1
        await saveVersioned(tx, point)
        await announce(tx, 'point.written', open, point)
      }
      await announce(tx, 'point.removed', open, row)
      return { id: caseId }
    })
  }

  private async fresh(tx: Tx, { theCase }: OpenHandling, values: PointEntry): Promise<RecommendationPoint> {
    const [last] = await tx.query<{ number: number }>(
      'SELECT coalesce(max(number), 0) AS number FROM recommendation_point WHERE case_id = $1',
      [theCase.id],
    )
    const row = tx.manager.create(RecommendationPoint, {
      id: randomUUID(),
      version: 1,
      caseId: theCase.id,
      number: (last?.number ?? 0) + 1,
      ...values,
      state: 'draft',
      caseUnitId: theCase.unitId,
      secrecy: theCase.secrecy,
      caseHandlerPositionIds: theCase.handlerPositionIds,
      caseHolderPositionId: theCase.holderPositionId,
      caseRegistrarId: theCase.registrarId,
      excludedPersonIds: theCase.excludedPersonIds,
    })
    await tx.manager.insert(RecommendationPoint, row)
    return row
  }
}

async function draft(tx: Tx, caseId: string, { id, version }: Target): Promise<RecommendationPoint> {
  const row = await findForUpdate(tx, RecommendationPoint, id, version)
  if (row.caseId !== caseId) throw new Refusal('access.denied')
  if (row.state !== 'draft') throw new Refusal('handling.point_state')
  return row
}

function announce(tx: Tx, kind: 'point.written' | 'point.removed', { facts, post }: OpenHandling, row: RecommendationPoint): Promise<void> {
  const after = pointFacts(row, facts)
  return tx.announce({
    kind,
    subject: after,
    caseId: row.caseId,
    version: row.version,
    before: after,
    after,
    position: post,
    detail: { number: row.number, days: row.days },
  })
}
