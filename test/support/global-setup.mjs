import { register } from 'node:module'

register('../../scripts/typescript-hooks.mjs', import.meta.url)

/** One throwaway PostgreSQL for the whole run, with the migrated database that every spec file copies. */
export default async function setup() {
  const { startTestCluster } = await import('./test-cluster.ts')
  globalThis.testCluster = await startTestCluster()
}
