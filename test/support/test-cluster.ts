import 'reflect-metadata'
import pg from 'pg'
import { removeAbandonedHomes, startCluster, throwawayHome, type Cluster } from '@cluster'
import { migrate } from '../../server/src/platform/migrate.js'
import { ADMIN_URL, databaseUrl, TEMPLATE } from './database.js'

const PREFIX = 'tanggap-test'

/** Starts the cluster of a test run and prepares the template; tells the workers where it is through the environment. */
export async function startTestCluster(): Promise<Cluster> {
  await removeAbandonedHomes(PREFIX)
  const cluster = await startCluster({ home: throwawayHome(PREFIX), throwaway: true })
  try {
    process.env[ADMIN_URL] = cluster.url
    const admin = new pg.Client(cluster.url)
    await admin.connect()
    await admin.query(`CREATE DATABASE ${TEMPLATE}`)
    await admin.end()
    await migrate(databaseUrl(TEMPLATE))
    return cluster
  } catch (error) {
    await cluster.stop()
    throw error
  }
}
