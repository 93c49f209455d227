import type { DocumentText, TextBlock } from '../application/document-text.ts'

/** A paragraph, heading, item or table as a reader of a notice sees it; `text` is what stands from `start` to `end`. */
export interface Unit {
  readonly kind: TextBlock['kind']
  /** Of a heading, 1 to 6. */
  readonly level: number | null
  readonly start: number
  readonly end: number
  readonly text: string
}

const ended = /(?:[.;:!?—–]|--|[;,] (?:and|or))["”’)]*\d?\s*$/
const begins = /^\s*(?:[\p{Lu}\d“"([]|[•◦▪▫●○■□‣⁃*–-]\s)/u
/** A line longer than this was not broken by a typist or a margin: each line is a paragraph. */
const longestBroken = 200
const longestPhrase = 120
const longestHeading = 160
/** A number or letter, then words without a stop. */
const beforeColon = /^(?:\(?(?:\d{1,2}|[IVX]{1,5}|[A-Za-z])[.)]\s+)?[^:;.]{2,120}?(?=:)/
/** What is a sentence, and no heading that happens to end with a colon. */
const verb =
  /\b(?:must|shall|should|may|can|could|would|is|was|were|has|have|had|we|you|includes?|provides?)\b/i

/** The units of a document in order. A block is parted where a line within it begins anew after one that is short or had ended. */
export function unitsOf({ text, blocks }: DocumentText): readonly Unit[] {
  const units: { kind: TextBlock['kind']; level: number | null; start: number; end: number }[] = []
  for (const { kind, level, start, end } of blocks) {
    const before = units.at(-1)
    // A paragraph that was too long is cut into several blocks: only what begins a line begins a block.
    if (before && start > 0 && text[start - 1] !== '\n') before.end = end
    else units.push({ kind, level: level ?? null, start, end })
  }
  return units
    .flatMap((unit) => (unit.kind === 'paragraph' || unit.kind === 'item' ? parted(unit, text) : [unit]))
    .map(({ start: from, ...unit }) => {
      const start = from + (/^\s*/.exec(text.slice(from, unit.end))?.[0].length ?? 0)
      return { ...unit, start, text: text.slice(start, unit.end) }
    })
    .filter((unit) => unit.text !== '')
}

function parted(unit: Omit<Unit, 'text'>, text: string): readonly Omit<Unit, 'text'>[] {
  const lines = text.slice(unit.start, unit.end).split('\n')
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0)
  const parts: Omit<Unit, 'text'>[] = []
  let { start } = unit
  let at = start
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    at += line.length + 1
    if (next === undefined || !begins.test(next)) continue
    if (longest <= longestBroken && line.length * 2 > longest && !ended.test(line.slice(-12))) continue
    parts.push({ ...unit, start, end: at - 1 })
    start = at
  }
  return [...parts, { ...unit, start }]
}

/**
 * What a unit says as a heading: all of one that is short and no sentence, or what stands before its colon; null where it does
 * not begin like one. `whole` says that nothing follows.
 */
export function phraseOf({ kind, text }: Unit): { readonly words: string; readonly whole: boolean } | null {
  if (kind === 'table' || isBulleted(text)) return null
  const line = text.replaceAll('\n', ' ').trimEnd()
  // What a file takes for a heading, though it is longer than one, begins with one.
  if (kind === 'heading' && line.length <= longestHeading) return { words: line, whole: true }
  const colon = beforeColon.exec(line)?.[0] ?? ''
  if (colon !== '' && colon.length <= longestPhrase && /^[\p{Lu}\d(“"]/u.test(colon) && !verb.test(colon))
    return { words: colon, whole: line.length <= colon.length + 1 }
  const short = line.length <= longestPhrase && !/[.;,!?]$/.test(line) && !verb.test(line)
  return short && /^[\p{Lu}\d(“"]/u.test(line) ? { words: line.replace(/[:\s]+$/, ''), whole: true } : null
}

/** Whether a unit stands as a heading stands, also where the file did not say that it is one. */
export function looksLikeHeading(unit: Unit): boolean {
  if (unit.kind === 'heading') return true
  return unit.kind === 'paragraph' && !/:\s*$/.test(unit.text) && (phraseOf(unit)?.whole ?? false)
}

/** Whether a line is one of a table of contents: what it names stands elsewhere. */
export function isListed(text: string): boolean {
  return /(?:\.{4}|(?: \.){3}|…{2}|\s{3,})[\s.…]*\d{1,4}$/.test(text)
}

/** Whether a unit is an item of a list with a sign before it, which names nothing. */
export function isBulleted(text: string): boolean {
  return /^\s*[•◦▪▫●○■□‣⁃*–-]\s/.test(text)
}

/** Whether a unit says by its words that a section of the notice begins: "Appendix B. Scoring Rubric", "IV. Eligibility". */
export function beginsSection(unit: Unit): boolean {
  return /^(?:(?:appendix|annex|section|part|chapter|attachment|exhibit)\s+[\dA-Z]{1,4}\b|[IVX]{1,5}\.\s)/i.test(
    phraseOf(unit)?.words ?? '',
  )
}
