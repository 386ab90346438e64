import { randomUUID } from 'node:crypto'
import type { Secrecy, TaskFacts, TaskKind } from '@domain'
import { planRisk } from '../clocks/index.js'
import type { Tx } from '../platform/work.js'
import type { Case } from './case.entity.js'

/** To whom a task goes: a post, or the shared queue of a unit. */
export type Desk = { readonly positionId: string } | { readonly unitId: string }

interface TaskRow {
  id: string
  kind: TaskKind
  case_id: string
  position_id: string | null
  unit_id: string | null
  secrecy: Secrecy
  case_registrar_id: string
  excluded_person_ids: string[]
  version: number
}

const RETURNED = 'id, kind, case_id, position_id, unit_id, secrecy, case_registrar_id, excluded_person_ids, version'

const facts = (row: TaskRow): TaskFacts => ({
  __typename: 'Task',
  id: row.id,
  caseId: row.case_id,
  positionId: row.position_id,
  unitId: row.unit_id,
  secrecy: row.secrecy,
  caseRegistrarId: row.case_registrar_id,
  excludedPersonIds: row.excluded_person_ids,
})

/** Puts work on a desk: it appears in the inbox of whoever holds the post. Opening what is already open changes nothing. */
export async function openTask(
  tx: Tx,
  theCase: Pick<Case, 'id' | 'nextDueAt' | 'nextAtRiskAt'>,
  kind: TaskKind,
  desk: Desk,
  about: { readonly letterId?: string; readonly dispositionId?: string } = {},
): Promise<void> {
  const [row] = await tx.query<TaskRow>(
    `INSERT INTO task (id, version, kind, case_id, disposition_id, letter_id, position_id, unit_id, opened_at, due_at, at_risk_at)
     VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, 'infinity'), coalesce($10::timestamptz, 'infinity'))
     ON CONFLICT DO NOTHING RETURNING ${RETURNED}`,
    [
      randomUUID(),
      kind,
      theCase.id,
      about.dispositionId ?? null,
      about.letterId ?? null,
      'positionId' in desk ? desk.positionId : null,
      'unitId' in desk ? desk.unitId : null,
      tx.now,
      theCase.nextDueAt,
      theCase.nextAtRiskAt,
    ],
  )
  if (row) {
    planRisk(tx, theCase.id)
    const after = facts(row)
    await tx.announce({
      kind: 'task.opened',
      subject: after,
      caseId: theCase.id,
      version: row.version,
      before: null,
      after,
      detail: { kind },
    })
  }
}

/** What is taken off the desks of a case. Without `kinds` everything but a release, which outlives the case, without `letterId` and `positionId` whomever it concerns; `letterId: null` means work on no letter yet. */
export interface TasksDone {
  readonly kinds?: readonly TaskKind[]
  readonly letterId?: string | null
  readonly positionIds?: readonly string[]
}

/** Takes work off the desks because it is done or has moved on. */
export async function closeTasks(tx: Tx, caseId: string, { kinds, letterId, positionIds }: TasksDone = {}): Promise<void> {
  const rows = await tx.query<TaskRow>(
    `UPDATE task SET closed_at = $2, version = version + 1
     WHERE case_id = $1 AND closed_at IS NULL AND (kind = ANY ($3) OR ($3::text[] IS NULL AND kind <> 'release')) AND ($4::uuid IS NULL OR letter_id = $4)
       AND ($5::uuid[] IS NULL OR position_id = ANY ($5)) AND NOT ($6 AND letter_id IS NOT NULL)
     RETURNING ${RETURNED}`,
    [caseId, tx.now, kinds ?? null, letterId ?? null, positionIds ?? null, letterId === null],
  )
  if (rows.length > 0) planRisk(tx, caseId)
  for (const row of rows) {
    const before = facts(row)
    await tx.announce({
      kind: 'task.closed',
      subject: before,
      caseId,
      version: row.version,
      before,
      after: before,
      detail: { kind: row.kind },
    })
  }
}

/**
 * Puts the letters of a case onto an Asisten's desk: those in draft or returned, and the answer while nobody has begun it. What is already with
 * a reviewer stays there.
 */
export async function openLetterWork(tx: Tx, theCase: Pick<Case, 'id' | 'nextDueAt' | 'nextAtRiskAt'>, positionId: string): Promise<void> {
  const letters = await tx.query<{ id: string; status: string; closes_case: boolean }>(
    `SELECT id, status, closes_case FROM letter WHERE case_id = $1 AND status <> 'withdrawn'`,
    [theCase.id],
  )
  if (!letters.some((letter) => letter.closes_case)) await openTask(tx, theCase, 'draft', { positionId })
  for (const letter of letters) {
    if (letter.status === 'draft') await openTask(tx, theCase, 'draft', { positionId }, { letterId: letter.id })
    if (letter.status === 'returned') await openTask(tx, theCase, 'revise', { positionId }, { letterId: letter.id })
  }
}
