import type { ElementsRule, Row } from '../../shared/rubric/rubric.ts'
import type { RoomColumn } from './room-columns.ts'

export interface BoxCompared {
  readonly id: string
  readonly title: string
  /** The element's number as the row lists it, from 1. */
  readonly place: number
  /** Seats that count and say that it is in place. */
  readonly yes: readonly number[]
  readonly differs: boolean
}

/** The rule of a row that is scored by counting elements, or null. */
export function elementsRule(row: Row): ElementsRule | null {
  return row.rule?.kind === 'elements' ? row.rule : null
}

/** What each seat ticked of a row's elements; excused seats do not count. */
export function compareBoxes(row: Row, columns: readonly RoomColumn[]): readonly BoxCompared[] {
  const counting = columns.filter(({ excused, record }) => !excused && record.scores[row.id] !== null)
  return (elementsRule(row)?.elements ?? []).map(({ id, title }, index) => {
    const yes = counting
      .filter(({ record }) => record.elements[row.id]?.includes(id) ?? false)
      .map(({ seat }) => seat)
    return { id, title, place: index + 1, yes, differs: yes.length > 0 && yes.length < counting.length }
  })
}
