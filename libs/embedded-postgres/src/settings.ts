import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

const Settings = z.object({ port: z.number().int().min(1).max(65_535), password: z.string().min(20) })
export type Settings = z.infer<typeof Settings>

const listen = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null))
    })
  })

export const isPortFree = async (port: number): Promise<boolean> => (await listen(port)) !== null

export async function freePort(): Promise<number> {
  const port = await listen(0)
  if (port === null) throw new Error('No free port on 127.0.0.1')
  return port
}

/** Port and password of the cluster, kept beside its data (0600) so that a restart finds the same address. */
export async function readSettings(home: string): Promise<Settings> {
  const file = join(home, 'cluster.json')
  if (existsSync(file)) return Settings.parse(JSON.parse(readFileSync(file, 'utf8')))
  const settings = { port: await freePort(), password: randomBytes(24).toString('base64url') }
  writeSettings(home, settings)
  return settings
}

export function writeSettings(home: string, settings: Settings): void {
  const file = join(home, 'cluster.json')
  writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
