import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import type { Viewer } from '@domain'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation, type Worker } from '../../../test/support/casework.js'
import { until } from '../../../test/support/console.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { holds } from '../../../test/support/people.js'
import { Case, enterCase, RegisterCase } from '../cases/index.js'
import { DisposeCase, HandOverCase } from '../dispositions/index.js'
import { SavePerson } from '../people/index.js'
import { loadViewer } from '../platform/sessions/load-viewer.js'
import { Vault } from '../platform/vault.js'
import { Work } from '../platform/work.js'
import { DeclareRelation } from './declare-relation.js'

let database: FreshDatabase
let running: RunningApp
let db: DataSource
let people: Organisation

beforeAll(async () => {
  database = await freshDatabase()
  running = await startApp(database.url)
  db = running.app.get(DataSource)
  people = await anOrganisation(db)
})
afterAll(async () => {
  await running.close()
  await database.drop()
})

const act = () => ({ key: aKey(), input: {} })
const theCase = (id: string): Promise<Case> => db.manager.findOneByOrFail(Case, { id })
async function viewer(who: { id: string }): Promise<Viewer> {
  const found = await loadViewer(db, who.id, new Date())
  if (!found) throw new Error('nobody')
  return found
}
function against(nip: string) {
  const input = aRegistration('NETRALITAS')
  return { ...input, parties: input.parties.map((party) => (party.role === 'reported' ? { ...party, nip } : party)) }
}
const main = (worker: Worker) => [{ toPositionId: worker.post.id, kind: 'main' as const, instructions: ['follow_up'] }]
async function inHand(nip: string): Promise<string> {
  const { id } = await running.app.get(RegisterCase).run(await viewer(people.clerk), against(nip), act())
  await running.app.get(HandOverCase).run(await viewer(people.clerk), await theCase(id), null, act())
  const dispose = async (from: Worker, to: Worker) =>
    running.app.get(DisposeCase).run(await viewer(from), { caseId: id, version: (await theCase(id)).version }, main(to), act())
  await dispose(people.chair, people.head)
  await dispose(people.head, people.assistant)
  return id
}

test('a relation declared while a case is being registered finds the case', async () => {
  const nip = '198001012005011001'
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  let begun = () => {}
  const entered = new Promise<void>((resolve) => (begun = resolve))
  const clerk = await viewer(people.clerk)
  const [post] = clerk.positions
  if (!post) throw new Error('no post')
  const registering = running.app.get(Work).run(clerk, 'registerSlowly', act(), async (tx) => {
    const { id } = await enterCase(tx, running.app.get(Vault), against(nip), post)
    begun()
    await gate
    return { id }
  })
  await entered
  let declared = false
  const declaring = running.app
    .get(DeclareRelation)
    .run(await viewer(people.assistant2), people.assistant2.id, { kind: 'family', nip }, act())
    .finally(() => (declared = true))
  await until('the declaration waits, or is through', async () => {
    const waiting = await db.query<object[]>(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)
    return declared || waiting.length > 0
  })
  open()
  const { id } = await registering
  await declaring
  expect((await theCase(id)).excludedPersonIds).toContain(people.assistant2.id)
})

test('a handler whose NIP becomes known later, and is the reported, loses the case to nobody’s silence', async () => {
  const nip = '197905052004012002'
  const id = await inHand(nip)
  const assistant = await as(running.url, people.assistant)
  const seen = async () => (await assistant.gql('query ($id: ID!) { case(id: $id) { id } }', { id })).data
  expect(await seen()).not.toBeNull()
  const [row] = await db.query<{ version: number; name: string; email: string }[]>(
    'SELECT version, name, email FROM person WHERE id = $1',
    [people.assistant.id],
  )
  if (!row) throw new Error('nobody')
  await running.app.get(SavePerson).run(await viewer(people.administrator), aKey(), { id: people.assistant.id, ...row, nip })
  expect((await theCase(id)).excludedPersonIds).toEqual([people.assistant.id])
  expect(await seen()).toBeNull()
  const tasks = await db.query<object[]>(`SELECT position_id FROM task WHERE case_id = $1 AND kind = 'reassign' AND closed_at IS NULL`, [
    id,
  ])
  expect(tasks).toEqual([{ position_id: people.head.post.id }])
})

test('whoever stands in for the holder is excluded for themselves: a Plh. with a relation sees and does nothing in the case', async () => {
  const nip = '198203032006041003'
  await running.app.get(DeclareRelation).run(await viewer(people.outsider), people.outsider.id, { kind: 'family', nip }, act())
  const id = await inHand(nip)
  await holds(db, people.outsider, people.assistant.post, { kind: 'plh' })
  const me = await viewer(people.outsider)
  expect(me.positions.map((held) => held.id)).toContain(people.assistant.post.id)
  const plh = await as(running.url, people.outsider)
  expect((await plh.gql('query ($id: ID!) { case(id: $id) { id } }', { id })).code).toBe('access.denied')
  const { inbox } = await plh.ask<{ inbox: { rows: { caseId: string }[] } }>('query { inbox { rows { caseId } } }', {})
  expect(inbox.rows.map((row) => row.caseId)).not.toContain(id)
})
