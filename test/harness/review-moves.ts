import type { Command } from '../../shared/competition/command.ts'
import { formHash, readForm } from '../../shared/form/form-record.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { OpenCopy, SeatClient } from './seat-client.ts'

/** The review of a rehearsal that nobody has touched. */
export const maine = 'maine.1.1'

/** A command that the test needs to be carried out. */
export async function must(seat: SeatClient, command: Command, id?: string): Promise<void> {
  const answer = await seat.send(command, id)
  if ('refused' in answer) throw new Error(`${seat.host} may not ${command.kind}: ${answer.sentence}`)
}

/** Answers the question about conflicts. */
export function certify(seat: SeatClient, review = maine): Promise<void> {
  return must(seat, { kind: 'conflict.answer', review, answer: 'certified', reason: '' })
}

/** The name of a seat's own form, as its view gives it. */
export function formName(seat: SeatClient, review = maine): string {
  const mine = seat.review(review).mine
  if (!mine) throw new Error(`${seat.host} has no form on ${review}.`)
  return mine.form.name
}

/** Opens a seat's own form. */
export function openForm(seat: SeatClient, review = maine): Promise<OpenCopy> {
  return seat.open(formName(seat, review))
}

/** Opens the panel's room. */
export function openRoom(seat: SeatClient, review = maine): Promise<OpenCopy> {
  const room = seat.review(review).room
  if (!room) throw new Error(`${seat.host} has no room on ${review}.`)
  return seat.open(room.name)
}

/** Gives a form all that it lacks, with invented points and comments, and waits until it is saved. */
export async function fillForm(seat: SeatClient, copy: OpenCopy, review = maine): Promise<void> {
  const number = seat.review(review).mine?.seat ?? 0
  fillRest({ doc: copy.doc }, raceToTheTop, review.split('.')[0] ?? '', number)
  await copy.saved()
}

/** Says *ready* with what is on the screen. */
export function attest(seat: SeatClient, copy: OpenCopy, review = maine, id?: string): Promise<void> {
  return must(seat, { kind: 'form.attest', review, hash: formHash(readForm(copy.doc, raceToTheTop)) }, id)
}

/** Signs the own column of the room as it is on the screen. */
export function sign(seat: SeatClient, room: OpenCopy, review = maine): Promise<void> {
  const number = seat.review(review).mine?.seat ?? 0
  return must(seat, { kind: 'column.sign', review, hash: formHash(readForm(room.doc, raceToTheTop, number)) })
}
