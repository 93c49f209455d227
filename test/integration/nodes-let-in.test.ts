import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { cannotSave } from '../../server/journal/cannot-save.ts'
import { closeCodes } from '../../shared/protocol/close-codes.ts'
import { protocolVersion } from '../../shared/protocol/limits.ts'
import { askAs, missouri, missouriRoom, pointsIn, reveal } from '../harness/nodes-play.ts'
import { nodesOfTests, type Node } from '../harness/nodes.ts'
import { must } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { hostOf } from '../harness/running-server.ts'
import { openCopy, type OpenCopy } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests({ mayFail: /The log does not answer/ })

/** A page that has just been opened: its live line and a document, whatever becomes of them. */
interface FreshPage {
  readonly room: OpenCopy
  /** Of each view that came, the reviews in it. */
  readonly views: readonly (readonly string[])[]
  /** How often the line was closed by the server. */
  readonly closes: () => number
  readonly told: () => string
}

function freshPage(node: Node, person: string, cookie: string): FreshPage {
  const host = `${hostOf(person)}:${node.port}`
  const headers = { host, origin: `http://${host}`, cookie }
  const address = `127.0.0.1:${node.port}`
  const socket = io(`ws://${address}`, {
    transports: ['websocket'],
    extraHeaders: headers,
    auth: { protocol: protocolVersion },
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
  })
  const views: string[][] = []
  let [closes, told] = [0, '']
  socket.on('view', ({ view }) => views.push(view.reviews.map(({ id }: { id: string }) => id)))
  socket.on('signedOut', (sentence: string) => (told = sentence))
  socket.io.on('close', () => (closes += 1))
  const room = openCopy(`ws://${address}/sync`, missouriRoom, headers)
  onTestFinished(() => {
    socket.disconnect()
    room.provider.destroy()
    room.doc.destroy()
  })
  return { room, views, closes: () => closes, told: () => told }
}

/** Missouri is revealed, and Reviewers 3 to 5 have long been known on both nodes; Reviewer 1 is in the room on B. */
async function knownOnBoth() {
  const { a, b } = await startNodes(2)
  await reveal(await a.seat('monitor'))
  const stays = await b.seat('reviewer-1')
  const room = await stays.open(missouriRoom)
  const cookies = await Promise.all([3, 4, 5].map((number) => a.signIn(`reviewer-${number}`)))
  for (const [at, cookie] of cookies.entries())
    expect((await askAs(b, `reviewer-${at + 3}`, cookie, rubricPath)).status).toBe(200)
  const [three = '', four = '', five = ''] = cookies
  return { a, b, stays, room, three, four, five }
}

const recusal = {
  kind: 'conflict.answer',
  review: missouri,
  answer: 'recused',
  reason: 'A relative.',
} as const

async function signOut(node: Node, person: string, cookie: string): Promise<void> {
  expect((await askAs(node, person, cookie, '/api/sign-out', { method: 'POST' })).status).toBe(204)
}

/** Nobody has been let in: no view, no byte of the room, and both lines told to come back. */
async function expectOutside(page: FreshPage): Promise<void> {
  await until('the line to be closed, and again', () => page.closes() > 1 || page.views.length > 0)
  await until('the document to be closed', () => page.room.closed() !== null || page.room.provider.synced)
  expect([page.views, page.told(), page.room.closed()]).toEqual([[], '', closeCodes.notSaved])
  expect(pointsIn(page.room, 1, '(F)(3)')).toBe(null)
  expect(page.room.provider.shouldConnect).toBe(true)
}

test('NODE-34 a node that is cut off from its log lets nobody new in by what it knows: not who was recused elsewhere meanwhile', async () => {
  const { a, b, three } = await knownOnBoth()
  b.log.cut()
  await must(await a.again('reviewer-3', three), recusal)
  const page = freshPage(b, 'reviewer-3', three)
  await expectOutside(page)
  const answer = await askAs(b, 'reviewer-3', three, '/api/applications/missouri')
  expect([answer.status, JSON.parse(answer.body)]).toEqual([503, { sentence: cannotSave.sentence }])
  b.log.flow()
  await until('the line to be back', () => page.views.length > 0)
  await until('the document to be closed for good', () => page.room.closed() === closeCodes.notFound)
  expect(page.views.flat()).not.toContain(missouri)
  expect(pointsIn(page.room, 1, '(F)(3)')).toBe(null)
})

test('NODE-34 … nor who has signed out elsewhere meanwhile', async () => {
  const { a, b, four } = await knownOnBoth()
  b.log.cut()
  await signOut(a, 'reviewer-4', four)
  const page = freshPage(b, 'reviewer-4', four)
  await expectOutside(page)
  expect((await askAs(b, 'reviewer-4', four, rubricPath)).status).toBe(503)
  b.log.flow()
  await until('the line to be told', () => page.told() !== '')
  await until('the document to be closed for good', () => page.room.closed() === closeCodes.signedOut)
  expect(page.views).toEqual([])
  expect(pointsIn(page.room, 1, '(F)(3)')).toBe(null)
  expect((await askAs(b, 'reviewer-4', four, rubricPath)).status).toBe(401)
})

test('NODE-34 … nor anybody else, who is let in by itself once it answers; who was in before stayed', async () => {
  const { a, b, stays, room, three, five } = await knownOnBoth()
  let left = 0
  stays.socket.on('disconnect', () => (left += 1))
  b.log.cut()
  await must(await a.again('reviewer-3', three), recusal)
  const page = freshPage(b, 'reviewer-5', five)
  await expectOutside(page)
  expect([left, room.closed()]).toEqual([0, null])
  b.log.flow()
  await until('the line to be back', () => page.views.length > 0)
  await until('the document to be back', () => page.room.provider.synced)
  expect(page.views.flat()).toContain(missouri)
  expect(pointsIn(page.room, 1, '(F)(3)')).not.toBe(null)
  await must(await b.seat('monitor'), { kind: 'vote.open', review: missouri })
  expect(left).toBe(0)
})
