import { Injectable } from '@nestjs/common'
import { caseFacts, demandCase, DISPOSITION_WORKFLOW, Refusal, stageAfter, type CaseFacts, type HeldPosition, type Viewer } from '@domain'
import { startClocks, stopClocks } from '../clocks/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { announceMoved, MOVED_BRANCH, type MovedBranch } from './branch-moves.js'
import { Case } from './case.entity.js'
import { Party } from './party.entity.js'
import { hasSealedEmail } from './sealed-identity.js'
import { closeTasks, openLetterWork } from './tasks.js'

/** How the requester was told that the request is processed. */
export const CONFIRMATIONS = ['email', 'phone', 'letter'] as const
export type Confirmation = (typeof CONFIRMATIONS)[number]

export interface Decision {
  readonly processable: boolean
  readonly reason: string
  readonly confirmBy: Confirmation | null
}

/**
 * The Asisten finds whether a request can be processed. Yes: the requester is told, which starts the clock of services that promise from there
 * (Konsultasi Pelanggaran Sistem Merit, Waktu Penyelesaian: "sejak konfirmasi permohonan konsultasi telah diproses"). No: the service's notice letter follows.
 */
@Injectable()
export class DecideCase {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { id: string; version: number }, decision: Decision, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'decideCase', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, target.id, target.version)
      const before = caseFacts(theCase)
      demandCase(before, 'decide', me)
      const reason = decision.reason.trim()
      if (reason.length < 3 || reason.length > 2000) throw new Refusal('request.invalid', { fields: ['reason'] })
      if (decision.processable && !decision.confirmBy) throw new Refusal('request.invalid', { fields: ['confirmBy'] })
      if (decision.processable && decision.confirmBy === 'email') await demandEmail(tx, theCase.id)

      await enterDecision(tx, theCase, { ...decision, reason }, holding(me, theCase))
      return { id: theCase.id }
    })
  }
}

/** Writes the decision into the case, in the name of the post that holds it (or, at a visit, of the unit's head). Locks nothing itself. */
export async function enterDecision(tx: Tx, theCase: Case, decision: Decision, post: HeldPosition): Promise<void> {
  const before = caseFacts(theCase)
  const desk = theCase.holderPositionId ?? post.id
  theCase.stage = stageAfter(theCase, 'decide')
  theCase.processable = decision.processable
  theCase.decisionReason = decision.reason
  theCase.decidedAt = tx.now
  if (decision.processable) await startClocks(tx, theCase, 'confirmed_processed', tx.now)
  await stopClocks(tx, theCase, 'follow_up_begun', 'decided')
  await saveVersioned(tx, theCase)

  await closeTasks(tx, theCase.id, { kinds: ['decide', 'draft', 'revise'] })
  await openLetterWork(tx, theCase, desk)
  if (decision.processable && decision.confirmBy === 'email') await tx.job('mail.confirm-processing', { caseId: theCase.id })
  await tx.announce({
    kind: 'case.decided',
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before,
    after: caseFacts(theCase),
    position: post,
    note: decision.reason,
    detail: { processable: decision.processable, confirmBy: decision.confirmBy },
  })
  if (desk === post.id) await acceptByDeciding(tx, before, caseFacts(theCase), post)
}

/** Nobody is told at an address that was never given. */
async function demandEmail(tx: Tx, caseId: string): Promise<void> {
  const requester = await tx.manager.findOneBy(Party, { caseId, role: 'requester' })
  if (!requester?.emailSealed && !(await hasSealedEmail(tx, caseId))) throw new Refusal('case.no_email', { fields: ['confirmBy'] })
}

/** Whoever decides has taken the case up: the branch through which it came is accepted with it, as disposing onwards does. */
async function acceptByDeciding(tx: Tx, before: CaseFacts, after: CaseFacts, post: HeldPosition): Promise<void> {
  const branches = await tx.query<MovedBranch>(
    `WITH waiting AS (
       SELECT id, state FROM disposition WHERE case_id = $1 AND to_position_id = $2 AND kind = 'main' AND state = ANY ($5) FOR UPDATE)
     UPDATE disposition d SET state = $6, read_at = coalesce(read_at, $3), read_by_name = coalesce(read_by_name, $4), accepted_at = $3,
       version = version + 1 FROM waiting w WHERE d.id = w.id
     RETURNING ${MOVED_BRANCH}`,
    [after.id, post.id, tx.now, tx.me.name, DISPOSITION_WORKFLOW.accept.from, DISPOSITION_WORKFLOW.accept.to],
  )
  await announceMoved(tx, 'disposition.accepted', branches, { before, after }, post)
}

/** The post in which the viewer has the case in hand. */
export function holding(me: Viewer, theCase: Pick<Case, 'holderPositionId'>): HeldPosition {
  const post = me.positions.find((held) => held.id === theCase.holderPositionId)
  if (!post) throw new Refusal('access.denied')
  return post
}
