import { longestId } from './rubric-limits.ts'
import { wholeRubric, type PlacedFault, type RubricPlace } from './rubric-place.ts'
import { rowsOf, type Rubric } from './rubric.ts'

interface Named {
  readonly at: RubricPlace
  readonly id: string
  readonly title: string
}

/** What keeps the rubric and its parts from being told apart by their ids: answers, events, files and exports name them by nothing else. */
export function idFaults(rubric: Rubric): readonly PlacedFault[] {
  const rows = placed('row', rowsOf(rubric))
  const areas = placed('area', rubric.areas)
  const criteria = placed('criterion', rubric.criteria)
  const priorities = placed('priority', rubric.priorities)
  const parts = [...areas, ...criteria, ...rows, ...priorities]
  const whole = { at: wholeRubric, id: rubric.id, title: 'The rubric' }
  return [
    ...repeated([...criteria, ...priorities]),
    ...repeated(rows),
    ...repeated(areas),
    ...sharedByRows(rubric),
    ...unnamed([whole, ...parts]),
    ...tooLong([whole, ...parts]),
    ...unusable(parts),
  ]
}

/** Why nothing can have this id, as a sentence about the id alone, or null. */
export function idItselfFault(id: string): string | null {
  if (id.trim() === '') return 'It needs an id.'
  return id.length > longestId ? `An id has at most ${longestId} characters.` : null
}

function placed(
  of: 'area' | 'criterion' | 'row' | 'priority',
  parts: readonly { readonly id: string; readonly title: string }[],
): readonly Named[] {
  return parts.map(({ id, title }) => ({ at: { of, id }, id, title }))
}

function repeated(parts: readonly Named[]): readonly PlacedFault[] {
  const ids = parts.map(({ id }) => id)
  return parts
    .filter(({ id }, index) => ids.indexOf(id) !== index)
    .map((part) => ({ at: part.at, sentence: `${part.id} stands twice in the rubric.` }))
}

/** A row is called as its own criterion where that is not divided; where another part has the id, ties and the notice's words would mean both. */
function sharedByRows({ criteria, priorities }: Rubric): readonly PlacedFault[] {
  return criteria.flatMap(({ id: own, rows }) =>
    rows.flatMap(({ id }) => {
      const other =
        id !== own && criteria.some((each) => each.id === id)
          ? 'another criterion'
          : priorities.some((each) => each.id === id)
            ? 'a priority'
            : null
      if (other === null) return []
      const sentence = `${id} is the id of a row in ${own} and of ${other}. Each needs one of its own.`
      return [{ at: { of: 'row' as const, id }, sentence }]
    }),
  )
}

function unnamed(parts: readonly Named[]): readonly PlacedFault[] {
  return parts
    .filter(({ id }) => id.trim() === '')
    .map((part) => ({ at: part.at, sentence: `${part.title || 'Something without a title'} needs an id.` }))
}

function tooLong(parts: readonly Named[]): readonly PlacedFault[] {
  return parts
    .filter(({ id }) => id.length > longestId)
    .map(({ at, id }) => ({
      at,
      sentence: `“${id.slice(0, 40)}…” is longer than an id may be, which is ${longestId} characters.`,
    }))
}

/** What is answered is kept by id: a name that every object of JavaScript has would read as an answer that nobody gave. */
function unusable(parts: readonly Named[]): readonly PlacedFault[] {
  return parts
    .filter(({ id }) => id in {})
    .map((part) => ({ at: part.at, sentence: `${part.id} cannot be an id.` }))
}
