// npm run check: everything that can be judged without running the product, at most two judges at once.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { capture, inParallel, root, TOOLS } from './run.mjs'

const cache = `${root}node_modules/.cache`
mkdirSync(`${cache}/tsc`, { recursive: true })

const tsc = (project, info) => ['--noEmit', '--incremental', '--tsBuildInfoFile', `${cache}/tsc/${info}`, '-p', project]

const run = async (...args) => {
  const { code, output } = await capture(args)
  return code === 0 ? null : output
}

async function inFreshFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-check-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

const EMIT = `
  const { schemaText } = await import('./dist/server/src/emit-schema.js')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(process.env.SCHEMA_OUTPUT, await schemaText())`

/** schema.graphql is what the server would emit now. */
async function schemaInStep() {
  await buildIfStale(['server'])
  return inFreshFolder(async (folder) => {
    const file = join(folder, 'schema.graphql')
    const { code, output } = await capture(['--input-type=module', '-e', EMIT], { env: { SCHEMA_OUTPUT: file } })
    if (code !== 0) return output
    return textOf(file) === textOf(`${root}schema.graphql`) ? null : 'schema.graphql is not what the server serves: run npm run schema'
  })
}

/** client/src/generated is what codegen would write now. */
const generatedInStep = () =>
  inFreshFolder(async (folder) => {
    const { code, output } = await capture([TOOLS.codegen, '--config', 'codegen.ts'], { env: { CODEGEN_OUTPUT: `${folder}/` } })
    if (code !== 0) return output
    const written = readdirSync(folder).filter((name) => textOf(join(folder, name)) !== textOf(`${root}client/src/generated/${name}`))
    return written.length === 0 ? null : `client/src/generated is not in step (${written.join(', ')}): run npm run codegen`
  })

/** Each judge answers null, or what is wrong. The slow ones come first. */
const JUDGES = [
  { name: 'eslint', judge: () => run(TOOLS.eslint, '.', '--cache', '--cache-location', `${cache}/eslint/`, '--max-warnings', '0') },
  { name: 'types of the console', judge: () => run(TOOLS.vueTsc, ...tsc('client/tsconfig.json', 'client.tsbuildinfo')) },
  { name: 'types of server, libraries, tests', judge: () => run(TOOLS.tsc, ...tsc('tsconfig.json', 'server.tsbuildinfo')) },
  { name: 'types of the browser tests', judge: () => run(TOOLS.tsc, ...tsc('test/browser/tsconfig.json', 'browser.tsbuildinfo')) },
  { name: 'purity of the domain', judge: () => run(TOOLS.tsc, ...tsc('libs/domain/tsconfig.json', 'domain.tsbuildinfo')) },
  { name: 'schema.graphql', judge: schemaInStep },
  { name: 'generated code', judge: generatedInStep },
  {
    name: 'formatting',
    judge: () => run(TOOLS.prettier, '--check', '--cache', '--cache-location', `${cache}/prettier/check`, '--log-level', 'warn', '.'),
  },
  { name: 'conformance', judge: () => run('scripts/conformance.mjs', '--check') },
  { name: 'arrows', judge: () => run('scripts/arrows.mjs') },
  { name: 'lockfile', judge: () => run('scripts/fix-lock.mjs', '--check') },
]

const chosen = process.argv.slice(2)
const began = Date.now()
const verdicts = await inParallel(
  JUDGES.filter(({ name }) => chosen.length === 0 || chosen.some((word) => name.includes(word))),
  2,
  async ({ name, judge }) => {
    const start = Date.now()
    const complaint = await judge().catch((error) => error.message)
    console.log(`${complaint === null ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
    return { name, complaint }
  },
)

const failures = verdicts.filter(({ complaint }) => complaint !== null)
for (const { name, complaint } of failures) console.error(`\n--- ${name}\n${complaint.trim()}`)
console.log(`\n${verdicts.length - failures.length} of ${verdicts.length} checks hold (${Math.round((Date.now() - began) / 1000)} s)`)
process.exitCode = failures.length > 0 ? 1 : 0
