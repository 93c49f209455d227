import { setScore, textAt } from '../../../shared/form/edits.ts'
import { strengthsField, weaknessesField } from '../../../shared/form/fields.ts'
import { raceToTheTop } from '../../../shared/rubric/race-to-the-top.ts'
import { attest, certify, fillForm, maine, must, openForm, openRoom } from '../../harness/review-moves.ts'
import type { OpenCopy, SeatClient } from '../../harness/seat-client.ts'

/** What a comment of the measured panel holds, in characters. */
const commentLength = 600

/** Fills a seat's form: every row, and 600 characters in each of the 38 comments. */
export async function fillWhole(seat: SeatClient): Promise<OpenCopy> {
  await certify(seat)
  const copy = await openForm(seat)
  await fillForm(seat, copy)
  copy.doc.transact(() => {
    for (const { id } of raceToTheTop.criteria) {
      for (const field of [strengthsField(id), weaknessesField(id)]) {
        const text = textAt({ doc: copy.doc }, field)
        const sentence = `${text.toString()} The narrative says what was done and when. `
        const whole = sentence.repeat(Math.ceil(commentLength / sentence.length)).slice(0, commentLength)
        text.insert(text.length, whole.slice(text.length))
      }
    }
  })
  await copy.saved()
  return copy
}

/** All are ready, and the monitor reveals. */
export async function reveal(
  monitor: SeatClient,
  filled: readonly (readonly [SeatClient, OpenCopy])[],
): Promise<void> {
  await certify(monitor)
  for (const [seat, copy] of filled) await attest(seat, copy)
  await must(monitor, { kind: 'review.reveal', review: maine })
}

/** Lets a seat type in its column of the room, and change a score now and then, until the answer is called. */
export async function keepTyping(seat: SeatClient, everyMs: number): Promise<() => void> {
  const room = await openRoom(seat)
  const place = { doc: room.doc, seat: seat.review(maine).mine?.seat ?? 0 }
  let turn = 0
  const timer = setInterval(() => {
    turn += 1
    const criterion = raceToTheTop.criteria[turn % 3]
    if (!criterion) return
    textAt(place, strengthsField(criterion.id)).insert(0, 'x')
    const [row] = criterion.rows
    if (turn % 10 === 0 && row && row.rule === null) setScore(place, row.id, turn % row.max)
  }, everyMs)
  return () => clearInterval(timer)
}
