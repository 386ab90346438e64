import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

const { frame } = JSON.parse(process.env['BENCH'] ?? '') as { frame: string }

// Every POST sends the same bytes to every socket: nothing is looked up, nothing is allowed or refused.
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const server = createServer((request, response) => {
  request.resume()
  for (const socket of sockets.clients) socket.send(frame)
  response.end('{}')
})
server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, () => undefined))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
