import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, root, TOOLS } from './run.mjs'

const IGNORED = new Set(['node_modules', 'dist', '.git'])
const SHARED = ['package-lock.json', 'libs']

const PARTS = [
  {
    name: 'server',
    stamp: 'dist/.built',
    sources: [...SHARED, 'server', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'],
    command: [TOOLS.nest, 'build', 'server'],
  },
  {
    name: 'console',
    stamp: 'client/dist/.built',
    sources: [...SHARED, 'client'],
    command: [TOOLS.vite, 'build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'],
  },
]

/** When anything below a path was last changed, in milliseconds; tests and generated declarations do not count. */
function lastChange(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return /\.spec\.ts$|\.d\.ts$/.test(path) ? 0 : stat.mtimeMs
  const inside = readdirSync(path).filter((name) => !IGNORED.has(name))
  return Math.max(0, ...inside.map((name) => lastChange(join(path, name))))
}

function isStale({ stamp, sources }) {
  if (!existsSync(join(root, stamp))) return true
  const built = statSync(join(root, stamp)).mtimeMs
  return sources.some((source) => existsSync(join(root, source)) && lastChange(join(root, source)) > built)
}

/** Builds what is missing or older than its sources. Throws with the compiler's words when that fails. */
export async function buildIfStale(names = PARTS.map(({ name }) => name)) {
  const stale = PARTS.filter((part) => names.includes(part.name) && isStale(part))
  await Promise.all(
    stale.map(async ({ name, stamp, command }) => {
      const began = new Date()
      console.log(`Building the ${name} ...`)
      const { code, output } = await capture(command)
      if (code !== 0) throw new Error(`The ${name} does not build:\n${output}`)
      writeFileSync(join(root, stamp), '')
      utimesSync(join(root, stamp), began, began)
      console.log(`Built the ${name} in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s.`)
    }),
  )
}
