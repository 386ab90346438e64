import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const HERE = import.meta.dirname
const ROOT = join(HERE, '../..')
const READY_LIMIT_MS = 60_000

/** A process that is measured, on a port of its own. */
export class Measured {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** The built server. `env` names database and port; it answers on /health when it is ready. */
  static async server(port: number, env: Readonly<Record<string, string>>): Promise<Measured> {
    const child = begin('dist/server/src/main.js', [], env)
    for (const deadline = Date.now() + READY_LIMIT_MS; Date.now() < deadline; await new Promise((resolve) => setTimeout(resolve, 50))) {
      if (child.exitCode !== null) throw new Error('The server ended while starting')
      const ready = await fetch(`http://127.0.0.1:${port}/health`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (ready) return new Measured(child, port)
    }
    child.kill('SIGKILL')
    throw new Error('The server was not ready in time')
  }

  /** A limit: a TypeScript file of this folder that sends `{ port }` when it listens. `given` comes to it as JSON. */
  static async limit(file: string, given: object): Promise<Measured> {
    const child = begin(join(HERE, file), ['--import', join(HERE, 'typescript.mjs')], { BENCH: JSON.stringify(given) })
    const [message] = (await once(child, 'message')) as [{ port: number }]
    return new Measured(child, message.port)
  }

  /** Processor time used so far, in microseconds. */
  async cpu(): Promise<number> {
    const answered = once(this.child, 'message')
    this.child.send({ cpu: true })
    const [message] = (await answered) as [{ cpu: number }]
    return message.cpu
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    const impatient = setTimeout(() => this.child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(impatient)
  }
}

function begin(file: string, node: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return fork(file, [], {
    cwd: ROOT,
    execArgv: ['--import', join(HERE, 'metered.mjs'), ...node],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}
