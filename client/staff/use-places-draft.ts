import { useState } from 'react'
import type { Places } from '../../shared/application/places.ts'
import { samePlace } from './borders.ts'

/** Places, and by document the text in which they stand, by its SHA-256. */
export interface ReadPlaces {
  readonly places: Places
  readonly read: Readonly<Record<string, string>>
}

export interface PlacesDraft extends ReadPlaces {
  /** Items that are drawn elsewhere than the server has them. */
  readonly changed: ReadonlySet<string>
  /** Items that somebody has looked at on this page and found right. */
  readonly looked: ReadonlySet<string>
  /** Something else stands on the server than what was changed here. */
  readonly overtaken: boolean
  /** Draws them elsewhere; what was looked at and has moved is to be looked at again, but for `by`. */
  readonly draw: (places: Places, by?: string) => void
  readonly look: (item: string) => void
  /** Back to what the server has. */
  readonly startOver: () => void
}

interface Drawn {
  readonly from: ReadPlaces
  readonly places: Places
  readonly looked: ReadonlySet<string>
}

/** Places as they are being drawn on a page, beside those that the server has. Nothing of it is kept anywhere else. */
export function usePlacesDraft(server: ReadPlaces): PlacesDraft {
  const fresh: Drawn = { from: server, places: server.places, looked: new Set() }
  const [state, setDrawn] = useState<Drawn>(fresh)
  const reread = Object.keys(state.from.read).some((id) => state.from.read[id] !== server.read[id])
  const moved = reread || differing(state.from.places, server.places).size > 0
  // Nothing was drawn here yet, or what was drawn here is what has come.
  const untouched = differing(state.places, state.from.places).size === 0
  const follows = moved && (untouched || (!reread && differing(state.places, server.places).size === 0))
  if (follows) setDrawn(fresh)
  const { from, places, looked } = follows ? fresh : state

  return {
    places,
    read: from.read,
    changed: differing(places, server.places),
    looked,
    overtaken: moved && !follows,
    draw: (next, by) => {
      const touched = differing(next, places)
      const still = [...looked].filter((item) => !touched.has(item) || item === by)
      setDrawn({ from, places: next, looked: new Set(still) })
    },
    look: (item) => setDrawn({ from, places, looked: new Set([...looked, item]) }),
    startOver: () => setDrawn(fresh),
  }
}

function differing(one: Places, other: Places): ReadonlySet<string> {
  const items = new Set([...Object.keys(one), ...Object.keys(other)])
  return new Set([...items].filter((item) => !samePlace(one[item], other[item])))
}
