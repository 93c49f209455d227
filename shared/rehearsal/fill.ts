import { setAnswer, setBox, setNoElements, setScore, textAt, writeText, type Place } from '../form/edits.ts'
import { commentField, reasonsField, strengthsField, weaknessesField } from '../form/fields.ts'
import { readForm } from '../form/form-record.ts'
import { determinedPriorities, invitationalPriorities, rowsOf, type Rubric } from '../rubric/rubric.ts'
import { invented } from './comments.ts'
import { inventedBoxes, inventedPoints, steadyShare } from './invented-scores.ts'
import { inventedNotes, inventedReasons } from './priority-comments.ts'

/**
 * Fills in what a rehearsal form still lacks, with invented scores and comments, in one transaction; what a person has given
 * stays. `criteria` limits it to the first so many criteria and leaves the priorities open. The same place, application and
 * seat are always filled the same way.
 */
export function fillRest(
  place: Place,
  rubric: Rubric,
  application: string,
  seat: number,
  criteria?: number,
): void {
  const record = readForm(place.doc, rubric, place.seat)
  const chosen = rubric.criteria.slice(0, criteria)
  const pick = (id: string, list: readonly string[]) =>
    list[(seat - 1 + Math.floor(steadyShare(`${application} ${id}`) * list.length)) % list.length] ?? ''
  place.doc.transact(() => {
    for (const row of rowsOf({ ...rubric, criteria: chosen })) {
      if (record.scores[row.id] !== null) continue
      if (row.rule?.kind !== 'elements') {
        setScore(place, row.id, inventedPoints(row, application, seat))
        continue
      }
      const boxes = inventedBoxes(row, application, seat)
      if (boxes.length === 0) setNoElements(place, row.id, true)
      boxes.forEach((box) => setBox(place, row.id, box, true))
    }
    for (const { id } of chosen) {
      const remarks = invented[id]
      if (!remarks) continue
      if (!record.strengths[id]?.noneFound) writeText(place, strengthsField(id), pick(id, remarks.strengths))
      if (!record.weaknesses[id]?.noneFound)
        writeText(place, weaknessesField(id), pick(`${id} weak`, remarks.weaknesses))
    }
    if (criteria === undefined) fillPriorities(place, rubric, application, seat, pick)
  })
}

function fillPriorities(
  place: Place,
  rubric: Rubric,
  application: string,
  seat: number,
  pick: (id: string, list: readonly string[]) => string,
): void {
  const record = readForm(place.doc, rubric, place.seat)
  for (const { id, kind } of determinedPriorities(rubric)) {
    const answer =
      record.determinations[id]?.answer ?? (kind === 'absolute' || saysYes(application, seat) ? 'yes' : 'no')
    setAnswer(place, id, answer)
    const reasons = inventedReasons[id]
    if (reasons && textAt(place, reasonsField(id)).length === 0)
      writeText(place, reasonsField(id), pick(id, reasons[answer]))
  }
  for (const { id } of invitationalPriorities(rubric)) {
    const notes = inventedNotes[id]
    if (notes) writeText(place, commentField(id), pick(id, notes))
  }
}

/** Seats that an invented panel has say yes to the voted priority: they differ, so that there is a vote to rehearse. */
const yes: Readonly<Record<string, readonly number[]>> = {
  missouri: [1, 4],
  massachusetts: [1, 2, 4, 5],
  maine: [1, 2, 4],
}

function saysYes(application: string, seat: number): boolean {
  return (yes[application] ?? [1, 2, 3]).includes(seat)
}
