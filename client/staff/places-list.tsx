import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import { pageAt } from '../../shared/application/pages-of-text.ts'
import type { Place } from '../../shared/application/places.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { itemAlone, pageName } from '../reading/parts.ts'
import { reviewPath } from '../pages.ts'
import { Column } from '../ui/columns.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import type { PlacedItem } from './placed-items.ts'
import type { PlacesDraft } from './use-places-draft.ts'
import './places-list.css'

interface PlacesListProps {
  readonly review: ReviewView
  readonly items: readonly PlacedItem[]
  readonly draft: PlacesDraft
  readonly confirmed: boolean
  readonly texts: ReadonlyMap<string, DocumentText>
  /** The one that is shown. */
  readonly item: string
  readonly title: RefObject<HTMLHeadingElement | null>
  readonly onChoose: (item: string) => void
}

/** Every criterion and priority with its pages, and whether they are proposed, confirmed or not found. */
export function PlacesList(props: PlacesListProps) {
  const { review, items, draft, confirmed, texts, item, title, onChoose } = props
  const { applicant } = review.application
  const missing = items.filter(({ id }) => !draft.places[id]).length
  const lines = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const box = lines.current?.closest('.column-body')
    if (!box || box.scrollHeight <= box.clientHeight) return
    lines.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [item])
  const folded = `${items.length} places${missing > 0 ? `, ${missing} not found` : ''}: ${itemAlone(item)}`
  return (
    <Column kind="find" label="Criteria and priorities" ground="inset" folds={folded}>
      <p className="places-back">
        <Link look="quiet" href={reviewPath(review.id, 'lock')}>
          {applicant}
        </Link>{' '}
        <Link look="quiet" href={reviewPath(review.id, 'documents')}>
          Documents
        </Link>
      </p>
      <h2 ref={title} tabIndex={-1} className="places-title">
        Where each criterion is answered
      </h2>
      <p className="places-sentence">
        {review.lock
          ? `${applicant} is locked. The borders stay as they are.`
          : confirmed
            ? 'These are confirmed. What you change here counts once you confirm it again.'
            : 'The import proposes these. Reviewers see them as proposals until you confirm.'}
      </p>
      <ul ref={lines} className="places-list" onKeyDown={walk}>
        {items.map((one) => (
          <li key={one.id}>
            <a
              className="places-line"
              href={reviewPath(review.id, 'places', one.id)}
              aria-current={one.id === item ? 'true' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                event.preventDefault()
                onChoose(one.id)
              }}
            >
              <span className="places-tick">
                {draft.looked.has(one.id) && <Icon name="check" size="small" />}
              </span>
              <span className="places-id">{one.id}</span>
              <span className="places-name">{one.title}</span>
              <Pages place={draft.places[one.id] ?? null} texts={texts} />
              <Word item={one.id} draft={draft} confirmed={confirmed} />
              {draft.looked.has(one.id) && <span className="visually-hidden">, looked at</span>}
            </a>
          </li>
        ))}
      </ul>
    </Column>
  )
}

function Pages({ place, texts }: { place: Place | null; texts: ReadonlyMap<string, DocumentText> }) {
  const text = place && texts.get(place.document)
  if (!place || !text) return <span className="places-pages">{place ? '' : '–'}</span>
  const first = pageName(text, pageAt(text, place.start))
  const last = pageName(text, pageAt(text, place.end - 1))
  return (
    <span className="places-pages">
      <span className="visually-hidden">pages </span>
      {first === last ? first : `${first}–${last}`}
    </span>
  )
}

function Word({ item, draft, confirmed }: { item: string; draft: PlacesDraft; confirmed: boolean }) {
  const { places, changed } = draft
  const found = Boolean(places[item])
  if (changed.has(item))
    return (
      <span className="places-word" data-says="changed">
        {found ? 'changed' : 'now not found'}
      </span>
    )
  if (!found)
    return (
      <span className="places-word" data-says="lacks">
        not found
      </span>
    )
  return <span className="places-word">{confirmed ? 'confirmed' : 'proposed'}</span>
}

/** The arrow keys go from line to line; Tab leaves the list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const lines = [...event.currentTarget.querySelectorAll('a')]
  const to = lines[lines.findIndex((line) => line === document.activeElement) + by]
  if (!to) return
  event.preventDefault()
  to.focus()
}
