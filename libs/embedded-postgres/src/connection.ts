import pg from 'pg'
import type { Settings } from './settings.js'

/** Name of the superuser and of the application's database. */
export const DATABASE = 'tanggap'

export const urlOf = ({ port, password }: Settings, database: string): string =>
  `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${database}`

async function withAdmin<T>(settings: Settings, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(settings, 'postgres'), connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether a server with these settings takes connections now. */
export const answers = (settings: Settings): Promise<boolean> =>
  withAdmin(settings, async (client) => (await client.query('SELECT 1')).rowCount === 1).catch(() => false)

export const ensureDatabase = (settings: Settings): Promise<void> =>
  withAdmin(settings, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  })
