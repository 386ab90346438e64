// Adds to package-lock.json the optional platform packages that a registry mirror did not carry when the lockfile was
// written. Without them `npm ci` refuses the lockfile ("Missing: ... from lock file"); with them every platform asks
// its own registry and skips what it does not need. Run after each `npm install`; `--check` only reports.
import { readFileSync, writeFileSync } from 'node:fs'

const OPERATING_SYSTEMS = ['darwin', 'win32', 'linux', 'freebsd', 'openbsd', 'netbsd', 'android', 'sunos', 'aix', 'openharmony']
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32']

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))
const onlyCheck = process.argv.includes('--check')

/** The lockfile key under which `name` is found from `key`, walking up the folders as Node does. */
function findFrom(key, name) {
  for (let folder = key; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = `${folder ? `${folder}/` : ''}node_modules/${name}`
    if (lock.packages[candidate]) return candidate
    if (!folder) return null
  }
}

function platformOf(name) {
  const words = name.slice(name.lastIndexOf('/') + 1).split(/[-_]/)
  const os = OPERATING_SYSTEMS.filter((known) => words.includes(known))
  const cpu = PROCESSORS.filter((known) => words.includes(known))
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') && os.includes('linux') ? ['glibc'] : []
  return { ...(cpu.length ? { cpu } : {}), ...(libc.length ? { libc } : {}), ...(os.length ? { os } : {}) }
}

const missing = []
for (const [key, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (findFrom(key, name)) continue
    missing.push(name)
    const { cpu, libc, os } = platformOf(name)
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...(cpu ? { cpu } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      ...(os ? { os } : {}),
    }
  }
}

const hosts = Object.values(lock.packages).filter((entry) => entry.resolved?.startsWith('http')).length
if (hosts > 0) {
  console.error(`package-lock.json names a registry host ${hosts} times: run npm install with the .npmrc of this repository.`)
  process.exit(1)
}
if (missing.length > 0 && onlyCheck) {
  console.error(`package-lock.json lacks ${missing.length} optional packages (${missing[0]}, ...): run node scripts/fix-lock.mjs`)
  process.exit(1)
}
if (missing.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`Added ${missing.length} optional packages to package-lock.json.`)
}
