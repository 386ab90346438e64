import { Inject, Injectable } from '@nestjs/common'
import { nextVisitState, Refusal, type Viewer } from '@domain'
import { registryPost, withdrawWithVisit } from '../cases/index.js'
import { bringToUnit } from '../dispositions/index.js'
import { CONFIG, type Config } from '../platform/config.module.js'
import { Vault } from '../platform/vault.js'
import { Work, type Attempt } from '../platform/work.js'
import { tellVisitor } from './booking-mail.js'
import { endBooking } from './booking-states.js'
import { demandWords, openVisit, saveVisit, type Target } from './open-visit.js'
import { demandServingUnit } from './register-visit.js'

/** What the front office does with a visitor: sends them to a unit, shows them in, brings them back, notes that they went or did not come. */
@Injectable()
export class MoveVisit {
  constructor(
    private readonly work: Work,
    private readonly vault: Vault,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'mailFrom'>,
  ) {}

  /** To the unit that serves the request; again when it was the wrong one. */
  route(
    me: Viewer,
    target: Target,
    to: { readonly unitId: string; readonly proposedPositionId: string | null },
    attempt: Attempt,
  ): Promise<{ id: string }> {
    return this.work.run(me, 'routeVisit', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase, before } = open
      visit.state = nextVisitState(before, 'route', me)
      if (theCase.unitId === to.unitId && before.state === 'disposed') throw new Refusal('request.invalid', { fields: ['unitId'] })
      const post = registryPost(me)
      await demandServingUnit(tx, theCase, to.unitId, to.proposedPositionId)
      await bringToUnit(tx, theCase, post, to.unitId)
      visit.routedAt = tx.now
      visit.proposedPositionId = to.proposedPositionId
      await saveVisit(tx, 'visit.moved', open, { position: post })
      return { id: visit.id }
    })
  }

  /** To the waiting room; the officer is told. */
  showIn(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'showVisitorIn', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      open.visit.state = nextVisitState(open.before, 'show_in', me)
      open.visit.waitingAt = tx.now
      const officer = open.theCase.holderPositionId
      await saveVisit(tx, 'visit.moved', open, {
        position: registryPost(me),
        notify: officer ? [{ positionIds: [officer], kind: 'visit.in_waiting_room' }] : [],
      })
      return { id: open.visit.id }
    })
  }

  /** The visitor of a proposed time is here: the booking is kept, and the unit is asked again. */
  comeBack(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'bringVisitorBack', attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase } = open
      visit.state = nextVisitState(open.before, visit.channel === 'virtual' ? 'rejoin' : 'come_back', me)
      const post = registryPost(me)
      await endBooking(tx, theCase, 'receive', { position: post, reason: null })
      const officer = theCase.holderPositionId
      await saveVisit(tx, 'visit.moved', open, {
        position: post,
        notify: officer ? [{ positionIds: [officer], kind: 'visit.waits_for_unit' }] : [],
      })
      return { id: visit.id }
    })
  }

  /** The visitor went away before being received, or says before the proposed time that they will not come; the request ends with the visit. */
  leave(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.end(me, target, 'leave', reason, attempt)
  }

  /** The visitor did not come at the proposed time; the request ends with the visit. */
  miss(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.end(me, target, 'miss', reason, attempt)
  }

  private end(me: Viewer, target: Target, action: 'leave' | 'miss', given: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, `${action}Visit`, attempt, async (tx) => {
      const open = await openVisit(tx, target)
      const { visit, theCase } = open
      visit.state = nextVisitState(open.before, action, me)
      const reason = demandWords(given, 'reason')
      const post = registryPost(me)
      if (action === 'miss') await endBooking(tx, theCase, 'miss_booking', { position: post, reason: null })
      const called = open.before.state === 'time_proposed' && action === 'leave'
      const cancelled = called ? await endBooking(tx, theCase, 'cancel', { position: post, reason }) : null
      if (cancelled) await tellVisitor(tx, this.vault, this.config, theCase, cancelled)
      visit.endedAt = tx.now
      visit.endReason = reason
      // somebody who came to an appointment of a written request and left leaves that request where it is
      if (theCase.channel === visit.channel && theCase.closedAt === null) await withdrawWithVisit(tx, theCase, post, reason)
      await saveVisit(tx, 'visit.ended', open, { position: post, note: reason })
      return { id: visit.id }
    })
  }
}
