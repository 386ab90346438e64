// npm run conformance: every commitment of the five published standards, the rule that implements it, the tests that prove it, and - with a
// database - how it was kept. Fails when a commitment has no rule or no test.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { buildIfStale } from './build.mjs'
import { StartProblem } from './preflight.mjs'
import { findProofs } from './proofs.mjs'
import { root } from './run.mjs'

const USAGE =
  'npm run conformance -- [--database-url postgres://user:password@host/database] [--year 2026] [--service NETRALITAS] [--json] [--write | --check]'
const PROOFS = `${root}server/src/reports/proofs.ts`

function options() {
  try {
    return parseArgs({
      options: {
        'database-url': { type: 'string' },
        year: { type: 'string' },
        service: { type: 'string' },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new StartProblem(`${error.message}\n${USAGE}`)
  }
}

/** The module that carries the proofs into the built server, for the page of the console. */
async function proofsModule(proofs) {
  const head = readFileSync(PROOFS, 'utf8').split('export const PROOFS')[0]
  const text = `${head}export const PROOFS: readonly Proof[] = ${JSON.stringify(proofs)}\n`
  return format(text, { ...(await resolveConfig(PROOFS)), parser: 'typescript' })
}

/** Whether the named code is where the rule says. */
const exists = ({ file, name }) => {
  const path = `${root}${file}`
  return (
    existsSync(path) && new RegExp(`export (?:async )?(?:class|const|function|type|interface) ${name}\\b`).test(readFileSync(path, 'utf8'))
  )
}

async function counted(url, year, proofs) {
  const { default: pg } = await import('pg')
  const { conformanceOf, conformanceSheet } = await import('../dist/server/src/reports/conformance.js')
  if (!url) return conformanceSheet(proofs)
  const client = new pg.Client({ connectionString: url, options: '-c default_transaction_read_only=on' })
  await client.connect()
  try {
    return await conformanceOf({ query: async (sql, params) => (await client.query(sql, params)).rows }, new Date(), year, proofs)
  } finally {
    await client.end()
  }
}

function faultOf({ rule, tests }) {
  if (!rule) return 'no rule'
  if (!exists(rule)) return `${rule.file} does not export ${rule.name}`
  return tests.length === 0 ? 'no test' : null
}

const rate = ({ kept, broken, running }) =>
  kept + broken === 0
    ? running > 0
      ? `${running} running`
      : 'none yet'
    : `${((100 * kept) / (kept + broken)).toFixed(1)} % of ${kept + broken}`

function printTable(lines) {
  const width = Math.max(...lines.map(({ commitment }) => commitment.code.length))
  let heading = ''
  for (const line of lines) {
    const { commitment, rule, tests, measured } = line
    const above = `${commitment.service}: ${commitment.section}`
    if (above !== heading) console.log(`\n${above}`)
    heading = above
    const fault = faultOf(line)
    const shown = fault ? `FAIL ${fault}` : `${rule.name}, ${tests.length} test${tests.length === 1 ? '' : 's'}`
    console.log(`  ${commitment.code.padEnd(width)}  ${shown.padEnd(42)}  ${measured ? rate(measured) : ''}`)
    console.log(`  ${''.padEnd(width)}  ${commitment.clause}: ${commitment.text.id.slice(0, 110)}`)
  }
}

async function main() {
  const given = options()
  if (given.help) return (console.log(USAGE), 0)
  const log = console.log
  if (given.json) console.log = console.error
  await buildIfStale(['server'])
  console.log = log
  const { COMMITMENTS } = await import('../dist/libs/domain/src/index.js')
  const { proofs, strangers } = findProofs(COMMITMENTS.map(({ code }) => code))
  const text = await proofsModule(proofs)
  if (given.write) writeFileSync(PROOFS, text)
  if (given.check) {
    const fresh = text === readFileSync(PROOFS, 'utf8')
    if (!fresh)
      console.error('server/src/reports/proofs.ts is not in step with the titles of the specs: run npm run conformance -- --write')
    const faults = (await counted(null, null, proofs)).filter((line) => faultOf(line) !== null)
    for (const line of faults) console.error(`${line.commitment.code}: ${faultOf(line)}`)
    for (const { code, file } of strangers) console.error(`${file} names [${code}], which no standard knows`)
    return fresh && faults.length === 0 && strangers.length === 0 ? 0 : 1
  }
  const year = given.year ? Number(given.year) : null
  const lines = (await counted(given['database-url'] ?? process.env.DATABASE_URL, year, proofs)).filter(
    ({ commitment }) => !given.service || commitment.service === given.service,
  )
  const faults = lines.filter((line) => faultOf(line) !== null)
  if (given.json)
    console.log(
      JSON.stringify(
        lines.map((line) => ({ ...line, fault: faultOf(line) })),
        null,
        2,
      ),
    )
  else {
    printTable(lines)
    for (const { code, file } of strangers) console.log(`\n${file} names [${code}], which no standard knows`)
    console.log(`\n${lines.length - faults.length} of ${lines.length} commitments have a rule and a test`)
  }
  return faults.length > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const forOperator = error instanceof StartProblem || /does not build/.test(error.message)
  console.error(forOperator ? error.message : error)
  process.exitCode = 2
}
