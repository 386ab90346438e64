import { Injectable } from '@nestjs/common'
import {
  addCalendarDays,
  caseFacts,
  conflictOf,
  demandCase,
  DISPOSITION_WORKFLOW,
  INSTRUCTIONS,
  localDate,
  mayDisposeTo,
  moveTo,
  Refusal,
  stageAfter,
  taskFor,
  type DispositionKind,
  type DispositionStep,
  type HeldPosition,
  type Viewer,
} from '@domain'
import { Case, closeTasks, openTask, openLetterWork } from '../cases/index.js'
import { startClocks } from '../clocks/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import { Work, type Attempt, type Tx } from '../platform/work.js'
import { unconflictedColleagues } from './alternatives.js'
import type { Disposition } from './disposition.entity.js'
import {
  addBranch,
  announceBranch,
  below,
  branchesOf,
  endBranches,
  handlersOf,
  isInForce,
  isLive,
  recipientPosts,
  type RecipientPost,
} from './tree.js'

/** One branch as the disposer fills it in. `dueOn` is a Jakarta date. */
export interface Branch {
  readonly toPositionId: string
  readonly kind: DispositionKind
  readonly instructions: readonly string[]
  readonly note?: string | null
  readonly dueOn?: string | null
}

/** A branch with a longer term is a slip of the keys. */
const FURTHEST_DUE_DAYS = 366

/**
 * Pimpinan disposes to the working groups, a working group to its Asisten: one main recipient, any number of copies. Disposing again ends what
 * stood below the disposer's own branch, so that past handlers lose the case (rule 25).
 */
@Injectable()
export class DisposeCase {
  constructor(private readonly work: Work) {}

  run(me: Viewer, target: { caseId: string; version: number }, branches: readonly Branch[], attempt: Attempt): Promise<{ id: string }> {
    return this.work.run(me, 'disposeCase', attempt, async (tx) => {
      const theCase = await findForUpdate(tx, Case, target.caseId, target.version)
      demandCase(caseFacts(theCase), 'dispose', me)
      await disposeFrom(tx, theCase, branches)
      return { id: theCase.id }
    })
  }
}

/** Disposes from the viewer's own branch downwards; the case is locked and the rule asked before. */
export async function disposeFrom(tx: Tx, theCase: Case, branches: readonly Branch[]): Promise<void> {
  const me = tx.me
  const before = caseFacts(theCase)
  const tree = await branchesOf(tx, theCase.id)
  const own = ownBranch(tree, me, theCase)
  const post = me.positions.find((held) => held.id === own.toPositionId)
  if (!post) throw new Refusal('access.denied')
  const recipients = await recipientPosts(
    tx,
    branches.map((branch) => branch.toPositionId),
  )
  const main = await demandBranches(tx, theCase, post, branches, recipients)

  const overtaken = below(tree, own.id).filter(isLive)
  const states = new Map(overtaken.map((branch) => [branch.id, branch.state]))
  const superseded = below(tree, own.id).filter(isInForce)
  await endBranches(tx, superseded, 'superseded', null)
  const was = own.state
  const accepted = await acceptOwn(tx, own)
  const added: Disposition[] = []
  for (const branch of branches) {
    const to = recipients.get(branch.toPositionId)
    if (to) {
      const content = { instructions: branch.instructions, note: branch.note?.trim() || null, dueOn: branch.dueOn ?? null }
      added.push(await addBranch(tx, theCase, post, { parentId: own.id, kind: branch.kind, to, ...content }))
    }
  }

  const move = moveTo(main.role, theCase.processable)
  if (!move) throw new Refusal('disposition.recipient_not_below')
  theCase.stage = stageAfter(theCase, move)
  theCase.holderPositionId = main.id
  if (move === 'dispose_to_unit') theCase.unitId = main.unitId
  if (move === 'pass_along') theCase.unitId = null
  theCase.handlerPositionIds = handlersOf(await branchesOf(tx, theCase.id))
  if (move === 'dispose_to_unit') await startClocks(tx, theCase, 'received_by_unit', tx.now)
  await saveVersioned(tx, theCase)
  const after = caseFacts(theCase)

  await closeTasks(tx, theCase.id, { kinds: ['dispose', 'reassign', 'decide', 'draft', 'revise'] })
  const mainBranch = added.find((branch) => branch.kind === 'main')
  const about = mainBranch ? { dispositionId: mainBranch.id } : {}
  if (taskFor(move) === 'draft') await openLetterWork(tx, theCase, main.id)
  else await openTask(tx, theCase, taskFor(move), { positionId: main.id }, about)

  await tx.announce({
    kind: 'case.disposed',
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before,
    after,
    position: post,
    detail: { to: main.id, copies: added.filter((branch) => branch.kind === 'copy').map((branch) => branch.toPositionId) },
  })
  if (accepted) await announceBranch(tx, 'disposition.accepted', own, { before, after }, { position: post, was })
  for (const branch of superseded)
    await announceBranch(tx, 'disposition.superseded', branch, { before, after }, { position: post, was: states.get(branch.id) ?? 'done' })
  for (const branch of added) {
    const kind =
      branch.kind === 'copy'
        ? 'disposition.copy_for_you'
        : taskFor(move) === 'dispose'
          ? 'case.waits_for_disposition'
          : 'case.assigned_to_you'
    await announceBranch(
      tx,
      'disposition.sent',
      branch,
      { before, after },
      { position: post, note: branch.note, notify: [{ positionIds: [branch.toPositionId], kind }] },
    )
  }
}

