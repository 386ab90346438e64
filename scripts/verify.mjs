// npm run verify: looks at every invariant of a database and names the rows that break one. Writes nothing.
import { parseArgs } from 'node:util'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildIfStale } from './build.mjs'
import { assertDatabase, StartProblem } from './preflight.mjs'
import { root, setting } from './run.mjs'

const USAGE = 'npm run verify -- [--database-url postgres://user:password@host/database] [--files-dir DIR] [--anchor-file FILE] [--json]'
const SHOWN = 20

function options() {
  try {
    return parseArgs({
      options: {
        'database-url': { type: 'string' },
        'files-dir': { type: 'string' },
        'anchor-file': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new StartProblem(`${error.message}\n${USAGE}`)
  }
}

/** The database to look at: the one named, or this checkout's own, started for the duration when it does not run. */
async function openDatabase(named) {
  if (named) {
    await assertDatabase(named)
    return { url: named, close: () => Promise.resolve() }
  }
  const { clusterHome, runningCluster, startCluster } = await import('../dist/libs/embedded-postgres/src/index.js')
  const home = clusterHome(`${root}.tanggap/postgres`)
  const running = await runningCluster(home)
  if (running) return { url: running, close: () => Promise.resolve() }
  if (!existsSync(`${home}/data`)) throw new StartProblem(`There is no database yet: run npm start once, or name one:\n${USAGE}`)
  const cluster = await startCluster({ home })
  return { url: cluster.url, close: () => cluster.stop() }
}

/** The folder of the files; that of the demonstration belongs to the demonstration's database only. */
function filesFolder(given, named) {
  const folder = given ?? setting('FILES_DIR') ?? (named ? null : '.tanggap/files')
  return folder === null ? null : resolve(root, folder)
}

/** The file of the anchors; unless it is named it lies in the folder of the files. */
function anchorFile(given, filesDir, beside) {
  const file = given ?? setting('ANCHOR_FILE')
  if (file) return resolve(root, file)
  return filesDir === null ? null : beside(filesDir)
}

const MARK = { ok: 'ok', skipped: 'not looked at', failed: 'FAILED' }
const outcomeOf = ({ outcome, rows }) => MARK[outcome] ?? `${rows.length} row${rows.length === 1 ? '' : 's'}`

function printTable(findings) {
  const width = Math.max(...findings.map(({ code }) => code.length))
  let group = ''
  for (const finding of findings) {
    if (finding.group !== group) console.log(`\n${finding.group}`)
    group = finding.group
    console.log(`  ${finding.code.padEnd(width)}  ${outcomeOf(finding).padEnd(13)}  ${finding.sentence}`)
  }
}

function printProblems(problems) {
  for (const { code, sentence, rule, rows, error } of problems) {
    console.log(`\n${code}: ${sentence}\n  protects ${/^\d/.test(rule) ? `rule ${rule}` : `the ${rule}`}`)
    if (error) console.log(`  the database answered: ${error}`)
    for (const row of rows.slice(0, SHOWN)) console.log(`  ${JSON.stringify(row)}`)
    if (rows.length > SHOWN) console.log(`  ... and ${rows.length - SHOWN} more (--json shows them)`)
  }
}

async function main() {
  const given = options()
  if (given.help) return (console.log(USAGE), 0)
  const named = given['database-url'] ?? setting('DATABASE_URL')
  const log = console.log
  if (given.json) console.log = console.error
  await buildIfStale(['server'])
  console.log = log
  const { verify } = await import('../dist/server/src/audit/verify.js')
  const { anchorsBeside } = await import('../dist/server/src/platform/config.js')
  const filesDir = filesFolder(given['files-dir'], named)
  const outside = { filesDir, anchorFile: anchorFile(given['anchor-file'], filesDir, anchorsBeside) }
  const database = await openDatabase(named)
  try {
    const findings = await verify(database.url, outside)
    const problems = findings.filter(({ outcome }) => outcome === 'offends' || outcome === 'failed')
    if (given.json) console.log(JSON.stringify(findings, null, 2))
    else {
      printTable(findings)
      printProblems(problems)
      const skipped = findings.filter(({ outcome }) => outcome === 'skipped').length
      const hold = findings.length - problems.length - skipped
      console.log(
        `\n${hold} hold, ${problems.length} do not${skipped > 0 ? `, ${skipped} not looked at (name what lies outside: --files-dir DIR, --anchor-file FILE)` : ''}`,
      )
    }
    return problems.length > 0 ? 1 : 0
  } finally {
    await database.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  const forOperator =
    error instanceof StartProblem || ['ClusterError', 'VerifyProblem'].includes(error.name) || /does not build/.test(error.message)
  console.error(forOperator ? error.message : error)
  process.exitCode = 2
}
