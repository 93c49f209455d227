import type { KeptRecord, Seat } from '../../shared/competition/state.ts'
import { inOrder } from '../../shared/form/cited.ts'
import { elementsPoints, pointsFault } from '../../shared/rubric/row-rules.ts'
import {
  determinedPriorities,
  invitationalPriorities,
  rowsOf,
  type Row,
  type Rubric,
} from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'

/** What is wrong with an attested record by itself, as the end of a sentence that names the row; null where nothing is. */
export function recordFault(record: KeptRecord, rubric: Rubric): string | null {
  const rows = rowsOf(rubric)
  const elementRows = rows.filter((row) => row.rule?.kind === 'elements')
  return (
    keysFault('points', record.scores, rows) ??
    keysFault('elements', record.elements, elementRows) ??
    keysFault('strengths', record.strengths, rubric.criteria) ??
    keysFault('weaknesses', record.weaknesses, rubric.criteria) ??
    keysFault('determinations', record.determinations, determinedPriorities(rubric)) ??
    keysFault('comments', record.comments, invitationalPriorities(rubric)) ??
    strangeKey('changes', record.changes, rows) ??
    strangeKey('pages', record.pages ?? {}, rubric.criteria) ??
    citedFault(record) ??
    first(rows, (row) => rowFault(rubric, row, record))
  )
}

/** What is wrong with a signed record: as above, and every row must stand as the journal witnessed it last. */
export function signedFault(record: KeptRecord, seat: Seat, rubric: Rubric): string | null {
  const moved = first(rowsOf(rubric), ({ id }) => {
    const stood = seat.scores[id] ?? null
    const signed = record.scores[id] ?? null
    return signed === stood
      ? null
      : `row ${id} is signed with ${asPoints(rubric, signed)}, and ${asPoints(rubric, stood)} stood there.`
  })
  return recordFault(record, rubric) ?? moved
}

/** Units as the points that they are in a sentence. */
export function asPoints(rubric: Rubric, units: number | null): string {
  return units === null ? 'no points' : shownPoints(rubric, units)
}

function rowFault(rubric: Rubric, row: Row, record: KeptRecord): string | null {
  const points = record.scores[row.id] ?? null
  const fault = points === null ? null : pointsFault(rubric, row, points)
  if (fault) return `row ${row.id} has ${asPoints(rubric, points)}: ${fault}`
  if (row.rule?.kind !== 'elements') return null
  const ticked = record.elements[row.id] ?? []
  const inOrder = row.rule.elements.map(({ id }) => id).filter((id) => ticked.includes(id))
  if (inOrder.join() !== ticked.join())
    return `row ${row.id} has elements ticked that the rubric does not have, or not in its order.`
  const derived = elementsPoints(row, ticked.length)
  if (derived === points || (ticked.length === 0 && points === null)) return null
  return `row ${row.id} has ${asPoints(rubric, points)}, and its ticked elements give ${asPoints(rubric, derived)}.`
}

function citedFault({ pages = {} }: KeptRecord): string | null {
  return first(Object.entries(pages), ([criterion, keys]) =>
    keys.length > 0 && inOrder(keys).join() === keys.join()
      ? null
      : `its pages cited for ${criterion} are none, or not in order.`,
  )
}

function keysFault(what: string, found: object, expected: readonly { readonly id: string }[]): string | null {
  const lost = expected.find(({ id }) => !Object.hasOwn(found, id))
  return lost ? `its ${what} lack ${lost.id}.` : strangeKey(what, found, expected)
}

function strangeKey(
  what: string,
  found: object,
  expected: readonly { readonly id: string }[],
): string | null {
  const strange = Object.keys(found).find((key) => !expected.some(({ id }) => id === key))
  return strange === undefined ? null : `its ${what} name ${strange}, which the rubric does not have there.`
}

function first<T>(items: readonly T[], fault: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = fault(item)
    if (found) return found
  }
  return null
}
