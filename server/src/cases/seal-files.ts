import { Refusal, SEALED_FILE_MEDIA_TYPE, SEALED_FILE_NAME } from '@domain'
import type { Place, Vault } from '../platform/vault.js'
import type { Tx } from '../platform/work.js'

/** What a sealed attachment was called, and what kind of file it is. */
export interface SealedName {
  readonly name: string
  readonly mediaType: string
}

const placeOfName = (fileId: string): Place => ({ table: 'file', column: 'name_sealed', rowId: fileId })

export const sealName = (vault: Vault, fileId: string, name: SealedName): Buffer => vault.seal(placeOfName(fileId), JSON.stringify(name))

export function openName(vault: Vault, fileId: string, sealed: Buffer): SealedName {
  const { name, mediaType } = JSON.parse(vault.open(placeOfName(fileId), sealed)) as SealedName
  return { name, mediaType }
}

/**
 * Seals attachments that show who the reporter is, together with their names: from this moment nobody reads them without a release. Their bytes follow
 * from a job; until then nobody is let to them either. What is sealed already stays so. Refuses a file that does not lie with the case. Gives how many.
 */
export async function sealFiles(tx: Tx, vault: Vault, caseId: string, fileIds: readonly string[]): Promise<number> {
  const wanted = [...new Set(fileIds)]
  if (wanted.length === 0) return 0
  const files = await tx.query<{ id: string; name: string; mediaType: string; sealed: boolean }>(
    `SELECT id, name, media_type AS "mediaType", sealed_at IS NOT NULL AS sealed FROM file
     WHERE case_id = $1 AND id = ANY ($2) AND purpose = 'attachment' AND state <> 'refused' ORDER BY id FOR UPDATE`,
    [caseId, wanted],
  )
  if (files.length !== wanted.length) throw new Refusal('file.not_ready', { fields: ['identityFileIds'] })
  const open = files.filter((file) => !file.sealed)
  for (const { id, name, mediaType } of open) {
    await tx.query('UPDATE file SET sealed_at = $2, name_sealed = $3, name = $4, media_type = $5 WHERE id = $1', [
      id,
      tx.now,
      sealName(vault, id, { name, mediaType }),
      SEALED_FILE_NAME,
      SEALED_FILE_MEDIA_TYPE,
    ])
    await tx.job('file.seal', { fileId: id }, { key: `seal-${id}` })
  }
  return open.length
}

/** The attachments of a case that could be sealed. */
export async function attachmentsOf(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM file WHERE case_id = $1 AND purpose = 'attachment' AND state <> 'refused' AND sealed_at IS NULL`,
    [caseId],
  )
  return rows.map((row) => row.id)
}
