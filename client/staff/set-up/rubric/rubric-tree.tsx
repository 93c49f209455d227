import { type KeyboardEvent, useEffect, useRef } from 'react'
import {
  isDivided,
  placeText,
  shownAt,
  wholeRubric,
  type RubricPlace,
} from '../../../../shared/rubric/rubric-place.ts'
import type { PlacedFault } from '../../../../shared/rubric/rubric-faults.ts'
import type { Area, Criterion, Rubric } from '../../../../shared/rubric/rubric.ts'
import { shownPoints } from '../../../../shared/rubric/shown-points.ts'
import { pointsInWords } from '../../../../shared/rubric/told-points.ts'
import { setUpPath } from '../../../pages.ts'
import { priorityShort } from '../../../reviewer/priority-words.ts'
import { AreaLetter } from '../../../ui/area-letter.tsx'
import { Icon } from '../../../ui/icon.tsx'
import './rubric-tree.css'

interface RubricTreeProps {
  readonly rubric: Rubric
  readonly here: RubricPlace
  readonly faults: readonly PlacedFault[]
  /** Parts that say something else than what is saved, by their place. */
  readonly changed: ReadonlySet<string>
}

/** Every part of the rubric with its points, which are summed as they change. */
export function RubricTree(props: RubricTreeProps) {
  const { rubric, here } = props
  const { totals } = rubric
  const lines = useRef<HTMLElement>(null)
  const current = placeText(here)
  // Only where the tree scrolls for itself: on a phone the page would move under the hand.
  useEffect(() => {
    const box = lines.current?.parentElement
    const line = lines.current?.querySelector<HTMLElement>('[aria-current]')
    if (!box || !line || box.scrollHeight <= box.clientHeight) return
    const [top, bottom] = [line.offsetTop, line.offsetTop + line.offsetHeight]
    if (top < box.scrollTop) box.scrollTop = top
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
  }, [current])
  return (
    <nav className="rubric-tree" aria-label="Parts of the rubric" onKeyDown={walk} ref={lines}>
      <ul className="rubric-tree-area">
        <Line
          {...props}
          place={wholeRubric}
          id=""
          title="The whole rubric"
          units={totals.points}
          look="head"
        />
      </ul>
      {rubric.areas.map((area) => (
        <AreaLines key={area.id} {...props} area={area} />
      ))}
      {rubric.priorities.length > 0 && (
        <ul className="rubric-tree-area">
          {rubric.priorities.map((priority) => (
            <Line
              key={priority.id}
              {...props}
              place={{ of: 'priority', id: priority.id }}
              id={priority.id}
              title={priorityShort(priority)}
              units={priority.points === 0 ? null : priority.points}
              look="criterion"
            />
          ))}
        </ul>
      )}
    </nav>
  )
}

function AreaLines({ area, ...props }: RubricTreeProps & { readonly area: Area }) {
  const { id, title, points } = area
  return (
    <ul className="rubric-tree-area">
      <Line {...props} place={{ of: 'area', id }} id={id} title={title} units={points} look="area" />
      {props.rubric.criteria
        .filter((criterion) => criterion.area === id)
        .map((criterion) => (
          <CriterionLines key={criterion.id} {...props} criterion={criterion} />
        ))}
    </ul>
  )
}

function CriterionLines({ criterion, ...props }: RubricTreeProps & { readonly criterion: Criterion }) {
  const { id, short, points, rows, counted } = criterion
  return (
    <>
      <Line
        {...props}
        place={{ of: 'criterion', id }}
        id={id}
        title={short}
        units={points}
        look="criterion"
        uncounted={counted === false}
      />
      {isDivided(criterion) &&
        rows.map((row) => (
          <Line
            key={row.id}
            {...props}
            place={{ of: 'row', id: row.id }}
            id={row.label || row.id}
            title={row.short}
            units={row.max}
            look="row"
          />
        ))}
    </>
  )
}

interface LineProps extends RubricTreeProps {
  readonly place: RubricPlace
  readonly id: string
  readonly title: string
  /** Null where it has none. */
  readonly units: number | null
  readonly look: 'head' | 'area' | 'criterion' | 'row'
  readonly uncounted?: boolean | undefined
}

function Line({
  rubric,
  here,
  faults,
  changed,
  place,
  id,
  title,
  units,
  look,
  uncounted = false,
}: LineProps) {
  const text = placeText(place)
  const isHere = placeText(here) === text
  const own = faults.filter(({ at }) => placeText(shownAt(rubric, at)) === text)
  const isChanged = changed.has(text)
  return (
    <li className="rubric-tree-line" data-look={look} data-current={isHere || undefined}>
      <a
        className="rubric-tree-link"
        href={setUpPath('rubric', text)}
        aria-current={isHere ? 'true' : undefined}
      >
        <span className="visually-hidden">
          {look === 'row' && place.of !== 'whole' ? place.id : look === 'area' ? `Area ${id}` : id} {title}
          {units !== null && `, ${pointsInWords(rubric, units)}`}
          {uncounted && ', no part of the result'}
          {isChanged && ', changed'}
          {own.length > 0 && `, ${own.length === 1 ? '1 fault' : `${own.length} faults`}`}
        </span>
        <span className="rubric-tree-shown" aria-hidden>
          <span className="rubric-tree-id">{look === 'area' ? <AreaLetter>{id}</AreaLetter> : id}</span>
          <span className="rubric-tree-title">{title}</span>
          <span className="rubric-tree-sign">
            {own.length > 0 ? (
              <Icon name="warning" size="small" />
            ) : (
              isChanged && <span className="rubric-tree-changed" title="Changed" />
            )}
          </span>
          <span className="rubric-tree-points" data-uncounted={uncounted || undefined}>
            {units === null ? '–' : shownPoints(rubric, units)}
          </span>
        </span>
      </a>
    </li>
  )
}

/** The arrow keys go from line to line; Tab leaves the tree. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link === document.activeElement)
  const to = links[at + by]
  if (at < 0 || !to) return
  event.preventDefault()
  to.focus()
}
