import { normaliseIdentity, type TableSubject } from '@domain'
import type { Vault } from '../platform/vault.js'
import { participantsIn, type ResultPlace } from './participants.js'

interface Asked {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>
}

/** Who may stand in a table of results; a NIP is found by its blind index, so that none is opened for it. */
export async function tableSubject(
  db: Asked,
  vault: Vault,
  selectionId: string,
  { postId, component }: ResultPlace,
): Promise<TableSubject> {
  const takingPart = await participantsIn(db, selectionId, postId, component)
  const rows = await db.query<{ id: string; nipIndex: Buffer }>('SELECT id, nip_index AS "nipIndex" FROM candidate WHERE post_id = $1', [
    postId,
  ])
  const byIndex = new Map(rows.map((row) => [row.nipIndex.toString('hex'), row.id]))
  return { takingPart, byNip: (nip) => byIndex.get(vault.blindIndex('nip', normaliseIdentity(nip)).toString('hex')) ?? null }
}
