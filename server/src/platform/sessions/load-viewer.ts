import type { DataSource, EntityManager } from 'typeorm'
import { localDate, type HeldPosition, type Viewer } from '@domain'
import { heldPositionsSql } from './viewer.sql.js'

interface ViewerRow {
  readonly id: string
  readonly name: string
  readonly positions: HeldPosition[]
}

type Db = Pick<DataSource, 'query'> | Pick<EntityManager, 'query'>

/** People who may sign in, with the posts they hold at the instant; all of them, or those named. */
export async function loadViewers(db: Db, at: Date, personIds?: readonly string[]): Promise<Viewer[]> {
  const rows = await db.query<ViewerRow[]>(
    `SELECT p.id, p.name, ${heldPositionsSql('$1')} AS positions FROM person p
     WHERE p.disabled_at IS NULL AND ($2::uuid[] IS NULL OR p.id = ANY($2)) ORDER BY p.name`,
    [localDate(at), personIds ?? null],
  )
  return rows.map(({ id, name, positions }) => ({ id, name, positions }))
}

/** One of them; null when there is no such person or the account is disabled. */
export async function loadViewer(db: Db, personId: string, at: Date): Promise<Viewer | null> {
  const [viewer] = await loadViewers(db, at, [personId])
  return viewer ?? null
}
