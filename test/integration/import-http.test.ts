import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { filesOf } from '../../server/files/application-documents.ts'
import { openReadings } from '../../server/files/readings.ts'
import { openTexts } from '../../server/files/texts.ts'
import { openJournal } from '../../server/journal/journal.ts'
import { realPorts } from '../../server/ports.ts'
import { documentId } from '../../shared/application/document.ts'
import type { NewEvent } from '../../shared/competition/event.ts'
import { documentTextSchema } from '../../shared/application/document-text.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import {
  addedBy,
  beginUpload,
  download,
  draftsIn,
  longPdf,
  madeOfEachKind,
  readingOf,
  sendFile,
  standing,
  type Upload,
} from '../harness/documents.ts'
import { oldOffice, zipBomb } from '../harness/made-files-bad.ts'
import { madeDocx } from '../harness/made-files.ts'
import { madePdf, pagesOf, rawPdf } from '../harness/made-files-pdf.ts'
import { readJournal } from '../harness/read-journal.ts'
import { maine, must } from '../harness/review-moves.ts'
import { signIn, startServer, type RunningServer } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

let server: RunningServer
let cookie: string
let made: Readonly<Record<string, Uint8Array>>

beforeAll(async () => {
  made = await madeOfEachKind()
  server = await startServer()
  cookie = await server.signIn('staff')
})
afterAll(() => server.close())

/** A server of the test's own, with staff signed in. */
async function ownServer(): Promise<{ own: RunningServer; staff: string }> {
  const own = await startServer()
  onTestFinished(own.close)
  return { own, staff: await own.signIn('staff') }
}

const kinds = ['plan.pdf', 'plan.docx', 'plan.rtf', 'plan.txt', 'plan.md']

