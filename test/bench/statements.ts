import type { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { caseColumns } from '../../server/src/cases/case-columns.js'
import { filterParts, ORDERS } from '../../server/src/cases/case-filter.js'
import { waitingList } from '../../server/src/cases/inbox.resolver.js'
import { cappedCount, mergedPage, type ListQuery } from '../../server/src/platform/merged-page.js'

/** A statement as it goes to PostgreSQL. */
export interface Prepared {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Lists of the console, as the resolvers describe them. */
export const LISTS = {
  inbox: waitingList(null),
  cases: { subject: 'Case', from: '"case" c', alias: 'c', where: filterParts({}), order: ORDERS.due },
  openCases: { subject: 'Case', from: '"case" c', alias: 'c', where: filterParts({ open: true }), order: ORDERS.due },
  received: { subject: 'Case', from: '"case" c', alias: 'c', where: filterParts({}), order: ORDERS.received },
  agenda: { subject: 'Case', from: '"case" c', alias: 'c', where: filterParts({ year: 2025 }), order: ORDERS.agenda },
} as const satisfies Record<string, ListQuery>

const joinsOf = (list: ListQuery): { select: string; joins: string } =>
  list.subject === 'Task'
    ? { select: `t.id AS "taskId", t.kind, ${caseColumns('c')}`, joins: 'JOIN "case" c ON c.id = t.case_id' }
    : { select: caseColumns('c'), joins: '' }

/** The statements the product itself would send for a page of 50 and its count, caught on their way. */
export async function statementsOf(list: ListQuery, viewer: Viewer): Promise<{ page: Prepared; count: Prepared }> {
  const caught: Prepared[] = []
  const trap: Pick<DataSource, 'query'> = {
    query: <T>(text: string, values?: unknown[]): Promise<T> => {
      caught.push({ text, values: values ?? [] })
      return Promise.resolve([]) as Promise<T>
    },
  }
  await mergedPage(trap, viewer, { ...list, ...joinsOf(list), first: 50 })
  await cappedCount(trap, viewer, list)
  const [page, count] = caught
  if (!page || !count) throw new Error('The viewer may see nothing of this list')
  return { page, count }
}
