import { linesOf, localDate, publishedDocument, type CalendarData, type LocalDate, type Rehearsal } from '@domain'
import { AdvanceDraft, ConsentToDraft, RehearseDraft, WriteDraft } from '../../server/src/rulebook/index.js'
import type { Written } from '../../server/src/rulebook/write-draft.js'
import { RuleDraft } from '../../server/src/rulebook/rule-draft.entity.js'
import { aKey } from './as.js'
import type { Office } from './correspondence.js'
import { hashOf } from '../../server/src/rulebook/drafts.js'

const attempt = (input: object = {}) => ({ key: aKey(), input })

/** A calendar with one more day off, decreed and consented to now; gives what its rehearsal foretold. */
export async function aNewCalendar(office: Office, dayOff: LocalDate): Promise<Rehearsal> {
  const [newest] = await office.db.query<{ data: CalendarData }[]>('SELECT data FROM calendar_version ORDER BY number DESC LIMIT 1')
  if (!newest) throw new Error('There is no calendar')
  const { data } = newest
  const year = Number(dayOff.slice(0, 4))
  const calendar: CalendarData = {
    ...data,
    closedDays: [...data.closedDays, { date: dayOff, name: 'Libur Contoh', kind: 'libur_nasional' }],
    decreedYears: [...new Set([...data.decreedYears, year])],
    decrees: [...(data.decrees ?? []).filter((known) => known.year !== year), { year, number: 'SKB Contoh', date: localDate(Date.now()) }],
  }
  const { rehearsal } = await consented(office, { service: null, reason: 'SKB Contoh', calendar })
  if (!rehearsal) throw new Error('The calendar was not rehearsed')
  return rehearsal
}

/** A version of a standard that two persons put into force today: one word of it is another. */
export async function aNewStandard(office: Office): Promise<void> {
  const cost = linesOf(publishedDocument('MEDLIN')).find((line) => line.key === 'cost')
  if (!cost) throw new Error('The standard says nothing about cost')
  const lines = [{ ...cost, text: { id: 'Tanpa biaya', en: 'Without charge' } }]
  const reason = 'Keputusan Contoh 2/2026'
  await consented(office, { service: 'MEDLIN' as const, effectiveFrom: localDate(Date.now()), reason, lines })
}

/** Written, rehearsed, proposed by the administrator and consented to by Pimpinan. */
async function consented(office: Office, written: Written): Promise<RuleDraft> {
  const { app, db, people } = office
  const administrator = await office.viewer(people.administrator)
  const { id } = await app.get(WriteDraft).run(administrator, null, written, attempt())
  const draft = () => db.manager.findOneByOrFail(RuleDraft, { id })
  await app.get(RehearseDraft).run(administrator, await draft(), 12, attempt())
  await app.get(AdvanceDraft).propose(administrator, await draft(), attempt())
  const proposed = await draft()
  await app.get(ConsentToDraft).run(await office.viewer(people.chair), proposed, hashOf(proposed.document), attempt())
  return draft()
}
