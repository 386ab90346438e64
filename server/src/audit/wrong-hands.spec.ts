import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { DataSource } from 'typeorm'
import { startApp, type RunningApp } from '../../../test/support/app.js'
import { aKey, as, type Client } from '../../../test/support/as.js'
import { anOrganisation, aRegistration, type Organisation, type Worker } from '../../../test/support/casework.js'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.js'
import { aPost, holds } from '../../../test/support/people.js'
import type { RegisterCaseInput } from '../cases/index.js'

/** What people get who ask for what is not, or no longer, theirs. */
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

const at = (who: Worker): Promise<Client> => as(running.url, who)

const REGISTER = 'mutation ($input: RegisterCaseInput!, $key: String!) { registerCase(input: $input, key: $key) { id version } }'
const HAND_OVER =
  'mutation ($id: ID!, $version: Int!, $key: String!) { handOverCase(id: $id, version: $version, key: $key) { id version } }'
const DISPOSE = `mutation ($caseId: ID!, $version: Int!, $branches: [BranchInput!]!, $key: String!) {
  disposeCase(caseId: $caseId, version: $version, branches: $branches, key: $key) { id version } }`
const RETURN = `mutation ($id: ID!, $version: Int!, $reason: String!, $key: String!) {
  returnCaseToRegistry(id: $id, version: $version, reason: $reason, key: $key) { id stage } }`

const branchTo = (toPositionId: string) => ({
  toPositionId,
  kind: 'main',
  instructions: ['follow_up'],
  note: 'Hanya untuk Saudara.',
  dueOn: null,
})

interface Seen {
  readonly id: string
  readonly version: number
}

async function register(
  clerk: Client,
  given: Partial<RegisterCaseInput> = {},
  key = aKey(),
): Promise<Seen & { input: RegisterCaseInput; key: string }> {
  const input = aRegistration('MERIT', given)
  const { registerCase } = await clerk.ask<{ registerCase: Seen }>(REGISTER, { input, key })
  return { ...registerCase, input, key }
}

const handOver = async (clerk: Client, { id, version }: Seen): Promise<Seen> =>
  (await clerk.ask<{ handOverCase: Seen }>(HAND_OVER, { id, version, key: aKey() })).handOverCase

test('a request sent again does not show what has become of a case that was given away', async () => {
  const counter = await aPost(db, { role: 'FRONT_OFFICE', title: 'Petugas loket' })
  await holds(db, people.outsider, counter)
  const front = await at(people.outsider)
  const { input, key, ...mine } = await register(front)
  expect((await front.gql(REGISTER, { input, key })).code).toBeNull()
  await handOver(await at(people.clerk), mine)
  expect((await front.gql('query ($id: ID!) { case(id: $id) { id } }', { id: mine.id })).code).toBe('access.denied')
  expect(await front.gql(REGISTER, { input, key })).toMatchObject({ code: 'access.denied', data: null })
})

test('Pimpinan who returns a most secret case see it leave, and not what comes of it', async () => {
  const clerk = await at(people.clerk)
  const chair = await at(people.chair)
  const { id, version } = await handOver(clerk, await register(clerk, { secrecy: 'sangat_rahasia' }))
  const variables = { id, version, reason: 'Lengkapi dahulu', key: aKey() }
  expect((await chair.ask<{ returnCaseToRegistry: { stage: string } }>(RETURN, variables)).returnCaseToRegistry.stage).toBe('registered')
  await handOver(clerk, { id, version: version + 1 })
  await db.query('UPDATE "case" SET handler_position_ids = ARRAY[$2]::uuid[], holder_position_id = $2 WHERE id = $1', [
    id,
    people.commissioner.post.id,
  ])
  expect(await chair.gql(RETURN, variables)).toMatchObject({ code: 'access.denied' })
})

test('the registrar of a most secret case reads its branches and their lines as the case itself, and no other clerk does', async () => {
  const clerk = await at(people.clerk)
  const chair = await at(people.chair)
  const { id, version } = await handOver(clerk, await register(clerk, { secrecy: 'sangat_rahasia' }))
  await chair.ask(DISPOSE, { caseId: id, version, branches: [branchTo(people.head.post.id)], key: aKey() })
  const document = 'query ($id: ID!) { case(id: $id) { dispositions { note } timeline { kind note } } }'
  interface Page {
    readonly case: {
      readonly dispositions: readonly object[]
      readonly timeline: readonly { readonly kind: string; readonly note: string | null }[]
    }
  }
  const seen = (await clerk.ask<Page>(document, { id })).case
  expect(seen).toEqual((await chair.ask<Page>(document, { id })).case)
  expect(seen.dispositions).toContainEqual({ note: 'Hanya untuk Saudara.' })
  expect(seen.timeline).toContainEqual({ kind: 'disposition.sent', note: 'Hanya untuk Saudara.' })
  expect((await (await at(people.clerk2)).gql(document, { id })).code).toBe('access.denied')
})

