import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { startBalancer, type Balancer } from '../../server/cluster/balancer.ts'
import { startProxy, type TcpProxy } from '../harness/tcp-proxy.ts'
import { until } from '../harness/until.ts'

interface Node {
  readonly port: number
  readonly sockets: readonly Socket[]
  readonly end: () => Promise<void>
}

/** Greets with its name and then says back what it hears. */
async function startNode(name: string): Promise<Node> {
  const sockets: Socket[] = []
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.write(`${name}.`)
    socket.pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const end = async (): Promise<void> => {
    if (!server.listening) return
    server.close()
    for (const socket of sockets) socket.destroy()
    await once(server, 'close')
  }
  onTestFinished(end)
  return { port: (server.address() as AddressInfo).port, sockets, end }
}

/** A connection, what it has heard, and whether it is over. */
function line(port: number) {
  const socket = connect({ port, host: '127.0.0.1' })
  let heard = ''
  let over = false
  socket.setEncoding('utf8').on('data', (some: string) => (heard += some))
  socket.on('error', () => undefined)
  socket.on('close', () => (over = true))
  onTestFinished(() => void socket.destroy())
  return { socket, heard: () => heard, over: () => over }
}

async function greeted(port: number): Promise<string> {
  const { heard } = line(port)
  await until('a node greets', () => heard().endsWith('.'))
  return heard()
}

async function balance(...nodes: readonly Node[]): Promise<Balancer> {
  const balancer = await startBalancer({ port: 0, nodes: () => nodes.map(({ port }) => port) })
  onTestFinished(balancer.close)
  return balancer
}

async function between(node: Node): Promise<TcpProxy> {
  const proxy = await startProxy(node.port)
  onTestFinished(proxy.close)
  return proxy
}

test('CLUSTER-1 connections go to the nodes by turns, each whole to one', async () => {
  const { port } = await balance(await startNode('a'), await startNode('b'))
  expect([await greeted(port), await greeted(port), await greeted(port), await greeted(port)]).toEqual([
    'a.',
    'b.',
    'a.',
    'b.',
  ])
  const { socket, heard } = line(port)
  const long = 'x'.repeat(3_000_000)
  socket.write(long)
  await until('it comes back whole', () => heard().length === long.length + 2)
  expect(heard()).toBe(`a.${long}`)
})

test('CLUSTER-2 a node that refuses is passed over, and served again once it is back', async () => {
  const [one, other] = [await startNode('a'), await startNode('b')]
  const { port } = await balance(one, other)
  await other.end()
  expect([await greeted(port), await greeted(port), await greeted(port)]).toEqual(['a.', 'a.', 'a.'])
  const back = createServer((socket) => socket.end('again.')).listen(other.port, '127.0.0.1')
  onTestFinished(() => void back.close())
  await once(back, 'listening')
  expect([await greeted(port), await greeted(port)].toSorted()).toEqual(['a.', 'again.'])
})

test('CLUSTER-2 where no node takes a connection it ends, and the next one is served once a node is there', async () => {
  const only = await startNode('a')
  const { port } = await balance(only)
  await only.end()
  const { over, heard } = line(port)
  await until('the connection ends', over)
  expect(heard()).toBe('')
  const back = createServer((socket) => socket.end('again.')).listen(only.port, '127.0.0.1')
  onTestFinished(() => void back.close())
  await once(back, 'listening')
  expect(await greeted(port)).toBe('again.')
})

test('CLUSTER-3 the end of one side ends the other, after everything that was said before', async () => {
  const node = await startNode('a')
  const { port } = await balance(node)
  const whole = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  whole.end('said at last')
  expect(await text(whole)).toBe('a.said at last')

  const { over, heard } = line(port)
  await until('the node greets', () => heard() === 'a.')
  node.sockets.at(-1)?.destroy()
  await until('the page sees that its node is gone', over)

  const cut = line(port)
  await until('the node greets', () => cut.heard() === 'a.')
  cut.socket.resetAndDestroy()
  await until('the node sees that its page is gone', () => node.sockets.at(-1)?.destroyed === true)
  expect(await greeted(port)).toBe('a.')
})

test('CLUSTER-4 asked to close, the balancer ends its connections and lets go of the port', async () => {
  const node = await startNode('a')
  const { port, close } = await balance(node)
  const { over, heard } = line(port)
  await until('the node greets', () => heard() === 'a.')
  await close()
  await until('the connection ends', over)
  await until('the node sees it', () => node.sockets.every(({ destroyed }) => destroyed))
  const next = await startBalancer({ port, nodes: () => [node.port] })
  onTestFinished(next.close)
  expect(await greeted(port)).toBe('a.')
  await expect(startBalancer({ port, nodes: () => [node.port] })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})

test('CLUSTER-5 the network that a fault test takes away loses what is said, keeps its connections open, and comes back', async () => {
  const node = await startNode('a')
  const proxy = await between(node)
  const early = line(proxy.port)
  early.socket.write('before ')
  await until('it comes back', () => early.heard() === 'a.before ')

  proxy.cut()
  early.socket.write('lost')
  node.sockets[0]?.write('lost too')
  const refused = line(proxy.port)
  await until('a new connection is refused', refused.over)
  expect(refused.heard()).toBe('')
  expect({ over: early.over(), heard: early.heard() }).toEqual({ over: false, heard: 'a.before ' })

  proxy.heal()
  await until('what was cut off is reset', early.over)
  await until('the node sees it too', () => node.sockets[0]?.destroyed === true)
  expect({ heard: early.heard(), read: node.sockets[0]?.bytesRead }).toEqual({ heard: 'a.before ', read: 7 })
  expect(await greeted(proxy.port)).toBe('a.')
})

test('CLUSTER-5 the network that a fault test makes slow keeps the order, and can reset all at once', async () => {
  const node = await startNode('a')
  const proxy = await between(node)
  proxy.delay(30)
  const { socket, heard, over } = line(proxy.port)
  socket.write('one ')
  await until('it was sent', () => socket.bytesWritten === 4)
  proxy.delay(0)
  socket.write('two')
  await until('it comes back', () => heard() === 'a.one two')
  proxy.reset()
  await until('it is reset', over)
  await until('the node sees it', () => node.sockets[0]?.destroyed === true)
  expect(await greeted(proxy.port)).toBe('a.')
})
