import { signIn, type Bed } from './bed.js'
import { Audience } from './audience.js'
import { Load, type Ask } from './load.js'
import { Measured } from './process.js'
import { median, type Measurement } from './report.js'
import { Waiting } from './waiting.js'

const SIZES = [200, 1000]
const ROUNDS = 5
const CHANGES_A_ROUND = 6

interface Heard {
  /** From the request that causes the change to the last socket, ms. */
  readonly last: number
  /** From the first socket to the last, ms. */
  readonly spread: number
}

/** Leaders, because every one of them may see the case: distinct people, so that each one's permission is asked. */
async function sessionsOf(bed: Bed, size: number): Promise<string[]> {
  const people = await bed.db.query<{ id: string }[]>(
    `WITH place AS (SELECT unit_id FROM "position" WHERE role = 'PIMPINAN' LIMIT 1),
     listener AS (SELECT gen_random_uuid() AS person, gen_random_uuid() AS post, $1::int * 10000 + i AS n FROM generate_series(1, $1::int) i),
     people AS (INSERT INTO person (id, version, name, email, password_hash) SELECT person, 1, 'Pendengar ' || n, 'pendengar' || n || '@tanggap.test', '-' FROM listener),
     posts AS (INSERT INTO "position" (id, version, code, title, unit_id, role, rank) SELECT post, 1, 'L' || n, 'Komisioner ' || n, unit_id, 'PIMPINAN', 9 FROM listener, place),
     held AS (INSERT INTO position_holder (id, position_id, person_id, kind, since, created_at) SELECT gen_random_uuid(), post, person, 'definitive', '2020-01-01', now() FROM listener)
     SELECT person AS id FROM listener`,
    [size],
  )
  const cookies: string[] = []
  for (const { id } of people) cookies.push(await signIn(bed.db, id))
  return cookies
}

async function hear(audience: Audience, load: Load, next: () => Ask | null): Promise<Heard[]> {
  const heard: Heard[] = []
  for (let change = 0; change < CHANGES_A_ROUND; change++) {
    const ask = next()
    if (!ask) throw new Error('Every branch has been read')
    const began = performance.now()
    const { first, last } = await audience.hear(() => load.once(ask))
    heard.push({ last: last - began, spread: last - first })
  }
  return heard
}

/** Processor time a change takes the server while nobody listens, in microseconds. */
async function costUnheard(bed: Bed, load: Load, next: () => Ask | null): Promise<number> {
  const before = await bed.server.cpu()
  for (let change = 0; change < ROUNDS * CHANGES_A_ROUND; change++) {
    const ask = next()
    if (ask) await load.once(ask)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return ((await bed.server.cpu()) - before) / (ROUNDS * CHANGES_A_ROUND)
}

/**
 * One change at a time, heard by many people who may all see it: from the console's request through commit, log and permission to the last socket,
 * against a server that only writes the same bytes to as many sockets. A message's cost leaves out what the change costs when nobody listens.
 */
export async function benchFanout(bed: Bed): Promise<Measurement[]> {
  const waiting = await Waiting.of(bed)
  const load = new Load(1)
  const next = (): Ask | null => waiting.read()
  const measured: Measurement[] = []
  try {
    await costUnheard(bed, load, next)
    const unheard = await costUnheard(bed, load, next)
    for (const size of SIZES) {
      const people = await Audience.ofProduct(bed.server.port, await sessionsOf(bed, size), '"DispositionChange"')
      await hear(people, load, next)
      const limit = await Measured.limit('broadcast-limit.ts', { frame: people.frame })
      const crowd = await Audience.ofBroadcast(limit.port, size)
      const go: Ask = { port: limit.port, path: '/', body: '' }
      await hear(crowd, load, () => go)

      const rounds = { product: [] as Heard[], limit: [] as Heard[], productCpu: [] as number[], limitCpu: [] as number[] }
      for (let round = 0; round < ROUNDS; round++) {
        const began = await bed.server.cpu()
        rounds.product.push(...(await hear(people, load, next)))
        rounds.productCpu.push(((await bed.server.cpu()) - began) / CHANGES_A_ROUND - unheard)
        const then = await limit.cpu()
        rounds.limit.push(...(await hear(crowd, load, () => go)))
        rounds.limitCpu.push(((await limit.cpu()) - then) / CHANGES_A_ROUND)
      }
      people.close()
      crowd.close()
      await limit.stop()
      const of = (heard: readonly Heard[], key: keyof Heard): number => median(heard.map((one) => one[key]))
      const figures = {
        'last client ms': of(rounds.product, 'last'),
        'raw ms': of(rounds.limit, 'last'),
        'first to last ms': of(rounds.product, 'spread'),
        'raw first to last': of(rounds.limit, 'spread'),
        'us/message': median(rounds.productCpu) / size,
        'raw us/message': median(rounds.limitCpu) / size,
      }
      measured.push({ bench: 'fanout', what: `${size} sockets`, figures })
    }
    return measured
  } finally {
    load.close()
  }
}
