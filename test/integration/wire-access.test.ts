import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Command } from '../../shared/competition/command.ts'
import type { RefusalCode } from '../../shared/competition/refusal.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { setAnswer, textAt, type Place } from '../../shared/form/edits.ts'
import { determinationField, inColumn, strengthsField } from '../../shared/form/fields.ts'
import { noteField } from '../../shared/form/notes.ts'
import { summaryField } from '../../shared/form/summary.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { votedPriority } from '../../shared/rubric/rubric.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { ask } from '../harness/ask.ts'
import { someDocument } from '../harness/pure-play.ts'
import { maine } from '../harness/review-moves.ts'
import { hostOf, startServer, type RunningServer } from '../harness/running-server.ts'
import { openCopy, type OpenCopy, type SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { stepsOfWalk, walkReview, walkers, type Walk, type Walker } from './walked-review.ts'
import { commands, documents, pages, views, type Row } from './wire-access-table.ts'

let server: RunningServer
let walk: Walk

beforeAll(async () => {
  server = await startServer()
  walk = await walkReview(server)
})
afterAll(() => server.close())

describe.each(stepsOfWalk)('at the step %s', (step) => {
  test(`ACCESS-WIRE-1 ${step}: who may open and write which document, and a refusal changes no byte`, async () => {
    await walk.to(step)
    const outcomes: string[] = []
    for (const row of documents) {
      const before = await served()
      const honest = await honestCopies()
      for (const who of row.who) outcomes.push(said(row, who, await tryDocument(row.what, who)))
      if (row.at(step) !== 'saved') expect(await served(), `${row.what} was refused`).toEqual(before)
      await expectUndisturbed(honest)
    }
    expect(outcomes).toEqual(expected(documents))
  })

  test(`ACCESS-WIRE-2 ${step}: who may decide what, and a refusal changes nothing`, async () => {
    await walk.to(step)
    const before = await standing()
    const asked = commands.filter((row) => row.at(step) !== 'may')
    const outcomes = await Promise.all(
      asked.flatMap((row) => row.who.map(async (who) => said(row, who, await tryCommand(row.what, who)))),
    )
    expect(outcomes).toEqual(expected(asked))
    expect(await standing()).toEqual(before)
  })

  test(`ACCESS-WIRE-3 ${step}: who is answered what over HTTP`, async () => {
    await walk.to(step)
    const outcomes: string[] = []
    for (const row of pages)
      for (const who of row.who) outcomes.push(said(row, who, await tryPage(row.what, who)))
    expect(outcomes).toEqual(expected(pages))
  })

  test(`ACCESS-WIRE-4 ${step}: what each is sent of the review`, async () => {
    await walk.to(step)
    await standing()
    const outcomes = views.flatMap((row) => row.who.map((who) => said(row, who, partsSeen(who))))
    expect(outcomes).toEqual(expected(views))
  })

  function expected(rows: readonly Row[]): readonly string[] {
    return rows.flatMap((row) => row.who.map((who) => said(row, who, row.at(step))))
  }
})

const said = (row: Row, who: string, outcome: string): string => `${who}, ${row.what}: ${outcome}`

function isWalker(who: string): who is Walker {
  return who in walkers
}

function seatOf(who: string): SeatClient {
  if (!isWalker(who)) throw new Error(`${who} does not sit.`)
  return walk.seats[who]
}

const names = {
  'form 1': 'rehearsal-1/maine.1.1/form-1',
  'form 2': 'rehearsal-1/maine.1.1/form-2',
  'notes 1': 'rehearsal-1/maine.1.1/notes-1',
  room: 'rehearsal-1/maine.1.1/room',
}

/** Opens a document, or writes a field of one, and answers with what came of it. */
async function tryDocument(what: string, who: string): Promise<string> {
  const [verb, ...thing] = what.split(' ')
  const document = thing.join(' ')
  const copy = await openAs(
    who,
    document === 'form 1' || document === 'form 2' || document === 'notes 1' ? names[document] : names.room,
  )
  try {
    if (copy.closed() !== null) return String(copy.closed())
    if (verb === 'open') return 'open'
    write(copy, document)
    await until(
      `${what} of ${who} to be answered`,
      async () => copy.closed() !== null || (await savedYet(copy)),
    )
    return copy.closed() === null ? 'saved' : String(copy.closed())
  } finally {
    copy.provider.destroy()
    copy.doc.destroy()
  }
}

function write({ doc }: OpenCopy, document: string): void {
  if (document === 'notes 1') return doc.getText(noteField('abcdefgh')).insert(0, '+')
  if (document === 'summary') return doc.getText(summaryField('(A)(1)')).insert(0, '+')
  const place: Place = document.startsWith('form') ? { doc } : { doc, seat: Number(document.at(-1)) }
  if (!document.startsWith('STEM')) return textAt(place, strengthsField('(A)(1)')).insert(0, '+')
  const stem = votedPriority(raceToTheTop)?.id ?? ''
  const now = doc.getMap(inColumn(1, determinationField(stem))).get('answer')
  setAnswer(place, stem, now === 'yes' ? 'no' : 'yes')
}

async function savedYet(copy: OpenCopy): Promise<boolean> {
  return copy.saved().then(
    () => true,
    () => false,
  )
}

async function openAs(who: string, name: string): Promise<OpenCopy> {
  if (isWalker(who)) return walk.seats[who].open(name)
  const host = `${hostOf('reviewer-1')}:${server.port}`
  const copy = openCopy(`ws://127.0.0.1:${server.port}/sync`, name, { host, origin: `http://${host}` })
  await until(`${name} to be refused`, () => copy.closed() !== null)
  return copy
}

/** The bytes of every document of the review, by fresh copies of those who may have them, and where its streams stand. */
async function served(): Promise<readonly string[]> {
  const copies = await honestCopies()
  const bytes = copies.map(({ doc }) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex'))
  for (const { provider, doc } of copies) {
    provider.destroy()
    doc.destroy()
  }
  const heads = Object.values(names).map(async (name) => `${name} ${await server.log.head(`doc/${name}`)}`)
  return [...bytes, ...(await Promise.all(heads))]
}

/** What Reviewers 1 and 2 may open now. */
async function honestCopies(): Promise<readonly OpenCopy[]> {
  const { r1, r2 } = walk.seats
  const wanted = [r1, r2].flatMap((seat) => {
    const { mine, room } = seat.review(maine)
    return [mine?.form.name, room?.name].flatMap((name) => (name === undefined ? [] : [seat.open(name)]))
  })
  return Promise.all(wanted)
}

/** Whoever did nothing wrong is still there, on both sockets. */
async function expectUndisturbed(copies: readonly OpenCopy[]): Promise<void> {
  for (const copy of copies) {
    await copy.saved()
    expect(copy.closed()).toBeNull()
    copy.provider.destroy()
    copy.doc.destroy()
  }
  for (const [who, seat] of Object.entries(walk.seats)) expect(seat.socket.connected, who).toBe(true)
}

const probes: { readonly [K in Command['kind']]: Omit<Extract<Command, { kind: K }>, 'kind' | 'review'> } = {
  'conflict.answer': { answer: 'certified', reason: '' },
  'conflict.decide': { person: walkers.unsure, outcome: 'cleared', reason: 'Long ago.' },
  'seat.excuse': { seat: 4, reason: 'Ill.' },
  'form.attest': { hash: '0'.repeat(64) },
  'form.takeBack': {},
  'review.reveal': {},
  'vote.open': {},
  'ballot.cast': { answer: 'yes', reasons: 'Because.' },
  'vote.close': {},
  'column.sign': { hash: '0'.repeat(64) },
  'column.takeBack': {},
  'review.close': { commentsRead: true },
  'lock.ask': {},
  'review.lock': {},
  'text.keep': { field: 'strengths:(A)(1)', text: 'Late.' },
  'text.settle': { kept: 1 },
  'document.add': { document: someDocument },
  'documents.arrange': { documents: [], removed: [] },
  'places.confirm': { places: {} },
  'question.ask': { row: '(A)(1)(i)', text: 'Does a draft count?' },
  'question.answer': { question: 1, asked: 'What counts?', answer: 'What is in place today.' },
  'agenda.order': { by: 'rubric' },
  'agenda.arrange': { items: [{ row: '(A)(1)(i)', minutes: 5 }] },
  'panel.arrange': { by: 'listed', reviews: [] },
  'focus.set': { row: '(A)(1)(i)' },
  'timer.set': { to: 'held' },
  'row.mark': { row: '(A)(1)(i)', as: 'discussed' },
  'recess.set': { on: true },
  'where.set': { how: 'room', words: '' },
  'staff.call': { reason: 'A question.' },
  'call.end': {},
  'hand.set': { up: true },
  'hand.lower': { seat: 1 },
  'stand.set': { row: '(A)(1)(i)', as: 'holds' },
  'thread.write': { row: '(A)(1)(i)', text: 'Page 27.', replyTo: null },
  'thread.edit': { message: 1, text: 'Page 28.' },
  'summary.agree': { criterion: '(B)(1)', hash: '0'.repeat(64) },
  'summary.withdraw': { criterion: '(A)(1)' },
  'form.open': { seat: 1 },
  'form.return': { seat: 1, reason: 'Say why.' },
  'seat.nudge': { seat: 1 },
  'seat.extend': { seat: 1, until: 1, reason: 'Ill.' },
  'seat.replace': { seat: 1, person: 'reviewer-6', reason: 'Ill.' },
  'panel.goOn': { reason: 'Three are enough.' },
  'vote.reopen': { reason: 'Two misread the question.' },
  'absolute.answer': { priority: 'P1', answer: 'yes', reasons: '' },
  'absolute.decide': { priority: 'P1', outcome: 'met', reasons: 'As four of five say.' },
  'tier.open': {},
}

const shortCodes: Partial<Record<RefusalCode, string>> = {
  'not-found': 'none',
  'not-yours': 'yours',
  'out-of-turn': 'turn',
  incomplete: 'lacks',
  'screen-differs': 'screen',
}

/** Sends a command, again where there were too many in a second, and answers with the code of its refusal. */
async function tryCommand(kind: string, who: string): Promise<string> {
  const probe = Object.entries(probes).find(([name]) => name === kind)?.[1]
  if (!probe) throw new Error(`There is no command ${kind}.`)
  const command = { kind, review: maine, ...probe } as Command
  let outcome = 'too-many'
  await until(`${kind} of ${who} to be answered`, async () => {
    const answer = await seatOf(who).send(command)
    outcome = 'done' in answer ? 'done' : (shortCodes[answer.refused] ?? answer.refused)
    return outcome !== 'too-many'
  })
  return outcome
}

/** What everybody sees and where the journal stands, once everything that was sent has arrived. */
async function standing(): Promise<readonly string[]> {
  const seen = Object.values(walk.seats).map(async (seat) => {
    await seat.socket.timeout(5000).emitWithAck('command', null as never)
    return canonicalJson(seat.view())
  })
  return [...(await Promise.all(seen)), String(await server.log.head('journal/rehearsal-1'))]
}

const addresses: Readonly<Record<string, string>> = {
  digest: '/api/applications/maine',
  involved: '/api/applications/maine/involved',
  export: '/api/export',
  threads: '/api/reviews/maine.1.1/threads?row=(A)(1)(i)',
  'attested 1': '/api/reviews/maine.1.1/attested/1',
  'attested 2': '/api/reviews/maine.1.1/attested/2',
  effects: '/api/tiers/1/effects',
}

async function tryPage(what: string, who: string): Promise<string> {
  const headers = isWalker(who) ? { cookie: walk.seats[who].headers['cookie'] ?? '' } : {}
  const answer = await ask(server.port, hostOf('reviewer-1'), addresses[what] ?? '', { headers })
  return String(answer.status)
}

const parts: readonly (readonly [letter: string, part: (review: ReviewView) => unknown])[] = [
  ['c', ({ conflict }) => conflict],
  ['y', ({ ready }) => ready],
  ['m', ({ mine }) => mine],
  ['r', ({ room }) => room],
  ['d', ({ discussion }) => discussion],
  ['s', ({ summary }) => summary],
  ['p', ({ panel }) => panel],
  ['g', ({ progress }) => progress],
  ['k', ({ monitorNotCounted }) => monitorNotCounted],
  ['v', ({ vote }) => vote],
  ['a', ({ absolute }) => absolute],
  ['t', ({ turn }) => turn],
  ['i', ({ notStandIns }) => notStandIns],
  ['b', ({ blockers }) => blockers],
  ['R', ({ revealed }) => revealed],
  ['C', ({ closed }) => closed],
  ['L', ({ lock }) => lock],
  ['T', ({ lock }) => lock?.total],
]

function partsSeen(who: string): string {
  const review = seatOf(who)
    .view()
    .reviews.find(({ id }) => id === maine)
  if (!review) return '-'
  return parts
    .filter(([, part]) => part(review) != null)
    .map(([letter]) => letter)
    .join('')
}
