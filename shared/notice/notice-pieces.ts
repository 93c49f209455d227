import type { DocumentText } from '../application/document-text.ts'
import type { Name, Names } from './notice-names.ts'
import { announcesDefinitions, roleOf, type Role } from './notice-roles.ts'
import { tableRole, toldInTable } from './notice-tables.ts'
import { bodyOf, isTitle, stopsAt, withoutHeadings } from './notice-trim.ts'
import { beginsSection, phraseOf, unitsOf, type Unit } from './notice-units.ts'

/** A part of a notice that is about one item or several. */
export interface Piece {
  readonly document: number
  readonly units: readonly Unit[]
  readonly names: readonly Name[]
  readonly role: Role
  /** It begins with the item's own number or title, and not with a heading such as "Evidence". */
  readonly states: boolean
}

interface Open extends Omit<Piece, 'document' | 'units'> {
  readonly from: number
}

/** Where a reading of a document has come to. */
interface Reading {
  open: Open | null
  /** The item that is spoken of, for headings that name none. */
  about: { readonly names: readonly Name[]; readonly level: number | null } | null
  readonly sections: { readonly level: number; readonly role: Role | null }[]
}

/** A heading that the file does not know as one stands below all that it does know. */
const lowest = 7
const mostWords = 12

/** Cuts a document into the pieces that are about items of the rubric, in order; what is about none is left out. */
export function piecesOf(document: number, text: DocumentText, names: Names): readonly Piece[] {
  const units = unitsOf(text)
  const heads = names.headsOf(units)
  const upcoming = upcomingOf(heads)
  const pieces: Piece[] = []
  const reading: Reading = { open: null, about: null, sections: [] }

  const section = (): Role | null => reading.sections.at(-1)?.role ?? null
  const nextHead = (at: number): Name | null => upcoming[at] ?? null
  const told = (unit: Unit) => (unit.kind === 'table' ? toldInTable(unit, names, section()) : [])

  function close(to: number): void {
    const { open } = reading
    if (!open) return
    reading.open = null
    const own = withoutHeadings(units.slice(open.from, to), (unit) => names.isArea(unit))
    pieces.push({ document, units: own, names: open.names, role: open.role, states: open.states })
  }

  function begin(from: number, role: Role, own: readonly Name[], states: boolean): void {
    close(from)
    reading.open = { from, role, names: own, states }
  }

  function turn(at: number, level: number, role: Role | null): void {
    close(at)
    reading.about = null
    while ((reading.sections.at(-1)?.level ?? 0) >= level) reading.sections.pop()
    reading.sections.push({ level, role: role ?? section() })
  }

  /** The items that a heading is about by its words; none where they name none. */
  function meant(words: string, at: number): readonly Name[] {
    const own = names.within(words)
    if (own.length > 0) return own
    const kinds = names.ofKind(words)
    const next = nextHead(at)
    if (kinds.length > 1 && next && kinds.includes(next.entry)) return [next]
    return kinds.map((entry) => ({ entry, rows: [], sure: true }))
  }

  /** Whether a heading that names no item belongs to the item before it, and not to a section of its own. */
  function belongs(unit: Unit, at: number, whole: boolean): boolean {
    const { about } = reading
    const next = units[at + 1]
    if (!about) return false
    if (whole && (!next || heads[at + 1] || told(next).length > 0)) return false
    if (beginsSection(unit)) return false
    if (unit.level === null) return true
    if (about.level === null) return unit.level > (reading.sections.at(-1)?.level ?? 0)
    if (unit.level !== about.level) return unit.level > about.level
    const following = nextHead(at)
    return following === null || names.follows(about.names[0], following)
  }

  /** Whether the last item of its sort that the notice states here has ended, with no heading to say so. */
  function over(at: number): boolean {
    const { open } = reading
    const next = nextHead(at)
    const first = open && units[open.from]
    const titled = first !== null && first !== undefined && isTitle(first)
    return (
      open !== null &&
      open.states &&
      !(next && names.follows(open.names[0], next)) &&
      stopsAt(units, titled, at)
    )
  }

  /** Takes a heading that announces guidance or evidence; false where it heads nothing that is known. */
  function takeRole(unit: Unit, at: number, role: Role, words: string, whole: boolean): boolean {
    const { open } = reading
    const own = meant(words, at)
    if (own.length > 0) {
      const level = unit.level ?? reading.about?.level ?? null
      begin(at, role, own, false)
      const same = own.every(({ entry }) => entry === reading.about?.names[0]?.entry)
      if (!same) reading.about = { names: own, level }
      return true
    }
    if (names.speaksOfOther(words)) {
      close(at)
      reading.about = null
      return true
    }
    if (open && !open.states && open.role === role && !whole) return true
    if (reading.about && belongs(unit, at, whole)) {
      begin(at, role, reading.about.names, false)
      return true
    }
    if (!whole) return false
    turn(at, unit.level ?? lowest, role)
    return true
  }

  function takeTable(unit: Unit, at: number): void {
    const cells = told(unit)
    if (cells.length > 0) {
      close(at)
      for (const { name, role, cells: own } of cells)
        pieces.push({ document, units: [own], names: [name], role, states: true })
      return
    }
    const role = tableRole(unit)
    if (role && reading.about && reading.open?.role !== role) begin(at, role, reading.about.names, false)
  }

  for (const [at, unit] of units.entries()) {
    const head = heads[at]
    if (unit.kind === 'table') {
      takeTable(unit, at)
      continue
    }
    if (head) {
      const { open } = reading
      const first = open?.names[0]
      // A row of the item that is spoken of, or "(D)(2)(i) Percentage of …" in a list of what to send.
      if (open && head.rows.length > 0 && first?.entry === head.entry) continue
      begin(at, section() ?? 'passages', [head], true)
      reading.about = { names: [{ ...head, rows: [] }], level: unit.level }
      continue
    }
    const phrase = phraseOf(unit)
    const role = phrase && isCompact(unit, phrase.words) ? roleOf(phrase.words) : null
    if (phrase && role && takeRole(unit, at, role, phrase.words, phrase.whole)) continue
    const named = phrase !== null && (names.isArea(unit) || names.ofKind(phrase.words).length > 0)
    const turns = named || names.isOther(unit.text)
    if (turns || over(at)) {
      close(at)
      reading.about = null
    }
    if (!phrase || turns) continue
    const begun = unit.kind === 'heading' ? !belongs(unit, at, false) : phrase.whole && beginsSection(unit)
    if (begun || (phrase.whole && announcesDefinitions(phrase.words))) turn(at, unit.level ?? lowest, null)
  }
  close(units.length)
  return pieces.filter((piece) => piece.states || bodyOf(piece.units) > 0)
}

/** Whether words are few enough for a heading, where the file does not say that they are one. */
function isCompact(unit: Unit, words: string): boolean {
  return unit.kind === 'heading' || (words.split(/\s+/).length <= mostWords && !/, [a-z]/.test(words))
}

/** For each unit the first name after it. */
function upcomingOf(heads: readonly (Name | null)[]): readonly (Name | null)[] {
  const upcoming: (Name | null)[] = []
  let next: Name | null = null
  for (let at = heads.length - 1; at >= 0; at--) {
    upcoming[at] = next
    next = heads[at] ?? next
  }
  return upcoming
}
