import { expect, test } from 'vitest'
import { ask } from '../harness/ask.ts'
import { eventsOf, missouri } from '../harness/nodes-play.ts'
import { nodesOfTests, type Node } from '../harness/nodes.ts'
import { hostOf, linkFor, sit } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests()

/**
 * Does something while the line breaks between an append to the stream and its answer, and is back only once the node has asked
 * again and found it gone: the append stands, and nobody was told.
 */
async function withAnswerLost<T>(node: Node, stream: string, act: () => Promise<T>): Promise<T> {
  const unknown = () => node.log.outcomes(stream).filter((kind) => kind === 'unknown').length
  node.log.lose('answers', (one) => one === stream)
  const acting = act()
  await until('the node to have asked again', () => unknown() >= 2)
  node.log.flow()
  return acting
}

function startOver(node: Node): Promise<number> {
  const headers = { origin: `http://localhost:${node.port}` }
  return ask(node.port, 'localhost', '/api/rehearsal/start-over', { method: 'POST', headers }).then(
    ({ status }) => status,
  )
}

test('NODE-35 where the line breaks between an append and its answer, a sign-in succeeds all the same, and opens one session', async () => {
  const nodes = await startNodes(2)
  const { a, b } = nodes
  const [host, link] = [hostOf('reviewer-4'), await linkFor(b.port, 'reviewer-4')]
  const answer = await withAnswerLost(b, 'access', () => sit(b.port, host, link))
  expect(answer.status).toBe(204)
  expect(await nodes.log.head('access')).toBe(1)
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  for (const node of [a, b])
    expect((await node.again('reviewer-4', cookie)).view().me.person).toBe('reviewer-4')
})

test('NODE-35 … a command is answered done, carried out once', async () => {
  const nodes = await startNodes(2)
  const monitor = await nodes.b.seat('monitor')
  const command = { kind: 'review.reveal', review: missouri } as const
  const answer = await withAnswerLost(nodes.b, 'journal/rehearsal-1', () => monitor.send(command))
  expect(answer).toEqual({ done: true })
  expect(await eventsOf(nodes.log, 'review.revealed')).toHaveLength(1)
})

test('NODE-35 … and a rehearsal is started over once', async () => {
  const nodes = await startNodes(2)
  expect(await withAnswerLost(nodes.b, 'competitions', () => startOver(nodes.b))).toBe(204)
  expect(await nodes.log.head('competitions')).toBe(2)
  for (const node of nodes.all)
    expect((await node.seat('reviewer-1')).view().competition.id).toBe('rehearsal-2')
})

test('NODE-35 … a node that starts then agrees on the signing key', async () => {
  const nodes = await startNodes(0)
  let lost = 0
  const starting = nodes.start({
    log: {
      ...nodes.log,
      append: async (...asked) => {
        const outcome = await nodes.log.append(...asked)
        if (asked[0] !== 'signing-key' || lost === 2) return outcome
        lost += 1
        return { kind: 'unknown', sentence: 'The log does not answer.' }
      },
    },
  })
  const cookie = await (await starting).signIn('reviewer-1')
  expect([lost, cookie]).not.toEqual([0, ''])
})
