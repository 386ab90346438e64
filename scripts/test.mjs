// npm test: everything that can be proved, in one run. The last line is "N passed, N failed".
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildIfStale } from './build.mjs'
import { findBrowser } from './find-browser.mjs'
import { root, show, TOOLS } from './run.mjs'

const reports = `${root}node_modules/.cache/tanggap-test`
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0 }
const began = Date.now()

function count(name, { passed, failed, skipped, again = 0 }) {
  total.passed += passed
  total.failed += failed
  const besides = [skipped > 0 ? `${skipped} SKIPPED` : '', again > 0 ? `${again} passed ONLY AT THE SECOND ATTEMPT` : '']
  console.log(`\n${[`${name}: ${passed} passed, ${failed} failed`, ...besides.filter(Boolean)].join(', ')}`)
}

/** What a runner wrote, read by `parse`. A runner that died, or that ran nothing, counts as one failure. */
function countReport(name, code, file, parse) {
  let result
  try {
    result = parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    console.error(`${name} ended without a report.`)
    return count(name, { passed: 0, failed: 1, skipped: 0 })
  }
  const unexplained = result.failed === 0 && (code !== 0 || result.passed === 0)
  count(name, { ...result, failed: result.failed + (unexplained ? 1 : 0) })
}

async function step(name, work) {
  try {
    await work()
  } catch (error) {
    console.error(error.message)
    count(name, { passed: 0, failed: 1, skipped: 0 })
  }
}

const jestCounts = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  skipped: report.numPendingTests + report.numTodoTests,
})

const playwrightCounts = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + errors.length,
  skipped: stats.skipped,
  again: stats.flaky,
})

await step('Jest', async () => {
  const file = `${reports}/jest.json`
  const node = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning']
  const code = await show([...node, TOOLS.jest, '--maxWorkers=2', '--json', `--outputFile=${file}`, '--silent'], { env: { TZ: 'UTC' } })
  countReport('Jest', code, file, jestCounts)
})

await step('Browser', async () => {
  await buildIfStale()
  const CHROMIUM_PATH = await findBrowser()
  console.log(`\nBrowser tests in ${CHROMIUM_PATH}`)
  const file = `${reports}/browser.json`
  const env = { CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const code = await show([TOOLS.playwright, 'test', '--reporter=list,json'], { env })
  countReport('Browser', code, file, playwrightCounts)
})

console.log(`\nTime: ${Math.round((Date.now() - began) / 1000)} s`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
