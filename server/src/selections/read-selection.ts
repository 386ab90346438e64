import type { DataSource } from 'typeorm'
import { mayRead, Refusal, type Viewer } from '@domain'
import { findById } from '../platform/find-by-id.js'
import { Selection } from './selection.entity.js'

/** One selection for somebody who may read it; otherwise it looks as if there were none (rule 22). */
export async function readSelection(db: Pick<DataSource, 'manager'>, me: Viewer, id: string): Promise<Selection> {
  const found = await findById(db.manager, Selection, id)
  if (!found || !mayRead(me, found)) throw new Refusal('access.denied')
  return found
}
