import { dispositionFacts, type CaseFacts, type DispositionFacts, type DispositionState, type EventKind, type HeldPosition } from '@domain'
import type { Tx } from '../platform/work.js'

/** A branch that an act on its case has moved, and the state it was in. */
export type MovedBranch = Omit<DispositionFacts, '__typename'> & { readonly was: DispositionState }

/** The columns of a moved branch; `d` is the table, `w` what it was. */
export const MOVED_BRANCH = `d.id, d.version, d.case_id AS "caseId", d.parent_id AS "parentId", d.kind, d.state,
  d.from_position_id AS "fromPositionId", d.to_position_id AS "toPositionId", d.to_unit_id AS "toUnitId", d.case_unit_id AS "caseUnitId", d.secrecy,
  d.case_handler_position_ids AS "caseHandlerPositionIds", d.case_registrar_id AS "caseRegistrarId", d.excluded_person_ids AS "excludedPersonIds", w.state AS was`

/** Says branch by branch what an act on the case did to them, so that the tree moves on every screen. */
export async function announceMoved(
  tx: Tx,
  kind: EventKind,
  branches: readonly MovedBranch[],
  cases: { readonly before: CaseFacts; readonly after: CaseFacts },
  position: HeldPosition | null,
): Promise<void> {
  for (const { was, ...branch } of branches) {
    await tx.announce({
      kind,
      subject: { __typename: 'Disposition', id: branch.id },
      caseId: cases.after.id,
      version: branch.version,
      before: { ...dispositionFacts(branch, cases.before), state: was },
      after: dispositionFacts(branch, cases.after),
      position,
      detail: { to: branch.toPositionId, kind: branch.kind, withCase: true },
    })
  }
}
