import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import {
  actingPost,
  bookingFacts,
  caseFacts,
  localDate,
  Refusal,
  ruleRefusal,
  TERMINAL_STAGES,
  visitFacts,
  type IdentityCard,
  type Viewer,
} from '@domain'
import { Work, type Attempt } from '../platform/work.js'
import { moveBooking, openBooking } from './booking-states.js'
import type { Target } from './open-visit.js'
import { nextQueueNumber } from './queue.js'
import { newVisit } from './register-visit.js'
import { Visit } from './visit.entity.js'

/**
 * A visitor comes to the meeting that the answer letter announced (Standar Pelayanan Konsultasi Kode Etik, Prosedur 1.4a): already approved, so they
 * are shown to the officer at once; an online meeting is joined.
 */
@Injectable()
export class ReceiveBooked {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: Target, identityCard: IdentityCard | null, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'receiveBooked', attempt, async (tx) => {
      const { booking, theCase } = await openBooking(tx, target)
      const expected = bookingFacts(booking, caseFacts(theCase))
      const refusal = ruleRefusal(me, 'receive', expected)
      if (refusal) throw new Refusal(refusal)
      const post = actingPost(me, 'receive', expected, theCase.holderPositionId, ...theCase.handlerPositionIds)
      if (TERMINAL_STAGES.includes(theCase.stage)) throw new Refusal('case.wrong_stage')
      const [waiting] = await tx.query<object>('SELECT 1 FROM visit WHERE case_id = $1 AND ended_at IS NULL', [theCase.id])
      if (waiting) throw new Refusal('visit.under_way')
      await moveBooking(tx, { booking, theCase }, 'receive', { position: post, reason: null })
      const channel = booking.roomId ? 'walk_in' : 'virtual'
      const inPerson = channel === 'walk_in'
      if (inPerson && !identityCard) throw new Refusal('visit.identity_not_shown', { fields: ['identityCard'] })
      const visit = tx.manager.create(Visit, {
        ...newVisit(tx, theCase, randomUUID(), channel),
        state: inPerson ? 'waiting' : 'joined',
        queueNumber: inPerson ? await nextQueueNumber(tx, localDate(tx.now)) : null,
        identityCard,
        identityCheckedBy: identityCard ? me.id : null,
        identityCheckedByName: identityCard ? me.name : null,
        bookingId: booking.id,
        waitingAt: inPerson ? tx.now : null,
      })
      await tx.manager.insert(Visit, visit)
      const after = visitFacts(visit, caseFacts(theCase))
      await tx.announce({
        kind: 'visit.registered',
        subject: after,
        caseId: theCase.id,
        version: 1,
        before: null,
        after,
        position: post,
        detail: { state: visit.state },
        notify: theCase.holderPositionId ? [{ positionIds: [theCase.holderPositionId], kind: 'visit.in_waiting_room' }] : [],
      })
      return { id: visit.id }
    })
  }
}
