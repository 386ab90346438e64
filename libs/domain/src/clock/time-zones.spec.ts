import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transformSync } from '@swc/core'

const ZONES = ['UTC', 'Asia/Jakarta', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Europe/Berlin', 'Australia/Lord_Howe']

/** Prints due dates, explanations and formatted instants over four years, every 1.37 days, for every rule. */
const PROGRAM = `
import { CLOCK_RULES } from './clock/standard-rules.js'
import { dueDate } from './clock/due.js'
import { explain } from './clock/explain.js'
import { formatDateTime, formatLongDate } from './clock/format.js'
import { indonesianCalendar } from './clock/indonesian-calendar.js'
import { atRiskFrom, standing } from './clock/risk.js'
const lines = [String(new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset())]
for (let start = Date.UTC(2024, 0, 1); start < Date.UTC(2027, 11, 1); start += 118_368_123)
  for (const rule of CLOCK_RULES) {
    const due = dueDate(rule, start, indonesianCalendar())
    const at = due.dueAt ?? new Date(start)
    const risk = due.dueAt && atRiskFrom({ rule, startedAt: start, dueAt: due.dueAt, pauses: [] }, 'assistant')
    lines.push([rule.code, JSON.stringify(due), formatDateTime(at), formatLongDate(start, 'en'), standing({ startedAt: start, dueAt: due.dueAt, stoppedAt: null, atRiskAt: risk }, start + 9e7), risk?.toISOString()].join('|'))
  }
for (const rule of CLOCK_RULES) lines.push(JSON.stringify(explain(rule, Date.UTC(2026, 2, 16, 20), indonesianCalendar())))
process.stdout.write(lines.join('\\n'))
`

const folder = mkdtempSync(join(tmpdir(), 'clock-zones-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Plain JavaScript of the clock, so that a bare Node process with its own TZ can run it. */
function compile(part: string, isWanted: (file: string) => boolean) {
  const source = join(import.meta.dirname, '..', part)
  mkdirSync(join(folder, part))
  for (const file of readdirSync(source).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && isWanted(name))) {
    const options = { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } } as const
    writeFileSync(join(folder, part, file.replace(/\.ts$/, '.js')), transformSync(readFileSync(join(source, file), 'utf8'), options).code)
  }
}

test('the time zone of the process changes nothing', () => {
  compile('clock', () => true)
  compile('standard', (file) => file === 'service.ts')
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'program.js'), PROGRAM)

  const runs = ZONES.map((zone) => {
    const output = execFileSync(process.execPath, [join(folder, 'program.js')], {
      env: { TZ: zone },
      maxBuffer: 64 * 1024 * 1024,
    }).toString()
    const end = output.indexOf('\n')
    return { offset: output.slice(0, end), results: output.slice(end) }
  })

  expect(new Set(runs.map((run) => run.offset)).size).toBe(ZONES.length)
  expect(runs[0]?.results.split('\n').length).toBeGreaterThan(10_000)
  for (const run of runs) expect(run.results === runs[0]?.results).toBe(true)
})
