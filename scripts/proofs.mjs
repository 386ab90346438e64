// Which tests say that they prove which commitment of the published standards: those with its code in brackets in their title.
//   test('a complaint through Lapor has five working days [netralitas.lapor_normative]', ...)
// In a table, the title carries [%s] or [$code] and the rows name the codes. Skipped tests prove nothing.
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { root } from './run.mjs'

const FOLDERS = ['libs', 'server/src', 'client/src', 'test']
const IN_BRACKETS = /\[([a-z0-9_]+(?:\.[a-z0-9_]+)+)\]/g
const FROM_TABLE = /\[(%s|\$[a-z]+)\]/

const text = (node) => (node && ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node ?? {}) ? node.getText() : null)

/** The words before the call: ['test', 'each'] for test.each(table)(title, run). */
function words(expression) {
  if (ts.isIdentifier(expression)) return [expression.text]
  if (ts.isPropertyAccessExpression(expression)) return [...words(expression.expression), expression.name.text]
  if (ts.isCallExpression(expression)) return words(expression.expression)
  if (ts.isTaggedTemplateExpression(expression)) return words(expression.tag)
  return []
}

function literalsIn(node, found = []) {
  if (ts.isStringLiteralLike(node)) found.push(node.text)
  ts.forEachChild(node, (child) => void literalsIn(child, found))
  return found
}

/** The tables a test draws its rows from: those written in place, and constants of the same file. */
function tableOf(expression, constants) {
  if (!ts.isCallExpression(expression)) return []
  return expression.arguments.flatMap((argument) => {
    const known = ts.isIdentifier(argument) ? constants.get(argument.text) : null
    return literalsIn(known ?? argument)
  })
}

function proofsIn(file, codes) {
  const source = ts.createSourceFile(file, readFileSync(`${root}${file}`, 'utf8'), ts.ScriptTarget.Latest, true)
  const constants = new Map()
  const proofs = []
  const visit = (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) constants.set(node.name.text, node.initializer)
    if (ts.isCallExpression(node)) {
      const said = words(node.expression)
      const isTest = ['test', 'it', 'describe'].includes(said[0])
      if (isTest && (said.includes('skip') || said.includes('todo') || said.includes('fixme'))) return
      const title = isTest ? text(node.arguments[0]) : null
      if (title !== null && said[0] !== 'describe') {
        const named = [...title.matchAll(IN_BRACKETS)].map(([, code]) => code)
        const rows = FROM_TABLE.test(title) ? tableOf(node.expression, constants).filter((word) => codes.has(word)) : []
        for (const code of new Set([...named, ...rows])) proofs.push({ code, file, title })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return proofs
}

/** Every proof in the specs: `[{ code, file, title }]`, in the order of files. Codes nobody knows are named in `strangers`. */
export function findProofs(codes) {
  const known = new Set(codes)
  const specs = FOLDERS.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true }).map((file) => `${folder}/${file}`.replaceAll('\\', '/')),
  )
  const all = specs
    .filter((file) => file.endsWith('.spec.ts'))
    .sort()
    .flatMap((file) => proofsIn(file, known))
  return { proofs: all.filter(({ code }) => known.has(code)), strangers: all.filter(({ code }) => !known.has(code)) }
}
