import type { DocumentText, TextBlock } from './document-text.ts'
import type { Entries } from './place-entries.ts'
import type { Titles } from './place-headings.ts'
import type { Ids } from './place-ids.ts'
import { markersIn } from './place-markers.ts'
import { openingsIn, type Openings } from './place-openings.ts'
import { givenPages, pageFinder } from './place-pages.ts'
import { knownWords } from './place-words.ts'

/** A place that names an entry, and how plainly: one that a person would take for its beginning has 5 or more. */
export interface Candidate {
  readonly entry: number
  readonly at: number
  readonly strength: number
  readonly why: 'marker' | 'title' | 'words' | 'page'
}

export interface Wanted {
  readonly entries: Entries
  readonly ids: Ids
  readonly titles: Titles
}

const markerAtHead = 12
const markerInText = 6
/** For a marker of a part of the entry only. */
const innerLess = 4
const inHeading = 1
const ownTitle = 10
const titleAfterMarker = 4
const pageGiven = 12
const onGivenPage = 4
/** Words as plain as this tell better than the top of its page where an answer begins. */
const plainWords = 6
/** Many words say one thing: nats of an opening are worth less than a marker. */
const openingShare = 1 / 3
const mostOpening = 9
const leastOpening = -2
/** Words alone name nothing new this near to a heading or marker. */
const sameNaming = 700
const longestTitle = 120
const least = 2
/** A document that names an entry more often than this is not read faster for it. */
const mostForEntry = 40
/** What stands after a criterion's name in a reviewers' guide, which names everything and answers nothing. */
const guideWords = /\bmax(?:imum)?\s+(?:total|sub)/i

/** Every place of a document that names an entry, in order. */
export function candidatesIn(text: DocumentText, wanted: Wanted): readonly Candidate[] {
  const { entries, vocabulary } = wanted.entries
  const openings = openingsIn(knownWords(text.text, vocabulary), entries)
  const given = givenPages(text, wanted.ids, wanted.titles)
  const elsewhere = ({ at }: { readonly at: number }): boolean =>
    given.some(({ line }) => line.start <= at && at < line.end) ||
    text.blocks.some(({ kind, start, end }) => kind === 'table' && start <= at && at < end)

  const named = namedIn(text, wanted, openings)
  const plain = named.filter((naming) => !naming.guide && !elsewhere(naming))
  const spoken = entries.flatMap((_, entry) =>
    openings
      .peaks(entry)
      .filter(
        ({ at }) => !named.some((other) => other.entry === entry && Math.abs(other.at - at) < sameNaming),
      )
      .map(({ at, strength }): Candidate => ({ entry, at, strength: worthOf(strength), why: 'words' })),
  )
  const pageOf = pageFinder(text, given, plain)
  const all: Candidate[] = [...plain, ...spoken]
  for (const { entry, printed } of given) {
    const page = pageOf(printed)
    if (!page) continue
    const there = all.findIndex(
      (other) =>
        other.entry === entry &&
        other.at >= page.start &&
        other.at < page.end &&
        (other.why !== 'words' || other.strength >= plainWords),
    )
    const own = all[there]
    if (own) all[there] = { ...own, strength: own.strength + onGivenPage }
    else {
      const strength = pageGiven + worthOf(openings.strength(entry, page.start))
      all.push({ entry, at: page.start, strength, why: 'page' })
    }
  }
  const kept = entries.flatMap((_, entry) =>
    all
      .filter((one) => one.entry === entry && one.strength >= least)
      .toSorted((a, b) => b.strength - a.strength)
      .slice(0, mostForEntry),
  )
  return kept.toSorted((a, b) => a.at - b.at)
}

/** Markers and headings; `guide` says that a reviewers' guide stands there. */
function namedIn(
  { text, blocks }: DocumentText,
  { ids, titles }: Wanted,
  openings: Openings,
): readonly (Candidate & { readonly guide: boolean })[] {
  // A paragraph that was too long is cut into several blocks: only what begins a line begins a block.
  const heads = blocks.filter(
    ({ start, kind }) => kind !== 'table' && (start === 0 || text[start - 1] === '\n'),
  )
  const byStart = new Map<number, TextBlock>(heads.map((block) => [block.start, block]))
  const markers = markersIn(text, [...byStart.keys()], ids).filter(({ stands }) => stands !== 'amid')
  const marked = markers.map((marker) => {
    const { entry, at, end } = marker
    const block = marker.stands === 'head' ? byStart.get(at) : undefined
    const after = text.slice(end, Math.min(block?.end ?? Infinity, end + longestTitle))
    const strength =
      (block ? markerAtHead : markerInText) +
      (block?.kind === 'heading' ? inHeading : 0) -
      (marker.inner ? innerLess : 0) +
      titleAfterMarker * titles.likeness(entry, after) +
      worthOf(openings.strength(entry, at))
    return { entry, at, strength, why: 'marker' as const, guide: guideWords.test(after) }
  })
  const taken = new Set(marked.map(({ at }) => at))
  const titled = heads.flatMap(({ start, end, kind }) => {
    if (taken.has(start) || (kind !== 'heading' && end - start > longestTitle)) return []
    const title = titles.best(text.slice(start, end))
    if (!title) return []
    const strength =
      ownTitle * title.likeness +
      (kind === 'heading' ? inHeading : 0) +
      worthOf(openings.strength(title.entry, start))
    return [{ entry: title.entry, at: start, strength, why: 'title' as const, guide: false }]
  })
  return [...marked, ...titled]
}

function worthOf(opening: number): number {
  return Math.min(Math.max(opening * openingShare, leastOpening), mostOpening)
}
