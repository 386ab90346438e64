// npm run db:diff: do entities and migrations say the same about every column? Lists the differences and exits non-zero.
// Runs against a throwaway database; `--database-url` names another one that is already migrated.
import { register } from 'node:module'
import 'reflect-metadata'

register('./typescript-hooks.mjs', import.meta.url)

const at = process.argv.indexOf('--database-url')
const given = at > 0 ? process.argv[at + 1] : undefined

async function migratedDatabase() {
  const { startCluster, throwawayHome } = await import('@cluster')
  const { migrate } = await import('../server/src/platform/migrate.ts')
  const cluster = await startCluster({ home: throwawayHome('tanggap-diff'), throwaway: true })
  await migrate(cluster.url)
  return cluster
}

const cluster = given ? null : await migratedDatabase()
try {
  const { differences } = await import('../server/src/db-diff.ts')
  const found = await differences(given ?? cluster.url)
  for (const difference of found) console.error(difference)
  console.log(found.length === 0 ? 'Entities and migrations agree.' : `${found.length} differences.`)
  process.exitCode = found.length === 0 ? 0 : 1
} finally {
  await cluster?.stop()
}
