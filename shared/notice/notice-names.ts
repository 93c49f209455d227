import { entriesOf } from '../application/place-entries.ts'
import { titlesOf } from '../application/place-headings.ts'
import { idParts, idsOf } from '../application/place-ids.ts'
import { markersIn } from '../application/place-markers.ts'
import type { Priority, Row, Rubric } from '../rubric/rubric.ts'
import { longestTitle, readNumber, titleIn, wordsIn } from './notice-titles.ts'
import { isBulleted, isListed, phraseOf, type Unit } from './notice-units.ts'

/** A criterion or priority by its place in the rubric, and the rows of it that are meant; none where it is meant as a whole. */
export interface Name {
  readonly entry: number
  readonly rows: readonly string[]
  /** Told by its number, or by a title that has a number or points beside it; else by words alone. */
  readonly sure: boolean
}

export interface Names {
  /** The criteria first, then the priorities. */
  readonly entries: readonly { readonly id: string; readonly rows: readonly Row[] }[]
  readonly criteria: number
  /** What each unit of a document begins to state; null where it states no item. */
  headsOf(units: readonly Unit[]): readonly (Name | null)[]
  /** What a cell or heading names by its number or its title. */
  atHead(unit: Unit): Name | null
  /** Whether an item comes after another in the rubric, and is one of its sort. */
  follows(before: Name | undefined, after: Name): boolean
  /** The items that a heading speaks of: "Evidence for (A)(1)(ii) and (A)(1)(iii)". */
  within(words: string): readonly Name[]
  /** Whether a unit begins, or a heading speaks of, what is numbered as criteria are and is none of the rubric. */
  isOther(words: string): boolean
  speaksOfOther(words: string): boolean
  /** The priorities of the kind that the words name: "Absolute Priority Guidance". */
  ofKind(words: string): readonly number[]
  /** Whether a unit is the heading of an area of the rubric. */
  isArea(unit: Unit): boolean
}

const criterionNumber =
  /\b(?:criteri(?:on|a)|factors?|questions?)\s+((?:\d{1,2}(?:(?:,| and|,? or| &)\s+)?)+)/gi
const otherNumber = /^\([A-Z]\)\(\d{1,2}\)/
const otherCalled = /^(?:criterion|factor)\s+\d{1,2}\b/i
const kindNamed = /\b(absolute|competitive|invitational)\b/i
const innerParts = /^(?:\s?\([\p{L}\d]{1,5}\))+/u
const titleOfOwnNumber = 0.35
const littleOfTitle = 0.2
const titleWithNumber = 0.5
const titleAlone = 0.65

