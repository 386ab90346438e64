import { randomUUID } from 'node:crypto'
import {
  localDate,
  dispositionFacts,
  LIVE_DISPOSITION_STATES,
  STANDING_DISPOSITION_STATES,
  titleHeld,
  type CaseFacts,
  type DispositionKind,
  type DispositionState,
  type EventKind,
  type HeldPosition,
  type Role,
} from '@domain'
import type { Case } from '../cases/index.js'
import type { Tx } from '../platform/work.js'
import { Disposition } from './disposition.entity.js'

/** The post a branch may go to, with what decides whether it may. */
export interface RecipientPost {
  readonly id: string
  readonly title: string
  readonly role: Role
  readonly unitId: string
  readonly holderIds: readonly string[]
}

/** Open posts by id with who holds them on the day of the act. */
export async function recipientPosts(tx: Tx, ids: readonly string[]): Promise<Map<string, RecipientPost>> {
  const rows = await tx.query<RecipientPost>(
    `SELECT p.id, p.title, p.role, p.unit_id AS "unitId",
       coalesce(array_agg(h.person_id) FILTER (WHERE h.person_id IS NOT NULL), '{}') AS "holderIds"
     FROM "position" p
     LEFT JOIN position_holder h ON h.position_id = p.id
       AND $2::date BETWEEN h.since AND coalesce(h.until, 'infinity')
     WHERE p.id = ANY ($1) AND p.closed_at IS NULL GROUP BY p.id`,
    [ids, localDate(tx.now)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a new branch says. */
export interface NewBranch {
  readonly parentId: string | null
  readonly kind: DispositionKind
  readonly to: RecipientPost
  readonly instructions: readonly string[]
  readonly note: string | null
  readonly dueOn: string | null
}

/** Adds a branch from the post acted in. */
export async function addBranch(tx: Tx, theCase: Case, from: HeldPosition, branch: NewBranch): Promise<Disposition> {
  const row = tx.manager.create(Disposition, {
    id: randomUUID(),
    version: 1,
    caseId: theCase.id,
    parentId: branch.parentId,
    kind: branch.kind,
    state: 'sent',
    fromPositionId: from.id,
    fromPersonId: tx.me.id,
    fromPersonName: tx.me.name,
    fromTitle: titleHeld(from),
    toPositionId: branch.to.id,
    toUnitId: branch.to.unitId,
    instructions: [...branch.instructions],
    note: branch.note,
    dueOn: branch.dueOn,
    sentAt: tx.now,
    readAt: null,
    readByName: null,
    acceptedAt: null,
    doneAt: null,
    endedAt: null,
    closingNote: null,
    caseUnitId: theCase.unitId,
    secrecy: theCase.secrecy,
    caseHandlerPositionIds: [],
    caseRegistrarId: theCase.registrarId,
    excludedPersonIds: [],
  })
  await tx.manager.insert(Disposition, row)
  return row
}

/** All branches of a case, oldest first, locked. The case is locked before (fixed order: case, then its children). */
export const branchesOf = (tx: Tx, caseId: string): Promise<Disposition[]> =>
  tx.manager.find(Disposition, { where: { caseId }, order: { sentAt: 'ASC' }, lock: { mode: 'pessimistic_write' } })

export const isLive = (branch: Disposition): boolean => LIVE_DISPOSITION_STATES.includes(branch.state)
export const isInForce = (branch: Disposition): boolean => STANDING_DISPOSITION_STATES.includes(branch.state)

/** The branches below one, at any depth. */
export function below(branches: readonly Disposition[], id: string): Disposition[] {
  const children = branches.filter((branch) => branch.parentId === id)
  return children.flatMap((child) => [child, ...below(branches, child.id)])
}

/** Ends branches that somebody else's act overtook. */
export async function endBranches(
  tx: Tx,
  branches: readonly Disposition[],
  state: 'superseded' | 'done',
  note: string | null,
): Promise<void> {
  for (const branch of branches) {
    branch.state = state
    branch.endedAt = tx.now
    if (state === 'done') branch.doneAt = tx.now
    branch.closingNote = note ?? branch.closingNote
    branch.version += 1
    await tx.query('UPDATE disposition SET state = $2, ended_at = $3, done_at = $4, closing_note = $5, version = $6 WHERE id = $1', [
      branch.id,
      state,
      branch.endedAt,
      branch.doneAt,
      branch.closingNote,
      branch.version,
    ])
  }
}

/** The posts that handle the case: the recipients of all branches in force, each once, in the order they came. */
export const handlersOf = (branches: readonly Disposition[]): string[] => [
  ...new Set(branches.filter(isInForce).map((branch) => branch.toPositionId)),
]

/** Says what happened to a branch. Facts are taken beside the case as it is now, and as it was. */
export function announceBranch(
  tx: Tx,
  kind: EventKind,
  branch: Disposition,
  cases: { readonly before: CaseFacts | null; readonly after: CaseFacts },
  more: {
    readonly position: HeldPosition | null
    readonly note?: string | null
    readonly notify?: { positionIds: string[]; kind: string }[]
    readonly was?: DispositionState
  },
): Promise<void> {
  const after = dispositionFacts(branch, cases.after)
  const before =
    cases.before && kind !== 'disposition.sent' ? { ...dispositionFacts(branch, cases.before), state: more.was ?? branch.state } : null
  return tx.announce({
    kind,
    subject: { __typename: 'Disposition', id: branch.id },
    caseId: branch.caseId,
    version: branch.version,
    before,
    after,
    position: more.position,
    note: more.note ?? null,
    detail: { to: branch.toPositionId, kind: branch.kind, instructions: branch.instructions, dueOn: branch.dueOn },
    ...(more.notify ? { notify: more.notify } : {}),
  })
}
