// The arrows of docs/architecture.md over the real tree, and the proof that each rule still bites: for every rule a tree
// with one planted violation is made, and the rule must report it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { root } from './run.mjs'

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** Per rule: the file that breaks it and what it must not import. */
const PLANTED = {
  'no-cycles': ['server/src/cases/a.ts', './b.js'],
  'domain-is-pure': ['libs/domain/src/clock/today.ts', 'node:fs'],
  'libs-know-no-server': ['libs/press/src/print.ts', '../../../server/src/cases/index.js'],
  'press-knows-no-case': ['libs/press/src/print.ts', '../../domain/src/index.js'],
  'client-never-server': ['client/src/cases/list.ts', '../../../server/src/cases/index.js'],
  'server-never-client': ['server/src/cases/list.ts', '../../../client/src/cases/list.js'],
  'client-only-domain': ['client/src/cases/list.ts', '../../../libs/press/src/index.js'],
  'client-no-server-packages': ['client/src/cases/list.ts', 'typeorm'],
  'features-by-index': ['server/src/letters/issue.ts', '../cases/a.js'],
  'platform-below-features': ['server/src/platform/work.ts', '../cases/index.js'],
  'ui-is-a-kit': ['client/src/ui/AppRow.vue', '../cases/list.js'],
  'source-never-test': ['server/src/cases/list.ts', '../../../test/support/app.js'],
}

const BYSTANDERS = [
  ['server/src/cases/a.ts', null],
  ['server/src/cases/b.ts', './a.js'],
  ['server/src/cases/index.ts', './a.js'],
  ['client/src/cases/list.ts', null],
  ['libs/domain/src/index.ts', null],
  ['libs/press/src/index.ts', null],
  ['test/support/app.ts', null],
  ['node_modules/typeorm/index.js', null],
]

const write = (folder, [path, target]) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  const code = `${target ? `import '${target}'\n` : ''}export const it = 1\n`
  writeFileSync(join(folder, path), path.endsWith('.vue') ? `<script lang="ts">\n${code}</script>\n` : code)
}

async function violationsIn(baseDir, folders, options, tsConfig) {
  const ruleSet = { forbidden: config.forbidden }
  const { output } = await cruise(
    folders,
    { ...config.options, ...options, baseDir, validate: true, ruleSet },
    config.options.enhancedResolveOptions,
    {
      tsConfig,
    },
  )
  return output.summary.violations
}

async function isCaught(rule) {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-arrows-'))
  try {
    for (const file of [...BYSTANDERS, PLANTED[rule]]) write(folder, file)
    const violations = await violationsIn(folder, ['server', 'client', 'libs', 'test'], { tsConfig: undefined })
    return violations.some((violation) => violation.rule.name === rule)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const problems = []
for (const { name } of config.forbidden) {
  if (!PLANTED[name]) problems.push(`The rule ${name} has no planted violation in scripts/arrows.mjs.`)
  else if (!(await isCaught(name))) problems.push(`The rule ${name} did not report its planted violation: it proves nothing.`)
}

const tsConfig = extractTSConfig(`${root}tsconfig.json`)
for (const { rule, from, to, cycle } of await violationsIn(root, ['server', 'client/src', 'libs', 'test'], {}, tsConfig)) {
  const { comment } = config.forbidden.find(({ name }) => name === rule.name)
  problems.push(`${rule.name}: ${from} -> ${cycle ? cycle.map(({ name }) => name).join(' -> ') : to}\n    ${comment}`)
}

for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
