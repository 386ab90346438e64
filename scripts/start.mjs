// npm start: builds what is stale, brings PostgreSQL unless DATABASE_URL names one, runs the server until Ctrl-C.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buildIfStale } from './build.mjs'
import { assertDatabase, assertPortFree, StartProblem } from './preflight.mjs'
import { root, setting } from './run.mjs'

const CLOSE_LIMIT_MS = 15_000

let server
let stopRequestedAt = 0

/** The first request closes the server politely; one that comes later, when somebody loses patience, ends it. npm may repeat the first. */
function requestStop() {
  const impatient = stopRequestedAt > 0 && Date.now() - stopRequestedAt > 1_000
  if (impatient) server?.kill('SIGKILL')
  if (stopRequestedAt > 0) return
  stopRequestedAt = Date.now()
  server?.kill('SIGTERM')
  setTimeout(() => server?.kill('SIGKILL'), CLOSE_LIMIT_MS).unref()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, requestStop)

// npm that is killed takes its shell with it and leaves what runs in the shell behind: nobody could stop that any more.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && requestStop(), 1_000).unref()
}

/** Starts the database of this checkout; null when the operator has one of their own. */
async function bringDatabase() {
  const named = setting('DATABASE_URL')
  if (named) {
    await assertDatabase(named)
    return null
  }
  const { clusterHome, startCluster } = await import('../dist/libs/embedded-postgres/src/index.js')
  return startCluster({ home: clusterHome(`${root}.tanggap/postgres`) })
}

/** Runs the server in a process group of its own, so that Ctrl-C reaches it once, from here; resolves to the exit code. */
async function runServer(env) {
  const entry = `${root}dist/server/src/main.js`
  server = spawn(process.execPath, ['--enable-source-maps', '--import', './scripts/follow-parent.mjs', entry], {
    cwd: root,
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_ENV: 'production', ...process.env, ...env },
  })
  const [code] = await once(server, 'exit')
  return stopRequestedAt > 0 ? 0 : (code ?? 1)
}

async function main() {
  await assertPortFree(Number(setting('PORT') ?? 3000), setting('HOST') ?? '127.0.0.1')
  await buildIfStale()
  if (stopRequestedAt > 0) return 0
  const cluster = await bringDatabase()
  try {
    if (stopRequestedAt > 0) return 0
    return await runServer(cluster ? { DATABASE_URL: cluster.url, TANGGAP_MODE: 'demo' } : {})
  } finally {
    await cluster?.stop()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const forOperator = error instanceof StartProblem || error.name === 'ClusterError' || /does not build/.test(error.message)
  console.error(forOperator ? error.message : error)
  process.exitCode = 1
}
