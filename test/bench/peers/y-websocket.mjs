// @y/websocket-server wired as its own server.js wires it, behind the `ws` that all servers here use. 0.1.1 is the last
// release for yjs 13. Its store is its own: LevelDB, by y-leveldb. Argument: the folder of the store.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

// Read where the package is first loaded.
process.env['YPERSISTENCE'] = process.argv[2]
const { setupWSConnection } = await import('@y/websocket-server/utils')

const http = createServer((_request, response) => response.end('okay'))
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
http.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (opened) => setupWSConnection(opened, request)),
)
http.listen(0, '127.0.0.1', () => console.log(`open at http://localhost:${http.address().port}`))