/** The branch the viewer disposes from: a main branch to one of their posts, the deepest first so that a head disposes as head. */
function ownBranch(tree: readonly Disposition[], me: Viewer, theCase: Case): Disposition {
  const mine = tree.filter(
    (branch) => branch.kind === 'main' && isInForce(branch) && me.positions.some((held) => held.id === branch.toPositionId),
  )
  const own = mine.find((branch) => branch.toPositionId === theCase.holderPositionId) ?? mine.at(-1)
  if (!own) throw new Refusal('access.denied')
  return own
}

/** Checks all branches together and gives the main recipient. */
async function demandBranches(
  tx: Tx,
  theCase: Case,
  post: HeldPosition,
  branches: readonly Branch[],
  recipients: ReadonlyMap<string, RecipientPost>,
): Promise<RecipientPost> {
  if (branches.length === 0) throw new Refusal('disposition.no_recipient')
  const distinct = new Set(branches.map((branch) => branch.toPositionId))
  if (branches.filter((branch) => branch.kind === 'main').length !== 1 || distinct.size !== branches.length)
    throw new Refusal('disposition.one_main_recipient')
  for (const branch of branches) {
    const to = recipients.get(branch.toPositionId)
    if (!to || !mayDisposeTo(post, to, branch.kind)) throw new Refusal('disposition.recipient_not_below')
    if (to.holderIds.length === 0) throw new Refusal('disposition.recipient_vacant', { title: to.title })
    if (to.holderIds.some((id) => conflictOf(id, 'handler', { excludedPersonIds: theCase.excludedPersonIds, authorIds: [] }))) {
      const others = await unconflictedColleagues(tx.manager, theCase, to, tx.now)
      throw new Refusal('disposition.recipient_conflicted', { title: to.title, alternatives: others.map((other) => other.title) })
    }
    if (branch.dueOn && branch.dueOn < localDate(tx.now)) throw new Refusal('disposition.due_in_past', { fields: ['dueOn'] })
    if (branch.dueOn && branch.dueOn > addCalendarDays(localDate(tx.now), FURTHEST_DUE_DAYS))
      throw new Refusal('request.invalid', { fields: ['dueOn'] })
    const repeated = new Set(branch.instructions).size !== branch.instructions.length
    if (repeated || branch.instructions.some((code) => !INSTRUCTIONS.some((known) => known === code)) || (branch.note?.length ?? 0) > 2000)
      throw new Refusal('request.invalid', { fields: ['instructions'] })
  }
  const main = recipients.get(branches.find((branch) => branch.kind === 'main')?.toPositionId ?? '')
  if (!main) throw new Refusal('disposition.one_main_recipient')
  return main
}

/** Disposing onwards is the plainest way of having read and taken a branch, also one that had been marked done. Gives whether that is new. */
async function acceptOwn(tx: Tx, own: Disposition): Promise<boolean> {
  const action = own.state === 'done' ? 'resume' : 'accept'
  const step: DispositionStep = DISPOSITION_WORKFLOW[action]
  if (!step.from.includes(own.state)) return false
  Object.assign(own, { state: step.to, doneAt: null, endedAt: null, closingNote: null })
  own.readAt ??= tx.now
  own.readByName ??= tx.me.name
  own.acceptedAt = tx.now
  await saveVersioned(tx, own)
  return true
}
