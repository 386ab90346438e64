// npm run bench: what an inbox and a letter cost here, each beside the most this machine could do. Ratios mean something, absolute figures little.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { register } from 'node:module'
import { buildIfStale } from './build.mjs'
import { root } from './run.mjs'

register('./typescript-hooks.mjs', import.meta.url)

const CONNECTIONS = 16
const ROUND_MS = 4_000
const ROUNDS = 3
const CLERK = { email: 'siti.maemunah@tanggap.example', password: 'tanggap-peragaan' }

const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

const stored = Object.entries(JSON.parse(readFileSync(`${root}client/src/generated/persisted-documents.json`, 'utf8')))
const documentId = (operation) => stored.find(([, text]) => new RegExp(`\\b(query|mutation) ${operation}\\b`).test(text))[0]

async function ask(url, operation, variables, cookie) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-by': 'tanggap', origin: url, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ documentId: documentId(operation), operationName: operation, variables }),
  })
  const body = await answer.text()
  if (!answer.ok || body.includes('"errors"')) throw new Error(`${operation} was answered ${answer.status}: ${body.slice(0, 300)}`)
  return { body, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] }
}

/** How many times a second the work is done by so many at once. */
async function perSecond(workers, work) {
  let done = 0
  const end = performance.now() + ROUND_MS
  const one = async () => {
    for (; performance.now() < end; done++) await work()
  }
  await Promise.all(Array.from({ length: workers }, one))
  return (done * 1000) / ROUND_MS
}

/** The server with the demonstration's work in a throwaway database; resolves when it answers. */
async function startServer(databaseUrl, filesDir) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TANGGAP_MODE: 'demo',
    DATABASE_URL: databaseUrl,
    FILES_DIR: filesDir,
    PORT: String(port),
  }
  const child = spawn(process.execPath, ['dist/server/src/main.js'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env })
  const answers = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error('The server did not start.')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return { url, child }
}

/** The inbox of the Sekretariat over HTTP, against a bare node:http that sends the same bytes. */
async function inbox(url) {
  const { cookie } = await ask(url, 'Login', CLERK)
  const variables = { kinds: null, first: 50, after: null }
  const { body } = await ask(url, 'Inbox', variables, cookie)
  const bare = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1')
  await once(bare, 'listening')
  const bareUrl = `http://127.0.0.1:${bare.address().port}`
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const limit = await perSecond(CONNECTIONS, () => fetch(bareUrl, { method: 'POST', body: '{}' }).then((answer) => answer.text()))
    const ours = await perSecond(CONNECTIONS, () => ask(url, 'Inbox', variables, cookie))
    rounds.push({ limit, ours, ratio: ours / limit })
  }
  bare.close()
  return { rows: JSON.parse(body).data.inbox.rows.length, rounds }
}

/** Letters set by the press with all its threads. */
async function letters() {
  const { renderLetter, closePress } = await import('@press')
  const { LETTER } = await import('../libs/press/specimens/letter.ts')
  await renderLetter(LETTER)
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await perSecond(4, () => renderLetter(LETTER)))
  await closePress()
  return rounds
}

await buildIfStale(['server'])
const { startCluster, throwawayHome } = await import('@cluster')
const home = throwawayHome('tanggap-bench')
const cluster = await startCluster({ home, throwaway: true })
let server
try {
  server = await startServer(cluster.url, `${home}/files`)
  const { rows, rounds } = await inbox(server.url)
  const [ours, limit, ratio] = ['ours', 'limit', 'ratio'].map((key) => median(rounds.map((round) => round[key])))
  console.log(
    `Inbox, ${rows} rows, ${CONNECTIONS} connections: ${ours.toFixed(0)} a second; the same bytes without work ${limit.toFixed(0)}; ratio ${ratio.toFixed(2)}`,
  )
  server.child.kill('SIGTERM')
  await once(server.child, 'exit')
  console.log(`Letters set: ${median(await letters()).toFixed(1)} a second`)
} finally {
  server?.child.kill('SIGTERM')
  await cluster.stop()
}
