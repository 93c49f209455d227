import { readCited } from './cited.ts'
import type { FormRecord } from './form-record.ts'
import {
  commentField,
  lineField,
  minorityField,
  reasonsField,
  strengthsField,
  weaknessesField,
} from './fields.ts'
import {
  setAnswer,
  setBox,
  setCited,
  setNoElements,
  setNoneFound,
  setReason,
  setScore,
  writeText,
  type Place,
} from './edits.ts'

/** Writes a record into an empty form or column, in one transaction and always in the same order. */
export function writeRecord(place: Place, record: FormRecord): void {
  place.doc.transact(() => {
    for (const [row, points] of Object.entries(record.scores)) {
      const boxes = record.elements[row]
      if (boxes === undefined) {
        if (points !== null) setScore(place, row, points)
      } else if (points === 0) setNoElements(place, row, true)
      else boxes.forEach((box) => setBox(place, row, box, true))
    }
    for (const [criterion, { text, noneFound }] of Object.entries(record.strengths)) {
      writeText(place, strengthsField(criterion), text)
      if (noneFound) setNoneFound(place, strengthsField(criterion), true)
    }
    for (const [criterion, { text, noneFound }] of Object.entries(record.weaknesses)) {
      writeText(place, weaknessesField(criterion), text)
      if (noneFound) setNoneFound(place, weaknessesField(criterion), true)
    }
    for (const [priority, { answer, reasons }] of Object.entries(record.determinations)) {
      if (answer) setAnswer(place, priority, answer)
      writeText(place, reasonsField(priority), reasons)
    }
    for (const [priority, comment] of Object.entries(record.comments))
      writeText(place, commentField(priority), comment)
    for (const [criterion, pages] of Object.entries(record.pages ?? {})) {
      for (const page of pages.flatMap((key) => readCited(key) ?? [])) setCited(place, criterion, page, true)
    }
    for (const [row, { reason, line }] of Object.entries(record.changes)) {
      if (reason) setReason(place, row, reason)
      writeText(place, lineField(row), line)
    }
    for (const [criterion, view] of Object.entries(record.minority ?? {}))
      writeText(place, minorityField(criterion), view)
  })
}
