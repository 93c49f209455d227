import { documentName, type DocumentKey } from '../../shared/protocol/names.ts'
import type { OpenDocument } from './open-document.ts'

interface Parts {
  readonly open: (key: DocumentKey, onFailure: (error: unknown) => void) => Promise<OpenDocument>
  readonly unloadAfterMs: number
  readonly onFailure: (error: unknown) => void
}

export interface Loan {
  readonly document: Promise<OpenDocument>
  /** The document is put away some time after the last loan is done. */
  readonly done: () => void
}

/** The documents that are open. Whoever asks for one at the same time gets the same one. */
export interface Shelf {
  readonly take: (key: DocumentKey) => Loan
  readonly borrow: <T>(key: DocumentKey, read: (document: OpenDocument) => T | Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

interface Place {
  readonly document: Promise<OpenDocument>
  loans: number
  timer: NodeJS.Timeout | undefined
}

export function createShelf({ open, unloadAfterMs, onFailure }: Parts): Shelf {
  const places = new Map<string, Place>()
  const leaving = new Set<Promise<void>>()

  function placeOf(key: DocumentKey, name: string): Place {
    const known = places.get(name)
    if (known) return known
    const fail = (error: unknown): void => {
      // The next to ask opens it anew.
      if (places.get(name) === place) places.delete(name)
      onFailure(error)
    }
    const place: Place = { document: open(key, fail), loans: 0, timer: undefined }
    place.document.catch(fail)
    places.set(name, place)
    return place
  }

  function take(key: DocumentKey): Loan {
    const name = documentName(key)
    const place = placeOf(key, name)
    clearTimeout(place.timer)
    place.loans += 1
    let isDone = false
    return {
      document: place.document,
      done: () => {
        if (isDone) return
        isDone = true
        place.loans -= 1
        if (place.loans === 0) place.timer = setTimeout(() => putAway(name, place), unloadAfterMs).unref()
      },
    }
  }

  function putAway(name: string, place: Place): void {
    // One that failed is gone already, and another may stand in its place.
    if (places.get(name) !== place) return
    places.delete(name)
    clearTimeout(place.timer)
    const left = place.document
      .then((document) => document.close())
      .catch(onFailure)
      .finally(() => leaving.delete(left))
    leaving.add(left)
  }

  return {
    take,
    async borrow(key, read) {
      const { document, done } = take(key)
      try {
        return await read(await document)
      } finally {
        done()
      }
    },
    async close() {
      for (const [name, place] of places) putAway(name, place)
      await Promise.all(leaving)
    },
  }
}
