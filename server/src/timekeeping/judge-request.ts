import { Injectable } from '@nestjs/common'
import { nextRequestStatus, pauseRefusal, demandClock, Refusal, titleHeld, type HeldPosition, type Viewer } from '@domain'
import { Case } from '../cases/index.js'
import { ClockRequest } from '../clocks/clock-request.entity.js'
import { requestFacts } from '../clocks/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { announceRequest, closeAnsweredTasks } from './announce-request.js'
import { extend } from './extend-clock.js'
import { bookedClock, demandPost, demandWords } from './open-clock.js'
import { pause, type Consent } from './pause-clock.js'
import { classify } from './reclassify-case.js'

interface Target {
  readonly id: string
  readonly version: number
}

interface Result {
  readonly [key: string]: string
  readonly caseId: string
}

/** The second person's answer to what was asked about a clock, or the first person's second thoughts. */
@Injectable()
export class JudgeClockRequest {
  constructor(private readonly work: Work) {}

  /** What was asked happens now, in both names. Refused when the clock has moved on so that it could no longer be asked for. */
  approve(me: Viewer, target: Target, note: string | null, attempt: Attempt): Promise<Result> {
    return this.work.run(me, 'approveClockRequest', attempt, async (tx) => {
      const { theCase, request } = await openRequest(tx, me, target)
      const status = nextRequestStatus(requestFacts(request, theCase), 'approve', me)
      const post = approvingPost(me, request)
      await answer(tx, request, status, post, note?.trim() ? demandWords(note, 'note') : null)
      await carryOut(tx, theCase, request, {
        note: request.reason,
        position: post,
        approval: { requestId: request.id, askedBy: request.askedBy },
      })
      await closeAnsweredTasks(tx, theCase)
      return { id: request.id, caseId: theCase.id }
    })
  }

  /** Everything stays as it was; whoever asked is told why. */
  decline(me: Viewer, target: Target, note: string, attempt: Attempt): Promise<Result> {
    return this.work.run(me, 'declineClockRequest', attempt, async (tx) => {
      const { theCase, request } = await openRequest(tx, me, target)
      const status = nextRequestStatus(requestFacts(request, theCase), 'decline', me)
      const why = demandWords(note, 'note')
      const post = approvingPost(me, request)
      await answer(tx, request, status, post, why)
      await closeAnsweredTasks(tx, theCase)
      await announceRequest(tx, 'clock.declined', theCase, request, {
        position: post,
        note: why,
        notify: [{ personIds: [request.askedBy], kind: 'clock.declined' }],
      })
      return { id: request.id, caseId: theCase.id }
    })
  }

  /** Whoever asked takes it back. */
  withdraw(me: Viewer, target: Target, attempt: Attempt): Promise<Result> {
    return this.work.run(me, 'withdrawClockRequest', attempt, async (tx) => {
      const { theCase, request } = await openRequest(tx, me, target)
      const status = nextRequestStatus(requestFacts(request, theCase), 'withdraw', me)
      const post = demandPost(me, 'read', theCase)
      await answer(tx, request, status, post, null)
      await closeAnsweredTasks(tx, theCase)
      await announceRequest(tx, 'clock.request_withdrawn', theCase, request, { position: post, note: null })
      return { id: request.id, caseId: theCase.id }
    })
  }
}

/** Locks the case, then the request. */
async function openRequest(tx: Tx, me: Viewer, target: Target): Promise<{ theCase: Case; request: ClockRequest }> {
  const [row] = await tx.query<{ case_id: string }>('SELECT case_id FROM clock_request WHERE id = $1', [target.id])
  if (!row) throw new Refusal('access.denied')
  const theCase = await findForUpdate(tx, Case, row.case_id, null)
  const request = await findForUpdate(tx, ClockRequest, target.id, null)
  if (request.version === target.version) return { theCase, request }
  nextRequestStatus({ ...requestFacts(request, theCase), status: 'asked' }, me.id === request.askedBy ? 'withdraw' : 'approve', me)
  throw new Refusal('conflict.changed_meanwhile', { version: request.version })
}

/** The post in which the second person answers: the one that was asked. */
function approvingPost(me: Viewer, request: ClockRequest): HeldPosition {
  const post = me.positions.find(({ id }) => id === request.approverPositionId)
  if (!post) throw new Refusal('access.denied')
  return post
}

async function answer(
  tx: Tx,
  request: ClockRequest,
  status: ClockRequest['status'],
  post: HeldPosition,
  note: string | null,
): Promise<void> {
  Object.assign(request, {
    status,
    answeredBy: tx.me.id,
    answeredByName: tx.me.name,
    answeredByTitle: titleHeld(post),
    answeredAt: tx.now,
    note,
  })
  await saveVersioned(tx, request)
}

async function carryOut(tx: Tx, theCase: Case, request: ClockRequest, consent: Consent): Promise<void> {
  if (request.kind === 'reclassify') {
    if (request.classification) await classify(tx, theCase, request.classification, consent)
    return
  }
  const open = await bookedClock(tx, theCase, { id: request.clockId ?? '', version: null })
  if (request.kind === 'extend') return extend(tx, open, request.amount ?? 0, request.askedAt, consent)
  if (!request.pauseReason) throw new Refusal('clock.pause_not_allowed')
  demandClock(pauseRefusal(open.facts, request.pauseReason, tx.now))
  return pause(tx, open, request.pauseReason, consent)
}
