import { type RefObject, useLayoutEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { PersonLooking } from '../../../shared/protocol/looks.ts'
import { indexOf } from './caret-place.ts'
import { spotsIn, type Spot, type Stretch } from './text-spots.ts'
import './carets.css'

export interface CaretsProps {
  /** Holds the text area, and is what the carets are placed in. */
  readonly around: RefObject<HTMLElement | null>
  readonly text: Y.Text
  /** Those whose caret stands in this text. */
  readonly people: readonly PersonLooking[]
}

interface Drawn {
  readonly person: PersonLooking
  readonly spot: Spot
  readonly stretches: readonly Stretch[]
  /** Where the name stands: beside its caret where another name stands over it. */
  readonly nameLeft: number
}

/** Where others write in a text area: a caret each with its name in the line above it, which covers no letter. */
export function Carets({ around, text, people }: CaretsProps) {
  const [{ drawn, left, top }, setFound] = useState<Found>(nothing)

  useLayoutEffect(() => {
    const area = around.current?.querySelector('textarea')
    if (!area) return
    const draw = (): void => setFound(found(area, text, people))
    draw()
    const size = new ResizeObserver(draw)
    size.observe(area)
    text.observe(draw)
    area.addEventListener('scroll', draw)
    document.fonts.addEventListener('loadingdone', draw)
    return () => {
      size.disconnect()
      text.unobserve(draw)
      area.removeEventListener('scroll', draw)
      document.fonts.removeEventListener('loadingdone', draw)
    }
  }, [around, text, people])

  return (
    <div className="carets" aria-hidden style={{ left, top }}>
      {drawn.map(({ person, spot, stretches, nameLeft }) => (
        <div key={person.person} data-person={person.person}>
          {stretches.map((stretch) => (
            <span
              key={`${stretch.left} ${stretch.bottom}`}
              className="carets-stretch"
              style={{ left: stretch.left, top: stretch.bottom, width: stretch.width }}
            />
          ))}
          <span className="carets-caret" style={{ left: spot.left, top: spot.top, height: spot.height }} />
          <span className="carets-name" style={{ left: nameLeft, top: spot.top }}>
            {person.label}
          </span>
        </div>
      ))}
    </div>
  )
}

interface Found {
  readonly drawn: readonly Drawn[]
  /** Of the area within what is around it, and how far it is scrolled. */
  readonly left: number
  readonly top: number
}

const nothing: Found = { drawn: [], left: 0, top: 0 }

function found(area: HTMLTextAreaElement, text: Y.Text, people: readonly PersonLooking[]): Found {
  const placed = people.flatMap((person) => {
    const [from, to] = [person.caret?.anchor, person.caret?.head].map((place) =>
      place === undefined ? null : indexOf(text, place),
    )
    return from == null || to == null ? [] : [{ person, from, to }]
  })
  if (placed.length === 0) return nothing
  const spots = spotsIn(area, text.toString(), placed)
  const drawn = placed.flatMap(({ person }, at) => {
    const found = spots[at]
    return found ? [{ person, ...found, nameLeft: found.spot.left }] : []
  })
  return {
    drawn: besideEachOther(drawn, area.clientWidth),
    left: area.offsetLeft,
    top: area.offsetTop - area.scrollTop,
  }
}

/** A letter of a name is about that wide, in pixels; a name that is a little wider than that touches no other. */
const letter = 6.6
const gap = 6

function besideEachOther(drawn: readonly Drawn[], most: number): readonly Drawn[] {
  const lines = Map.groupBy(drawn, ({ spot }) => Math.round(spot.top))
  return [...lines.values()].flatMap((line) => {
    let free = 0
    return line
      .toSorted((one, other) => one.spot.left - other.spot.left)
      .map((one) => {
        const width = one.person.label.length * letter
        const nameLeft = Math.max(free, Math.min(one.spot.left, most - width))
        free = nameLeft + width + gap
        return { ...one, nameLeft }
      })
  })
}