test('the auditor reads the trail, and the number book without what the letters say; the agenda book is not opened', async () => {
  const auditor = await at(people.auditor)
  const year = new Date().getFullYear()
  expect((await auditor.gql('query ($year: Int!) { agendaBook(year: $year) { total } }', { year })).code).toBe('access.denied')
  expect((await auditor.gql('query ($year: Int!) { numberBook(year: $year) { total } }', { year })).code).toBeNull()
  expect((await auditor.gql('query { trail(first: 1) { rows { offset } } }', {})).code).toBeNull()
})

test('a request about the same reported person is suggested by NIP to those who may read it, and to nobody else', async () => {
  const input = aRegistration('NETRALITAS')
  const { registerCase } = await (await at(people.clerk)).ask<{ registerCase: Seen }>(REGISTER, { input, key: aKey() })
  const document = 'query ($nip: String) { possibleDuplicates(input: { reportedNip: $nip }) { caseId reason } }'
  const ask = async (who: Worker) => (await at(who)).ask<{ possibleDuplicates: object[] }>(document, { nip: '19860926 201505 1 001' })
  expect((await ask(people.clerk2)).possibleDuplicates).toContainEqual({ caseId: registerCase.id, reason: 'reported_nip' })
  expect((await ask(people.assistant)).possibleDuplicates).toEqual([])
})

test.each(['bukan-uuid', '', '\u0000', '00000000-0000-4000-8000-00000000000g'])(
  'an id like %j is refused, not taken for a fault of ours',
  async (id) => {
    const chair = await at(people.chair)
    expect((await chair.gql('query ($id: ID!) { case(id: $id) { id } }', { id })).code).toBe('request.invalid')
    expect((await chair.gql('query ($id: ID!) { letter(id: $id) { id } }', { id })).code).toBe('request.invalid')
    expect((await chair.gql('query ($id: ID!) { workload(unitId: $id) { at } }', { id })).code).toBe('request.invalid')
    expect((await chair.gql(HAND_OVER, { id, version: 1, key: aKey() })).code).toBe('request.invalid')
  },
)

test('a NUL in what is typed is refused', async () => {
  const clerk = await at(people.clerk)
  const input = aRegistration('MERIT', { subject: 'Permohonan \u0000 konsultasi' })
  expect((await clerk.gql(REGISTER, { input, key: aKey() })).code).toBe('request.invalid')
  expect((await clerk.gql('query { cases(filter: { search: "a\\u0000b" }) { total } }')).code).toBe('request.invalid')
})

test('nobody but its recipient can answer for having read a branch, and asking shows nothing of it', async () => {
  const clerk = await at(people.clerk)
  const { id, version } = await handOver(clerk, await register(clerk))
  await (await at(people.chair)).ask(DISPOSE, { caseId: id, version, branches: [branchTo(people.head.post.id)], key: aKey() })
  const branches = await db.query<{ id: string }[]>('SELECT id FROM disposition WHERE case_id = $1', [id])
  const read = 'mutation ($id: ID!, $key: String!) { readDisposition(id: $id, key: $key) { id note } }'
  for (const who of [people.head2, people.outsider, people.auditor, people.administrator]) {
    const codes = await Promise.all(branches.map(async (branch) => (await (await at(who)).gql(read, { id: branch.id, key: aKey() })).code))
    expect(codes).toEqual(branches.map(() => 'access.denied'))
  }
})

test('a case is linked with no case that its registrar may not read', async () => {
  const clerk = await at(people.clerk)
  const secret = await register(clerk, { secrecy: 'sangat_rahasia' })
  const clerk2 = await at(people.clerk2)
  const open = await register(clerk2)
  const { id } = await register(clerk2, { relatedCaseIds: [secret.id, open.id] })
  const links = await db.query<{ other_id: string }[]>('SELECT other_id FROM case_link WHERE case_id = $1', [id])
  expect(links).toEqual([{ other_id: open.id }])
})

test('an agency that nobody knows is refused by name', async () => {
  const refused = await (await at(people.clerk)).gql(REGISTER, { input: aRegistration('MERIT', { agencyCode: 'tidak-ada' }), key: aKey() })
  expect(refused).toMatchObject({ code: 'request.invalid', detail: { fields: ['agencyCode'] } })
})
