import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Bed } from './bed.js'
import { Load } from './load.js'
import { median, type Measurement } from './report.js'
import { Waiting, type WaitingBranch } from './waiting.js'

const CLIENTS = [8, 32]
const ROUNDS = 3
const ROUND_MS = 1200
/** The compiler needs a few hundred steps; measured before it is through, a step looks twice as dear as it is. */
const WARM_MS = 5000
/** The limit uses branches up faster. */
const LIMIT_MS = 250

/** The same rows as the product leaves behind - changed branch, event, kept request - in one prepared statement that checks nothing. */
const ONE_STATEMENT = `
  WITH changed AS (
    UPDATE disposition SET state = 'read', read_at = now(), read_by_name = 'Pegawai', version = version + 1 WHERE id = $1 AND state = 'sent'
    RETURNING id, version
  ), kept AS (
    INSERT INTO request (person_id, key, action, hash, result) VALUES ($3, $4, 'readDisposition', $5, jsonb_build_object('id', $1::uuid))
  )
  INSERT INTO event (kind, subject_type, subject_id, case_id, version, actor_id, actor_name, at, before, after, detail)
  SELECT 'disposition.read', 'Disposition', id, $2, version, $3, 'Pegawai', now(), $6::jsonb, $6::jsonb, $6::jsonb FROM changed`

const FACTS = JSON.stringify({ __typename: 'Nothing', filler: 'x'.repeat(400) })

async function limitRound(pool: pg.Pool, clients: number, milliseconds: number, next: () => WaitingBranch | null): Promise<number> {
  const began = performance.now()
  let commits = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = await pool.connect()
      try {
        while (performance.now() - began < milliseconds) {
          const branch = next()
          if (!branch) return
          const key = randomUUID()
          const hash = createHash('sha256').update(key).digest()
          await client.query({ name: 'step', text: ONE_STATEMENT, values: [branch.id, branch.caseId, branch.personId, key, hash, FACTS] })
          commits += 1
        }
      } finally {
        client.release()
      }
    }),
  )
  return (commits * 1000) / (performance.now() - began)
}

/** Commits a second of a real step through HTTP, session, rules, locks and event, against one statement over bare connections. */
export async function benchTransition(bed: Bed): Promise<Measurement[]> {
  const waiting = await Waiting.of(bed)
  const measured: Measurement[] = []
  for (const clients of CLIENTS) {
    const load = new Load(clients)
    const pool = new pg.Pool({ connectionString: bed.url, max: clients })
    try {
      const rates = { product: [] as number[], limit: [] as number[] }
      await load.run(WARM_MS, () => waiting.read())
      for (let round = 0; round < ROUNDS; round++) {
        rates.product.push(await load.run(ROUND_MS, () => waiting.read()))
        rates.limit.push(await limitRound(pool, clients, LIMIT_MS, () => waiting.take()))
        await keeperIsThrough(bed)
      }
      const [mine, most] = [median(rates.product), median(rates.limit)]
      measured.push({
        bench: 'transition',
        what: `${clients} clients`,
        figures: { 'product commits/s': mine, 'limit commits/s': most, 'x limit': mine / most },
      })
    } finally {
      load.close()
      await pool.end()
    }
  }
  return measured
}

/** The limit outruns the log keeper; the next round must not pay for that. */
async function keeperIsThrough(bed: Bed): Promise<void> {
  for (;;) {
    const [row] = await bed.db.query<{ waiting: boolean }[]>('SELECT EXISTS (SELECT FROM event_waiting) AS waiting')
    if (!row?.waiting) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
