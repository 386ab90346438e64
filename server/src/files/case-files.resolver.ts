import { Parent, ResolveField, Resolver } from '@nestjs/graphql'
import { In } from 'typeorm'
import { mayRead } from '@domain'
import { Case } from '../cases/index.js'
import { Letter } from '../letters/letter.entity.js'
import { grouped, type Batch, type Loaders } from '../platform/loaders.js'
import { Load } from '../platform/me.js'
import { CheckedInside } from '../platform/policy.js'
import { CaseFile } from './file.entity.js'

const filesOf: Batch<string, CaseFile[]> = async (caseIds, { db, viewer }) => {
  const cases = (await db.manager.findBy(Case, { id: In([...caseIds]) })).filter((theCase) => mayRead(viewer, theCase))
  const files = await db.manager.find(CaseFile, {
    where: { caseId: In(cases.map(({ id }) => id)) },
    order: { addedAt: 'ASC', name: 'ASC', id: 'ASC' },
  })
  const letterIds = files.flatMap((file) => file.letterId ?? [])
  const letters = letterIds.length === 0 ? [] : await db.manager.findBy(Letter, { id: In(letterIds) })
  const readable = new Set(letters.filter((letter) => mayRead(viewer, letter)).map((letter) => letter.id))
  const shown = files.filter((file) => file.letterId === null || readable.has(file.letterId)).map(unnamed)
  return grouped(caseIds, shown, (file) => file.caseId ?? '')
}

/** A hash and a size would tell whether it is the scan that somebody holds against it. */
const unnamed = (file: CaseFile): CaseFile => (file.sealedAt ? Object.assign(file, { sha256: null, size: 0 }) : file)

/** `Case.files`: attachments and the PDFs of letters the viewer may read, in the order they came. */
@Resolver(() => Case)
export class CaseFilesResolver {
  @ResolveField(() => [CaseFile])
  @CheckedInside('filesOf')
  files(@Parent() theCase: Case, @Load() loaders: Loaders): Promise<CaseFile[]> {
    return loaders.of(filesOf).load(theCase.id)
  }
}
