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
const begins = /^(?:[\p{Lu}\d“"([]|[•◦▪▫●○■□‣⁃*–-]\s)/u
const longestPhrase = 120
/** A number or letter, then words without a stop. */
const beforeColon = /^(?:\(?(?:\d{1,2}|[IVX]{1,5}|[A-Za-z])[.)]\s+)?[^:;.]{2,120}?(?=:)/
/** What is a sentence, and no heading that happens to end with a colon. */
const verb =
  /\b(?:must|shall|should|may|can|could|would|is|was|were|has|have|had|we|you|includes?|provides?)\b/i

/** The units of a document in order. A block is parted where a line within it begins anew after one that had ended. */
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
    .map((unit) => ({ ...unit, text: text.slice(unit.start, unit.end) }))
}

function parted(unit: Omit<Unit, 'text'>, text: string): readonly Omit<Unit, 'text'>[] {
  const parts: Omit<Unit, 'text'>[] = []
  let start = unit.start
  for (let at = text.indexOf('\n', start); at >= 0 && at < unit.end; at = text.indexOf('\n', at + 1)) {
    if (!ended.test(text.slice(Math.max(start, at - 12), at))) continue
    if (!begins.test(text.slice(at + 1, at + 4))) continue
    parts.push({ ...unit, start, end: at })
    start = at + 1
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
  if (kind === 'heading') return { words: line, whole: true }
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

export function isBulleted(text: string): boolean {
  return /^\s*[•◦▪▫●○■□‣⁃*–-]\s/.test(text)
}
