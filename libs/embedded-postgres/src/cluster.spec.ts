import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { clusterHome, startCluster, throwawayHome } from './index.js'
import { databaseAccount } from './account.js'
import { explain } from './cluster-error.js'
import { readPostmaster } from './postmaster.js'

const home = throwawayHome('tanggap-cluster-spec')
const root = join(import.meta.dirname, '../../..')
const portOf = (url: string): string => new URL(url).port

afterAll(() => rmSync(home, { recursive: true, force: true }))

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql)
    return rows[0]?.answer
  } finally {
    await client.end()
  }
}

/** A process of its own that starts the cluster and waits to be killed. */
async function startElsewhere(): Promise<{ url: string; kill: () => Promise<void> }> {
  const script = `
    import { register } from 'node:module'
    register('./scripts/typescript-hooks.mjs', 'file://${root}/')
    const { startCluster } = await import('./libs/embedded-postgres/src/index.ts')
    const { url } = await startCluster({ home: ${JSON.stringify(home)} })
    console.log(url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    url: line.toString().trim(),
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

test('a second start finds the data and the address of the first', async () => {
  const first = await startCluster({ home })
  expect(first.adopted).toBe(false)
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await first.stop()
  expect(existsSync(join(home, 'data/postmaster.pid'))).toBe(false)

  const second = await startCluster({ home })
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(42)
  const extensions = `SELECT count(*)::int AS answer FROM pg_available_extensions WHERE name IN ('pg_trgm', 'unaccent', 'pgcrypto')`
  expect(await ask(second.url, extensions)).toBe(3)
  await second.stop()
  await second.stop()
}, 60_000)

test('the password is generated, kept private and asked for', async () => {
  const file = join(home, 'cluster.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const cluster = await startCluster({ home })
  const stranger = cluster.url.replace(/:[^:@]+@/, ':wrong@')
  await expect(ask(stranger, 'SELECT 1 AS answer')).rejects.toThrow(/password authentication failed/)
  await cluster.stop()
}, 60_000)

test('a server whose process was killed is adopted, and stops with its new owner', async () => {
  const orphan = await startElsewhere()
  await expect(startCluster({ home })).rejects.toMatchObject({ problem: 'in_use' })
  await orphan.kill()

  const cluster = await startCluster({ home })
  expect(cluster).toMatchObject({ adopted: true, url: orphan.url })
  expect(await ask(cluster.url, 'SELECT answer FROM kept')).toBe(42)
  await cluster.stop()
  await expect(ask(cluster.url, 'SELECT 1 AS answer')).rejects.toThrow()
}, 60_000)

test('after a power cut of server and process the data comes back', async () => {
  const victim = await startElsewhere()
  await ask(victim.url, 'INSERT INTO kept VALUES (43)')
  const postmaster = readPostmaster(join(home, 'data'))
  await victim.kill()
  process.kill(postmaster?.pid ?? 0, 'SIGKILL')

  const cluster = await startCluster({ home })
  expect(cluster.adopted).toBe(false)
  expect(await ask(cluster.url, 'SELECT count(*)::int AS answer FROM kept')).toBe(2)
  await cluster.stop()
}, 60_000)

test('a stale postmaster.pid that names a living stranger does not stop the start', async () => {
  const stale = `${process.pid}\n${join(home, 'data')}\n1\n5432\n\n127.0.0.1\n\nready\n`
  writeFileSync(join(home, 'data/postmaster.pid'), stale)
  const cluster = await startCluster({ home })
  expect(await ask(cluster.url, 'SELECT 1 AS answer')).toBe(1)
  await cluster.stop()
}, 60_000)

test('a taken port is replaced by another', async () => {
  const { port } = JSON.parse(readFileSync(join(home, 'cluster.json'), 'utf8')) as { port: number }
  const occupant = createServer().listen(port, '127.0.0.1')
  await once(occupant, 'listening')
  const cluster = await startCluster({ home })
  expect(portOf(cluster.url)).not.toBe(String(port))
  await cluster.stop()
  occupant.close()
}, 60_000)

test('a folder that cannot be made is explained', async () => {
  const file = join(home, 'a-file')
  writeFileSync(file, '')
  await expect(startCluster({ home: join(file, 'inside') })).rejects.toMatchObject({
    problem: 'unusable_directory',
    message: expect.stringMatching(/DATABASE_URL/),
  })
})

test('a full disk is explained', () => {
  const cause = Object.assign(new Error('Command failed: initdb'), { stderr: 'could not write to file: No space left on device' })
  expect(explain(cause, '/srv/x')).toMatchObject({ problem: 'disk_full', message: expect.stringMatching(/\/srv\/x is full/) })
})

test('root hands the server to an account that can exist', () => {
  const lines =
    (...names: string[]) =>
    () =>
      names.map((name, index) => `${name}:x:${index}:${index}::/:/bin/sh`).join('\n')
  if (process.getuid?.() !== 0) return expect(databaseAccount()).toBeNull()
  expect(databaseAccount(lines('root', 'nobody', 'postgres'))).toEqual({ uid: 2, gid: 2 })
  expect(databaseAccount(lines('root', 'daemon', 'nobody'))).toEqual({ uid: 2, gid: 2 })
  expect(databaseAccount(lines('root', 'daemon'))).toEqual({ uid: 1, gid: 1 })
  expect(() => databaseAccount(lines('root'))).toThrow(/useradd/)
})

test('a checkout the database account cannot enter keeps its data in /var/lib', () => {
  const stranger = { uid: 65_533, gid: 65_533 }
  const open = join(home, 'open/.tanggap')
  const closed = join(home, 'closed/.tanggap')
  mkdirSync(join(home, 'open'), { mode: 0o755 })
  mkdirSync(join(home, 'closed'), { mode: 0o700 })
  expect(clusterHome(open, stranger)).toBe(open)
  expect(clusterHome(closed, stranger)).toMatch(/^\/var\/lib\/tanggap-[0-9a-f]{12}$/)
  expect(clusterHome(closed, stranger)).toBe(clusterHome(closed, stranger))
  expect(clusterHome(closed, null)).toBe(closed)
})
