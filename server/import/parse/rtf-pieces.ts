import type { Piece } from './assemble.ts'
import { decodePage, pageOfCharset } from './rtf-charsets.ts'
import { destinationOf, type Destination } from './rtf-destinations.ts'
import { openRtfFlow, plainParagraph, type RtfFlow } from './rtf-flow.ts'
import { rtfTokens } from './rtf-tokens.ts'

/** What holds until a group ends. */
interface Group {
  readonly to: Destination
  readonly font: number
  readonly bold: boolean
  readonly hidden: boolean
  /** How many characters stand in for one that is also given by its number. */
  readonly standIns: number
  /** Nothing was said in it yet, so that its first word names it. */
  readonly fresh: boolean
  /** `\*`: programs that do not know the word pass the group over. */
  readonly optional: boolean
}

const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': ' ',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
}

export interface RtfRead {
  readonly pieces: readonly Piece[]
  readonly title: string
  /** Whether every group ended. */
  readonly whole: boolean
  /** Whether it was given up for holding more than the text asked for. */
  readonly tooLong: boolean
}

/** The paragraphs, headings, tables and pages of an RTF. Reads up to `most` characters. */
export function rtfPieces(source: Uint8Array, most: number): RtfRead {
  const flow = openRtfFlow()
  const fonts = new Map<number, number>()
  const styles = new Map<number, number>()
  const groups: Group[] = []
  const read = { title: '', note: '', styleName: '', style: 0, definedFont: 0, length: 0 }
  let group: Group = {
    to: 'text',
    font: 0,
    bold: false,
    hidden: false,
    standIns: 1,
    fresh: true,
    optional: false,
  }
  let [codePage, plainFont, skip] = [1252, 0, 0]
  let paragraph = plainParagraph
  let waiting: Uint8Array[] = []

  function add(text: string): void {
    read.length += text.length
    if (group.hidden) return
    if (group.to === 'text') flow.add(text, group.bold)
    else if (group.to === 'marker') flow.mark(text)
    else if (group.to === 'note') read.note += text
    else if (group.to === 'title') read.title += text
    else if (group.to === 'styles') read.styleName += text
  }

  /** Bytes are decoded together: in Asian code pages two of them, from two tokens, are one character. */
  function decodeWaiting(): void {
    if (waiting.length === 0) return
    const bytes = waiting.length === 1 ? waiting[0] : Buffer.concat(waiting)
    waiting = []
    if (bytes !== undefined && group.to !== 'nowhere' && group.to !== 'fonts')
      add(decodePage(bytes, fonts.get(group.font) ?? codePage))
  }

  function close(): void {
    const inner = group
    const outer = groups.pop()
    if (outer === undefined) return
    group = { ...outer, fresh: false }
    if (inner.to === 'note' && outer.to !== 'note') {
      flow.note(read.note)
      read.note = ''
    }
    if (inner.to !== 'styles') return
    const heading = /^\s*heading (\d)/i.exec(read.styleName)?.[1]
    if (heading !== undefined) styles.set(read.style, Number(heading))
    else if (/^\s*title;/i.test(read.styleName)) styles.set(read.style, 1)
    read.styleName = ''
  }

  function define(word: string, value: number): void {
    if (group.to === 'fonts') {
      if (word === 'f') read.definedFont = value
      const page = word === 'fcharset' ? pageOfCharset(value) : null
      if (page !== null) fonts.set(read.definedFont, page)
    } else {
      if (word === 's') read.style = value
      if (word === 'outlinelevel' && value < 9) styles.set(read.style, value + 1)
    }
  }

  /** What changes how the text after it is read. */
  function format(word: string, value: number | null): void {
    if (word === 'f') group = { ...group, font: value ?? 0 }
    else if (word === 'b') group = { ...group, bold: value !== 0 }
    else if (word === 'v' || word === 'deleted') group = { ...group, hidden: value !== 0 }
    else if (word === 'uc') group = { ...group, standIns: Math.max(0, value ?? 1) }
    else if (word === 'plain') group = { ...group, font: plainFont, bold: false, hidden: false }
    else if (word === 'deff') plainFont = value ?? 0
    else if (word === 'ansicpg') codePage = value ?? 1252
    else if (word === 'mac') codePage = 10000
    else if (word === 'pard') paragraph = plainParagraph
    else if (word === 'intbl') paragraph = { ...paragraph, inTable: true }
    else if (word === 's') paragraph = { ...paragraph, level: styles.get(value ?? 0) ?? null }
    else if (word === 'outlinelevel')
      paragraph = { ...paragraph, level: (value ?? 9) < 9 ? (value ?? 0) + 1 : null }
  }

  function say(word: string, value: number | null): void {
    if (word === '*') {
      group = { ...group, optional: true }
      return
    }
    if (group.fresh) {
      const to = destinationOf(word, group.optional, group.to)
      group = { ...group, fresh: false, ...(to === null ? {} : { to }) }
    }
    if (group.to === 'nowhere') return
    if (group.to === 'fonts' || group.to === 'styles') return define(word, value ?? 0)
    const character = characters[word]
    if (character !== undefined) return add(character)
    if (word === 'u') {
      add(String.fromCharCode((value ?? 0xfffd) & 0xffff))
      skip = group.standIns
    } else if (breaks.has(word)) {
      if (group.to === 'text') end(flow, word)
      else if (group.to === 'note') add('\n')
    } else format(word, value)
  }

  function end(into: RtfFlow, word: string): void {
    if (word === 'cell') into.endCell()
    else if (word === 'row') into.endRow()
    else if (word === 'page') into.endPage(paragraph)
    else into.endParagraph(paragraph)
  }

  for (const token of rtfTokens(source)) {
    if (token.kind === 'bytes') {
      if (group.fresh) group = { ...group, fresh: false }
      const kept = token.bytes.subarray(skip)
      skip = Math.max(0, skip - token.bytes.length)
      if (kept.length > 0) waiting.push(kept)
      continue
    }
    if (token.kind === 'word' && skip > 0) {
      skip -= 1
      continue
    }
    decodeWaiting()
    if (token.kind === 'word') {
      say(token.word, token.value)
    } else {
      skip = 0
      if (token.kind === 'open') {
        groups.push(group)
        group = { ...group, fresh: true, optional: false }
      } else close()
    }
    if (read.length > most || (groups.length === 0 && token.kind === 'close')) break
  }
  const tooLong = read.length > most
  return { pieces: flow.end(paragraph), title: read.title, whole: tooLong || groups.length === 0, tooLong }
}

const breaks = new Set(['par', 'sect', 'cell', 'row', 'nestcell', 'page', '\n', '\r'])
