// Measures what a browser must fetch before the login page and the inbox can be used: gzip bytes of their JavaScript, from the build's manifest.
// Fails above the budget. Usage: node scripts/first-load.mjs [--list]
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET = 200_000
const FIRST = ['index.html', 'src/session/LoginPage.vue', 'src/inbox/InboxPage.vue', 'src/app/AppShell.vue']

const dist = new URL('../client/dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

const files = new Set()
function follow(name) {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`${name} is not in the manifest: build the console first`)
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const imported of chunk.imports ?? []) follow(imported)
}
FIRST.forEach(follow)

const sizes = [...files].map((file) => ({ file, bytes: gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length }))
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
if (process.argv.includes('--list')) {
  for (const { file, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) console.log(`${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`)
}
console.log(`first load: ${(total / 1000).toFixed(1)} kB gzip in ${sizes.length} files, budget ${BUDGET / 1000} kB`)
if (total > BUDGET) process.exitCode = 1
