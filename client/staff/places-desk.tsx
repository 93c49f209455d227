import { useMemo, useRef, useState } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { Places } from '../../shared/application/places.ts'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { itemAlone } from '../reading/parts.ts'
import { goTo, reviewPath, usePage } from '../pages.ts'
import { Column, Columns } from '../ui/columns.tsx'
import { beginAt, endAt, putBack, samePlace, type Covers } from './borders.ts'
import { BorderedText } from './bordered-text.tsx'
import { ConfirmFoot } from './confirm-foot.tsx'
import { ItemTools } from './item-tools.tsx'
import { Leaving } from './leaving.tsx'
import { rivalsAmong, type PlacedItem } from './placed-items.ts'
import { PlacesList } from './places-list.tsx'
import { usePlacesDraft } from './use-places-draft.ts'
import './places-desk.css'

interface PlacesDeskProps {
  readonly review: ReviewView
  readonly items: readonly PlacedItem[]
  readonly application: ApplicationReading
  /** As they are on the server. */
  readonly server: Places
  readonly proposed: Places
  readonly texts: ReadonlyMap<string, DocumentText>
  /** Another document is looked into. */
  readonly onVisit: (document: string) => void
}

/** Where one is in the text; another `turn` goes there again. */
interface At {
  readonly document: string
  readonly start: number
  readonly turn: number
}

/** The list of criteria beside the text with its borders. Nothing of it is on the server until it is confirmed as a whole. */
export function PlacesDesk(props: PlacesDeskProps) {
  const { review, items, application, server, proposed, texts, onVisit } = props
  const { documents, confirmed } = application
  const locked = review.lock !== null
  const rivals = useMemo(() => rivalsAmong(items), [items])
  const draft = usePlacesDraft({
    places: server,
    read: Object.fromEntries(documents.map(({ id, text }) => [id, text])),
  })
  const page = usePage()
  const named = items.find(({ id }) => 'item' in page && id === page.item)
  const [item, setItem] = useState(() => (named ?? items.find(({ id }) => server[id]) ?? items[0])?.id ?? '')
  const [at, setAt] = useState<At>(() => ({
    document: server[item]?.document ?? '',
    start: server[item]?.start ?? 0,
    turn: 0,
  }))
  const [stopped, setStopped] = useState<string | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const inView = useRef<(() => number | null) | null>(null)

  const shown = documents.find(({ id }) => id === at.document) ?? documents[0]
  const text = shown && texts.get(shown.id)
  if (!shown) return null
  const document = shown.id
  const rules = { rivals, length: shown.length }

  function go(to: string, start: number): void {
    onVisit(to)
    setAt(({ turn }) => ({ document: to, start, turn: turn + 1 }))
  }

  function become(next: string): void {
    setItem(next)
    setStopped(null)
    goTo(reviewPath(review.id, 'places', next), 'replace')
  }

  function choose(next: string): void {
    become(next)
    const place = draft.places[next]
    if (place) go(place.document, place.start)
  }

  function take(next: Places | Covers): boolean {
    const stops = isCovers(next)
    setStopped(stops ? whyNot(next, item) : null)
    if (!stops) draft.draw(next, item)
    return !stops
  }

  const begin = (start: number): boolean => take(beginAt(draft.places, item, { document, at: start }, rules))

  /** What is shown was looked at; on to the next that was not. */
  function lookedAt(): void {
    draft.look(item)
    const order = [...items.slice(items.findIndex(({ id }) => id === item) + 1), ...items]
    const next = order.find(({ id }) => id !== item && !draft.looked.has(id))
    if (next) choose(next.id)
  }

  const tools = (
    <ItemTools
      item={items.find(({ id }) => id === item)}
      place={draft.places[item] ?? null}
      texts={texts}
      documents={documents}
      shown={document}
      locked={locked}
      confirmed={confirmed}
      changed={draft.changed.has(item)}
      looked={draft.looked.has(item)}
      stopped={stopped}
      onDocument={(chosen) => go(chosen, 0)}
      onBeginInView={() => {
        const start = inView.current?.() ?? null
        if (start !== null) begin(start)
      }}
      onNotFound={() => take({ ...draft.places, [item]: null })}
      onProposed={
        samePlace(proposed[item], draft.places[item])
          ? undefined
          : () => take(putBack(draft.places, item, proposed[item] ?? null, rivals))
      }
      onLooked={lookedAt}
    />
  )
  const foot = locked ? undefined : (
    <ConfirmFoot
      review={review}
      draft={draft}
      confirmed={confirmed}
      onConfirmed={() => title.current?.focus()}
    />
  )
  return (
    <div className="places-desk">
      {/* The list and its title fold away where there is no room for them. */}
      <h1 className="visually-hidden">{review.application.applicant}</h1>
      <Columns layout="halves">
        <PlacesList
          review={review}
          items={items}
          draft={draft}
          confirmed={confirmed}
          texts={texts}
          item={item}
          title={title}
          onChoose={choose}
        />
        <Column kind={locked ? 'read' : 'do'} label="Text with its borders" head={tools} foot={foot}>
          {text ? (
            <BorderedText
              key={document}
              inView={inView}
              document={document}
              text={text}
              places={draft.places}
              cutAt={[server, proposed]}
              rivals={rivals}
              item={item}
              locked={locked}
              going={at}
              onDraw={(next) => {
                setStopped(null)
                draft.draw(next)
              }}
              onItem={become}
              onBegin={begin}
              onEnd={(end) => take(endAt(draft.places, item, { document, at: end }, rivals))}
            />
          ) : (
            <p className="third">Reading {shown.title}.</p>
          )}
        </Column>
      </Columns>
      <Leaving
        asks={draft.changed.size > 0}
        title="Leave without confirming?"
        stay="Stay here"
        leave="Leave them as they were"
      >
        What you have changed here is not on the server. Reviewers go on seeing the borders as they were.
      </Leaving>
    </div>
  )
}

function isCovers(next: Places | Covers): next is Covers {
  return typeof next['covers'] === 'string'
}

function whyNot({ covers }: Covers, item: string): string {
  if (covers === item)
    return `${itemAlone(item)} has to begin before it ends. Choose a paragraph further down.`
  const other = itemAlone(covers)
  return `Nothing would be left of ${other}. Say first that ${other} was not found, or where else it begins.`
}
