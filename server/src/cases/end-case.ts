import { Injectable } from '@nestjs/common'
import {
  actingPost,
  caseFacts,
  demandCase,
  LIVE_DISPOSITION_STATES,
  Refusal,
  stageAfter,
  TERMINAL_LETTER_STATUSES,
  type CaseFacts,
  type CaseMove,
  type EventKind,
  type HeldPosition,
  type Viewer,
} from '@domain'
import { stopClocks } from '../clocks/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { announceMoved, MOVED_BRANCH, type MovedBranch } from './branch-moves.js'
import { Case } from './case.entity.js'
import { closeTasks } from './tasks.js'

/** Takes a request out of the register, because the requester withdrew it or it was entered twice. Letters under way must be ended first. */
@Injectable()
export class WithdrawCase {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number }, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'withdrawCase', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, target.id, target.version)
      const before = caseFacts(theCase)
      demandCase(before, 'withdraw', me)
      if (reason.trim().length < 3) throw new Refusal('disposition.reason_missing')
      await demandNoOpenLetter(tx, theCase)
      const [visited] = await tx.query('SELECT 1 FROM visit WHERE case_id = $1 AND ended_at IS NULL LIMIT 1', [theCase.id])
      if (visited) throw new Refusal('visit.under_way')
      const handlers = [...theCase.handlerPositionIds]
      const post = actingPost(me, 'withdraw', before, ...handlers)
      await end(tx, theCase, { move: 'withdraw', reason: 'withdrawn', before, post })
      await tell(tx, theCase, before, 'case.withdrawn', post, reason, [{ positionIds: handlers, kind: 'case.withdrawn' }])
      return { id: theCase.id }
    })
  }
}

/** The answer (or refusal) has its number: the case waits only for delivery. Called by the issuing transaction; locks nothing itself. */
export async function markAnswered(tx: Tx, theCase: Case, post: HeldPosition | null): Promise<void> {
  const before = caseFacts(theCase)
  theCase.stage = stageAfter(theCase, 'answer')
  theCase.answeredAt = tx.now
  await saveVersioned(tx, theCase)
  await closeTasks(tx, theCase.id, { kinds: ['draft', 'revise'] })
  await tell(tx, theCase, before, 'case.answered', post, null)
}

/** The number of the answer is void before it left the house: the case is in process again, in the same hands. Locks nothing itself. */
export async function markUnanswered(tx: Tx, theCase: Case, post: HeldPosition | null): Promise<void> {
  const before = caseFacts(theCase)
  theCase.stage = stageAfter(theCase, 'void_answer')
  theCase.answeredAt = null
  await saveVersioned(tx, theCase)
  await tell(tx, theCase, before, 'case.answer_voided', post, null)
}

/** The answer has reached its addressee: the promise is kept (or broken), every branch is done, nothing waits any more. */
export async function closeAnswered(tx: Tx, theCase: Case, post: HeldPosition | null): Promise<void> {
  const before = caseFacts(theCase)
  await stopClocks(tx, theCase, 'answer_delivered', 'delivered')
  await end(tx, theCase, { move: 'close', reason: 'closed', before, post })
  await tell(tx, theCase, before, 'case.closed', post, null, [{ positionIds: [...theCase.handlerPositionIds], kind: 'case.closed' }])
}

/** A consultation answered by word of mouth needs no letter: the request ends with it. Letters under way must be ended first. */
export async function closeOrally(tx: Tx, theCase: Case, post: HeldPosition | null): Promise<void> {
  await demandNoOpenLetter(tx, theCase)
  const before = caseFacts(theCase)
  theCase.processable ??= true
  theCase.decidedAt ??= tx.now
  theCase.answeredAt = tx.now
  await end(tx, theCase, { move: 'answer_orally', reason: 'closed', before, post })
  await tell(tx, theCase, before, 'case.closed', post, null, [{ positionIds: [...theCase.handlerPositionIds], kind: 'case.closed' }])
}

/** The visitor went away before being received: the request is taken back with the visit. */
export async function withdrawWithVisit(tx: Tx, theCase: Case, post: HeldPosition | null, reason: string): Promise<void> {
  await demandNoOpenLetter(tx, theCase)
  const before = caseFacts(theCase)
  await end(tx, theCase, { move: 'withdraw', reason: 'withdrawn', before, post })
  await tell(tx, theCase, before, 'case.withdrawn', post, reason, [
    { positionIds: [...theCase.handlerPositionIds], kind: 'case.withdrawn' },
  ])
}

async function demandNoOpenLetter(tx: Tx, theCase: Case): Promise<void> {
  const [open] = await tx.query('SELECT 1 FROM letter WHERE case_id = $1 AND status <> ALL ($2) LIMIT 1', [
    theCase.id,
    TERMINAL_LETTER_STATUSES,
  ])
  if (open) throw new Refusal('case.letters_open')
}

interface Ending {
  readonly move: CaseMove
  readonly reason: string
  readonly before: CaseFacts
  readonly post: HeldPosition | null
}

async function end(tx: Tx, theCase: Case, { move, reason, before, post }: Ending): Promise<void> {
  await stopClocks(tx, theCase, null, reason)
  theCase.stage = stageAfter(theCase, move)
  theCase.closedAt = tx.now
  await saveVersioned(tx, theCase)
  await closeTasks(tx, theCase.id)
  await endBranches(tx, before, caseFacts(theCase), post)
}

/** The end of a case ends every branch that still waits. */
async function endBranches(tx: Tx, before: CaseFacts, after: CaseFacts, position: HeldPosition | null): Promise<void> {
  const branches = await tx.query<MovedBranch>(
    `WITH waiting AS (SELECT id, state FROM disposition WHERE case_id = $1 AND state = ANY ($3) FOR UPDATE)
     UPDATE disposition d SET state = 'done', done_at = $2, ended_at = $2, version = version + 1 FROM waiting w WHERE d.id = w.id
     RETURNING ${MOVED_BRANCH}`,
    [after.id, tx.now, LIVE_DISPOSITION_STATES],
  )
  await announceMoved(tx, 'disposition.done', branches, { before, after }, position)
}

const tell = (
  tx: Tx,
  theCase: Case,
  before: CaseFacts,
  kind: EventKind,
  position: HeldPosition | null,
  note: string | null,
  notify: { positionIds: string[]; kind: string }[] = [],
): Promise<void> =>
  tx.announce({
    kind,
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before,
    after: caseFacts(theCase),
    position,
    note,
    notify,
    detail: { agendaNumber: theCase.agendaNumber, agendaYear: theCase.agendaYear },
  })
