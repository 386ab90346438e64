import { Agent, request } from 'node:http'

/** One request of a closed loop: where to, with what. */
export interface Ask {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

export interface Reply {
  readonly status: number
  readonly text: string
}

/** Connections that stay open, one request at a time each. */
export class Load {
  private readonly agents: Agent[]

  constructor(connections: number) {
    this.agents = Array.from({ length: connections }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  }

  close(): void {
    for (const agent of this.agents) agent.destroy()
  }

  /** One request on the first connection. */
  once(ask: Ask): Promise<Reply> {
    const [agent] = this.agents
    if (!agent) throw new Error('There is no connection')
    return send(agent, ask)
  }

  /** Requests a second while every connection asks again as soon as it is answered; `next` gives what is asked. A refused answer ends it. */
  async run(milliseconds: number, next: () => Ask | null): Promise<number> {
    const began = performance.now()
    let answered = 0
    await Promise.all(
      this.agents.map(async (agent) => {
        while (performance.now() - began < milliseconds) {
          const ask = next()
          if (!ask) return
          const { status, text } = await send(agent, ask)
          if (status !== 200 || text.startsWith('{"errors"')) throw new Error(`Refused: ${status} ${text.slice(0, 300)}`)
          answered += 1
        }
      }),
    )
    return (answered * 1000) / (performance.now() - began)
  }
}

function send(agent: Agent, { port, path, headers = {}, body }: Ask): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers }
    const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers: all }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
