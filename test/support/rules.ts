import { linesOf, localDate, publishedDocument } from '@domain'
import { AdvanceDraft, ConsentToDraft, RehearseDraft, WriteDraft } from '../../server/src/rulebook/index.js'
import { RuleDraft } from '../../server/src/rulebook/rule-draft.entity.js'
import { aKey } from './as.js'
import type { Office } from './correspondence.js'
import { hashOf } from '../../server/src/rulebook/drafts.js'

const attempt = (input: object = {}) => ({ key: aKey(), input })

/** A version of a standard that two persons put into force today: one word of it is another. */
export async function aNewStandard(office: Office): Promise<void> {
  const { app, db, people } = office
  const administrator = await office.viewer(people.administrator)
  const cost = linesOf(publishedDocument('MEDLIN')).find((line) => line.key === 'cost')
  if (!cost) throw new Error('The standard says nothing about cost')
  const lines = [{ ...cost, text: { id: 'Tanpa biaya', en: 'Without charge' } }]
  const reason = 'Keputusan Contoh 2/2026'
  const written = { service: 'MEDLIN' as const, effectiveFrom: localDate(Date.now()), reason, lines }
  const { id } = await app.get(WriteDraft).run(administrator, null, written, attempt())
  const draft = () => db.manager.findOneByOrFail(RuleDraft, { id })
  await app.get(RehearseDraft).run(administrator, await draft(), 12, attempt())
  await app.get(AdvanceDraft).propose(administrator, await draft(), attempt())
  const proposed = await draft()
  await app.get(ConsentToDraft).run(await office.viewer(people.chair), proposed, hashOf(proposed.document), attempt())
}
