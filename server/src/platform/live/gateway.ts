import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import { handleProtocols, makeServer, type Server } from 'graphql-ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { CONFIG, type Config } from '../config.module.js'
import { SESSION_GATE, type Admitted, type SessionGate } from '../session-gate.js'
import { Hub } from './hub.js'
import { CLOSE, LiveSocket } from './live-socket.js'
import { LiveOperations, type Extra } from './operations.js'

export const LIVE_PATH = '/live'
const PAYLOAD_AT_MOST = 64 * 1024
const SOCKETS_A_PERSON = 5
const PING_MS = 12_000

const REASONS = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 429: 'Too Many Requests', 503: 'Service Unavailable' } as const

/** The only door for WebSockets (rule 15): exact path, known origin and a session are asked before the handshake; everything else is answered and destroyed. */
@Injectable()
export class LiveGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LiveGateway.name)
  private readonly protocol: Server<Extra>
  private readonly websockets = new WebSocketServer({
    noServer: true,
    maxPayload: PAYLOAD_AT_MOST,
    perMessageDeflate: false,
    handleProtocols: (protocols) => handleProtocols(protocols),
  })

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly hub: Hub,
    operations: LiveOperations,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(SESSION_GATE) private readonly gate: SessionGate,
  ) {
    this.protocol = makeServer(operations.options)
  }

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as HttpServer
    server.on('upgrade', this.upgrade)
  }

  beforeApplicationShutdown(): void {
    for (const socket of this.websockets.clients) socket.close(CLOSE.restart, 'restarting')
    setTimeout(() => this.websockets.clients.forEach((socket) => socket.terminate()), 500).unref()
  }

  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const onError = (): void => void socket.destroy()
    socket.on('error', onError)
    this.admit(request)
      .then((admitted) => {
        if (typeof admitted === 'number') return refuse(socket, admitted)
        socket.off('error', onError)
        this.websockets.handleUpgrade(request, socket, head, (websocket) => this.open(websocket, admitted))
      })
      .catch((error: unknown) => {
        this.logger.error(`A connection could not be checked: ${String(error)}`)
        refuse(socket, 503)
      })
  }

  private async admit(request: IncomingMessage): Promise<Admitted | keyof typeof REASONS> {
    if (request.url !== LIVE_PATH) return 404
    if (!this.isOurs(request)) return 403
    const admitted = await this.gate.admit(request.headers)
    if (!admitted) return 401
    return this.hub.socketsOf(admitted.viewer.id) < SOCKETS_A_PERSON ? admitted : 429
  }

  /** Browsers always name the origin of a WebSocket; whoever does not is none of our consoles. */
  private isOurs({ headers }: IncomingMessage): boolean {
    const { origin, host } = headers
    if (!origin) return false
    return origin === this.config.publicUrl || (host !== undefined && (origin === `https://${host}` || origin === `http://${host}`))
  }

  private open(websocket: WebSocket, { viewer, sessionId }: Admitted): void {
    const socket = new LiveSocket(websocket, sessionId, viewer)
    this.hub.enter(socket)
    const stopPinging = keepAlive(websocket)
    const closed = this.protocol.opened(
      {
        protocol: websocket.protocol,
        send: (frame) => new Promise((resolve, reject) => websocket.send(frame, (error) => (error ? reject(error) : resolve()))),
        close: (code, reason) => websocket.close(code, reason),
        onMessage: (receive) => {
          websocket.on('message', (frame: Buffer) => {
            receive(frame.toString('utf8')).catch((error: unknown) => {
              this.logger.warn(`A message could not be served: ${String(error)}`)
              websocket.close(CLOSE.unavailable, 'try again')
            })
          })
        },
      },
      { socket },
    )
    websocket.on('error', () => websocket.terminate())
    websocket.once('close', (code, reason) => {
      stopPinging()
      this.hub.exit(socket)
      closed(code, reason.toString('utf8')).catch((error: unknown) => this.logger.warn(String(error)))
    })
  }
}

function refuse(socket: Duplex, status: keyof typeof REASONS): void {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

/** Ends a connection whose other end has gone without saying so. */
function keepAlive(websocket: WebSocket): () => void {
  let answered = true
  websocket.on('pong', () => (answered = true))
  const timer = setInterval(() => {
    if (!answered) return websocket.terminate()
    answered = false
    if (websocket.readyState === websocket.OPEN) websocket.ping()
  }, PING_MS)
  return () => clearInterval(timer)
}