/** How the items of a rubric are told in the text of a notice: by their ids, their numbers, and their titles. */
export function namesOf(rubric: Rubric): Names {
  const own = new Set(rubric.criteria.map(({ title }) => title.toLowerCase()))
  // An area of one criterion may have its title: then the heading is the criterion's.
  const areas = rubric.areas.filter(({ title }) => !own.has(title.toLowerCase()))
  const made = entriesOf({ ...rubric, areas })
  const ids = idsOf(made.entries)
  const titles = titlesOf(made)
  const criteria = rubric.criteria.length
  const entries = [
    ...rubric.criteria.map(({ id, rows }) => ({ id, rows })),
    ...rubric.priorities.map(({ id }) => ({ id, rows: [] })),
  ]
  const kindOf = (entry: number): Priority['kind'] | undefined => rubric.priorities[entry - criteria]?.kind
  const partsOf = entries.map(({ id }) => idParts(id).length)

  const isShort = (entry: number): boolean => /^\p{L}{1,3}\d{1,2}$/u.test(entries[entry]?.id ?? '')
  const isCalled = (entry: number, text: string): boolean =>
    titles.likeness(entry, titleIn(text)) >= titleOfOwnNumber

  /** The rows that what follows an item's marker goes on to: "(ii)" or "(ii)(b)". */
  function rowsAfter(entry: number, after: string): readonly string[] {
    const first = idParts(innerParts.exec(after)?.[0] ?? '')[0]
    const row = entries[entry]?.rows.find(
      ({ label }) => first !== undefined && idParts(label).at(-1) === first,
    )
    return row ? [row.id] : []
  }

  function byMarker(text: string): Name | null {
    const marker = markersIn(text.slice(0, longestTitle), [0], ids).find(
      ({ at, stands }) => at === 0 && stands === 'head',
    )
    if (!marker) return null
    const { entry, end } = marker
    const kind = kindNamed.exec(text.slice(0, longestTitle))?.[1]?.toLowerCase()
    if (entry >= criteria && kind !== undefined && kindOf(entry) !== kind) return null
    // "2." alone may number anything.
    const { called } = readNumber(text)
    if ((partsOf[entry] ?? 1) < 2 && !called && !isCalled(entry, text)) return null
    // "C1" may be a name that only the rubric gives: the notice's "(C)(1)" is another, unless it is called the same.
    const written = text.slice(0, end)
    const same = written.includes(entries[entry]?.id ?? '') || /priority/i.test(written)
    if (isShort(entry) && !same && !isCalled(entry, text)) return null
    return { entry, rows: rowsAfter(entry, text.slice(end)), sure: true }
  }

  function byTitle(unit: Unit): Name | null {
    const { number, called, pointed, nth } = readNumber(unit.text)
    const phrase = phraseOf(unit)
    const words = titleIn(unit.text)
    if (words === '' || (!phrase && !called && number === '')) return null
    const best = titles.best(words)
    const sure = called || pointed || number !== ''
    if (best && best.likeness >= (sure ? titleWithNumber : titleAlone))
      return { entry: best.entry, rows: [], sure }
    const known = nth >= 0 && nth < criteria && titles.likeness(nth, words) >= littleOfTitle
    return known ? { entry: nth, rows: [], sure } : null
  }

  const whole = (entry: number, rows: readonly string[]): Name => ({ entry, rows, sure: true })

  return {
    entries,
    criteria,
    headsOf(units) {
      const plain = units.map((unit) =>
        unit.kind === 'table' || isBulleted(unit.text) || isListed(unit.text) ? null : unit,
      )
      const marked = plain.map((unit) => unit && byMarker(unit.text))
      const told = new Set(marked.flatMap((name) => (name && name.entry < criteria ? [name.entry] : [])))
      // Where a notice numbers its criteria as the rubric does, a likeness of words tells nothing more.
      if (told.size * 2 >= criteria) return marked
      return marked.map((name, at) => {
        const unit = plain[at]
        return name ?? (unit ? byTitle(unit) : null)
      })
    },
    atHead: (unit) => byMarker(unit.text) ?? byTitle(unit),
    follows(before, after) {
      if (!before || before.entry >= criteria !== after.entry >= criteria) return false
      return after.entry >= before.entry
    },
    within(words) {
      const marked = ids.depth > 1 ? markersIn(words, [], ids).filter(({ entry }) => !isShort(entry)) : []
      if (marked.length > 0)
        return marked.map(({ entry, end }) => whole(entry, rowsAfter(entry, words.slice(end))))
      const short = entries.flatMap(({ id }, entry) =>
        isShort(entry) && new RegExp(String.raw`\b${id}\b`).test(words) ? [entry] : [],
      )
      const numbers = Array.from(words.matchAll(criterionNumber), ([, list = '']) => list.match(/\d+/g) ?? [])
      const nth = numbers.flat().map((number) => ids.read([number], false)?.entry ?? Number(number) - 1)
      const named = [...short, ...nth.filter((entry) => entry < criteria)]
      if (named.length > 0) return named.map((entry) => whole(entry, []))
      const rest = words.replace(/^.*?\b(?:for|on|of|to)\b|^[^:—–]*[:—–]/i, '')
      const best = rest === words ? null : titles.best(titleIn(rest))
      return best ? [{ entry: best.entry, rows: [], sure: false }] : []
    },
    isOther: (words) => otherNumber.test(words) || otherCalled.test(words),
    speaksOfOther: (words) => /\([A-Z]\)\(\d{1,2}\)/.test(words) || words.search(criterionNumber) >= 0,
    ofKind(words) {
      const kind = kindNamed.exec(words)?.[1]?.toLowerCase()
      return entries.flatMap((_, entry) => (kind !== undefined && kindOf(entry) === kind ? [entry] : []))
    },
    isArea(unit) {
      const phrase = phraseOf(unit)
      if (!phrase?.whole) return false
      return areas.some(({ id, title }) => {
        const own = wordsIn(title)
        const shared = wordsIn(phrase.words).filter((word) => own.includes(word)).length
        const lettered = idParts(phrase.words)[0] === id
        return shared * 2 >= own.length && (lettered || shared >= wordsIn(phrase.words).length)
      })
    },
  }
}
