import { CasesDocument, InboxDocument } from '../../client/src/generated/graphql.js'
import { loadViewer } from '../../server/src/platform/sessions/load-viewer.js'
import { idOf } from '../support/console.js'
import { documentAsk, signIn, type Bed } from './bed.js'
import { Load, type Ask } from './load.js'
import { Measured } from './process.js'
import { median, type Measurement } from './report.js'
import { LISTS, statementsOf } from './statements.js'

const CONNECTIONS = 16
const ROUNDS = 3
const ROUND_MS = 700

const DOCUMENTS = [
  { name: 'inbox', list: LISTS.inbox, id: idOf(InboxDocument), variables: { first: 50 } },
  { name: 'cases', list: LISTS.cases, id: idOf(CasesDocument), variables: { first: 50, sort: 'due' } },
] as const

interface Pair {
  readonly what: string
  readonly product: Ask
  readonly limit: string
}

const idsIn = (text: string): string[] => [...text.matchAll(/"agendaNumber":(\d+)/g)].map((found) => found[1] ?? '')

/** The console's own lists over HTTP with a session, against node:http with the same prepared statements and no GraphQL, session or framework. */
export async function benchInbox(bed: Bed): Promise<Measurement[]> {
  const pairs: Pair[] = []
  const lists: Record<string, Awaited<ReturnType<typeof statementsOf>>> = {}
  for (const [role, person] of Object.entries(bed.commission)) {
    const viewer = await loadViewer(bed.db, person.id, new Date())
    if (!viewer) throw new Error(`There is no ${role}`)
    const cookie = await signIn(bed.db, person.id)
    for (const { name, list, id, variables } of DOCUMENTS) {
      lists[`${role}-${name}`] = await statementsOf(list, viewer)
      pairs.push({ what: `${name} of the ${role}`, product: documentAsk(bed, cookie, id, variables), limit: `/${role}-${name}` })
    }
  }
  const limit = await Measured.limit('inbox-limit.ts', { url: bed.url, lists })
  const load = new Load(CONNECTIONS)
  try {
    const measured: Measurement[] = []
    for (const { what, product, limit: path } of pairs) {
      const lowest: Ask = { port: limit.port, path, body: '' }
      const [ours, theirs] = [await load.once(product), await load.once(lowest)]
      if (idsIn(ours.text).join() !== idsIn(theirs.text).join())
        throw new Error(`${what}: product and limit do not answer the same rows\n${ours.text.slice(0, 500)}`)
      const rates = { product: [] as number[], limit: [] as number[] }
      await load.run(ROUND_MS, () => product)
      for (let round = 0; round < ROUNDS; round++) {
        rates.product.push(await load.run(ROUND_MS, () => product))
        rates.limit.push(await load.run(ROUND_MS, () => lowest))
      }
      const [mine, most] = [median(rates.product), median(rates.limit)]
      measured.push({
        bench: 'inbox',
        what,
        figures: { rows: idsIn(ours.text).length, 'product req/s': mine, 'limit req/s': most, 'x limit': mine / most },
      })
    }
    return measured
  } finally {
    load.close()
    await limit.stop()
  }
}