test.each(kinds)('DOC-5 %s is added: its text is there, and the file as it came', async (name) => {
  const content = made[name] ?? new Uint8Array()
  const id = addedBy(await sendFile(server.port, { cookie, name, content }))
  const sha256 = createHash('sha256').update(content).digest('hex')
  expect(id).toBe(sha256.slice(0, 12))
  const at = `/api/applications/maine/documents/${id}`
  const text = await download(server.port, `${at}/text`, { headers: { cookie } })
  expect(text.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const read = documentTextSchema.parse(JSON.parse(text.bytes.toString()))
  for (const head of ['(A)(1)', '(B)(1)', '(F)(2)'])
    expect(read.text).toContain(`${head} What the State plans`)
  const file = await download(server.port, `${at}/file`, { headers: { cookie } })
  expect(file.bytes.equals(Buffer.from(content))).toBe(true)
  const event = (await readJournal(server.log)).at(-1)
  expect(event).toMatchObject({
    kind: 'document.added',
    by: 'staff',
    data: { review: maine, document: { id, file: sha256, type: read.type } },
  })
})

test('IMPORT-14 a text is never parsed where everybody’s typing goes through: it is stored, measured and sent as the reading process wrote it', async () => {
  const { own, staff } = await ownServer()
  const parse = vi.spyOn(JSON, 'parse')
  onTestFinished(() => parse.mockRestore())
  const id = addedBy(
    await sendFile(own.port, { cookie: staff, name: 'many.txt', content: 'a\n\n'.repeat(20_000) }),
  )
  const { documents } = await readingOf(own.port, staff)
  const at = `/api/applications/maine/documents/${id}/text`
  const sent = await download(own.port, at, { headers: { cookie: staff } })
  const longest = Math.max(...parse.mock.calls.map(([json]) => json.length))
  expect(longest).toBeLessThan(sent.bytes.length / 10)
  const text = documentTextSchema.parse(JSON.parse(sent.bytes.toString()))
  expect(text.blocks).toHaveLength(20_000)
  expect(documents.at(-1)).toMatchObject({ id, pages: text.pages.length, length: text.text.length })
  const stored = createHash('sha256').update(sent.bytes).digest('hex')
  expect((await readJournal(own.log)).at(-1)).toMatchObject({ data: { document: { text: stored } } })
})

test('DOC-7 an import tells how far it is, and last of all how it ended', async () => {
  const { own, staff } = await ownServer()
  const { messages } = await sendFile(own.port, { cookie: staff, name: 'long.pdf', content: longPdf(30) })
  expect(messages[0]).toEqual({ stage: 'received', bytes: longPdf(30).length })
  const pages = messages.slice(1, -1)
  expect(pages).toEqual(pages.map((_, at) => ({ stage: 'reading', page: at + 1, of: 30 })))
  expect(pages).toHaveLength(30)
  expect(messages.at(-1)).toMatchObject({ stage: 'done', again: false })
})

test('DOC-20 a document is called by what is said, by the file’s own title, or by its name; the first is the narrative', async () => {
  const { own, staff } = await ownServer()
  const add = async (name: string, content: Uint8Array | string, said = {}) =>
    addedBy(await sendFile(own.port, { cookie: staff, name, content, said }))
  await add('Maine plan (final).TXT', 'What the State plans.')
  await add('scan0001.pdf', await madePdf([['Appendix.']], { title: 'Letters  of support ' }))
  await add('b.txt', 'The budget.', { title: ' Budget ', kind: 'budget' })
  await add(`${'long '.repeat(40)}.txt`, 'Another.')
  const { documents } = await readingOf(own.port, staff)
  expect(documents.slice(1).map(({ title, kind }) => [title, kind])).toEqual([
    ['Maine plan (final)', 'narrative'],
    ['Letters of support', 'appendix'],
    ['Budget', 'budget'],
    ['long '.repeat(24).trim(), 'appendix'],
  ])
})

describe('the same file again', () => {
  test('DOC-10 is the same document: nothing is doubled, and the parts that staff confirmed stay', async () => {
    const { own, staff } = await ownServer()
    const send = (said = {}) =>
      sendFile(own.port, { cookie: staff, name: 'plan.pdf', content: made['plan.pdf'] ?? '', said })
    const id = addedBy(await send({ title: 'The plan' }))
    const seat = await own.again('staff', staff)
    const places = { '(A)(1)': { document: id, start: 3, end: 30 } }
    await must(seat, { kind: 'places.confirm', review: maine, places })
    const before = [await standing(own), await readingOf(own.port, staff)]
    expect((await send()).messages.at(-1)).toEqual({ stage: 'done', document: id, again: true })
    expect([await standing(own), await readingOf(own.port, staff)]).toEqual(before)
  })

  test('DOC-10 takes a new title and kind where they are said, and keeps its place', async () => {
    const { own, staff } = await ownServer()
    const send = (name: string, said = {}) =>
      sendFile(own.port, { cookie: staff, name, content: made[name] ?? '', said })
    const [pdf, text] = [addedBy(await send('plan.pdf')), addedBy(await send('plan.txt'))]
    expect((await send('plan.pdf', { title: 'New', kind: 'other' })).messages.at(-1)).toMatchObject({
      again: true,
    })
    const { documents } = await readingOf(own.port, staff)
    expect(documents.slice(1).map(({ id, title, kind }) => [id, title, kind])).toEqual([
      [pdf, 'New', 'other'],
      [text, 'plan', 'appendix'],
    ])
  })

  test('DOC-10 that was removed is added anew', async () => {
    const { own, staff } = await ownServer()
    const send = () => sendFile(own.port, { cookie: staff, name: 'plan.md', content: made['plan.md'] ?? '' })
    await send()
    const seat = await own.again('staff', staff)
    const removed = (await readingOf(own.port, staff)).documents.map(({ id }) => id)
    await must(seat, { kind: 'documents.arrange', review: maine, documents: [], removed })
    expect((await send()).messages.at(-1)).toMatchObject({ stage: 'done', again: false })
  })
})

const bad: readonly (readonly [name: string, code: string, sentence: RegExp, content: () => unknown])[] = [
  ['empty.txt', 'empty', /^empty\.txt is empty\./, () => ''],
  ['blank.txt', 'empty', /nothing but blank space/, () => ' \n\n\t '],
  ['locked.pdf', 'password', /protected by a password/, () => madePdf([['Secret.']], { password: 'x' })],
  ['scan.pdf', 'no-text', /has no text on its 2 pages, only pictures/, () => rawPdf(pagesOf(['', '']))],
  [
    'plan.docx',
    'wrong-type',
    /^plan\.docx is not a Word document \(DOCX\): it is a PDF/,
    () => madePdf([['A PDF.']]),
  ],
  ['plan.pdf', 'wrong-type', /^plan\.pdf is not a PDF/, () => madeDocx([{ text: 'A Word document.' }])],
  [
    'photo.jpg',
    'unknown-type',
    /can be read/,
    () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  ],
  ['old.doc', 'unknown-type', /\.$/, () => oldOffice('WordDocument')],
  [
    'cut.pdf',
    'damaged',
    /it is damaged or not whole/,
    async () => (await madePdf([['Cut.']])).subarray(0, 300),
  ],
  ['bomb.docx', 'too-large', /unpacks to more than/, () => zipBomb({ honest: true })],
]

test.each(bad)(
  'DOC-8 %s is refused (%s) with a sentence of its own, and changes nothing',
  async (name, code, sentence, make) => {
    const before = await standing(server)
    const content = await make()
    if (!(content instanceof Uint8Array) && typeof content !== 'string') throw new Error('That is no file.')
    const { status, messages } = await sendFile(server.port, { cookie, name, content })
    expect([status, messages.at(-1)]).toEqual([
      200,
      { stage: 'refused', code, sentence: expect.stringMatching(sentence) },
    ])
    expect(await standing(server)).toEqual(before)
  },
)

describe('a file over 100 MB', () => {
  const tooLarge = {
    stage: 'refused',
    code: 'too-large',
    sentence: expect.stringContaining('big.pdf has 101 MB; a file may have up to 100 MB.'),
  }

  test('DOC-9 is refused before it is sent, where its length is told', async () => {
    const before = await standing(server)
    const headers = { 'content-length': String(limits.documentBytes + 1) }
    const upload = beginUpload(server.port, { cookie, name: 'big.pdf', headers })
    upload.request.flushHeaders()
    expect((await upload.answer).messages).toEqual([tooLarge])
    upload.request.destroy()
    expect(await standing(server)).toEqual(before)
  })

  test('DOC-9 is refused while it comes, where it is not; the page gets the answer, and nothing stays', async () => {
    const before = await standing(server)
    const upload = beginUpload(server.port, { cookie, name: 'big.pdf' })
    const piece = Buffer.alloc(1024 * 1024, '%PDF-1.7 ')
    for (let sent = 0; sent < 102; sent += 1) {
      await new Promise((resolve) => upload.request.write(piece, resolve))
    }
    upload.request.end()
    expect((await upload.answer).messages.at(-1)).toEqual(tooLarge)
    expect(await standing(server)).toEqual(before)
  })
})

describe('a page that goes away', () => {
  test('DOC-12 while it sends leaves nothing', async () => {
    const before = await standing(server)
    const upload = beginUpload(server.port, { cookie, name: 'gone.txt' })
    upload.request.write('What the State')
    await until('the draft', () => draftsIn(server.filesFolder).length === 1)
    upload.request.destroy()
    await until('the draft to be gone', () => draftsIn(server.filesFolder).length === 0)
    expect(await standing(server)).toEqual(before)
  })

  test('DOC-12 while its file is read ends the reading, and leaves nothing', async () => {
    const before = await standing(server)
    const upload = beginUpload(server.port, { cookie, name: 'gone.pdf' })
    upload.request.end(longPdf(2500))
    await until('the reading to begin', () => upload.soFar().some(({ stage }) => stage === 'reading'))
    upload.request.destroy()
    await until('the draft to be gone', () => draftsIn(server.filesFolder).length === 0)
    expect(await standing(server)).toEqual(before)
    expect(upload.soFar().at(-1)).not.toMatchObject({ page: 2500 })
  })
})

const reads = ({ soFar }: Upload): boolean => soFar().some(({ stage }) => stage === 'reading')
const hasRead = ({ soFar }: Upload, pages: number): boolean =>
  soFar().some((message) => message.stage === 'reading' && message.page === pages)

test('DOC-14 two files are read at a time, the next when one of them is done; they are added in the order in which they came', async () => {
  const { own, staff } = await ownServer()
  const uploads: Upload[] = []
  for (const [name, pages] of [
    ['first.pdf', 1200],
    ['second.pdf', 1201],
    ['third.pdf', 3],
  ] as const) {
    const upload = beginUpload(own.port, { cookie: staff, name })
    upload.request.end(longPdf(pages))
    uploads.push(upload)
    await until(`${name} to be received`, () => upload.soFar().length > 0)
  }
  const [first, second, third] = uploads
  if (!first || !second || !third) throw new Error('There are three.')
  await until('the third to be read', () => reads(third))
  expect(hasRead(first, 1200) || hasRead(second, 1201)).toBe(true)
  const ids = (await Promise.all(uploads.map(({ answer }) => answer))).map(addedBy)
  const { documents } = await readingOf(own.port, staff)
  expect(documents.slice(1).map(({ id }) => id)).toEqual(ids)
})

test('DOC-34 who sends slowly holds up nobody else’s file; twenty of an application are taken at a time, one more is told so', async () => {
  const { own, staff } = await ownServer()
  const slow = Array.from({ length: 19 }, (_, at) =>
    beginUpload(own.port, { cookie: staff, name: `${at}.txt` }),
  )
  for (const { request } of slow) request.write('What the State')
  await until('all to be under way', () => draftsIn(own.filesFolder).length === slow.length)
  const send = (name: string) => sendFile(own.port, { cookie: staff, name, content: `The words of ${name}` })
  const first = addedBy(await send('quick.txt'))
  const last = beginUpload(own.port, { cookie: staff, name: 'last.txt' })
  last.request.write('What')
  await until('twenty to be under way', () => draftsIn(own.filesFolder).length === 20)
  expect((await send('one-more.txt')).messages).toEqual([
    {
      stage: 'refused',
      code: 'too-many',
      sentence:
        '20 files of this application are on their way already. Add this one when one of them is done.',
    },
  ])
  slow[0]?.request.end(' plans.')
  const second = addedBy(await (slow[0] ?? last).answer)
  const third = addedBy(await send('after.txt'))
  const { documents } = await readingOf(own.port, staff)
  expect(documents.slice(1).map(({ id }) => id)).toEqual([first, second, third])
  for (const { request } of [...slow.slice(1), last]) request.destroy()
})

describe('where the parts of an application are not found', () => {
  /** An application with a file of its own, read as a server reads it. */
  async function opened(timing: { waitMs?: number; retryMs?: number }) {
    const { own, staff } = await ownServer()
    const id = addedBy(
      await sendFile(own.port, { cookie: staff, name: 'plan.txt', content: made['plan.txt'] ?? '' }),
    )
    const journal = await journalOf(own)
    const found = filesOf(journal.state(), 'maine')
    journal.close()
    if (!found) throw new Error('There is such an application.')
    const failures: unknown[] = []
    const onFailure = (error: unknown): void => void failures.push(error)
    const readings = openReadings({ files: own.files, texts: openTexts(own.files), onFailure, timing })
    const read = async (rubric: Rubric): Promise<boolean> => {
      const { proposed } = await readings.of(found, rubric, { proposed: true })
      return proposed?.['(A)(1)']?.document === id
    }
    return { read, failures }
  }
  /** No thread can be given this. */
  const unsendable = { ...raceToTheTop, never: () => undefined }

  test('DOC-36 for once, they are looked for again; meanwhile it is read without', async () => {
    const { read, failures } = await opened({ retryMs: 1 })
    expect(await read(unsendable)).toBe(false)
    expect(failures).toHaveLength(1)
    await expect.poll(() => read(raceToTheTop), { timeout: 30_000 }).toBe(true)
  })

  test('DOC-36 nobody looks for them again at once', async () => {
    const { read, failures } = await opened({})
    expect(await read(unsendable)).toBe(false)
    expect(await read(unsendable)).toBe(false)
    expect(failures).toHaveLength(1)
  })

  test('DOC-36 for long, it is read without them, and with them later', async () => {
    const { read } = await opened({ waitMs: 1 })
    expect(await read(raceToTheTop)).toBe(false)
    await expect.poll(() => read(raceToTheTop), { timeout: 30_000 }).toBe(true)
  })
})

test('DOC-15 a file is taken from a page of this very host alone', async () => {
  for (const origin of ['http://evil.example', `http://localhost:${server.port}`, 'null']) {
    const { status } = await sendFile(server.port, {
      cookie,
      name: 'a.txt',
      content: 'A',
      headers: { origin },
    })
    expect(status).toBe(403)
  }
})

test.each([
  ['no name', '', {}],
  ['a kind that there is not', 'a.txt', { kind: 'letter' }],
  ['a title that is too long', 'a.txt', { title: 'x'.repeat(121) }],
])('DOC-15 with %s nothing is taken', async (_what, name, said) => {
  const before = await standing(server)
  const { messages } = await sendFile(server.port, { cookie, name, content: 'A', said })
  expect(messages).toMatchObject([{ stage: 'refused', code: 'malformed' }])
  expect(await standing(server)).toEqual(before)
})

test('DOC-15 an application that is full is told so, and nothing is stored', async () => {
  const { own, staff } = await ownServer()
  const journal = await journalOf(own)
  // The digest is one of them.
  const many = Array.from({ length: limits.documents - 1 }, (_, at): NewEvent => {
    const sha256 = createHash('sha256').update(`Appendix ${at}`).digest('hex')
    const named = { title: `Appendix ${at}`, kind: 'appendix', type: 'text' } as const
    const document = { id: documentId(sha256), ...named, file: sha256, text: sha256 }
    return { kind: 'document.added', data: { review: maine, document } }
  })
  await journal.write({ person: 'staff', command: null }, () => ({ events: many, texts: {} }))
  journal.close()
  const before = await standing(own)
  const { messages } = await sendFile(own.port, { cookie: staff, name: 'a.txt', content: 'One more.' })
  expect(messages.at(-1)).toMatchObject({
    code: 'too-many',
    sentence: `An application holds ${limits.documents} documents. Remove one first.`,
  })
  expect(await standing(own)).toEqual(before)
})

test('DOC-22 a server that ends does not wait for a page that is still sending', async () => {
  const own = await startServer()
  const upload = beginUpload(own.port, { cookie: await signIn(own.port, 'staff'), name: 'slow.txt' })
  upload.request.write('What the State')
  await until('the draft', () => draftsIn(own.filesFolder).length === 1)
  await own.close()
  expect(upload.soFar()).toEqual([])
})

/** The journal of the rehearsal, as another node opens it. */
function journalOf({ log, signer }: RunningServer) {
  return openJournal({
    log,
    stream: 'journal/rehearsal-1',
    ports: realPorts,
    signer,
    onDamage: throwIt,
    onFailure: throwIt,
  })
}

function throwIt(error: unknown): void {
  throw error
}
