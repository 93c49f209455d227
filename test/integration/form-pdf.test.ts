import { request } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openFaces, type Faces } from '../../server/forms/pdf-faces.ts'
import { layPages } from '../../server/forms/pdf-pages.ts'
import { setCited, setNoneFound, setScore, writeText } from '../../shared/form/edits.ts'
import { strengthsField, weaknessesField } from '../../shared/form/fields.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { ask } from '../harness/ask.ts'
import { certify, maine, must, openForm, openRoom } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { hostOf, startServer, type RunningServer } from '../harness/running-server.ts'
import type { SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

const missouri = 'missouri.1.1'
/** What people type: letters of other alphabets, signs, marks that would be code elsewhere, and one that no face has. */
const typed = 'Łódź, Žďár and Tiếng Việt: “≥ 10 %” (p. 45) \\ <script>alert(1)</script> ) Tj 中.'

let server: RunningServer
let reviewer: SeatClient

beforeAll(async () => {
  server = await startServer()
  reviewer = await server.seat('reviewer-1')
  await certify(reviewer)
})
afterAll(() => server.close())

interface Print {
  readonly status: number
  readonly type: string
  readonly bytes: Uint8Array
}

function pdfPath(review: string): string {
  return `/api/reviews/${review}/form.pdf?zone=America/New_York`
}

/** Asks for a form as PDF in a seat's name. */
function print(seat: SeatClient, review: string, port = server.port): Promise<Print> {
  return new Promise((resolve, reject) => {
    const asking = {
      host: '127.0.0.1',
      port,
      path: pdfPath(review),
      headers: seat.headers,
      agent: false,
    }
    const outgoing = request(asking, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          type: incoming.headers['content-type'] ?? '',
          bytes: new Uint8Array(Buffer.concat(chunks)),
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

interface Read {
  /** The words of each page, in the order in which they are drawn. */
  readonly pages: readonly string[]
  readonly tagged: boolean
  readonly roles: ReadonlySet<string>
}

async function read({ bytes }: Print): Promise<Read> {
  const task = getDocument({ data: bytes, verbosity: 0 })
  const pdf = await task.promise
  const roles = new Set<string>()
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('role' in node && typeof node.role === 'string') roles.add(node.role)
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(look)
  }
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
    look(await page.getStructTree())
  }
  const marked: unknown = await pdf.getMarkInfo()
  const tagged = marked instanceof Map && marked.get('Marked') === true
  await task.destroy()
  return { pages, tagged, roles }
}

test('PRINT-7 one’s own form comes as tagged PDF with every letter that was typed, and each page says whose and that it is invented', async () => {
  const form = await openForm(reviewer)
  const place = { doc: form.doc }
  setScore(place, '(A)(1)(ii)', 31)
  writeText(place, strengthsField('(A)(1)'), typed)
  setNoneFound(place, weaknessesField('(A)(1)'), true)
  setCited(place, '(A)(1)', { document: '3f0a9c01b2de', page: 45 }, true)
  await form.saved()

  const printed = await print(reviewer, maine)
  expect(printed).toMatchObject({ status: 200, type: 'application/pdf' })
  const { pages, tagged, roles } = await read(printed)
  const [first = ''] = pages
  expect(first).toContain('Maine: technical review form')
  expect(first).toContain('Race to the Top, 2010. Tier 1. Reviewer 1.')
  expect(first).toMatch(/Draft, not attested\. Printed \w{3} \d+, \d{4}, \d+:\d\d [ap]m E[SD]T\./)
  expect(first).toContain('31 of 45')
  expect(first.replaceAll(/\s/g, '')).toContain(
    'Łódź,ŽďárandTiếngViệt:“≥10%”(p.45)\\<script>alert(1)</script>)Tj',
  )
  expect(first).toContain('None found.')
  expect(first).toMatch(/Pages cited: .*p\. 45/)
  for (const [at, page] of pages.entries()) {
    expect(page).toContain('Rehearsal: invented scores')
    expect(page).toContain('Maine, Reviewer 1: Draft, not attested')
    expect(page).toContain(`Page ${at + 1}`)
  }
  const last = pages.at(-1) ?? ''
  expect(last).toContain('1 character has no letter in the faces of this print and is drawn as a box.')
  expect(last).toContain('End of the form.')
  expect(tagged).toBe(true)
  expect([...roles]).toEqual(
    expect.arrayContaining(['Document', 'H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'P']),
  )
})

test('PRINT-8 who has no form there, may not read it or is signed out gets what everybody gets who asks for nothing', async () => {
  const recused = await server.seat('reviewer-3')
  await must(recused, { kind: 'conflict.answer', review: maine, answer: 'recused', reason: '' })
  const open = await server.seat('reviewer-4')
  const hidden: readonly (readonly [SeatClient, string])[] = [
    [recused, maine],
    [open, maine],
    [await server.seat('monitor'), missouri],
    [await server.seat('staff'), missouri],
  ]
  for (const [seat, review] of hidden) {
    const there = await print(seat, review)
    const nothing = await print(seat, 'virginia.1.1')
    expect(there.status).toBe(404)
    expect(Buffer.from(there.bytes).toString()).toBe(Buffer.from(nothing.bytes).toString())
  }
  expect((await ask(server.port, hostOf('reviewer-1'), pdfPath(maine))).status).toBe(401)
})

test('PRINT-9 after the reveal one’s own column is printed, with what was attested where it has moved', async () => {
  const monitor = await server.seat('monitor')
  await must(monitor, { kind: 'review.reveal', review: missouri })
  await until('the room', () => reviewer.review(missouri).room !== null)
  const room = await openRoom(reviewer, missouri)
  const attested = reviewer.review(missouri).panel?.find(({ seat }) => seat === 1)?.attested['(A)(1)(ii)']
  const moved = attested === 7 ? 8 : 7
  setScore({ doc: room.doc, seat: 1 }, '(A)(1)(ii)', moved)
  await room.saved()
  const [first = ''] = (await read(await print(reviewer, missouri))).pages
  expect(first).toMatch(/Not signed; revealed \w{3} \d+/)
  expect(first).toContain(`${moved} of 45`)
  expect(first).toContain(`Attested: ${attested}. No reason given yet.`)
})

async function printFaces(doc: InstanceType<typeof PDFDocument>): Promise<Faces> {
  const faces = await openFaces()
  for (const [name, bytes] of faces.files) doc.registerFont(name, bytes)
  return faces
}

test.each([
  ['words', 'p. 1234; '.repeat(3000)],
  ['letters without a space', 'abcdefghij'.repeat(1000)],
])('PRINT-13 a paragraph of thousands of %s gives way to others while it is laid out', async (_, text) => {
  const doc = new PDFDocument({ size: 'LETTER', margin: 0, tagged: true })
  const pages = layPages(doc, await printFaces(doc), { left: '', middle: null })
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  const laid = { done: false }
  const laying = pages
    .paragraph(whole, 'P', text, { face: 'wrote', size: 10, lead: 14 })
    .finally(() => (laid.done = true))
  let turns = 0
  for (; !laid.done; turns += 1) await turn()
  await laying
  expect(turns).toBeGreaterThan(10)
})

test('PRINT-12 who signs out while a form waits to be printed is told what everybody is told who may not read it', async () => {
  const hold: { asked: boolean; gate: Promise<void> | null } = { asked: false, gate: null }
  const own = await startServer({
    around: (log) => ({
      ...log,
      head: async (stream) => {
        if (hold.gate && stream.startsWith('doc/')) {
          hold.asked = true
          await hold.gate
        }
        return log.head(stream)
      },
    }),
  })
  onTestFinished(own.close)
  const seat = await own.seat('reviewer-1')
  await certify(seat)
  await (await openForm(seat)).saved()
  const { promise, resolve } = Promise.withResolvers<void>()
  hold.gate = promise
  const printed = print(seat, maine, own.port)
  await until('the form to be read', () => hold.asked)
  const origin = `http://${seat.host}:${own.port}`
  await ask(own.port, seat.host, '/api/sign-out', { method: 'POST', headers: { ...seat.headers, origin } })
  resolve()
  expect((await printed).status).toBe(404)
})

test('PRINT-6 the longest forms that there can be are printed by all at once while others are answered, one of each at a time', async () => {
  const long = `${typed} `.repeat(200).slice(0, limits.textLength)
  const form = await openForm(reviewer)
  for (const { id } of raceToTheTop.criteria) {
    for (const field of [strengthsField(id), weaknessesField(id)]) {
      const text = form.doc.getText(field)
      text.delete(0, text.length)
      text.insert(0, long)
    }
  }
  await form.saved()
  const ended: string[] = []
  const prints = [1, 2, 3].map(async () => {
    const printed = await print(reviewer, maine)
    ended.push('print')
    return printed
  })
  const rubric = ask(server.port, reviewer.host, rubricPath, { headers: reviewer.headers })
  await rubric.then(() => ended.push('rubric'))
  const all = await Promise.all(prints)
  expect(ended.at(-1)).toBe('print')
  const refused = all.find(({ status }) => status === 503)
  expect(all.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([200, 200, 503])
  expect(Buffer.from(refused?.bytes ?? []).toString()).toBe(
    '{"sentence":"A form of yours is being printed already, and one more waits. Try again when they are there."}',
  )
  const longest = all.find(({ status }) => status === 200)
  const { pages } = await read(longest ?? { status: 0, type: '', bytes: new Uint8Array() })
  expect(pages.length).toBeGreaterThan(60)
  expect(pages.at(-1)).toContain('End of the form.')
})
