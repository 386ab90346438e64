import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeAbandonedHomes, startCluster, throwawayHome } from '@cluster'

const ROOT = join(import.meta.dirname, '../..')
const PREFIX = 'tanggap-product'
const READY_LIMIT_MS = 90_000

export interface ProductOptions {
  /** `demo` comes with people and work, `test` is empty. */
  readonly mode?: 'demo' | 'test'
  /** More environment for the server. */
  readonly env?: Readonly<Record<string, string>>
}

/** The built server as a process of its own, with a database that nobody else uses. */
export interface Product {
  /** Origin of the console, on `localhost` so that plain cookies are allowed. */
  readonly url: string
  readonly databaseUrl: string
  /** Ends the server: politely by default, or as a crash would. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Starts the server again on the same address and the same data. */
  begin(): Promise<void>
  /** Ends everything and deletes the data. */
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

/** Starts `dist/server/src/main.js` and waits until it answers; a server that ends instead is reported with its last words. */
async function launch(url: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/server/src/main.js'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const listen = (chunk: Buffer): void => void (words = `${words}${chunk.toString()}`.slice(-4_000))
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  for (const deadline = Date.now() + READY_LIMIT_MS; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`The server ended while starting:\n${words}`)
    if (await isReady(url)) return child
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready after ${READY_LIMIT_MS / 1000} s:\n${words}`)
}

export async function startProduct({ mode = 'demo', env = {} }: ProductOptions = {}): Promise<Product> {
  await removeAbandonedHomes(PREFIX)
  const cluster = await startCluster({ home: throwawayHome(PREFIX), throwaway: true })
  const files = mkdtempSync(join(tmpdir(), `${PREFIX}-files-`))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    TANGGAP_MODE: mode,
    DATABASE_URL: cluster.url,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    FILES_DIR: files,
    ...env,
  }
  let server: ChildProcess | null = null

  const end = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  const begin = async (): Promise<void> => {
    server = await launch(`http://127.0.0.1:${port}`, environment)
  }
  const stop = async (): Promise<void> => {
    await end()
    await cluster.stop()
    rmSync(files, { recursive: true, force: true })
  }

  try {
    await begin()
  } catch (error) {
    await stop()
    throw error
  }
  return { url, databaseUrl: cluster.url, end, begin, stop }
}
