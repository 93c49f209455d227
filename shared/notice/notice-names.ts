import { entriesOf } from '../application/place-entries.ts'
import { titlesOf } from '../application/place-headings.ts'
import { idParts, idsOf } from '../application/place-ids.ts'
import { markersIn } from '../application/place-markers.ts'
import type { Priority, Row, Rubric } from '../rubric/rubric.ts'
import { isBulleted, isListed, phraseOf, type Unit } from './notice-units.ts'

/** A criterion or priority by its place in the rubric, and the rows of it that are meant; none where it is meant as a whole. */
export interface Name {
  readonly entry: number
  readonly rows: readonly string[]
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
  /** The priorities of the kind that the words name: "Absolute Priority Guidance". */
  ofKind(words: string): readonly number[]
  /** Whether a unit is the heading of an area of the rubric. */
  isArea(unit: Unit): boolean
}

const numbered =
  /^(?:(?:selection|evaluation|review|award|scoring|assessment|rating|absolute|competitive(?: preference)?|invitational)\s+)?(?<called>criteri(?:on|a)|factors?|questions?|priority|elements?)?\s*#?\s*(?<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z])?(?<mark>[.):]|\s*[—–-]{1,2}\s|(?=\s|$))\s*/i
const points =
  /[([][^()[\]]*(?:\b(?:points?|pts|marks|score|weight(?:ing)?|max(?:imum)?)\b|%)[^()[\]]*[)\]]|[\s:,—–-]*\b\d{1,3}\s*(?:points?|pts\b\.?|marks|%)\s*$/gi
const criterionNumber =
  /\b(?:criteri(?:on|a)|factors?|questions?)\s+((?:\d{1,2}(?:(?:,| and|,? or| &)\s+)?)+)/gi
const kindNamed = /\b(absolute|competitive|invitational)\b/i
const innerParts = /^(?:\s?\([\p{L}\d]{1,5}\))+/u
const titleOfOwnNumber = 0.35
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

  /** The rows that what follows an item's marker goes on to: "(ii)" or "(ii)(b)". */
  function rowsAfter(entry: number, after: string): readonly string[] {
    const first = idParts(innerParts.exec(after)?.[0] ?? '')[0]
    const row = entries[entry]?.rows.find(
      ({ label }) => first !== undefined && idParts(label).at(-1) === first,
    )
    return row ? [row.id] : []
  }

  function byMarker(text: string): Name | null {
    const marker = markersIn(text, [0], ids).find(({ at, stands }) => at === 0 && stands === 'head')
    if (!marker) return null
    const { entry, end } = marker
    const kind = kindNamed.exec(text.slice(0, longestTitle))?.[1]?.toLowerCase()
    if (entry >= criteria && kind !== undefined && kindOf(entry) !== kind) return null
    // "2." alone may number anything.
    const { called } = read(text)
    if ((partsOf[entry] ?? 1) < 2 && !called && titles.likeness(entry, titleIn(text)) < titleOfOwnNumber)
      return null
    return { entry, rows: rowsAfter(entry, text.slice(end)) }
  }

  function byTitle(unit: Unit): Name | null {
    const { number, called, pointed } = read(unit.text)
    const phrase = phraseOf(unit)
    const words = titleIn(unit.text)
    if (words === '' || (!phrase && !called && number === '')) return null
    const best = titles.best(words)
    const nth = called && /^\d+$/.test(number) ? Number(number) - 1 : -1
    const least = called || pointed || number !== '' ? titleWithNumber : titleAlone
    if (best && best.likeness >= least) return { entry: best.entry, rows: [] }
    return nth >= 0 && nth < criteria && !best ? { entry: nth, rows: [] } : null
  }

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
      const marked = ids.depth > 1 ? markersIn(words, [], ids) : []
      if (marked.length > 0)
        return marked.map(({ entry, end }) => ({ entry, rows: rowsAfter(entry, words.slice(end)) }))
      const numbers = Array.from(words.matchAll(criterionNumber), ([, list = '']) => list.match(/\d+/g) ?? [])
      const nth = numbers.flat().map((number) => ids.read([number], false)?.entry ?? Number(number) - 1)
      if (nth.length > 0) return nth.filter((entry) => entry < criteria).map((entry) => ({ entry, rows: [] }))
      const rest = words.replace(/^.*?\b(?:for|on|of|to)\b|^[^:—–]*[:—–]/i, '')
      const best = rest === words ? null : titles.best(titleIn(rest))
      return best ? [{ entry: best.entry, rows: [] }] : []
    },
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

const longestTitle = 120

/** The number, the kind of item and the points that a heading gives beside its words. */
function read(text: string): {
  readonly number: string
  readonly called: boolean
  readonly pointed: boolean
} {
  const { called, number = '', mark = '' } = numbered.exec(text)?.groups ?? {}
  return {
    number: called !== undefined || mark.trim() !== '' ? number : '',
    called: called !== undefined && number !== '',
    pointed: text.slice(0, longestTitle).search(points) >= 0,
  }
}

/** The words of a heading, or of what stands before the sentence, without number and points. */
function titleIn(text: string): string {
  const { called, number } = read(text)
  const from = called || number !== '' ? (numbered.exec(text)?.[0].length ?? 0) : 0
  const head = text.slice(from, from + longestTitle).split('\n')[0] ?? ''
  const bare = head.replaceAll(points, '')
  return (/^[^:.;]*/.exec(bare)?.[0] ?? '').trim()
}

function wordsIn(text: string): readonly string[] {
  return (text.match(/\p{L}{3,}/gu) ?? []).map((word) => word.toLowerCase())
}
