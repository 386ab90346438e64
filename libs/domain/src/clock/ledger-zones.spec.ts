import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { transformSync } from '@swc/core'

const ZONES = ['UTC', 'Asia/Jakarta', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Australia/Lord_Howe'] as const
const LEDGERS = Number(process.env.CLOCK_LEDGERS ?? 200_000)

/** Compares the clock with the walker on random ledgers of its own; the seed comes with the command. Prints the first that differs, or nothing. */
const PROGRAM = `
import { Calendar } from './clock/calendar.js'
import { INDONESIAN_CALENDAR } from './clock/indonesian-calendar.js'
import { readLedger } from './clock/ledger.js'
import { disagreement, SlowLedger } from './slow-ledger.js'
const long = { opens: '07.30', closes: '17.45', breaks: [{ from: '09.50', to: '10.05' }, { from: '12.10', to: '13.25' }] }
const short = { opens: '08.00', closes: '11.00', breaks: [] }
const ramadan = { opens: '08.00', closes: '14.30', breaks: [{ from: '12.00', to: '12.30' }] }
const week = { 1: ramadan, 2: ramadan, 3: ramadan, 4: ramadan, 5: short }
const oddWeek = { 2: long, 4: short, 6: long }
const worlds = [
  INDONESIAN_CALENDAR,
  { ...INDONESIAN_CALENDAR, openings: [...INDONESIAN_CALENDAR.openings,
    { kind: 'office', from: '2026-02-18', until: '2026-03-19', weekdays: week }, { kind: 'service', from: '2026-02-18', until: '2026-03-19', weekdays: week }] },
  { ...INDONESIAN_CALENDAR, openings: [{ kind: 'office', from: '2000-01-01', weekdays: week }, { kind: 'office', from: '2026-01-01', weekdays: oddWeek },
    { kind: 'service', from: '2000-01-01', weekdays: oddWeek }] },
].map((data) => ({ calendar: new Calendar(data), slow: new SlowLedger(data) }))
const [seed, runs] = process.argv.slice(2).map(Number)
const found = disagreement(seed, runs, worlds, ({ rule, entries }, calendar) => readLedger(rule, entries, calendar).due?.dueAt?.getTime() ?? null)
process.stdout.write(JSON.stringify({ offset: new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset(), found }))
`

const folder = mkdtempSync(join(tmpdir(), 'ledger-zones-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const compiled = (file: string): string =>
  transformSync(readFileSync(file, 'utf8'), {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  }).code

/** Plain JavaScript of the clock and of the walker, so that a bare Node process with its own TZ can run them. */
function compile(): void {
  const domain = join(import.meta.dirname, '..')
  for (const part of ['clock', 'standard']) {
    mkdirSync(join(folder, part))
    for (const file of readdirSync(join(domain, part)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
      writeFileSync(join(folder, part, file.replace(/\.ts$/, '.js')), compiled(join(domain, part, file)))
    }
  }
  const walker = join(domain, '../../../test/support/slow-ledger.ts')
  writeFileSync(join(folder, 'slow-ledger.js'), compiled(walker))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'program.js'), PROGRAM)
}

test(`${LEDGERS} random ledgers over six time zones end where walking days and minutes ends`, async () => {
  compile()
  const run = promisify(execFile)
  const shares = ZONES.map((zone, index) => ({ zone, seed: 20_261_122 + index, runs: Math.ceil(LEDGERS / ZONES.length) }))
  const results: { offset: number; found: string | null }[] = []
  // Two at a time: as many as the smallest machine this is built on has cores.
  for (let first = 0; first < shares.length; first += 2) {
    const pair = shares.slice(first, first + 2).map(async ({ zone, seed, runs }) => {
      const { stdout } = await run(process.execPath, [join(folder, 'program.js'), String(seed), String(runs)], { env: { TZ: zone } })
      return JSON.parse(stdout) as { offset: number; found: string | null }
    })
    results.push(...(await Promise.all(pair)))
  }
  expect(results.map(({ found }) => found)).toEqual(ZONES.map(() => null))
  expect(new Set(results.map(({ offset }) => offset)).size).toBe(ZONES.length)
}, 120_000)
