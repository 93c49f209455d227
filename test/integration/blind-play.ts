import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import * as Y from 'yjs'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import {
  setAnswer,
  setBox,
  setCited,
  setNoElements,
  setScore,
  textAt,
  writeText,
} from '../../shared/form/edits.ts'
import { reasonsField, strengthsField, weaknessesField } from '../../shared/form/fields.ts'
import { noteField } from '../../shared/form/notes.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { determinedPriorities, rowsOf, type Row } from '../../shared/rubric/rubric.ts'
import { maine, openForm } from '../harness/review-moves.ts'
import { startServer, type RunningServer, type SeatsOn } from '../harness/running-server.ts'
import type { OpenCopy, SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'
import { turnPorts, type TurnPorts } from '../harness/turn-ports.ts'

/** What nobody may find out before the reveal: how the others fill in their forms, and how they go about it. */
export interface Hidden {
  /** Points, boxes and answers follow from it. */
  readonly values: number
  /** Characters in each text. */
  readonly length: number
  /** Edits that are made and overwritten or undone again, on each form. */
  readonly detours: number
  /** How often each of the others tries what is refused, on both sockets. */
  readonly mistakes: number
  /** How often each of the others loses the line and comes back. */
  readonly reconnects: number
  /** In which order the others do what they all do. */
  readonly order: readonly string[]
  /** Who says ready first, who after that was taken back, and who recuses; none of them the same. */
  readonly first: string
  readonly second: string
  readonly recuses: string
  /** Who asks staff whether there is a conflict, if anybody does. */
  readonly asks: string | null
  /** What is written to staff. */
  readonly reason: string
}

/**
 * The same play with one hidden part, with that once more, and with another, all under one signing key. To be called once, at the top
 * of a file; the plays are there when its tests run.
 */
export function threePlays<H, P>(
  play: (signer: Signer, hidden: H) => Promise<P>,
  one: H,
  other: H,
): () => readonly [P, P, P] {
  let folder: string
  let plays: readonly [P, P, P]
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'panelroom-key-'))
    const signer = await loadSigner(folder)
    plays = [await play(signer, one), await play(signer, one), await play(signer, other)]
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => plays
}

/** A server whose clock, ids and secrets come out the same twice, whatever the hidden part of a play is. */
export async function openStage(
  signer: Signer,
): Promise<{ readonly server: RunningServer; readonly ports: TurnPorts }> {
  const ports = turnPorts(Date.UTC(2026, 10, 23, 9))
  return { server: await startServer({ ports: ports.ports, signer }), ports }
}

/** Fills a form completely, on the hidden way: with detours, with undo, in another order of fields. */
export async function fillHidden(
  copy: OpenCopy,
  seat: number,
  hidden: Pick<Hidden, 'values' | 'length' | 'detours'>,
): Promise<void> {
  const place = { doc: copy.doc }
  const rows = rowsOf(raceToTheTop)
  const turned = hidden.values % 2 === 0 ? rows : rows.toReversed()
  copy.doc.transact(() => {
    for (const row of turned) giveRow(copy, row, hidden.values * 31 + seat)
    for (const { id } of raceToTheTop.criteria) {
      writeText(place, strengthsField(id), someText(`${seat} ${id}`, hidden.length))
      writeText(place, weaknessesField(id), someText(`${id} ${seat}`, hidden.length + seat))
      setCited(place, id, { document: 'a'.repeat(12), page: hidden.values + seat }, hidden.values % 2 === 0)
    }
    for (const { id, kind } of determinedPriorities(raceToTheTop)) {
      setAnswer(place, id, kind === 'absolute' || (hidden.values + seat) % 2 === 0 ? 'yes' : 'no')
      writeText(place, reasonsField(id), someText(id, hidden.length))
    }
  })
  await copy.saved()
  await wander(copy, hidden.detours)
}

/** Legal points for a row, or boxes, that follow from a number. */
export function giveRow(copy: OpenCopy, row: Row, number: number): void {
  const place = { doc: copy.doc }
  if (row.rule?.kind === 'elements') {
    const boxes = row.rule.elements.slice(0, number % (row.rule.elements.length + 1))
    if (boxes.length === 0) setNoElements(place, row.id, true)
    for (const { id } of boxes) setBox(place, row.id, id, true)
  } else if (row.rule?.kind === 'choice') {
    setScore(place, row.id, row.rule.choices[number % row.rule.choices.length]?.points ?? 0)
  } else setScore(place, row.id, number % (row.max + 1))
}

/** A score that is refused, a look into the room before its time, a decision that is not the seat's; and what only staff are told. */
export async function makeMistakes(seat: SeatClient): Promise<void> {
  const form = await openForm(seat)
  setScore({ doc: form.doc }, '(A)(1)(i)', 99)
  await until('the score to be refused', () => form.closed() !== null)
  await seat.open('rehearsal-1/maine.1.1/room')
  await seat.send({ kind: 'review.reveal', review: maine })
  const look = { review: maine, row: '(A)(1)(i)', caret: null }
  await seat.socket.timeout(20_000).emitWithAck('look', look)
  await seat.send({ kind: 'text.keep', review: maine, field: 'scores:(A)(1)(i)', text: '99', why: 'offRule' })
  await seat.send({ kind: 'question.ask', review: maine, row: '(A)(1)(i)', text: 'Does 99 count?' })
  const notes = await seat.open(seat.review(maine).mine?.notes.name ?? '')
  textAt({ doc: notes.doc }, noteField('abcdefgh')).insert(0, 'Too high.')
  await notes.saved()
}

/** Edits that leave everything as it was: typed and undone, or written over and back again. */
async function wander(copy: OpenCopy, detours: number): Promise<void> {
  const text = textAt({ doc: copy.doc }, strengthsField('(A)(1)'))
  const undo = new Y.UndoManager(text, { captureTimeout: 0 })
  const points = Number(copy.doc.getMap('scores').get('(A)(1)(i)'))
  for (let made = 0; made < detours; made += 1) {
    text.insert(made, `detour ${made} `)
    if (made % 2 === 0) undo.undo()
    setScore({ doc: copy.doc }, '(A)(1)(i)', made % 6)
  }
  setScore({ doc: copy.doc }, '(A)(1)(i)', points)
  undo.destroy()
  await copy.saved()
}

function someText(about: string, length: number): string {
  return `On ${about}. `.repeat(Math.ceil(length / 8)).slice(0, Math.max(1, length))
}

/** The others of a play, each of whom can lose the line and come back as often as the play wants. */
export interface Others {
  readonly seat: (person: string) => SeatClient
  readonly comeBack: (person: string) => Promise<void>
}

export async function seatOthers(server: SeatsOn, people: readonly string[]): Promise<Others> {
  const cookies = new Map<string, string>()
  const seats = new Map<string, SeatClient>()
  for (const person of people) {
    const cookie = await server.signIn(person)
    cookies.set(person, cookie)
    seats.set(person, await server.again(person, cookie))
  }
  const seat = (person: string): SeatClient => {
    const found = seats.get(person)
    if (!found) throw new Error(`${person} does not sit.`)
    return found
  }
  return {
    seat,
    comeBack: async (person) => {
      seat(person).close()
      seats.set(person, await server.again(person, cookies.get(person) ?? ''))
    },
  }
}
