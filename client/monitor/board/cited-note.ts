import type { CitedDocument } from '../../../shared/print/cited-words.ts'
import { compareBoxes } from '../../room/boxes.ts'
import { pagesCitedBy } from '../../room/evidence/cited-by.ts'
import { counted } from '../../room/number-words.ts'
import type { RoomColumn } from '../../room/room-columns.ts'
import type { RowScores } from '../../room/row-scores.ts'

/** What a flagged row rests on: for a row of boxes how many differ, otherwise which pages anybody cites for its criterion. */
export function citedNote(
  { row, criterion, found }: RowScores,
  columns: readonly RoomColumn[],
  documents: readonly CitedDocument[],
): string {
  const boxes = compareBoxes(row, columns).filter(({ differs }) => differs).length
  if (boxes > 0) return counted(boxes, 'box differs', 'boxes differ')
  if (!found?.flag) return ''
  const byDocument = Map.groupBy(
    pagesCitedBy(criterion.id, columns, documents),
    ({ cited }) => cited.document,
  )
  const several = documents.length > 1
  return [...byDocument]
    .map(([document, pages]) => {
      const title = documents.find(({ id }) => id === document)?.title
      const numbers = ranges([...new Set(pages.map(({ cited }) => cited.page))])
      return several && title !== undefined ? `${title} ${numbers}` : numbers
    })
    .join('; ')
}

/** "27, 28, 45 to 48": ascending numbers, three or more in a row as one. */
export function ranges(pages: readonly number[]): string {
  const runs: number[][] = []
  for (const page of pages) {
    const run = runs.at(-1)
    if (run && run.at(-1) === page - 1) run.push(page)
    else runs.push([page])
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]} to ${run.at(-1)}`])).join(', ')
}
