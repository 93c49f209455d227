import { type KeyboardEvent, useEffect, useRef } from 'react'
import {
  isDivided,
  placeText,
  shownAt,
  wholeRubric,
  type PlacedFault,
  type RubricPlace,
} from '../../../../shared/rubric/rubric-place.ts'
import { leastOf, type Area, type Criterion, type Rubric } from '../../../../shared/rubric/rubric.ts'
import { shownPoints } from '../../../../shared/rubric/shown-points.ts'
import {
  reachOfCriterion,
  reachOfTotal,
  shownReach,
  sumInWords,
  type Reach,
} from '../../../../shared/rubric/told-points.ts'
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
          reach={{ ...reachOfTotal(rubric), max: rubric.totals.points }}
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
              reach={priority.points === 0 ? null : { max: priority.points }}
              look="criterion"
            />
          ))}
        </ul>
      )}
    </nav>
  )
}

function AreaLines({ area, ...props }: RubricTreeProps & { readonly area: Area }) {
  const { id, title } = area
  const criteria = props.rubric.criteria.filter((criterion) => criterion.area === id)
  const reach = reachOfArea(criteria)
  const explains = criteria.length > 0 && reach === null
  return (
    <ul className="rubric-tree-area">
      <Line
        {...props}
        place={{ of: 'area', id }}
        id={id}
        title={title}
        reach={criteria.length > 0 ? reach : { max: 0 }}
        look="area"
        note={explains ? notCounted : undefined}
      />
      {criteria.map((criterion) => (
        <CriterionLines key={criterion.id} {...props} criterion={criterion} under={explains} />
      ))}
    </ul>
  )
}

interface CriterionLinesProps extends RubricTreeProps {
  readonly criterion: Criterion
  /** Its area says already that none of its criteria counts. */
  readonly under: boolean
}

function CriterionLines({ criterion, under, ...props }: CriterionLinesProps) {
  const { id, short, rows, counted } = criterion
  return (
    <>
      <Line
        {...props}
        place={{ of: 'criterion', id }}
        id={id}
        title={short}
        reach={reachOfCriterion(criterion)}
        look="criterion"
        uncounted={counted === false}
        note={counted === false && !under ? notCounted : undefined}
      />
      {isDivided(criterion) &&
        rows.map((row) => (
          <Line
            key={row.id}
            {...props}
            place={{ of: 'row', id: row.id }}
            id={row.label || row.id}
            title={row.short}
            reach={row}
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
  /** What it gives; null where it adds nothing. */
  readonly reach: Reach | null
  readonly look: 'head' | 'area' | 'criterion' | 'row'
  readonly uncounted?: boolean | undefined
  /** What is to be said under its title. */
  readonly note?: string | undefined
}

/** What is said of criteria that only explain the result. */
const notCounted = 'not in the result'

/** What the criteria of an area add to the result; null where none of them counts. */
function reachOfArea(criteria: readonly Criterion[]): Reach | null {
  const reaches = criteria.filter(({ counted }) => counted !== false).map(reachOfCriterion)
  const sum = (of: (reach: Reach) => number): number => reaches.reduce((all, each) => all + of(each), 0)
  return reaches.length === 0 ? null : { min: sum(leastOf), max: sum(({ max }) => max) }
}

function Line({
  rubric,
  here,
  faults,
  changed,
  place,
  id,
  title,
  reach,
  look,
  uncounted = false,
  note,
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
          {reach !== null && `, ${sumInWords(rubric, reach)}`}
          {(uncounted || note !== undefined) && `, ${notCounted}`}
          {isChanged && ', changed'}
          {own.length > 0 && `, ${own.length === 1 ? '1 fault' : `${own.length} faults`}`}
        </span>
        <span className="rubric-tree-shown" aria-hidden>
          <span className="rubric-tree-id">{look === 'area' ? <AreaLetter>{id}</AreaLetter> : id}</span>
          <span className="rubric-tree-title">
            {title}
            {note !== undefined && <span className="rubric-tree-note">{note}</span>}
          </span>
          <span className="rubric-tree-sign">
            {own.length > 0 ? (
              <Icon name="warning" size="small" />
            ) : (
              isChanged && <span className="rubric-tree-changed" title="Changed" />
            )}
          </span>
          <span className="rubric-tree-points" data-uncounted={uncounted || undefined}>
            {reach === null ? '–' : shown(rubric, reach)}
          </span>
        </span>
      </a>
    </li>
  )
}

/** "45", and "1–9" where the least is not 0. */
function shown(rubric: Rubric, reach: Reach): string {
  return leastOf(reach) === 0 ? shownPoints(rubric, reach.max) : shownReach(rubric, reach)
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
