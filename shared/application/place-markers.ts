import { idParts, type Ids } from './place-ids.ts'

/** A place that writes an entry's id: "(B)(1)", "Criterion B.1", or what a scan made of it. */
export interface Marker {
  /** The number of the entry. */
  readonly entry: number
  readonly at: number
  readonly end: number
  /** It names a part of the entry: "(B)(1)(ii)". */
  readonly inner: boolean
  /** At the head of a block, where a sentence or a heading could begin, or amid a sentence. */
  readonly stands: 'head' | 'free' | 'amid'
}

const label =
  /(?:(?:selection|competition|absolute|competitive(?: preference)?|invitational)\s+)?(?:criterion|priority|question|section|part|item|standard)[\s:#]+/iy
/** One part in brackets; a scan may have put a space inside, and may have read the closing bracket as a letter. */
const part = String.raw`[([{]\s?([\p{L}\p{N}|!]{1,4}?)\s?[)\]}|lIJ]?`
const onePart = new RegExp(String.raw`${part}(?=[\s.,-]{0,2}[([{]|$)`, 'gu')
const mostParts = 4
const byParts = new Map<number, RegExp>()
/** Both inner brackets read as one letter: "(DX5)". */
const crossed = /[([{]([\p{L}\p{N}]{1,2})X([\p{L}\p{N}|!]{1,2})[)\]}]/gu
const priorityNumber = /\bPr[i1lI]?[o0]r[\p{L}\p{N}]{1,3}y\s*#?\s*(\d{1,2})\b/giu
const innerPart = /^\s?[([{](?:[ivx]{1,5}|[a-z])[)\]}]/
const longestHead = 60

const pointsBack =
  /(?:\b(?:[Ss]ee|in|on|under|to|of|for|and|or|per|with|by|from|at|our|both|through|[Ss]ections?|criteri(?:on|a)|elements?|parts?|described|supports?)|[,;/–—(])\s*$/
const pointsOn = /^\s*(?:[,;)\]/]|[–—-]\s?[([{]|(?:and|or|above|below|of|in|is|are|was|were|will|through)\b)/
const startsAnew = /(?:^|[.!?:•»"”’)\]\n]|\d-?|\b\p{Lu}{2,})\s*[-–—•]?\s*$/u
const criterionLabel = /\b(?:[Ss]election )?[Cc]riterion\s*$/

/** The markers in a text; `heads` are the offsets where its blocks begin. */
export function markersIn(text: string, heads: readonly number[], ids: Ids): readonly Marker[] {
  const markers: Marker[] = []
  for (const at of heads) {
    const head = readHead(text, at, ids)
    if (head) markers.push(head)
  }
  const taken = new Map(markers.map((head) => [head.at, head.end]))
  const headed = new Set(heads.filter((at) => taken.has(at)))
  const add = (entry: number | undefined, at: number, whole: string): void => {
    if (entry === undefined || within(at, headed, taken)) return
    const end = at + whole.length
    const inner = innerPart.test(text.slice(end, end + 10))
    markers.push({ entry, at, end, inner, stands: standing(text, at, end) })
  }
  if (ids.depth > 1) {
    for (const { 0: whole, index } of text.matchAll(bracketed(Math.min(ids.depth, mostParts))))
      add(
        ids.read(
          Array.from(whole.matchAll(onePart), ([, own]) => own ?? ''),
          true,
        )?.entry,
        index,
        whole,
      )
    for (const { 0: whole, 1: first = '', 2: second = '', index } of text.matchAll(crossed))
      add(ids.read([first, second], true)?.entry, index, whole)
  }
  for (const { 0: whole, 1: number = '', index } of text.matchAll(priorityNumber))
    add(ids.priority(number), index, whole)
  return markers
}

/** The marker that a block begins with: "(B)(1)", "B.1", "Selection Criterion B1", "Priority 2". */
function readHead(text: string, at: number, ids: Ids): Marker | null {
  label.lastIndex = at
  const called = label.exec(text)?.[0] ?? ''
  const start = at + called.length
  const head = /^[^\n]*/.exec(text.slice(start, start + longestHead))?.[0] ?? ''
  const parts = Array.from(head.matchAll(/\p{L}+|\d+/gu)).slice(0, ids.depth)
  const number = parts[0]?.index === 0 ? ids.priority(parts[0][0]) : undefined
  const read =
    /priority/i.test(called) && number !== undefined
      ? { entry: number, used: 1 }
      : ids.read(
          parts.map(([own]) => own),
          false,
        )
  const last = read && parts[read.used - 1]
  if (!last) return null
  const written = head.slice(0, last.index + last[0].length)
  const closing = /^[)\]}.:]*/.exec(head.slice(written.length))?.[0] ?? ''
  const next = head.slice(written.length + closing.length)
  const joined = written.replaceAll(/[\p{L}\p{N}]/gu, '')
  const marked = called !== '' || joined !== '' || closing !== '' || idParts(written).length > 1
  // "A 1 percent rise" begins with the parts of an id and writes none.
  if (!marked || /^ +$/.test(joined) || joined.length > 4 * read.used || /^[\p{L}\p{N}]/u.test(next))
    return null
  const end = start + written.length + closing.length
  return { entry: read.entry, at, end, inner: innerPart.test(next), stands: 'head' }
}

/** An id of two parts in brackets or more, up to so many. */
function bracketed(parts: number): RegExp {
  const known = byParts.get(parts)
  if (known) return known
  const pattern = new RegExp(`${part}(?:[\\s.,-]{0,2}${part}){1,${parts - 1}}`, 'gu')
  byParts.set(parts, pattern)
  return pattern
}

function within(at: number, starts: ReadonlySet<number>, ends: ReadonlyMap<number, number>): boolean {
  for (let start = at; start > at - longestHead; start--)
    if (starts.has(start)) return (ends.get(start) ?? 0) > at
  return false
}

/** Whether a marker within a text could head what follows it, by the words around it. */
function standing(text: string, at: number, end: number): Marker['stands'] {
  const before = text.slice(Math.max(0, at - 40), at)
  const after = text.slice(end, end + 30)
  const called = criterionLabel.exec(before)
  const plain = called ? before.slice(0, called.index) : before
  if (pointsOn.test(after) || (plain.trim() !== '' && pointsBack.test(plain))) return 'amid'
  if (called) return 'free'
  if (/^\s*\p{Ll}/u.test(after)) return 'amid'
  return startsAnew.test(plain) || /^\s*[“"]?\p{Lu}/u.test(after) ? 'free' : 'amid'
}
