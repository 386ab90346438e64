// npm run bench: how fast the product is beside what is possible at all on the same machine in the same minutes. Only the ratios mean anything.
import { register } from 'node:module'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.mjs'

register('./typescript-hooks.mjs', import.meta.url)

const USAGE = 'npm run bench -- [inbox] [transition] [fanout] [letters] [clock] [recount] [--cases 100000] [--json]'

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cases: { type: 'string', default: '100000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const { BENCHES, measure, tableOf } = await import('../test/bench/main.ts')
  const cases = Number(values.cases)
  const unknown = positionals.filter((name) => !BENCHES.includes(name))
  if (values.help || unknown.length > 0 || !Number.isInteger(cases) || cases < 1000) return (console.error(USAGE), values.help ? 0 : 2)

  const log = console.log
  if (values.json) console.log = console.error
  await buildIfStale(['server'])
  const all = []
  await measure(positionals.length > 0 ? positionals : BENCHES, cases, (lines) => {
    all.push(...lines)
    console.log(tableOf(lines))
  })
  if (values.json) log(JSON.stringify(all, null, 2))
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
