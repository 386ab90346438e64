import { cacheExchange } from '@urql/exchange-graphcache'
import { Client, fetchExchange, gql } from '@urql/vue'
import { answersExchange, askServer } from './askServer.js'

const LIST = gql<{ heads: { id: string }[] }, Record<string, never>>('query List { __typename heads { __typename id name } }')
const SAVE = gql<{ save: { id: string } }, Record<string, never>>('mutation Save { __typename save { __typename id name } }')

const head = (id: string) => ({ __typename: 'Head', id, name: `Kop ${id}` })
const heads = (...ids: string[]) => ({ __typename: 'Query', heads: ids.map(head) })
const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

/** A server that answers each request when the test says so. */
function aServer() {
  const requests: ((data: unknown) => void)[] = []
  const client = new Client({
    url: 'http://konsol.test/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange({}), answersExchange, fetchExchange],
    fetch: () =>
      new Promise((resolve) =>
        requests.push((data) => resolve(new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } }))),
      ),
  })
  return { client, requests, answer: (place: number, data: unknown) => requests[place]?.(data) }
}

test('what another mutation brought meanwhile does not empty the answer', async () => {
  const { client, answer } = aServer()
  const first = askServer(LIST, {})
  await settled()
  answer(0, heads('1'))
  await first

  const saving = client.mutation(SAVE, {}).toPromise()
  const second = askServer(LIST, {})
  await settled()
  answer(1, { __typename: 'Mutation', save: head('2') })
  await saving
  answer(2, heads('2', '1'))
  expect((await second).data?.heads.map(({ id }) => id)).toEqual(['2', '1'])
})

test('what is asked again while the same question is under way reaches the server again', async () => {
  const { answer, requests } = aServer()
  const before = askServer(LIST, {})
  const after = askServer(LIST, {})
  await settled()
  expect(requests).toHaveLength(2)
  answer(1, heads('2', '1'))
  answer(0, heads('1'))
  expect((await before).data?.heads).toHaveLength(1)
  expect((await after).data?.heads).toHaveLength(2)
})

test('what stays on the screen takes in the answer', async () => {
  const { client, answer } = aServer()
  const seen: (number | undefined)[] = []
  client.query(LIST, {}).subscribe(({ data }) => seen.push(data?.heads.length))
  await settled()
  answer(0, heads('1'))
  await settled()
  const fresh = askServer(LIST, {})
  await settled()
  answer(1, heads('2', '1'))
  await fresh
  await settled()
  expect(seen.at(-1)).toBe(2)
})
