// npm run db:new -- add-due-date: the next migration, empty, and its line in the list.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from './run.mjs'

const folder = `${root}server/src/platform/migrations`
const [words] = process.argv.slice(2)
if (!words || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(words)) {
  console.error('Name the migration in words joined by hyphens: npm run db:new -- add-due-date')
  process.exit(1)
}

const newest = Math.max(0, ...readdirSync(folder).map((name) => Number.parseInt(name, 10) || 0))
const number = String(newest + 1).padStart(4, '0')
const className = `${words.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase())}${number}`
const file = `${number}-${words}.ts`

writeFileSync(
  `${folder}/${file}`,
  `import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Why the table changes, in one sentence. Expand first, contract in a later migration; never edit one that has landed. */
export class ${className} implements MigrationInterface {
  name = '${className}'

  async up(db: QueryRunner): Promise<void> {
    await db.query(\`
      ALTER TABLE ...
    \`)
  }

  async down(): Promise<void> {
    throw new Error('${className} is not undone: write the next migration instead')
  }
}
`,
  { flag: 'wx' },
)

const index = `${folder}/index.ts`
const list = readFileSync(index, 'utf8')
const withImport = list.replace(/((?:^import .*\n)+)/m, `$1import { ${className} } from './${file.replace(/\.ts$/, '.js')}'\n`)
writeFileSync(index, withImport.replace(/\](?= as const)/, `, ${className}]`))
console.log(`Wrote server/src/platform/migrations/${file} and listed it in index.ts.`)
