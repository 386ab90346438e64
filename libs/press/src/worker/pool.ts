import { Worker } from 'node:worker_threads'
import { PressProblem } from '../press-problem.js'
import type { PressAssets } from './assets.js'
import { diagnosed } from './diagnosed.js'
import { WORKER_SOURCE } from './worker-source.js'

/** One document to set: Typst source, its content as JSON, the creation time in Unix seconds. */
export interface Job {
  readonly source: string
  readonly content: string
  readonly createdAt: number
  /** Bytes of a picture or PDF that the template shows as "/inset"; such a document is no archive copy. */
  readonly inset?: Uint8Array
}

export interface PoolLimits {
  readonly threads: number
  /** Typst keeps memory it does not give back, so a thread is replaced after this many documents. */
  readonly rendersPerThread: number
  /** Documents that may wait; beyond it the press refuses. */
  readonly waiting: number
  readonly timeoutMs: number
}

interface Waiting {
  readonly job: Job
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (problem: Error) => void
}

interface Thread {
  readonly worker: Worker
  renders: number
  current: Waiting | null
  timer: NodeJS.Timeout | null
}

type Outcome = { pdf: Uint8Array } | { diagnostics: string[] }

/** Sets documents on threads of their own, started when first needed; an idle pool does not keep the process alive. */
export class RenderPool {
  private readonly threads = new Set<Thread>()
  private readonly queue: Waiting[] = []
  private closed = false

  constructor(
    private readonly assets: PressAssets,
    private readonly limits: PoolLimits,
  ) {}

  run(job: Job): Promise<Uint8Array> {
    if (this.closed) return Promise.reject(shutDown())
    if (this.queue.length >= this.limits.waiting)
      return Promise.reject(new PressProblem('press.busy', `${this.queue.length} documents are already waiting to be printed.`))

    return new Promise((resolve, reject) => {
      this.queue.push({ job, resolve, reject })
      this.dispatch()
    })
  }

  /** Ends every thread; what waits or runs is refused. */
  async close(): Promise<void> {
    this.closed = true
    const threads = [...this.threads]
    for (const { reject } of this.queue.splice(0)) reject(shutDown())
    for (const thread of threads) this.retire(thread, shutDown())
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const thread = this.idleThread()
      const next = thread && this.queue.shift()
      if (!thread || !next) return
      thread.current = next
      thread.timer = setTimeout(() => this.retire(thread, tooSlow(this.limits.timeoutMs)), this.limits.timeoutMs)
      thread.worker.ref()
      thread.worker.postMessage(next.job)
    }
  }

  private idleThread(): Thread | null {
    for (const thread of this.threads) if (!thread.current) return thread
    return this.threads.size < this.limits.threads ? this.startThread() : null
  }

  private startThread(): Thread {
    // An empty environment: nothing a template could print may come from there.
    const worker = new Worker(WORKER_SOURCE, { eval: true, workerData: this.assets, env: {}, name: 'press' })
    const thread: Thread = { worker, renders: 0, current: null, timer: null }
    worker.on('message', (outcome: Outcome) => this.finish(thread, outcome))
    worker.on('error', (error) => this.retire(thread, crashed(String(error))))
    worker.on('exit', (code) => this.retire(thread, crashed(`exit code ${code}`)))
    this.threads.add(thread)
    return thread
  }

  private finish(thread: Thread, outcome: Outcome): void {
    const done = this.release(thread)
    thread.renders++
    if (thread.renders >= this.limits.rendersPerThread) this.retire(thread, null)
    else thread.worker.unref()
    if ('pdf' in outcome) done?.resolve(outcome.pdf)
    else done?.reject(diagnosed(outcome.diagnostics))
    this.dispatch()
  }

  private release(thread: Thread): Waiting | null {
    if (thread.timer) clearTimeout(thread.timer)
    const current = thread.current
    thread.current = null
    thread.timer = null
    return current
  }

  private retire(thread: Thread, problem: PressProblem | null): void {
    if (!this.threads.delete(thread)) return
    const current = this.release(thread)
    if (problem) current?.reject(problem)
    // Takes effect when the thread is back from native code; nobody waits for it.
    void thread.worker.terminate()
    if (!this.closed) this.dispatch()
  }
}

const shutDown = () => new PressProblem('press.closed', 'The press is shutting down.')
const tooSlow = (ms: number) => new PressProblem('press.timeout', `A document took longer than ${ms} ms to print.`)
const crashed = (why: string) => new PressProblem('press.crashed', `A printing thread ended unexpectedly: ${why}`)
