import { isBulleted, phraseOf, type Unit } from './notice-units.ts'

/** A term where it is defined; `start` is where its definition begins. */
export interface DefinedTerm {
  readonly term: string
  readonly start: number
}

const longestTerm = 90
const mostWords = 10
const numbering =
  /^\s*(?:[•◦▪▫●○■□‣⁃*–-]\s+|\(?(?:[ivx]{1,4}|[a-zA-Z]|\d{1,3}(?:\.\d{1,3})*)[).]\s+|\d{1,3}\s+(?=(?:The|As|For) )|\d{1,3}(?:\.\d{1,3})+\s+)?/
const preface = /^(?:as used (?:herein|in this \w+),?\s+|for (?:the )?purposes? of [\w ]{2,40},\s*)/i
const plainVerb = 'means?|shall mean|ha(?:s|ve) the (?:same )?meaning|denotes?'
const looseVerb =
  'refers? to|(?:is|are) defined|(?:is|are) synonymous|(?:is|are) (?:meant|understood) (?:to|as)'
const aside = String.raw`(?:,[^.;:]{1,160}?,| [([][^)\]]{1,120}[)\]])?`
const after = String.raw`(?=[\s,:—–-]|$)`
const anyVerb = String.raw`(?:${plainVerb}|${looseVerb})${after}`
const quoted = String.raw`[“"]([^“”"]{2,${longestTerm}})[”"]${aside},?\s+${anyVerb}`
const quotedFirst = new RegExp(String.raw`^(?:the (?:terms?|words?|expression)\s+)?${quoted}`, 'iu')
const quotedAnywhere = new RegExp(quoted, 'giu')
const called = new RegExp(
  String.raw`^the (?:term|word|expression) ([^“”"]{2,${longestTerm}}?)${aside},?\s+${anyVerb}`,
  'iu',
)
const plain = new RegExp(String.raw`^(.{2,${longestTerm}}?)${aside}\s+(?:${plainVerb})${after}(?! of\b)`, 'u')
const loose = new RegExp(String.raw`^(.{2,${longestTerm}}?)${aside}\s+(?:${looseVerb})${after}`, 'u')
/** What begins a sentence and no term. */
const noTerm =
  /^(?:this|that|these|those|it|its|which|what|who|whose|he|she|they|we|you|our|your|there|here|such|by|if|when|where|while|because|in|on|at|for|to|as|notes?|examples?|however|thus|no|not|each|all|any|both|every|one|applicants?|reviewers?|please)\b/i
const finite = /\b(?:is|are|was|were|will|must|should|shall|may|can|has|have|does|do|did)\b|[.;:!?“”"]/
const article = /^(?:the|an?)\s/i

/** The term that a unit begins to define; `within` says that it stands among definitions, where more is taken for one. */
export function termAt({ text, start }: Unit, within: boolean): DefinedTerm | null {
  const from = numbering.exec(text)?.[0].length ?? 0
  const lead = preface.exec(text.slice(from))?.[0].length ?? 0
  const words = text.slice(from + lead, from + lead + 400).replaceAll('\n', ' ')
  const sure = quotedFirst.exec(words)?.[1] ?? called.exec(words)?.[1]
  if (sure !== undefined) return { term: sure.replace(/,$/, '').trim(), start: start + from }
  const term = plain.exec(words)?.[1] ?? (within ? loose.exec(words)?.[1] : undefined)
  if (term === undefined || !isTerm(term, lead > 0) || (!within && article.test(term))) return null
  return { term: term.replace(article, ''), start: start + from }
}

/** The terms that a paragraph defines anywhere in it, each in quotation marks. */
export function termsWithin({ text, start }: Unit): readonly DefinedTerm[] {
  return Array.from(text.matchAll(quotedAnywhere), ({ 1: term = '', index }) => ({
    term,
    start: start + index,
  }))
}

/** The term of a unit among definitions that are headed by their terms: "Term: …", "Term – …", or a heading. */
export function termHeaded(unit: Unit, section: number | null): DefinedTerm | null {
  if (unit.kind === 'heading') {
    if (section !== null && (unit.level ?? 0) <= section) return null
    const from = numbering.exec(unit.text)?.[0].length ?? 0
    const term = unit.text.slice(from).replace(/[:.\s]+$/, '')
    return isTerm(term) ? { term, start: unit.start } : null
  }
  const from = numbering.exec(unit.text)?.[0].length ?? 0
  const words = unit.text.slice(from)
  const dashed = /^([^.:;—–]{2,60}?)\s+[—–-]{1,2}\s+\S/u.exec(words)?.[1]
  const phrase = phraseOf({ ...unit, kind: 'paragraph', text: words })
  const term = dashed ?? (phrase && !phrase.whole ? phrase.words : undefined)
  return term !== undefined && isTerm(term)
    ? { term: term.replace(/^[“"]|[”"]$/g, ''), start: unit.start + from }
    : null
}

function isTerm(words: string, mayBeSmall = false): boolean {
  const plainWords = words.replace(/^[“"]|[”"]$/g, '')
  if (noTerm.test(plainWords) || finite.test(plainWords) || isBulleted(plainWords)) return false
  return (mayBeSmall || /^[\p{Lu}\d]/u.test(plainWords)) && plainWords.split(/\s+/).length <= mostWords
}

/**
 * A term as the text writes it amid a sentence: with a small first letter where the text mostly does, since a definition begins
 * with a capital whatever it defines.
 */
export function asUsed(term: string, text: string): string {
  if (!/^\p{Lu}\p{Ll}/u.test(term)) return term
  const small = term.charAt(0).toLowerCase() + term.slice(1)
  return timesAmid(text, small) > timesAmid(text, term) ? small : term
}

/** How often words stand amid a sentence, where a capital is one of their own. */
function timesAmid(text: string, words: string): number {
  let times = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    if (/[\p{Ll},;(]\s?$/u.test(text.slice(Math.max(0, at - 2), at)) && !/[\p{L}]/u.test(text.charAt(at - 1)))
      times++
  return times
}
