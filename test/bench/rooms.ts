import * as Y from 'yjs'
import { inColumn, strengthsField, weaknessesField } from '../../shared/form/fields.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'

/** The first competition of a data folder. */
export const competition = 'rehearsal-1'

export const reviewers: readonly string[] = [1, 2, 3, 4, 5].map((seat) => `reviewer-${seat}`)

/** All who are in a room. */
export const people: readonly string[] = [...reviewers, 'monitor']

/** Rooms under load. */
export const loaded = 50

/** Rooms that are opened first, so that a server that has just started is warm when the others are measured. */
export const warming = 10

/** One for each room. */
export const applications: readonly string[] = Array.from(
  { length: loaded + warming },
  (_, at) => `application-${at + 1}`,
)

/** The name of a room's document. */
export function roomOf(application: string): string {
  return documentName({ competition, review: `${application}.1.1`, kind: 'room' })
}

/** Who writes in a room: its reviewers take turns from room to room. */
export function writerOf(room: number): number {
  return (room % reviewers.length) + 1
}

/** The field that a writer's edit of that number goes to: fifty in one text, then the next, as a person moves on. */
export function fieldOf(seat: number, edit: number): string {
  const texts = raceToTheTop.criteria.flatMap(({ id }) => [strengthsField(id), weaknessesField(id)])
  return inColumn(seat, texts[Math.floor(edit / 50) % texts.length] ?? '')
}

/** A room as it is when it has just been revealed, as one update: five filled columns. */
export function filledRoom(application: string): Uint8Array {
  const doc = new Y.Doc()
  for (const seat of reviewers.keys()) {
    fillRest({ doc, seat: seat + 1 }, raceToTheTop, application, seat + 1)
  }
  return Y.encodeStateAsUpdate(doc)
}
