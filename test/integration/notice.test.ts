import { expect, onTestFinished, test } from 'vitest'
import type { ImportMessage } from '../../shared/application/reading.ts'
import type { NoticePage } from '../../shared/notice/notice-page.ts'
import type { NoticeWords } from '../../shared/notice/words.ts'
import { rubricName } from '../../shared/competition/rubrics.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { ask, type Answer } from '../harness/ask.ts'
import { oldOffice } from '../harness/made-files-bad.ts'
import { madeNotice } from '../harness/made-notice.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'

async function emptyCompetition(): Promise<PeopleServer> {
  const server = await startPeopleServer()
  onTestFinished(server.close)
  return server
}

/** Sends a document of the notice as a page does, and gives the answer's last line. */
async function attach(
  { port, staff }: PeopleServer,
  content: Uint8Array | string,
  { name = 'Notice.txt', cookie = staff, origin = `http://localhost:${port}` } = {},
): Promise<ImportMessage | number> {
  const path = `/api/set-up/notice?${new URLSearchParams({ name }).toString()}`
  const bytes = Buffer.from(content)
  const answer = await ask(port, 'localhost', path, { method: 'POST', bytes, headers: { cookie, origin } })
  if (answer.status !== 200) return answer.status
  return JSON.parse(answer.body.trimEnd().split('\n').at(-1) ?? '')
}

async function attached(server: PeopleServer): Promise<string> {
  const end = await attach(server, madeNotice)
  if (typeof end === 'number' || end.stage !== 'done') throw new Error(JSON.stringify(end))
  return end.document
}

async function notice(server: PeopleServer, asked = '', cookie = server.staff): Promise<NoticePage> {
  return JSON.parse((await server.get(`/api/notice${asked}`, cookie)).body)
}

async function proposed(server: PeopleServer): Promise<NoticeWords> {
  return JSON.parse((await server.get('/api/set-up/notice/proposed', server.staff)).body)
}

async function give(
  server: PeopleServer,
  command: { readonly kind: string } & Record<string, unknown>,
): Promise<unknown> {
  return JSON.parse((await server.command(command)).body)
}

/** Signs somebody in who is no staff. */
async function reviewer(server: PeopleServer): Promise<string> {
  await server.add({ id: 'r1' })
  const invited = await server.post('/api/people/invite', { people: ['r1'], copy: true }, server.staff)
  const cookie = await server.signIn(JSON.parse(invited.body).links[0].link)
  if (cookie === null) throw new Error('The reviewer could not sign in.')
  return cookie
}

const take = (rubric: Rubric) => ({ kind: 'rubric.set', rubric, why: '' })
const secondVersion: Rubric = { ...raceToTheTop, version: raceToTheTop.version + 1 }

test('WORDING-1 a document of the notice is read like an application’s, and everybody who is signed in reads it', async () => {
  const server = await emptyCompetition()
  const document = await attached(server)
  const reader = await reviewer(server)
  const page = await notice(server, '', reader)
  expect(page).toMatchObject({ edition: null, words: null, confirmed: false })
  expect(page.documents).toMatchObject([{ id: document, title: 'Notice', type: 'text' }])
  const text = await server.get(`/api/notice/documents/${document}/text`, reader)
  expect(JSON.parse(text.body).text).toContain('(A)(1) Articulating')
  const file = await server.get(`/api/notice/documents/${document}/file`, reader)
  expect([file.status, file.body]).toEqual([200, madeNotice])
  for (const path of ['/api/notice', `/api/notice/documents/${document}/text`])
    expect((await server.get(path)).status).toBe(401)
  expect(await attach(server, madeNotice)).toEqual({ stage: 'done', document, again: true })
})

test('WORDING-2 what cannot be read, or comes from anybody else, changes nothing', async () => {
  const server = await emptyCompetition()
  const reader = await reviewer(server)
  const before = await server.get('/api/set-up', server.staff)
  expect(await attach(server, oldOffice(), { name: 'Notice.docx' })).toMatchObject({ stage: 'refused' })
  expect(await attach(server, '', { name: 'Empty.txt' })).toMatchObject({ stage: 'refused' })
  expect(await attach(server, madeNotice, { cookie: reader })).toBe(404)
  expect(await attach(server, madeNotice, { cookie: '' })).toBe(401)
  expect(await attach(server, madeNotice, { origin: 'http://elsewhere.example' })).toBe(403)
  expect((await server.get('/api/set-up', server.staff)).body).toBe(before.body)
  expect((await notice(server)).documents).toEqual([])
})

test('WORDING-3 what the notice says of each row is proposed to staff, for the newest rubric', async () => {
  const server = await emptyCompetition()
  expect(await proposed(server)).toMatchObject({ passages: {}, definitions: [] })
  await attached(server)
  const words = await proposed(server)
  expect(Object.keys(words.passages)).toEqual(expect.arrayContaining(['(A)(1)', '(A)(1)(i)', '(C)(2)']))
  expect(Object.keys(words.evidence)).toEqual(['(A)(1)(ii)'])
  expect(words.definitions.map(({ term }) => term)).toEqual(['participating LEA', 'common standards'])
  const reader = await reviewer(server)
  const theirs: Answer = await server.get('/api/set-up/notice/proposed', reader)
  expect(theirs.status).toBe(404)
})

test('WORDING-4 confirmed words are everybody’s; those of another version of the rubric stay what they were', async () => {
  const server = await emptyCompetition()
  await attached(server)
  const words = await proposed(server)
  expect(await give(server, { kind: 'notice.confirm', words })).toEqual({ done: true })
  const first = await notice(server, '', await reviewer(server))
  expect(first).toMatchObject({ words, confirmed: true, rubric: rubricName(canonicalHash(raceToTheTop)) })
  expect(first.edition).not.toBe(null)

  expect(await give(server, take(secondVersion))).toEqual({ done: true })
  expect(await notice(server)).toMatchObject({ words, confirmed: false })
  const fewer = { ...words, definitions: [] }
  expect(await give(server, { kind: 'notice.confirm', words: fewer })).toEqual({ done: true })
  expect(await notice(server)).toMatchObject({ words: fewer, confirmed: true })
  expect(await notice(server, `?rubric=${first.rubric}`)).toEqual(first)
})

test('WORDING-5 words lie in attached documents and are said of what the rubric has', async () => {
  const server = await emptyCompetition()
  const document = await attached(server)
  const nothing = { passages: {}, guidance: {}, evidence: {}, definitions: [] }
  const span = { document, start: 0, end: 10 }
  const elsewhere = { ...span, document: 'ffffffffffff' }
  const bad = [
    { ...nothing, passages: { '(A)(1)': [elsewhere] } },
    { ...nothing, guidance: { '(Z)(9)': [span] } },
    { ...nothing, definitions: [{ term: '', span }] },
  ]
  for (const words of bad)
    expect(await give(server, { kind: 'notice.confirm', words })).toMatchObject({
      refused: expect.any(String),
      sentence: expect.any(String),
    })
  expect(await notice(server)).toMatchObject({ words: null })
})
