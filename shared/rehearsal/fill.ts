import { setAnswer, setBox, setNoElements, setScore, textAt, writeText, type Place } from '../form/edits.ts'
import { commentField, reasonsField, strengthsField, weaknessesField } from '../form/fields.ts'
import { readForm } from '../form/form-record.ts'
import { determinedPriorities, invitationalPriorities, rowsOf, type Rubric } from '../rubric/rubric.ts'
import { inventedBoxes, inventedPoints } from './invented-scores.ts'
import { inventedAnswer, inventedWords, type InventedWords } from './invented-words.ts'

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
  const words = inventedWords(application, seat)
  place.doc.transact(() => {
    for (const row of rowsOf({ ...rubric, criteria: chosen })) {
      if (record.scores[row.id] !== null) continue
      if (row.rule?.kind !== 'elements') {
        setScore(place, row.id, inventedPoints(row, application, seat, rubric.scale?.best))
        continue
      }
      const boxes = inventedBoxes(row, application, seat)
      if (boxes.length === 0) setNoElements(place, row.id, true)
      boxes.forEach((box) => setBox(place, row.id, box, true))
    }
    for (const { id } of chosen) {
      if (!record.strengths[id]?.noneFound) writeText(place, strengthsField(id), words.strengths(id))
      if (!record.weaknesses[id]?.noneFound) writeText(place, weaknessesField(id), words.weaknesses(id))
    }
    if (criteria === undefined) fillPriorities(place, rubric, application, seat, words)
  })
}

function fillPriorities(
  place: Place,
  rubric: Rubric,
  application: string,
  seat: number,
  words: InventedWords,
): void {
  const record = readForm(place.doc, rubric, place.seat)
  for (const { id, kind } of determinedPriorities(rubric)) {
    const answer = record.determinations[id]?.answer ?? inventedAnswer(kind, application, seat)
    setAnswer(place, id, answer)
    if (textAt(place, reasonsField(id)).length === 0)
      writeText(place, reasonsField(id), words.reasons(id, answer))
  }
  for (const { id } of invitationalPriorities(rubric)) writeText(place, commentField(id), words.note(id))
}
