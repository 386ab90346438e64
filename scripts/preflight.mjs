import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** A sentence for the operator instead of a stack trace. */
export class StartProblem extends Error {}

const tryPort = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(error.code ?? 'unknown'))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })

/** Refuses a port that is taken; a server that is just closing gets a moment. */
export async function assertPortFree(port, host) {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new StartProblem('PORT must be a whole number between 1 and 65535.')
  let problem = await tryPort(port, host)
  for (let attempt = 0; problem === 'EADDRINUSE' && attempt < 10; attempt += 1) {
    await sleep(300)
    problem = await tryPort(port, host)
  }
  if (problem === 'EADDRINUSE') {
    throw new StartProblem(`Port ${port} is used by another program: stop that one, or choose another port: PORT=${port + 1} npm start`)
  }
  if (problem === 'EACCES') throw new StartProblem(`Port ${port} may not be opened by this user: choose one above 1023, such as PORT=3000.`)
  if (problem !== null) throw new StartProblem(`Cannot listen on ${host}:${port} (${problem}): set HOST to an address of this machine.`)
}

const DATABASE_PROBLEMS = {
  ECONNREFUSED: 'nothing listens there: start PostgreSQL, or correct host and port in DATABASE_URL',
  ENOTFOUND: 'its host name is unknown: correct the host in DATABASE_URL',
  EAI_AGAIN: 'its host name cannot be resolved: correct the host in DATABASE_URL',
  ETIMEDOUT: 'it does not answer: check host, port and firewall',
  '28P01': 'it refuses the password: correct user and password in DATABASE_URL',
  28000: 'it refuses this user: correct the user in DATABASE_URL or pg_hba.conf',
  '3D000': 'the database does not exist: create it (createdb), or correct the name in DATABASE_URL',
  53300: 'it has no free connection: raise max_connections or stop another client',
}

/** Refuses a DATABASE_URL nobody can connect to, and says which part of it is wrong. Never prints the password. */
export async function assertDatabase(databaseUrl) {
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:$/.test(new URL(databaseUrl).protocol)) {
    throw new StartProblem('DATABASE_URL must look like postgres://user:password@host:5432/database.')
  }
  const { host, pathname } = new URL(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 8_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const reason = DATABASE_PROBLEMS[error.code] ?? error.message
    throw new StartProblem(`The database ${pathname.slice(1)} at ${host} cannot be used: ${reason}.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}
