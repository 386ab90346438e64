// Module hooks that let plain Node load this repository's TypeScript. Register with:
//   import { register } from 'node:module'; register('./typescript-hooks.mjs', import.meta.url)
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from '@swc/core'
import { swcOptions } from './swc-options.mjs'

const root = new URL('../', import.meta.url)
const ALIASES = new Map([
  ['@domain', new URL('libs/domain/src/index.ts', root).href],
  ['@press', new URL('libs/press/src/index.ts', root).href],
  ['@cluster', new URL('libs/embedded-postgres/src/index.ts', root).href],
])

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, nextResolve) {
  const alias = ALIASES.get(specifier)
  if (alias) return { url: alias, shortCircuit: true }
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    if (existsSync(source)) return { url: source.href, shortCircuit: true }
  }
  return nextResolve(specifier, context)
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return nextLoad(url, context)
  const filename = fileURLToPath(url)
  const { code } = await transform(await readFile(filename, 'utf8'), { ...swcOptions, filename })
  return { format: 'module', source: code, shortCircuit: true }
}
