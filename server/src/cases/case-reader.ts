import type { DataSource } from 'typeorm'
import { mayRead, Refusal, type Viewer } from '@domain'
import { findById } from '../platform/find-by-id.js'
import { Case } from './case.entity.js'

/** One case for somebody who may read it; otherwise it looks as if there were none (rule 22). */
export async function readCase(db: Pick<DataSource, 'manager'>, me: Viewer, id: string): Promise<Case> {
  const found = await findById(db.manager, Case, id)
  if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
  return found
}

/**
 * One case for whoever has just acted on it. Somebody who gave it away by the act sees it as it left their hands, and no longer once it has moved on:
 * the same request sent again must not show what has become of the case since.
 */
export async function readCaseAfter(db: Pick<DataSource, 'manager'>, me: Viewer, id: string, version: number): Promise<Case> {
  const found = await findById(db.manager, Case, id)
  if (!found || (!mayRead(me, found) && found.version !== version)) throw new Refusal('access.denied')
  return found
}
