import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { databaseOptions } from '../../server/src/platform/database.module.js'
import { loadViewer } from '../../server/src/platform/sessions/load-viewer.js'
import { freshDatabase, type FreshDatabase } from '../support/database.js'
import { aCommission, manyCases, type Commission } from '../support/many-cases.js'
import { LISTS, statementsOf, type Prepared } from './statements.js'

const CASES = 12_000

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

let database: FreshDatabase
let db: DataSource
let commission: Commission

beforeAll(async () => {
  database = await freshDatabase()
  // one connection: what is SET for a plan must reach it
  db = await new DataSource(databaseOptions(database.url, 1)).initialize()
  commission = await aCommission(db)
  await manyCases(db, CASES)
}, 60_000)
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

async function planOf({ text, values }: Prepared): Promise<PlanNode[]> {
  const [row] = await db.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(`EXPLAIN (ANALYZE, TIMING off, FORMAT JSON) ${text}`, [...values])
  const plan = row?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error('PostgreSQL explained nothing')
  return nodesOf(plan)
}

const readWhole = (nodes: readonly PlanNode[]): string[] =>
  nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '')

async function viewerOf(role: keyof Commission): Promise<Viewer> {
  const viewer = await loadViewer(db, commission[role].id, new Date())
  if (!viewer) throw new Error(`There is no ${role}`)
  return viewer
}

describe.each(['chair', 'head', 'assistant', 'clerk'] as const)('the lists of the %s', (role) => {
  test.each(Object.entries(LISTS))('%s: every branch of the page comes from an index, and is left after a few rows', async (_, list) => {
    const { page } = await statementsOf(list, await viewerOf(role))
    const nodes = await planOf(page)
    expect(readWhole(nodes)).toEqual([])
    const walked = Math.max(0, ...nodes.map((node) => node['Rows Removed by Filter'] ?? 0))
    expect(walked).toBeLessThan(CASES / 4)
  })

  // A capped count may read a small table from its start; what matters is that an index could serve it when the table is not small.
  test.each(Object.entries(LISTS))('%s: the count can be had from indexes', async (_, list) => {
    const { count } = await statementsOf(list, await viewerOf(role))
    await db.query('SET enable_seqscan = off')
    try {
      expect(readWhole(await planOf(count))).toEqual([])
    } finally {
      await db.query('RESET enable_seqscan')
    }
  })
})
