import { useState } from 'react'
import type { Places } from '../../shared/application/places.ts'
import { samePlace } from './borders.ts'

export interface PlacesDraft {
  /** As they are drawn here. */
  readonly places: Places
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
  readonly from: Places
  readonly places: Places
  readonly looked: ReadonlySet<string>
}

/** Places as they are being drawn on a page, beside those that the server has. Nothing of it is kept anywhere else. */
export function usePlacesDraft(server: Places): PlacesDraft {
  const fresh = { from: server, places: server, looked: new Set<string>() }
  const [drawn, setDrawn] = useState<Drawn>(fresh)
  const { from, places, looked } = drawn
  const changed = differing(places, server)
  const moved = differing(from, server).size > 0
  // Nothing was drawn here yet, or what was drawn here is what has come.
  const followed = moved && (changed.size === 0 || differing(places, from).size === 0)
  if (followed) setDrawn(fresh)

  return {
    places: followed ? server : places,
    changed: followed ? new Set() : changed,
    looked: followed ? fresh.looked : looked,
    overtaken: moved && !followed,
    draw: (next, by) => {
      const touched = differing(next, places)
      const still = [...looked].filter((item) => !touched.has(item) || item === by)
      setDrawn({ from, places: next, looked: new Set(still) })
    },
    look: (item) => setDrawn({ ...drawn, looked: new Set([...looked, item]) }),
    startOver: () => setDrawn(fresh),
  }
}

function differing(one: Places, other: Places): ReadonlySet<string> {
  const items = new Set([...Object.keys(one), ...Object.keys(other)])
  return new Set([...items].filter((item) => !samePlace(one[item], other[item])))
}
