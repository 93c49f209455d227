import { truncateSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { ask } from '../harness/ask.ts'
import { addedBy, download, madeOfEachKind, readingOf, sendFile, type Sent } from '../harness/documents.ts'
import { certify, maine, must } from '../harness/review-moves.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'

const items = [...raceToTheTop.criteria, ...raceToTheTop.priorities].map(({ id }) => id)

let made: Readonly<Record<string, Uint8Array>>
let server: RunningServer
let staff: SeatClient

beforeAll(async () => {
  made = await madeOfEachKind()
})
beforeEach(async () => {
  server = await startServer()
  onTestFinished(server.close)
  staff = await server.seat('staff')
})

const cookieOf = (seat: SeatClient): string => seat.headers['cookie'] ?? ''
const reading = (): Promise<ApplicationReading> => readingOf(server.port, cookieOf(staff))

function add(name: string, content: Uint8Array | string = made[name] ?? '', said = {}): Promise<Sent> {
  return sendFile(server.port, { cookie: cookieOf(staff), name, content, said })
}

function at(document: string, what: 'text' | 'file'): string {
  return `/api/applications/maine/documents/${document}/${what}`
}

async function get(address: string, headers: Record<string, string> = {}) {
  return download(server.port, address, { headers: { cookie: cookieOf(staff), ...headers } })
}

test('DOC-2 an application that is a digest is one document, with a part for each criterion and priority', async () => {
  const { documents, places, confirmed, proposed, about, ...rest } = await reading()
  expect(rest).toEqual({ id: 'maine', applicant: 'Maine' })
  expect(about?.document).toBe('Application for initial funding, 2010')
  expect(documents).toMatchObject([{ title: 'Digest', type: 'digest', ownPages: false }])
  expect(Object.keys(places)).toEqual(items)
  const text = JSON.parse((await get(at(documents[0]?.id ?? '', 'text'))).bytes.toString())
  expect(text.text.length).toBe(documents[0]?.length)
  for (const [item, place] of Object.entries(places))
    expect(text.text.slice(place?.start, place?.end).startsWith(`${item} `)).toBe(true)
  expect([confirmed, proposed]).toEqual([false, places])
})

test('DOC-2 an application’s own files stand in the order in which they were added, each with its pages', async () => {
  for (const name of ['plan.pdf', 'plan.txt']) addedBy(await add(name))
  const { documents } = await reading()
  expect(
    documents.map(({ title, kind, type, pages, ownPages }) => [title, kind, type, pages, ownPages]),
  ).toEqual([
    ['Digest', 'narrative', 'digest', documents[0]?.pages, false],
    ['plan', 'narrative', 'pdf', 3, true],
    ['plan', 'appendix', 'text', 1, false],
  ])
})

test('DOC-2 what is proposed is told to staff alone', async () => {
  const one = await server.seat('reviewer-1')
  await certify(one)
  const theirs = await readingOf(server.port, cookieOf(one), { person: 'reviewer-1' })
  expect({ ...theirs, proposed: null }).toEqual({ ...(await reading()), proposed: null })
  expect(theirs.proposed).toBeNull()
})

describe('the parts that answer the criteria', () => {
  test('DOC-11 are those that the files tell, and of a digest where they do not', async () => {
    const digest = (await reading()).documents[0]?.id
    const id = addedBy(await add('plan.pdf'))
    const { places, confirmed } = await reading()
    const found = Object.entries(places).filter(([, place]) => place?.document === id)
    expect(found.map(([item]) => item)).toEqual(['(A)(1)', '(B)(1)', '(F)(2)'])
    expect(Object.values(places).filter((place) => place?.document === digest)).toHaveLength(items.length - 3)
    expect(confirmed).toBe(false)
  })

  test('DOC-11 are those that staff have confirmed, and what is proposed stands beside it', async () => {
    const id = addedBy(await add('plan.pdf'))
    const { proposed, places } = await reading()
    const own = { '(A)(2)': { document: id, start: 5, end: 40 }, '(A)(3)': null }
    await must(staff, { kind: 'places.confirm', review: maine, places: own })
    // What is said of some is theirs; that all is confirmed is said once it is.
    expect(await reading()).toMatchObject({ places: { ...places, ...own }, confirmed: false, proposed })
    const all = { ...places, ...own }
    await must(staff, { kind: 'places.confirm', review: maine, places: all })
    expect(await reading()).toMatchObject({ places: all, confirmed: true, proposed })
  })

  test('DOC-11 are proposed again where what was confirmed is no longer there', async () => {
    const [pdf, text] = [addedBy(await add('plan.pdf')), addedBy(await add('plan.txt'))]
    const { documents } = await reading()
    const own = {
      '(A)(1)': { document: pdf, start: 5, end: 40 },
      '(A)(2)': { document: text, start: 0, end: 1_000_000 },
      '(A)(3)': { document: text, start: 5, end: 40 },
    }
    await must(staff, { kind: 'places.confirm', review: maine, places: own })
    const left = documents.filter(({ id }) => id !== pdf).map(({ id, title, kind }) => ({ id, title, kind }))
    await must(staff, { kind: 'documents.arrange', review: maine, documents: left, removed: [pdf] })
    const after = await reading()
    expect(after.confirmed).toBe(false)
    expect([after.places['(A)(1)'], after.places['(A)(2)']]).toEqual([
      after.proposed?.['(A)(1)'],
      after.proposed?.['(A)(2)'],
    ])
    expect(after.places['(A)(3)']).toEqual({ document: text, start: 5, end: 40 })
    expect((await get(at(pdf, 'text'))).status).toBe(404)
  })
})

describe('a file', () => {
  const types: readonly (readonly [name: string, type: string])[] = [
    ['plan.pdf', 'application/pdf'],
    ['plan.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['plan.rtf', 'application/rtf'],
    ['plan.txt', 'text/plain; charset=utf-8'],
    ['plan.md', 'text/markdown; charset=utf-8'],
  ]
  test.each(types)(
    'DOC-6 %s is sent as it came, as what it is, and nothing in it runs',
    async (name, type) => {
      const id = addedBy(await add(name, made[name], { title: 'Budget “A”, naïve; 50%' }))
      const { status, headers, bytes } = await get(at(id, 'file'))
      expect([status, bytes.equals(Buffer.from(made[name] ?? []))]).toEqual([200, true])
      const ending = name.split('.')[1]
      expect(
        Object.fromEntries([...headers].filter(([header]) => /^content-|^x-content|^cache/.test(header))),
      ).toEqual({
        'content-type': type,
        'content-length': String(bytes.length),
        'content-disposition': `inline; filename="Budget _A_, na_ve; 50_.${ending}"; filename*=UTF-8''Budget%20%E2%80%9CA%E2%80%9D%2C%20na%C3%AFve%3B%2050%25.${ending}`,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
    },
  )

  test('DOC-6 is sent by ranges', async () => {
    const id = addedBy(await add('plan.pdf'))
    const whole = Buffer.from(made['plan.pdf'] ?? [])
    const some = await get(at(id, 'file'), { range: 'bytes=100-199' })
    expect([some.status, some.bytes.equals(whole.subarray(100, 200))]).toEqual([206, true])
    expect(some.headers.get('content-range')).toBe(`bytes 100-199/${whole.length}`)
    expect(some.headers.get('content-security-policy')).toContain('sandbox')
    const last = await get(at(id, 'file'), { range: 'bytes=-10' })
    expect(last.bytes.equals(whole.subarray(-10))).toBe(true)
    expect((await get(at(id, 'file'), { range: `bytes=${whole.length}-` })).status).toBe(416)
  })

  test('DOC-21 that is damaged is sent to nobody until the same file is added again', async () => {
    const id = addedBy(await add('plan.pdf'))
    const { file } = (await reading()).documents.find((document) => document.id === id) ?? { file: '' }
    expect((await get(at(id, 'file'))).status).toBe(200)
    truncateSync(path.join(server.filesFolder, file), 100)
    expect((await get(at(id, 'file'))).status).toBe(500)
    expect((await add('plan.pdf')).messages.at(-1)).toMatchObject({ again: true })
    expect((await get(at(id, 'file'))).bytes.equals(Buffer.from(made['plan.pdf'] ?? []))).toBe(true)
  })
})

test('DOC-19 pages run scripts and workers of this server alone, and WebAssembly', async () => {
  const { headers } = await ask(server.port, 'staff.localhost', '/api/key')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none';script-src 'self' 'wasm-unsafe-eval';worker-src 'self';style-src 'self';" +
      "style-src-attr 'unsafe-inline';font-src 'self';img-src 'self';connect-src 'self';base-uri 'none';" +
      "form-action 'self';frame-ancestors 'none'",
  )
})
