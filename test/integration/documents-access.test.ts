import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../harness/ask.ts'
import { addedBy, readingOf, sendFile, standing } from '../harness/documents.ts'
import { hostOf, startServer, type RunningServer } from '../harness/running-server.ts'
import { walkers, walkReview, type StepOfWalk, type Walk, type Walker } from './walked-review.ts'

let server: RunningServer
let walk: Walk
let digest: string
let added: string

beforeAll(async () => {
  server = await startServer()
  walk = await walkReview(server)
  const cookie = cookieOf('staff')
  digest = (await readingOf(server.port, cookie)).documents[0]?.id ?? ''
  added = addedBy(await sendFile(server.port, { cookie, name: 'plan.txt', content: 'What the State plans.' }))
}, 60_000)
afterAll(() => server.close())

type Who = Walker | 'nobody'

function cookieOf(who: Who): string {
  return who === 'nobody' ? '' : (walk.seats[who].headers['cookie'] ?? '')
}

function hostFor(who: Who): string {
  return who === 'nobody' ? 'r1.localhost' : hostOf(walkers[who])
}

function get(who: Who, path: string) {
  return ask(server.port, hostFor(who), path, { headers: { cookie: cookieOf(who) } })
}

const addresses = (): readonly string[] => [
  '/api/applications/maine',
  ...[digest, added].flatMap((document) =>
    ['text', 'file'].map((what) => `/api/applications/maine/documents/${document}/${what}`),
  ),
]

/** What is answered to who opens the application, its texts and its files: one status for all of them. */
async function opens(who: Who): Promise<string> {
  const answers = await Promise.all(addresses().map((address) => get(who, address)))
  return [...new Set(answers.map(({ status }) => status))].join(' and ')
}

/** What is answered to who adds a file: a status, or how the import ended. */
async function adds(who: Who): Promise<string> {
  const before = await standing(server)
  const person = who === 'nobody' ? 'reviewer-1' : walkers[who]
  const content = `Added by ${who} at ${steps.length} steps.`
  const { status, messages } = await sendFile(server.port, {
    cookie: cookieOf(who),
    person,
    name: 'more.txt',
    content,
  })
  const last = messages.at(-1)
  if (last?.stage === 'done') return 'done'
  expect(await standing(server)).toEqual(before)
  return last?.stage === 'refused' ? last.code : String(status)
}

const steps: readonly StepOfWalk[] = ['asked', 'score', 'reveal', 'locked']
const table: readonly (readonly [who: Who, opens: readonly string[], adds: readonly string[]])[] = [
  ['r1', ['404', '200', '200', '200'], ['404', '404', '404', '404']],
  ['r2', ['404', '200', '200', '200'], ['404', '404', '404', '404']],
  ['monitor', ['404', '200', '200', '200'], ['404', '404', '404', '404']],
  ['recused', ['404', '404', '404', '404'], ['404', '404', '404', '404']],
  ['unsure', ['404', '404', '404', '404'], ['404', '404', '404', '404']],
  ['staff', ['200', '200', '200', '200'], ['done', 'done', 'done', 'out-of-turn']],
  ['nobody', ['401', '401', '401', '401'], ['401', '401', '401', '401']],
]

test.each(steps)(
  'DOC-3 at the step “%s” each person opens and adds files as the table says',
  async (step) => {
    await walk.to(step)
    const column = steps.indexOf(step)
    for (const [who, mayOpen, mayAdd] of table) {
      expect([who, await opens(who), await adds(who)]).toEqual([who, mayOpen[column], mayAdd[column]])
    }
  },
)

test('DOC-4 what a person may not open answers byte by byte like what does not exist', async () => {
  for (const who of ['recused', 'unsure'] as const) {
    const none = (await get(who, '/api/applications/virginia')).raw
    for (const address of addresses()) expect((await get(who, address)).raw).toBe(none)
    expect((await get(who, `/api/applications/virginia/documents/${added}/text`)).raw).toBe(none)
  }
})

test('DOC-4 a document is found in its own application alone', async () => {
  const none = (await get('staff', '/api/applications/virginia')).raw
  for (const path of [
    `/api/applications/missouri/documents/${added}/file`,
    `/api/applications/missouri/documents/${digest}/text`,
    '/api/applications/maine/documents/000000000000/file',
    `/api/applications/maine/documents/${added}/other`,
    `/api/applications/maine/documents/..%2f${added}/file`,
  ])
    expect((await get('staff', path)).raw).toBe(none)
})

test('DOC-4 who may not add files is told the same of a review that there is and of one that there is not', async () => {
  const to = (review: string) =>
    sendFile(server.port, {
      cookie: cookieOf('r1'),
      person: 'reviewer-1',
      review,
      name: 'a.txt',
      content: 'A',
    })
  expect(await to('maine.1.1')).toEqual(await to('virginia.1.1'))
})
