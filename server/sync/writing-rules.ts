import { mayWrite, type Writing } from '../../shared/competition/access.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { rubricOf } from '../../shared/competition/rubrics.ts'
import { findReview, type Competition } from '../../shared/competition/state.ts'
import { notesField } from '../../shared/form/notes.ts'
import { columnFields, columnOf, formFields, type Field } from '../../shared/form/fields.ts'
import { summaryFields } from '../../shared/form/summary.ts'
import { limits } from '../../shared/protocol/limits.ts'
import type { DocumentKey } from '../../shared/protocol/names.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { GateRules } from './gate.ts'

/** What one document lets in, as the competition stands now. */
export interface WritingRules {
  readonly of: (person: Person) => Omit<GateRules, 'ownerOf'>
  /** A form's limit; a room's is that of all its forms. */
  readonly mostBytes: () => number
}

/** The rules of the documents of one competition. */
export function writingRules(opening: Rubric, state: () => Competition): (key: DocumentKey) => WritingRules {
  const known = new WeakMap<Rubric, Fields>()
  /** The fields of the version that a document's review is scored by now. */
  const fieldsFor = (key: DocumentKey): Fields => {
    const review = findReview(state(), key.review)
    const rubric = review ? rubricOf(state(), review, opening) : opening
    const fields = known.get(rubric) ?? fieldsOf(rubric)
    known.set(rubric, fields)
    return fields
  }

  return (key) => {
    const fieldOf = (root: string) => {
      if (key.kind === 'notes') return notesField(root)
      const { form, column, summaries } = fieldsFor(key)
      if (key.kind === 'form') return form.get(root)
      const place = columnOf(root)
      return place ? column.get(place.field) : summaries.get(root)
    }
    /** What was answered as long as the competition stood like this: it stands much longer than a keystroke takes. */
    let answers = new Map<string, Writing>()
    let answeredFor: Competition | null = null

    const mayWriteNow = (person: Person, root: string): Writing => {
      const now = state()
      if (now !== answeredFor) answers = new Map()
      answeredFor = now
      const question = `${person.id} ${root}`
      const known = answers.get(question)
      if (known) return known
      const answer = mayWrite(now, opening, person, key, root)
      // A name that is no field can be any string, and so can that of a note: remembering it would fill the memory with what a stranger sends.
      if (answer !== 'offRule' && key.kind !== 'notes') answers.set(question, answer)
      return answer
    }

    return {
      of: (person) => ({ person: person.id, mayWriteRoot: (root) => mayWriteNow(person, root), fieldOf }),
      mostBytes: () => {
        const seats = key.kind === 'room' ? (findReview(state(), key.review)?.seats.length ?? 1) : 1
        return seats * limits.formBytes
      },
    }
  }
}

interface Fields {
  readonly form: ReadonlyMap<string, Field>
  readonly column: ReadonlyMap<string, Field>
  readonly summaries: ReadonlyMap<string, Field>
}

function fieldsOf(rubric: Rubric): Fields {
  return { form: formFields(rubric), column: columnFields(rubric), summaries: summaryFields(rubric) }
}
