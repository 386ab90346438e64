import { caseFacts, Refusal, stageAfter, UNIT_HEAD_ROLE, type HeldPosition } from '@domain'
import { closeTasks, openTask, type Case } from '../cases/index.js'
import { saveVersioned } from '../platform/save-versioned.js'
import type { Tx } from '../platform/work.js'
import { addBranch, announceBranch, branchesOf, endBranches, handlersOf, isInForce, isLive, recipientPosts } from './tree.js'

/**
 * A visitor's request goes from the front office straight to the head of the unit, who assigns the officer (Standar Pelayanan Konsultasi Mediasi dan
 * Perlindungan, Prosedur 2.2 and 2.3; Konsultasi Kode Etik, Prosedur 2.2). Sent again, it is taken from the unit it was sent to by mistake.
 */
export async function bringToUnit(tx: Tx, theCase: Case, post: HeldPosition, unitId: string): Promise<void> {
  const before = caseFacts(theCase)
  const headId = await headOfUnit(tx, unitId)
  const head = (await recipientPosts(tx, [headId])).get(headId)
  if (!head || head.holderIds.length === 0) throw new Refusal('disposition.recipient_vacant', { title: head?.title ?? '' })
  if (head.holderIds.every((id) => theCase.excludedPersonIds.includes(id))) throw new Refusal('disposition.recipient_conflicted')

  const tree = await branchesOf(tx, theCase.id)
  const states = new Map(tree.map((branch) => [branch.id, branch.state]))
  const overtaken = tree.filter((branch) => isInForce(branch) || isLive(branch))
  await endBranches(tx, overtaken, 'superseded', null)
  const branch = await addBranch(tx, theCase, post, { parentId: null, kind: 'main', to: head, instructions: [], note: null, dueOn: null })

  theCase.stage = stageAfter(theCase, 'receive_visit')
  theCase.holderPositionId = head.id
  theCase.unitId = unitId
  theCase.handlerPositionIds = handlersOf(await branchesOf(tx, theCase.id))
  await saveVersioned(tx, theCase)
  const after = caseFacts(theCase)
  await closeTasks(tx, theCase.id, { kinds: ['complete_registration', 'dispose'] })
  await openTask(tx, theCase, 'dispose', { positionId: head.id }, { dispositionId: branch.id })
  await tx.announce({
    kind: 'case.disposed',
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before,
    after,
    position: post,
    detail: { to: head.id, copies: [] },
    notify: [{ positionIds: [head.id], kind: 'visit.waits_for_unit' }],
  })
  for (const one of overtaken)
    await announceBranch(tx, 'disposition.superseded', one, { before, after }, { position: post, was: states.get(one.id) ?? 'done' })
  await announceBranch(tx, 'disposition.sent', branch, { before, after }, { position: post })
}

/** The post that heads a working group. */
async function headOfUnit(tx: Tx, unitId: string): Promise<string> {
  const [head] = await tx.query<{ id: string }>(
    `SELECT p.id FROM "position" p JOIN unit u ON u.id = p.unit_id WHERE p.unit_id = $1 AND p.role = $2 AND p.closed_at IS NULL ORDER BY p.rank, p.id LIMIT 1`,
    [unitId, UNIT_HEAD_ROLE],
  )
  if (!head) throw new Refusal('disposition.recipient_vacant')
  return head.id
}
