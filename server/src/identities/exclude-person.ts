import { caseFacts, DISPOSING_ROLES, localDate, TERMINAL_STAGES } from '@domain'
import { Case, closeRegister, openTask } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import type { Tx } from '../platform/work.js'

interface Against {
  readonly nipIndex: Buffer | string | null
  readonly agencyCode: string | null
}

const FOUND = `SELECT c.id FROM "case" c WHERE NOT $1 = ANY (c.excluded_person_ids) AND (c.agency_code = $2
  OR EXISTS (SELECT FROM party p WHERE p.case_id = c.id AND p.role = 'reported' AND p.nip_index = $3))`

/**
 * Takes somebody out of every running case against a person or an agency, and where the case lies in their hands asks whoever gave it to them to give it
 * to somebody else. Cases are locked in the order of their ids.
 */
export async function excludeFromRunning(tx: Tx, personId: string, { nipIndex, agencyCode }: Against): Promise<void> {
  await closeRegister(tx)
  const found = await tx.query<{ id: string }>(`${FOUND} AND c.stage <> ALL ($4) ORDER BY c.id`, [
    personId,
    agencyCode,
    nipIndex,
    TERMINAL_STAGES,
  ])
  for (const { id } of found) await exclude(tx, id, personId)
}

/** As `excludeFromRunning`, of the reported themselves: they never see the case, nor when it is over. */
export async function excludeReported(tx: Tx, personId: string, nipIndex: Buffer): Promise<void> {
  await closeRegister(tx)
  for (const { id } of await tx.query<{ id: string }>(`${FOUND} ORDER BY c.id`, [personId, null, nipIndex])) await exclude(tx, id, personId)
}

async function exclude(tx: Tx, caseId: string, personId: string): Promise<void> {
  const theCase = await findForUpdate(tx, Case, caseId, null)
  const before = caseFacts(theCase)
  theCase.excludedPersonIds = [...theCase.excludedPersonIds, personId]
  await saveVersioned(tx, theCase)
  const giver = TERMINAL_STAGES.includes(theCase.stage) ? null : await giverOf(tx, theCase, personId)
  if (giver) await openTask(tx, theCase, 'reassign', { positionId: giver.positionId }, { dispositionId: giver.dispositionId })
  await tx.announce({
    kind: 'case.excluded',
    subject: { __typename: 'Case', id: caseId },
    version: theCase.version,
    before,
    after: caseFacts(theCase),
    detail: { personId, reassign: giver !== null },
    ...(giver ? { notify: [{ positionIds: [giver.positionId], kind: 'case.needs_reassignment' }] } : {}),
  })
}

/** Who gave the case to the post that the person holds it in: the nearest giver above who is somebody else. */
async function giverOf(tx: Tx, theCase: Case, personId: string): Promise<{ positionId: string; dispositionId: string } | null> {
  const [giver] = await tx.query<{ positionId: string; dispositionId: string }>(
    `SELECT d.from_position_id AS "positionId", d.id AS "dispositionId" FROM disposition d JOIN "position" p ON p.id = d.from_position_id
     WHERE d.case_id = $1 AND d.to_position_id = $2 AND d.kind = 'main' AND d.state IN ('sent', 'read', 'accepted', 'done') AND p.role = ANY ($5)
       AND EXISTS (SELECT FROM position_holder h WHERE h.position_id = $2 AND h.person_id = $3 AND $4::date BETWEEN h.since AND coalesce(h.until, 'infinity'))
     ORDER BY d.sent_at DESC LIMIT 1`,
    [theCase.id, theCase.holderPositionId, personId, localDate(tx.now), DISPOSING_ROLES],
  )
  return giver ?? null
}
