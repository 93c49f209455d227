import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { Part } from './parts.ts'
import { findHits, firstFrom, type Hit, type Searched } from './search-hits.ts'
import { searchIndex, type SearchIndex } from './search-index.ts'
import { whenIdle } from './when-idle.ts'

/** A document whose text may still be on its way. */
export interface SearchedDocument {
  readonly id: string
  readonly text: DocumentText | null
}

/** What a search has found, and where in it one is. */
export interface Search {
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly hits: readonly Hit[]
  /** The number of the hit that one is at; 0 where there is none. */
  readonly current: number
  readonly goTo: (number: number) => void
  /** Whether every document has been looked through. */
  readonly complete: boolean
}

interface SearchParts {
  readonly documents: readonly SearchedDocument[]
  readonly parts: readonly Part[]
  /** Where the search begins: the first hit is the next from there. */
  readonly from: () => { readonly document: string; readonly at: number }
  readonly onHit: (hit: Hit) => void
}

/** Searches all documents of an application as one types. */
export function useSearch({ documents, parts, from, onHit }: SearchParts): Search {
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query)
  const searched = useIndexed(documents, query !== '')
  const hits = useMemo(() => findHits(searched, parts, asked), [searched, parts, asked])
  const [at, setAt] = useState<Hit | null>(null)
  const current = useMemo(() => Math.max(0, at ? hits.findIndex((hit) => isSame(hit, at)) : 0), [hits, at])
  const latest = useRef({ documents, from, onHit })
  useEffect(() => {
    latest.current = { documents, from, onHit }
  })

  const found = useRef('')
  useEffect(() => {
    // One is taken somewhere when what is asked for has become another, and not when another document has been read meanwhile.
    if (found.current === asked) return
    if (hits.length > 0 || asked === '') found.current = asked
    if (hits.length === 0) return
    const order = latest.current.documents.map(({ id }) => id)
    const hit = hits[firstFrom(hits, order, latest.current.from())]
    if (!hit) return
    setAt(hit)
    latest.current.onHit(hit)
  }, [asked, hits])

  const goTo = useCallback(
    (number: number): void => {
      const hit = hits.at(number % Math.max(1, hits.length))
      if (!hit) return
      setAt(hit)
      latest.current.onHit(hit)
    },
    [hits],
  )
  return { query, setQuery, hits, current, goTo, complete: documents.length === searched.length }
}

function isSame(one: Hit, other: Hit): boolean {
  return one.document === other.document && one.start === other.start && one.end === other.end
}

const indexes = new WeakMap<DocumentText, SearchIndex>()

/** Documents with their index: one is made at a time, at once where somebody searches and else when nothing else is to be done. */
function useIndexed(documents: readonly SearchedDocument[], searching: boolean): readonly Searched[] {
  const [, setMade] = useState(0)
  const next = documents.find(({ text }) => text && !indexes.has(text))?.text
  useEffect(() => {
    if (!next) return
    const make = (): void => {
      indexes.set(next, searchIndex(next.text))
      setMade((before) => before + 1)
    }
    if (!searching) return whenIdle(make)
    const timer = setTimeout(make)
    return () => clearTimeout(timer)
  }, [next, searching])
  const made = documents.flatMap(({ id, text }) => {
    const index = text && indexes.get(text)
    return index ? [{ document: id, text: text.text, index }] : []
  })
  const before = useRef(made)
  const same =
    made.length === before.current.length &&
    made.every(({ index }, number) => before.current[number]?.index === index)
  if (!same) before.current = made
  return before.current
}
