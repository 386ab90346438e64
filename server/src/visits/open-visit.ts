import {
  caseFacts,
  categoryRefusal,
  Refusal,
  visitFacts,
  type CaseFacts,
  type EventKind,
  type HeldPosition,
  type MedlinCategory,
  type VisitFacts,
} from '@domain'
import { Case } from '../cases/index.js'
import { findForUpdate } from '../platform/find-for-update.js'
import { saveVersioned } from '../platform/save-versioned.js'
import type { NoticeFor, Tx } from '../platform/work.js'
import { Visit } from './visit.entity.js'

/** A visit under its locks, with its case and the facts of both before the act. */
export interface OpenVisit {
  readonly visit: Visit
  readonly theCase: Case
  readonly before: VisitFacts
  readonly caseBefore: CaseFacts
}

export interface Target {
  readonly id: string
  readonly version: number
}

/** Locks the case, then the visit (fixed order: case, then its children). */
export async function openVisit(tx: Tx, { id, version }: Target): Promise<OpenVisit> {
  const [row] = await tx.query<{ case_id: string }>('SELECT case_id FROM visit WHERE id = $1', [id])
  if (!row) throw new Refusal('access.denied')
  const theCase = await findForUpdate(tx, Case, row.case_id, null)
  const visit = await findForUpdate(tx, Visit, id, version)
  const caseBefore = caseFacts(theCase)
  return { visit, theCase, before: visitFacts(visit, caseBefore), caseBefore }
}

export interface VisitSaid {
  readonly position: HeldPosition | null
  readonly note?: string | null
  readonly notify?: readonly NoticeFor[]
  readonly detail?: { readonly [key: string]: string | null }
}

/** Saves the visit and says what happened to it, beside its case as it is now. */
export async function saveVisit(tx: Tx, kind: EventKind, { visit, theCase, before }: OpenVisit, said: VisitSaid): Promise<void> {
  await saveVersioned(tx, visit)
  const after = visitFacts(visit, caseFacts(theCase))
  await tx.announce({
    kind,
    subject: after,
    caseId: visit.caseId,
    version: visit.version,
    before,
    after,
    position: said.position,
    note: said.note ?? null,
    detail: { state: visit.state, ...said.detail },
    ...(said.notify ? { notify: said.notify } : {}),
  })
}

/** A clock of the case was started or stopped: the nearest due date on the case may be another one, and everybody who lists the case hears of it. */
export async function saveDue(tx: Tx, theCase: Case, before: CaseFacts, position: HeldPosition | null): Promise<void> {
  await saveVersioned(tx, theCase)
  await tx.announce({
    kind: 'case.amended',
    subject: { __typename: 'Case', id: theCase.id },
    version: theCase.version,
    before,
    after: caseFacts(theCase),
    position,
  })
}

/** A sentence somebody gave, without the space around it; refused when there is none. */
export function demandWords(text: string | null | undefined, field: string, most = 1000): string {
  const words = text?.trim() ?? ''
  if (words.length < 3 || words.length > most) throw new Refusal('request.invalid', { fields: [field] })
  return words
}

/** The category is what the counter heard or what the unit now finds; it must allow the answer. */
export function demandCategory({ visit }: OpenVisit, found: MedlinCategory | null, answer: 'confirm' | 'begin' | 'decline'): void {
  if (visit.service !== 'MEDLIN' && found !== null) throw new Refusal('request.invalid', { fields: ['category'] })
  const category = found ?? visit.category
  const refusal = categoryRefusal(visit.service, category, answer)
  if (refusal) throw new Refusal(refusal, { fields: ['category'] })
  visit.category = category
}
