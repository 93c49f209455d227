// The floor: hands bytes to all others in the room of that path, and knows nothing of what they are. Whatever this costs is the
// price of sockets alone.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

const rooms = new Map<string, Set<WebSocket>>()
/** To whoever asks for what the room has: an update that brings nothing. */
const nothing = Uint8Array.of(0, 1, 2, 0, 0)

const http = createServer((_request, response) => response.end())
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
http.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (opened) => {
    const name = request.url ?? ''
    const room = rooms.get(name) ?? new Set()
    rooms.set(name, room.add(opened))
    opened.on('close', () => room.delete(opened))
    opened.on('message', (frame: Buffer) => {
      if (frame[0] === 0 && frame[1] === 0) return opened.send(nothing)
      for (const other of room) if (other !== opened) other.send(frame)
    })
  }),
)
http.listen(0, '127.0.0.1', () => {
  console.log(`open at http://localhost:${(http.address() as AddressInfo).port}`)
})
