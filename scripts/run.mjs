import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../', import.meta.url))

/** The value of an environment variable; one that is set to nothing counts as not set, as it does for the server. */
export const setting = (name) => process.env[name]?.trim() || undefined

/** Path of a program that npm installed, to be run with this same Node on every platform. */
export const tool = (path) => `${root}node_modules/${path}`

export const TOOLS = {
  codegen: tool('@graphql-codegen/cli/cjs/bin.js'),
  eslint: tool('eslint/bin/eslint.js'),
  jest: tool('jest/bin/jest.js'),
  nest: tool('@nestjs/cli/bin/nest.js'),
  playwright: tool('@playwright/test/cli.js'),
  prettier: tool('prettier/bin/prettier.cjs'),
  tsc: tool('typescript/bin/tsc'),
  vite: tool('vite/bin/vite.js'),
  vueTsc: tool('vue-tsc/bin/vue-tsc.js'),
}

/** Runs Node with these arguments, showing its output as it comes; resolves to the exit code. */
export function show(args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs Node with these arguments and keeps what it prints; resolves to exit code and output. */
export function capture(args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Works off the list with `limit` workers at a time; results keep the order of the list. */
export async function inParallel(list, limit, work) {
  const results = []
  const queue = list.map((item, index) => ({ item, index }))
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next.index] = await work(next.item)
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return results
}
