import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { partAt, partsInOrder, placedItem, type Part } from './parts.ts'
import {
  nothingRemembered,
  readRemembered,
  rememberedKey,
  type Position,
  type Remembered,
  type Showing,
} from './position.ts'
import type { Target } from './sheet.ts'

/** Where one reads, as the page has to know it: which document, which page of it, which part. */
export interface Here {
  readonly document: string
  readonly page: number
  readonly part: Part | null
}

/** A place that one has left by a jump. */
export interface Back {
  readonly document: string
  readonly position: Position
}

interface PlaceParts {
  readonly person: string
  readonly reading: ApplicationReading
  readonly rubric: Rubric
  readonly item: string
}

/** How long after the last scrolling the place is kept on this device, in milliseconds. */
const keepAfterMs = 400

/**
 * Where one reads in an application: kept for each person and document on this device, taken to the part of a row when the row is
 * opened, and back.
 */
export function usePlace({ person, reading, rubric, item }: PlaceParts) {
  const { documents, places } = reading
  const remembered = useRemembered(person, reading.id)
  const parts = useMemo(() => partsInOrder(places, documents), [places, documents])
  const placed = placedItem(rubric, item)
  const part = parts.find((one) => one.item === placed) ?? null

  const [target, setTarget] = useState(() => firstTarget(reading, remembered.now(), part))
  const [here, setHere] = useState<Here>(() => ({ document: target.document, page: 1, part: null }))
  const [back, setBack] = useState<Back | null>(null)
  const shown = documents.find(({ id }) => id === target.document) ?? documents[0]

  const leave = useCallback((): void => {
    const document = remembered.now().document
    const position = document === null ? undefined : remembered.now().positions[document]
    if (document !== null && position) setBack({ document, position })
  }, [remembered])

  const go = useCallback(
    (to: Target): void => {
      leave()
      setTarget(to)
    },
    [leave],
  )

  const before = useRef(item)
  useEffect(() => {
    if (before.current === item) return
    const same = placed === placedItem(rubric, before.current)
    before.current = item
    if (!part) return
    // Another row of the criterion that one is reading the part of takes nobody from their line.
    const document = remembered.now().document
    const at = document === part.document ? remembered.now().positions[document]?.at : undefined
    if (same && at !== undefined && at >= part.start && at < part.end) return
    go({ document: part.document, to: 'top', start: part.start, end: part.end })
  }, [item, placed, part, rubric, remembered, go])

  const onMove = useCallback(
    (document: string, position: Position): void => {
      remembered.keep((now) => ({
        ...now,
        document,
        positions: { ...now.positions, [document]: position },
      }))
      // A line that lies a little above the edge is still read: what begins right under it is where one is.
      const around = partAt(parts, document, position.at)
      setHere((now) =>
        now.document === document && now.page === position.page && now.part?.item === around?.item
          ? now
          : { document, page: position.page, part: around },
      )
    },
    [remembered, parts],
  )

  return {
    parts,
    /** The part of what is being scored; null where there is none. */
    part,
    shown,
    target,
    here,
    back,
    go,
    onMove,
    /** Where one reads now. */
    position: (): Back | null => {
      const { document, positions } = remembered.now()
      const position = document === null ? undefined : positions[document]
      return document !== null && position ? { document, position } : null
    },
    show: (document: string): void => {
      const position = remembered.now().positions[document] ?? atTop
      setBack(null)
      setTarget({ document, to: 'position', position })
    },
    /** Goes on to where one has been, after which there is nowhere to go back to. */
    resume: ({ document, position }: Back): void => {
      setBack(null)
      setTarget({ document, to: 'position', position })
    },
    /** Goes somewhere while it is known elsewhere what to come back to. */
    visit: setTarget,
    setBack,
    showing: remembered.showing,
    setShowing: remembered.setShowing,
  }
}

export type ReadingPlace = ReturnType<typeof usePlace>

const atTop: Position = { at: 0, page: 1, down: 0 }

/** The part of the row, at the line where one was in it; without one, where one was at all. */
function firstTarget(
  { documents }: ApplicationReading,
  { document, positions }: Remembered,
  part: Part | null,
): Target {
  const known = documents.find(({ id }) => id === document)?.id ?? documents[0]?.id ?? ''
  const to = part?.document ?? known
  const position = positions[to]
  if (!part) return { document: to, to: 'position', position: position ?? atTop }
  if (position && position.at >= part.start && position.at < part.end)
    return { document: to, to: 'position', position }
  return { document: to, to: 'top', start: part.start, end: part.end }
}

/** What is remembered of somebody's reading, and kept on this device a moment after it has changed. */
function useRemembered(person: string, application: string) {
  const key = rememberedKey(person, application)
  const [showing, setShowing] = useState<Remembered['showing']>(() => kept(key).showing)
  const now = useRef<Remembered | null>(null)
  now.current ??= kept(key)
  const store = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = (): void => {
      clearTimeout(timer)
      timer = undefined
      keepHere(key, now.current ?? nothingRemembered)
    }
    return {
      now: (): Remembered => now.current ?? nothingRemembered,
      keep: (change: (before: Remembered) => Remembered): void => {
        now.current = change(now.current ?? nothingRemembered)
        timer ??= setTimeout(write, keepAfterMs)
      },
      write,
    }
  }, [key])
  useEffect(() => {
    addEventListener('pagehide', store.write)
    return () => {
      removeEventListener('pagehide', store.write)
      store.write()
    }
  }, [store])
  const change = useCallback(
    (document: string, how: Showing): void => {
      store.keep((before) => ({ ...before, showing: { ...before.showing, [document]: how } }))
      setShowing(store.now().showing)
    },
    [store],
  )
  return useMemo(
    () => ({ now: store.now, keep: store.keep, showing, setShowing: change }),
    [store, showing, change],
  )
}

function kept(key: string): Remembered {
  try {
    return readRemembered(localStorage.getItem(key))
  } catch {
    // A browser that keeps nothing for us: reading begins at the part of the row.
    return nothingRemembered
  }
}

function keepHere(key: string, remembered: Remembered): void {
  try {
    localStorage.setItem(key, JSON.stringify(remembered))
  } catch {
    // Full, or not allowed: the place is only known while the page is open.
  }
}
