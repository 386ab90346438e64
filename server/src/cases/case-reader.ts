import type { DataSource } from 'typeorm'
import { mayRead, Refusal, type Viewer } from '@domain'
import { Case } from './case.entity.js'

/** One case for somebody who may read it; otherwise it looks as if there were none (rule 22). */
export async function readCase(db: Pick<DataSource, 'manager'>, me: Viewer, id: string): Promise<Case> {
  const found = await db.manager.findOneBy(Case, { id })
  if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
  return found
}
