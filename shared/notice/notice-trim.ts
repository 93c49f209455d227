import { beginsSection, isBulleted, looksLikeHeading, phraseOf, type Unit } from './notice-units.ts'

/** A line of a list or a sentence that goes on: it belongs to what stands before it. */
const goesOn = /^(?:\(?(?:[ivxlc]{1,5}|[a-z]|\d{1,2}|[A-Z])[).]|[a-z•])/
const numbering = /^(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+/
/** "Program Authority", "Review and Selection Process": two words or more, all that matter with a capital. */
const titleCase =
  /^\p{Lu}[\p{L}’'-]*(?:\s+(?:\p{Lu}[\p{L}’'-]*|of|and|the|for|to|in|on|or|a|an|by|with))*\s+\p{Lu}[\p{L}’'-]*$/u
const open = /(?:[:,;—–]|--|\b(?:and|or))\s*$/

const longestTitle = 160

/** How much units say beside the heading they begin with, in characters. */
export function bodyOf(units: readonly Unit[]): number {
  const [head, ...rest] = units
  if (!head) return 0
  const phrase = phraseOf(head)
  const after = phrase?.whole ? 0 : head.text.length - (phrase?.words.length ?? 0)
  return after + rest.reduce((sum, { text }) => sum + text.length, 0)
}

/** Units without the headings at their end, which belong to what comes next; one that is all they say stays. */
export function withoutHeadings(units: readonly Unit[], isArea: (unit: Unit) => boolean): readonly Unit[] {
  let end = units.length
  while (end > 1) {
    const last = units[end - 1]
    if (!last || !(looksLikeHeading(last) || isArea(last))) break
    end--
  }
  const kept = units.slice(0, end)
  return bodyOf(kept) > 0 ? kept : units
}

/** Units up to where the notice turns to something else without a heading that the file knows; `titled` says that a title is first. */
export function upToStop(units: readonly Unit[], titled: boolean): readonly Unit[] {
  const stop = units.findIndex((_, at) => at > 0 && stopsAt(units, titled, at))
  return stop < 0 ? units : units.slice(0, stop)
}

/**
 * Whether an item or a definition has ended before the unit at `at`: that is a paragraph which begins with a title, or, where no
 * title but a sentence began (`titled` false), no list below it.
 */
export function stopsAt(units: readonly Unit[], titled: boolean, at: number): boolean {
  const [before, unit] = [units[at - 1], units[at]]
  if (!before || !unit || unit.kind === 'table' || isBulleted(unit.text)) return false
  return turnsAt(unit) || (!titled && !goesOn.test(unit.text) && !open.test(before.text))
}

/** Whether a paragraph begins with a title, as the notice begins something else. */
export function turnsAt(unit: Unit): boolean {
  const words = phraseOf(unit)?.words ?? ''
  return titleCase.test(words.replace(numbering, '')) || beginsSection(unit)
}

/** Whether a unit is a number and title alone, though they may end with a stop. */
export function isTitle(unit: Unit): boolean {
  if (phraseOf(unit)?.whole) return true
  const bare = unit.text.trim().replace(/\.$/, '')
  const parts = bare
    .split(/:\s|\s(?:--|—|–)\s/)
    .map((text) => ({ ...unit, kind: 'paragraph' as const, text }))
  return bare.length <= longestTitle && parts.every((part) => phraseOf(part)?.whole ?? false)
}

/** Whether a paragraph after the last of some rows speaks of all of them: a sentence of its own, after one that had ended. */
export function standsApart(unit: Unit, before: Unit): boolean {
  return unit.kind === 'paragraph' && !goesOn.test(unit.text) && /[.!?]["”’)]*\d?\s*$/.test(before.text)
}
