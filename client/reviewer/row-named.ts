import { votedPriority, type Rubric } from '../../shared/rubric/rubric.ts'
import { abbreviation } from '../../shared/rubric/priority-title.ts'

/** What somebody who typed a row's id can mean: one row or priority, or a sentence that says why none can be gone to. */
export type Named = { readonly item: string } | { readonly sentence: string }

/**
 * The row or priority that is meant by what was typed: "b1ii", "(B)(1)(ii)", "B.1.ii", "stem". A criterion's id is that of its only
 * row, or of its first; the beginning of several ids says which there are.
 */
export function rowNamed(rubric: Rubric, typed: string): Named {
  const asked = plain(typed)
  if (asked === '') return { sentence: `Type a row, such as ${typedExamples(rubric).join(', or ')}.` }
  const priority = priorityNamed(rubric, asked)
  if (priority !== null) return { item: priority }
  const criterion = rubric.criteria.find(({ id }) => plain(id) === asked)
  const rows = rubric.criteria.flatMap((each) => each.rows)
  const row = rows.find(({ id }) => plain(id) === asked) ?? criterion?.rows[0]
  if (row) return { item: row.id }
  const begun = rubric.criteria.flatMap(({ id, rows: own }) =>
    beginsWith(id, asked) ? [id] : own.filter((each) => beginsWith(each.id, asked)).map((each) => each.id),
  )
  const typedAs = typed.trim()
  if (begun.length === 0) return { sentence: `The rubric has no row ${typedAs}.` }
  if (begun.length === 1) return rowNamed(rubric, begun[0] ?? '')
  return { sentence: `${typedAs} can be ${listed(begun)}. Type which.` }
}

/** Ways to write one row of this rubric, and the voted priority: "b1ii", "(B)(1)(ii)", "B.1.ii", "stem". */
export function waysToWrite(rubric: Rubric): readonly string[] {
  const id = exampleOf(rubric)
  const [short = '', ...others] = typedExamples(rubric)
  const dotted = id
    .split(/[^a-z0-9]+/i)
    .filter(Boolean)
    .join('.')
  return [...new Set([short, id, dotted, ...others])]
}

function typedExamples(rubric: Rubric): readonly string[] {
  const voted = votedPriority(rubric)
  const word = voted && abbreviation(voted)
  return [plain(exampleOf(rubric)), ...(word ? [word.toLowerCase()] : [])]
}

/** A row to show by how ids are written: of the second area, where ids are as long as they get. */
function exampleOf({ areas, criteria }: Rubric): string {
  const area = (areas[1] ?? areas[0])?.id
  return criteria.find((criterion) => criterion.area === area)?.rows.at(-1)?.id ?? criteria[0]?.id ?? ''
}

function priorityNamed(rubric: Rubric, asked: string): string | null {
  const found = rubric.priorities.find(
    ({ id, kind, title }) =>
      plain(id) === asked || (kind !== 'invitational' && wordsFor(kind, title).includes(asked)),
  )
  return found?.id ?? null
}

/** The words a priority is called by: what its kind is called, and what stands in the parentheses of its title. */
function wordsFor(kind: string, title: string): readonly string[] {
  const short = /\(([^)]+)\)/.exec(title)?.[1] ?? ''
  return [kind, short].map(plain).filter((word) => word !== '')
}

/** Whether an id begins with these letters, ending where one of its parts ends. */
function beginsWith(id: string, asked: string): boolean {
  const parts = id.split(/[^a-z0-9]+/i).filter(Boolean)
  return parts.some((_, at) => plain(parts.slice(0, at + 1).join('')) === asked)
}

function plain(id: string): string {
  return id.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

function listed(ids: readonly string[]): string {
  return `${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}`
}
