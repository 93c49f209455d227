import { shuffled } from '../assignment/seeded.ts'
import { rowsOf, type Rubric } from '../rubric/rubric.ts'
import { disagreement, widestFirst } from '../statistics/disagreement.ts'
import type { CaseOf } from './decide.ts'
import type { NewEvent } from './event.ts'
import { refuse, type Refusal } from './refusal.ts'
import { rulesOf } from './rules.ts'
import { isRecused, sittingSeats, type Competition, type Review } from './state.ts'
import { inDiscussion, isTopic, minutesOf } from './talk.ts'

/** Puts the rows that are flagged by now on the agenda: the widest first, as the rubric has them, or shuffled by the seed. */
export function orderAgenda({
  state,
  review,
  command,
  rubric,
}: CaseOf<'agenda.order'>): readonly NewEvent[] | Refusal {
  const shut = inDiscussion(review)
  if (shut) return shut
  const { by, seed } = command
  if ((by === 'random') !== (seed !== undefined))
    return refuse('malformed', 'A random order, and no other, is drawn from a seed.')
  const flagged = flaggedRows(state, review, rubric)
  if (flagged.length === 0)
    return refuse('out-of-turn', 'No row is split or spread. Put rows on the agenda by hand.')
  const rows = ordered(flagged, by, seed)
  const minutes = rulesOf(state.rules).itemMinutes
  const items = rows.map((row) => ({ row, minutes: minutesOf(review, row) ?? minutes }))
  return [{ kind: 'agenda.set', data: { review: review.id, by, items, ...(seed !== undefined && { seed }) } }]
}

/** The agenda as the monitor wants it: any rows and priorities of the rubric, each once. */
export function arrangeAgenda({
  review,
  command,
  rubric,
}: CaseOf<'agenda.arrange'>): readonly NewEvent[] | Refusal {
  const shut = inDiscussion(review)
  if (shut) return shut
  const { items } = command
  const unknown = items.find(({ row }) => !isTopic(rubric, row))
  if (unknown) return refuse('malformed', `The rubric has no row ${unknown.row}.`)
  if (new Set(items.map(({ row }) => row)).size < items.length)
    return refuse('malformed', 'A row stands on the agenda once.')
  return [{ kind: 'agenda.set', data: { review: review.id, by: 'hand', items } }]
}

/**
 * The order in which a panel takes its applications: all that its monitor may know of, each once. One that the monitor is recused
 * from keeps its place.
 */
export function arrangePanel({
  state,
  review,
  person,
  command,
}: CaseOf<'panel.arrange'>): readonly NewEvent[] | Refusal {
  const { by, seed } = command
  if ((by === 'random') !== (seed !== undefined))
    return refuse('malformed', 'A random order, and no other, is drawn from a seed.')
  const all = state.reviews.filter(({ panel }) => panel === review.panel)
  const known = new Set(all.filter((each) => !isRecused(each, person.id)).map(({ id }) => id))
  const listed = all.map(({ id }) => id)
  const mine = listed.filter((id) => known.has(id))
  const wanted = by === 'hand' ? command.reviews : seed === undefined ? mine : shuffled(mine, seed)
  const whole = new Set(wanted).size === mine.length && mine.every((id) => wanted.includes(id))
  if (!whole || wanted.length !== mine.length)
    return refuse('screen-differs', 'The panel has other applications by now. Look again, and repeat.')
  const next = [...wanted]
  const places = by === 'hand' ? (state.orders[review.panel]?.reviews ?? listed) : listed
  const reviews = places.map((id) => (known.has(id) ? (next.shift() ?? id) : id))
  const drawn = seed !== undefined && { seed }
  return [{ kind: 'panel.arranged', data: { review: review.id, by, reviews, ...drawn } }]
}

interface FlaggedRow {
  readonly row: ReturnType<typeof rowsOf>[number]
  readonly found: ReturnType<typeof disagreement>
}

/** In rubric order; of the scores that the journal holds, of the seats that count. */
function flaggedRows(state: Competition, review: Review, rubric: Rubric): readonly FlaggedRow[] {
  const { flags } = rulesOf(state.rules)
  const seats = sittingSeats(review).filter((seat) => seat.attested)
  return rowsOf(rubric)
    .map((row): FlaggedRow => {
      const points = seats.flatMap(({ scores }) => scores[row.id] ?? [])
      return { row, found: disagreement(row, points, flags) }
    })
    .filter(({ found }) => found?.flag)
}

function ordered(
  flagged: readonly FlaggedRow[],
  by: 'spread' | 'rubric' | 'random',
  seed: string | undefined,
): readonly string[] {
  const rows = (by === 'spread' ? flagged.toSorted(widestFirst) : flagged).map(({ row }) => row.id)
  return seed === undefined ? rows : shuffled(rows, seed)
}
