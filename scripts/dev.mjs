// npm run dev: the server restarts and the console reloads when their sources change.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { register } from 'node:module'
import { assertPortFree } from './preflight.mjs'
import { root, setting, TOOLS } from './run.mjs'

register('./typescript-hooks.mjs', import.meta.url)

const port = Number(setting('PORT') ?? 3000)
const children = []

function run(name, args, env) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', detached: true, env: { ...process.env, ...env } })
  child.once('exit', () => stopAll())
  children.push(child)
  console.log(`Started ${name} (process ${child.pid}).`)
}

function stopAll() {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    try {
      process.kill(-child.pid, 'SIGTERM')
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
    }
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopAll)

let cluster
try {
  await assertPortFree(port, '127.0.0.1')
  const { clusterHome, startCluster } = await import('../libs/embedded-postgres/src/index.ts')
  cluster = setting('DATABASE_URL') ? null : await startCluster({ home: clusterHome(`${root}.tanggap/postgres`) })
  // The browser talks to Vite, which hands it on: that address is the one the Origin check must know.
  const server = { PUBLIC_URL: 'http://localhost:5173', ...(cluster ? { DATABASE_URL: cluster.url, TANGGAP_MODE: 'demo' } : {}) }
  run('the server', [TOOLS.nest, 'start', 'server', '--watch', '--preserveWatchOutput'], server)
  run('the console', [TOOLS.vite, '--config', 'client/vite.config.ts', '--port', '5173', '--strictPort'], {
    TANGGAP_SERVER: `http://127.0.0.1:${port}`,
  })
  await Promise.all(children.map((child) => once(child, 'exit')))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  stopAll()
  await cluster?.stop()
}
