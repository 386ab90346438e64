import type { DataSource } from 'typeorm'
import { mayRead, Refusal, type Viewer } from '@domain'
import { readCase } from '../cases/index.js'
import { Letter } from '../letters/letter.entity.js'
import { CaseFile } from './file.entity.js'

/** A file that was kept: it has a name for its bytes. */
export type CleanFile = CaseFile & { readonly sha256: string }

/**
 * A file for somebody who may read what it belongs to: the letter, the case, or the own upload that is not attached yet. Otherwise it looks as if
 * there were none (rule 22). What has not been found clean is `file.not_ready`; what shows a sealed reporter is `file.sealed` for everybody.
 */
export async function readFile(db: DataSource, me: Viewer, id: string): Promise<CleanFile> {
  const file = await db.manager.findOneBy(CaseFile, { id })
  if (!file) throw new Refusal('access.denied')
  await demandReadable(db, me, file)
  if (file.sealedAt) throw new Refusal('file.sealed')
  if (!isClean(file)) throw new Refusal('file.not_ready')
  return file
}

const isClean = (file: CaseFile): file is CleanFile => file.state === 'clean' && file.sha256 !== null

async function demandReadable(db: DataSource, me: Viewer, file: CaseFile): Promise<void> {
  if (file.letterId) {
    const letter = await db.manager.findOneBy(Letter, { id: file.letterId })
    if (!letter || !mayRead(me, letter)) throw new Refusal('access.denied')
  } else if (file.caseId) await readCase(db, me, file.caseId)
  else if (file.uploadedBy !== me.id) throw new Refusal('access.denied')
}
