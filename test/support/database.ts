import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Environment variable through which the global setup names the cluster of this run. */
export const ADMIN_URL = 'TANGGAP_TEST_CLUSTER'

/** The migrated, empty database that every fresh one is a copy of. Nobody stays connected to it. */
export const TEMPLATE = 'tanggap_template'

export interface FreshDatabase {
  readonly url: string
  /** Deletes the database, closing connections that were forgotten. */
  drop(): Promise<void>
}

function adminUrl(): string {
  const url = process.env[ADMIN_URL]
  if (!url) throw new Error('There is no test cluster: run the tests through jest.config.mjs')
  return url
}

export function databaseUrl(name: string): string {
  const url = new URL(adminUrl())
  url.pathname = `/${name}`
  return url.href
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client(adminUrl())
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** A migrated database of the caller's own, copied from the template in about 100 ms. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `tanggap_${randomBytes(6).toString('hex')}`
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  return { url: databaseUrl(name), drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}
