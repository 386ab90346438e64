import { Injectable } from '@nestjs/common'
import {
  caseFacts,
  moveBackTo,
  nextState,
  Refusal,
  ruleRefusal,
  stageAfter,
  type CaseFacts,
  type CaseMove,
  type HeldPosition,
  type Role,
  type Viewer,
} from '@domain'
import { Case, closeTasks, openTask, registryUnitId } from '../cases/index.js'
import { stopClocks } from '../clocks/index.js'
import { atVersion, findForUpdate } from '../platform/find-for-update.js'
import { PLANNED_ONCE } from '../platform/planned-once.js'
import { RowColumns } from '../platform/row-columns.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { Disposition } from './disposition.entity.js'
import { announceBranch, below, branchesOf, endBranches, handlersOf, isInForce, isLive } from './tree.js'

interface Target {
  readonly id: string
  readonly version: number | null
}

/** What the recipient of a branch answers to it, and what its giver may still take back. */
@Injectable()
export class AnswerDisposition {
  constructor(private readonly work: Work) {}

  /** The read receipt: once, by the first who opens it. Opening again is no act and leaves no trace. */
  read(me: Viewer, id: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'readDisposition', attempt, async (tx) => {
      const { branch, parent } = await this.open(tx, { id, version: null })
      if (ruleRefusal(me, 'mark_read', branch) === null && branch.state !== 'sent') return { id }
      const was = branch.state
      branch.state = nextState(branch, 'mark_read', me, parent)
      branch.readAt = tx.now
      branch.readByName = me.name
      await saveVersioned(tx, branch)
      await announceBranch(tx, 'disposition.read', branch, unchanged(parent), { position: postOf(me, branch.toPositionId), was })
      return { id }
    })
  }

  accept(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'acceptDisposition', attempt, async (tx) => {
      const { branch, parent } = await this.open(tx, target)
      const was = branch.state
      branch.state = nextState(branch, 'accept', me, parent)
      branch.readAt ??= tx.now
      branch.readByName ??= me.name
      branch.acceptedAt = tx.now
      const post = postOf(me, branch.toPositionId)
      await saveVersioned(tx, branch)
      const before = caseFacts(parent)
      if (branch.kind === 'main' && parent.holderPositionId === branch.toPositionId && parent.stage === 'assigned') {
        const due = parent.nextDueAt?.getTime()
        await stopClocks(tx, parent, 'follow_up_begun', 'accepted')
        if (due !== parent.nextDueAt?.getTime()) {
          await saveVersioned(tx, parent)
          await tx.announce({
            kind: 'case.amended',
            subject: { __typename: 'Case', id: parent.id },
            version: parent.version,
            before,
            after: caseFacts(parent),
            position: post,
          })
        }
      }
      await announceBranch(tx, 'disposition.accepted', branch, { before, after: caseFacts(parent) }, { position: post, was })
      return { id: branch.id }
    })
  }

  /** Done, with a note for the giver. A main branch is done by the end of its case. */
  finish(me: Viewer, target: Target, note: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'finishDisposition', attempt, async (tx) => {
      const { branch, parent } = await this.open(tx, target)
      const was = branch.state
      branch.state = nextState(branch, 'finish', me, parent)
      if (note.trim().length < 3) throw new Refusal('disposition.reason_missing')
      branch.doneAt = tx.now
      branch.endedAt = tx.now
      branch.closingNote = note.trim()
      await saveVersioned(tx, branch)
      const notify = [{ positionIds: [branch.fromPositionId], kind: 'disposition.done' }]
      await announceBranch(tx, 'disposition.done', branch, unchanged(parent), {
        position: postOf(me, branch.toPositionId),
        note,
        notify,
        was,
      })
      return { id: branch.id }
    })
  }

  /** The giver takes a branch back while nobody has read it. A main branch goes back to the giver's own desk. */
  withdraw(me: Viewer, target: Target, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'withdrawDisposition', attempt, async (tx) => {
      const { branch, parent } = await this.open(tx, target)
      const before = caseFacts(parent)
      const was = branch.state
      branch.state = nextState(branch, 'withdraw', me, parent)
      branch.endedAt = tx.now
      await saveVersioned(tx, branch)
      const post = postOf(me, branch.fromPositionId)
      await this.moveUp(tx, parent, branch, post, null)
      await announceBranch(tx, 'disposition.withdrawn', branch, { before, after: caseFacts(parent) }, { position: post, was })
      return { id: branch.id }
    })
  }

  /** The recipient sends a branch back up, with the reason. */
  sendBack(me: Viewer, target: Target, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'sendBackDisposition', attempt, async (tx) => {
      const { branch, parent } = await this.open(tx, target)
      return this.sendUp(tx, branch, parent, reason)
    })
  }

  /** Pimpinan sends the whole request back to the Sekretariat: the root branch is returned. */
  returnToRegistry(me: Viewer, target: { id: string; version: number }, reason: string, attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'returnCaseToRegistry', attempt, async (tx) => {
      const parent = await findForUpdate(tx, Case, target.id, target.version)
      const branch = (await branchesOf(tx, parent.id)).find(
        (one) => one.kind === 'main' && isLive(one) && one.toPositionId === parent.holderPositionId,
      )
      if (!branch) throw new Refusal('access.denied')
      await this.sendUp(tx, branch, parent, reason)
      return { id: parent.id }
    })
  }

  private async sendUp(tx: Tx, branch: Disposition, parent: Case, reason: string): Promise<{ id: string }> {
    const before = caseFacts(parent)
    const was = branch.state
    branch.state = nextState(branch, 'send_back', tx.me, parent)
    if (reason.trim().length < 3) throw new Refusal('disposition.reason_missing')
    branch.readAt ??= tx.now
    branch.readByName ??= tx.me.name
    branch.endedAt = tx.now
    branch.closingNote = reason.trim()
    await saveVersioned(tx, branch)
    const post = postOf(tx.me, branch.toPositionId)
    await this.moveUp(tx, parent, branch, post, reason)
    const notify = [{ positionIds: [branch.fromPositionId], kind: 'case.returned_to_you' }]
    await announceBranch(
      tx,
      'disposition.returned',
      branch,
      { before, after: caseFacts(parent) },
      { position: post, note: reason, notify, was },
    )
    return { id: branch.id }
  }

  /** A main branch that came back moves the case one tier up; a copy moves nothing but its recipient's sight. */
  private async moveUp(tx: Tx, parent: Case, branch: Disposition, post: HeldPosition | null, reason: string | null): Promise<void> {
    const before = caseFacts(parent)
    const tree = await branchesOf(tx, parent.id)
    if (branch.kind === 'main') {
      if (parent.holderPositionId !== branch.toPositionId) throw new Refusal('disposition.wrong_state')
      await endBranches(tx, below(tree, branch.id).filter(isInForce), 'superseded', null)
      const upper = tree.find((one) => one.id === branch.parentId)
      parent.stage = stageAfter(parent, await moveUpFrom(tx, upper))
      parent.holderPositionId = upper?.toPositionId ?? null
      if (parent.stage === 'handed_over' || parent.stage === 'registered') parent.unitId = null
      await closeTasks(tx, parent.id, { kinds: ['dispose', 'decide', 'draft', 'revise'] })
      if (upper) await openTask(tx, parent, 'dispose', { positionId: upper.toPositionId }, { dispositionId: upper.id })
      else await openTask(tx, parent, 'complete_registration', { unitId: await registryUnitId(tx) })
    }
    parent.handlerPositionIds = handlersOf(await branchesOf(tx, parent.id))
    await saveVersioned(tx, parent)
    await tx.announce({
      kind: 'case.returned',
      subject: { __typename: 'Case', id: parent.id },
      version: parent.version,
      before,
      after: caseFacts(parent),
      position: post,
      note: reason,
      detail: { to: parent.holderPositionId },
    })
  }

  /** Locks the case, then the branch, in the fixed order: PostgreSQL locks a row's tables in the order in which `FOR UPDATE OF` names them. */
  private async open(tx: Tx, { id, version }: Target): Promise<{ branch: Disposition; parent: Case }> {
    const db = tx.manager.connection
    const [d, c] = [new RowColumns(db, Disposition, 'd'), new RowColumns(db, Case, 'c')]
    const [row] = await tx.query<object>(
      `${PLANNED_ONCE}SELECT ${d.select}, ${c.select} FROM ${d.table} d JOIN ${c.table} c ON c.id = d.case_id WHERE d.id = $1 FOR UPDATE OF c, d`,
      [id],
    )
    if (!row) throw new Refusal('access.denied')
    const parent = c.entityOf({ ...row })
    const branch = atVersion(tx, d.entityOf({ ...row }), version)
    return { branch, parent }
  }
}

const unchanged = (parent: Case): { before: CaseFacts; after: CaseFacts } => ({ before: caseFacts(parent), after: caseFacts(parent) })

const postOf = (me: Viewer, positionId: string): HeldPosition | null => me.positions.find((held) => held.id === positionId) ?? null

/** Which move takes a case from a returned branch to the one above it. */
async function moveUpFrom(tx: Tx, upper: Disposition | undefined): Promise<CaseMove> {
  if (!upper) return moveBackTo(null)
  const [post] = await tx.query<{ role: Role }>('SELECT role FROM "position" WHERE id = $1', [upper.toPositionId])
  return moveBackTo(post ?? null)
}
