import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataSource } from 'typeorm'
import { removeAbandonedHomes, startCluster, throwawayHome } from '@cluster'
import { databaseOptions } from '../../server/src/platform/database.module.js'
import { newToken, tokenHash } from '../../server/src/platform/sessions/token.js'
import { aCommission, manyCases, type Commission } from '../support/many-cases.js'
import type { Ask } from './load.js'
import { Measured } from './process.js'

const PREFIX = 'tanggap-bench'

/** What the measurements are made on: a filled database of its own and the built server over it. */
export interface Bed {
  readonly url: string
  readonly db: DataSource
  readonly server: Measured
  readonly commission: Commission
  stop(): Promise<void>
}

/** Starts PostgreSQL (throwaway, without fsync) and the server, and fills in `cases` cases, one in `oneOpenIn` open. */
export async function makeBed(cases: number, oneOpenIn?: number): Promise<Bed> {
  await removeAbandonedHomes(PREFIX)
  const cluster = await startCluster({ home: throwawayHome(PREFIX), throwaway: true })
  const files = mkdtempSync(join(tmpdir(), `${PREFIX}-files-`))
  const undo: (() => Promise<unknown>)[] = [cluster.stop, () => Promise.resolve(rmSync(files, { recursive: true, force: true }))]
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const port = await freePort()
    const server = await Measured.server(port, {
      NODE_ENV: 'production',
      TANGGAP_MODE: 'test',
      DATABASE_URL: cluster.url,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      FILES_DIR: files,
    })
    undo.push(() => server.stop())
    // A filling takes longer than any request may; one connection, because its temporary tables belong to it.
    const filler = await new DataSource({ ...databaseOptions(cluster.url, 1), extra: { max: 1 } }).initialize()
    const commission = await aCommission(filler)
    await manyCases(filler, cases, oneOpenIn)
    // only what was filled: a table that was vacuumed while empty is planned for as empty until the next autovacuum
    await filler.query('VACUUM "case", disposition, task')
    await filler.destroy()
    const db = await new DataSource(databaseOptions(cluster.url, 4)).initialize()
    undo.push(() => db.destroy())
    return { url: cluster.url, db, server, commission, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Opens a session for a person as a login would, without the login's deliberate slowness; gives the cookie. */
export async function signIn(db: Pick<DataSource, 'query'>, personId: string): Promise<string> {
  const token = newToken()
  await db.query(
    `INSERT INTO session (id, token_hash, person_id, epoch, created_at, last_seen_at, expires_at, address, user_agent)
     SELECT $1, $2, id, epoch, now(), now(), now() + interval '10 hours', '127.0.0.1', 'bench' FROM person WHERE id = $3`,
    [randomUUID(), tokenHash(token), personId],
  )
  return `tanggap=${token}`
}

/** A stored document of the console, asked with a session. */
export const documentAsk = (bed: Bed, cookie: string, documentId: string, variables: object): Ask => ({
  port: bed.server.port,
  path: '/graphql',
  headers: { cookie, 'x-requested-by': 'tanggap-bench' },
  body: JSON.stringify({ documentId, variables }),
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
