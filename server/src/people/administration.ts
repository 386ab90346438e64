import { actingPost, Refusal, ruleRefusal, type Action, type AreaFacts, type HeldPosition, type Viewer } from '@domain'
import { loadViewer, loadViewers } from '../platform/sessions/load-viewer.js'
import type { Tx } from '../platform/work.js'

const PEOPLE: AreaFacts = { __typename: 'Area', name: 'people', unitId: null }

/** Changes of the organisation run one after the other: what they check about other rows then still holds at the end. */
const ADMINISTRATION_LOCK = 7_226_010

/**
 * Locks the organisation for this transaction and asks the rule under that lock, of the person as they are now: another administrator may
 * have taken the post away in between. Gives the post acted in.
 */
export async function asAdministrator(tx: Tx, action: Step = 'manage_people'): Promise<HeldPosition | null> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [ADMINISTRATION_LOCK])
  const me = await loadViewer(tx.manager, tx.me.id, tx.now)
  if (!me || !mayAdminister(me, action)) throw new Refusal('access.denied')
  return actingPost(me, action, PEOPLE)
}

type Step = Extract<Action, 'manage_people' | 'manage_organisation'>

const mayAdminister = (viewer: Viewer, action: Step = 'manage_people'): boolean => ruleRefusal(viewer, action, PEOPLE) === null

/** After a change that takes something away, now or on a later day: somebody must be left who can give it back. */
export async function keepAnAdministrator(tx: Tx, on: Date = tx.now): Promise<void> {
  const people = await loadViewers(tx.manager, on)
  if (!people.some((viewer) => mayAdminister(viewer))) throw new Refusal('people.last_admin')
}

/** Ends every session of these people in this transaction; their sockets follow within two seconds (rule 17). */
export async function cutOff(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.query('UPDATE person SET epoch = epoch + 1 WHERE id = ANY($1)', [personIds])
  await tx.query('DELETE FROM session WHERE person_id = ANY($1)', [personIds])
}

/** Text of one line between 1 and `longest` characters, or `request.invalid` naming the field. */
export function lineOf(field: string, given: string, longest: number): string {
  const text = given.trim().replace(/\s+/g, ' ')
  if (text.length < 1 || text.length > longest) throw new Refusal('request.invalid', { fields: [field] })
  return text
}
