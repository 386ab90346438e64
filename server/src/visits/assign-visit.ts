import { Injectable } from '@nestjs/common'
import { actingPost, nextVisitState, Refusal, type Viewer } from '@domain'
import { disposeFrom } from '../dispositions/index.js'
import { Work, type Attempt } from '../platform/work.js'
import { openVisit, saveVisit, type Target } from './open-visit.js'

/**
 * The head of the unit, or who acts for them, names the officer who meets the visitor, or another one when the first cannot (Standar Pelayanan
 * Konsultasi Mediasi dan Perlindungan, Sistem, Mekanisme dan Prosedur 2.2). A disposition like any other: the officer hears of it by that.
 */
@Injectable()
export class AssignVisit {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: Target, officerPositionId: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'assignVisit', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase, before } = open
      visit.state = nextVisitState(before, 'assign', me)
      const post = actingPost(me, 'assign', before, ...theCase.handlerPositionIds)
      if (!post || officerPositionId === theCase.holderPositionId) throw new Refusal('request.invalid', { fields: ['officerPositionId'] })
      await disposeFrom(tx, theCase, [{ toPositionId: officerPositionId, kind: 'main', instructions: [] }])
      await saveVisit(tx, 'visit.assigned', open, { position: post, detail: { to: officerPositionId } })
      return { id: visit.id }
    })
  }
}
