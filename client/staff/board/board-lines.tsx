import { useCallback, useState } from 'react'
import type { View } from '../../../shared/competition/view.ts'
import { serverNow } from '../../live/server-clock.ts'
import { counted } from '../../room/number-words.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AskMany } from './ask-many.tsx'
import { behindOn } from './behind.ts'
import { BoardLine } from './board-line.tsx'
import {
  boardFilters,
  boardOrders,
  groupsOf,
  inColumns,
  isFound,
  isShown,
  type BoardEntry,
  type BoardFilter,
  type BoardGroup,
  type BoardOrder,
} from './filters.ts'
import { useColumnCount } from './use-column-count.ts'
import { useDirectory, useNames } from './use-names.ts'
import './board-lines.css'

/** So few applications are all open from the start, beside each other. */
const few = 3

/** Every application as one line, under its panel; found, filtered, put in order, opened in place, and asked many at once. */
export function BoardLines({ view }: { view: View }) {
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<BoardFilter>('all')
  const [order, setOrder] = useState<BoardOrder>('panels')
  const [turned, turn] = useToggled()
  const [chosen, choose, setChosen] = useToggled()
  const [choosing, setChoosing] = useState(false)
  const columns = useColumnCount(view.reviews.length)
  const isFew = view.reviews.length <= few
  const isOpen = (id: string): boolean => turned.has(id) !== isFew
  const directory = useDirectory(view, choosing || isFew || turned.size > 0)
  const names = useNames(directory)

  const now = serverNow()
  const all = view.reviews.map(
    (review): BoardEntry => ({ review, behind: behindOn(review, view.competition.dates, now).length }),
  )
  const found = all.filter((entry) => isFound(entry, search))
  const shown = found.filter((entry) => isShown(entry, filter))
  const groups = groupsOf(shown, order)

  return (
    <section className="board-lines" aria-label="Applications">
      {!isFew && (
        <div className="board-tools">
          <div className="board-search">
            <TextField
              label="Find an applicant or a panel"
              hiddenLabel
              type="search"
              icon="search"
              placeholder="Applicant or panel"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          <div className="board-filter">
            <Segmented
              label="Which applications"
              value={filter}
              options={filters.map((value) => ({
                value,
                label: `${boardFilters[value]} ${found.filter((entry) => isShown(entry, value)).length}`,
              }))}
              onChange={setFilter}
            />
          </div>
          <Select
            label="Order"
            hiddenLabel
            look="quiet"
            value={order}
            options={orders.map((value) => ({ value, label: boardOrders[value] }))}
            onChange={setOrder}
          />
          <Button size="small" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            Ask many
          </Button>
        </div>
      )}
      {choosing && (
        <AskMany
          shown={shown}
          chosen={shown.filter(({ review }) => chosen.has(review.id))}
          directory={directory}
          onChoose={setChosen}
          onEnd={() => {
            setChoosing(false)
            setChosen([])
          }}
        />
      )}
      {shown.length === 0 ? (
        <div className="board-empty">
          <Empty title="No application here." sentence={nothingSentence(filter, search)} />
        </div>
      ) : (
        <div className="board-columns" data-few={isFew || undefined}>
          {inColumns(groups, isFew ? 1 : columns).map((column, at) => (
            // A column is its place: what stands in it may move.
            <div key={at} className="board-column">
              {column.map((group) => (
                <section key={group.id} className="board-group" aria-label={group.title}>
                  <GroupHead group={group} />
                  <ul className="board-group-lines">
                    {group.entries.map(({ review, behind }) => (
                      <BoardLine
                        key={review.id}
                        review={review}
                        behind={behind}
                        open={isOpen(review.id)}
                        chosen={choosing ? chosen.has(review.id) : null}
                        names={isOpen(review.id) ? names : null}
                        onOpen={turn}
                        onChoose={choose}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          ))}
        </div>
      )}
      {!isFew && (
        <p className="board-key">
          A bar for each seat, as high as its share of rows with points; filled: ready, after the reveal
          signed; dashed: not certified; a dash: recused or excused; a dot: page open. Behind: its date has
          passed or comes within two days; without a date, more than half of the panel waits for it.
        </p>
      )}
    </section>
  )
}

const filters = Object.keys(boardFilters) as BoardFilter[]
const orders = Object.keys(boardOrders) as BoardOrder[]

/** The panel with who of it has a page open. */
function GroupHead({ group }: { group: BoardGroup }) {
  const people = new Map(
    group.entries.flatMap(({ review }) =>
      (review.progress ?? [])
        .filter(({ replacedBy }) => replacedBy === null)
        .map(({ person, online }): [string, boolean] => [person, online]),
    ),
  )
  const here = [...people.values()].filter(Boolean).length
  return (
    <div className="board-group-head">
      <h2 className="t-heading">{group.title}</h2>
      <span className="board-group-here">
        {people.size > 0 ? `${here} of ${people.size} here` : counted(group.entries.length, 'application')}
      </span>
    </div>
  )
}

function nothingSentence(filter: BoardFilter, search: string): string {
  if (search.trim() !== '') return 'No applicant and no panel is called that.'
  return filter === 'all'
    ? 'Applications stand here once there are some.'
    : `None is “${boardFilters[filter]}” now.`
}

/** A set of reviews that are turned one by one; its turning is always the same function. */
function useToggled(): readonly [
  ReadonlySet<string>,
  (id: string) => void,
  (ids: readonly string[]) => void,
] {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (id: string) =>
      setIds((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    [],
  )
  return [ids, toggle, (next) => setIds(new Set(next))]
}
