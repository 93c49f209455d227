import type { DocumentText, TextBlock } from '../../shared/application/document-text.ts'
import type { Places } from '../../shared/application/places.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const everyday =
  'our work over past years shows what people who care about children can do when they meet often speak plainly and keep at it through winter and spring some towns are far from any city others lie close to the coast where boats come in and most families have lived there long we asked them what they hope for and wrote down each word last autumn a small team went from house to house with a list and a pencil'.split(
    ' ',
  )

/** Prose of about that length that says nothing of any rubric. */
export function prose(random: () => number, length: number, words: readonly string[] = []): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? ''
  let text = ''
  while (text.length < length) {
    const sentence = Array.from({ length: 8 + Math.floor(random() * 10) }, () =>
      words.length > 0 && random() < 0.3 ? pick(words) : pick(everyday),
    ).join(' ')
    text += `${text === '' ? '' : ' '}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
  }
  return text
}

/** An answer: prose that also uses words by which the rubric describes the criterion or priority. */
export function answer(rubric: Rubric, id: string, random: () => number, length: number): string {
  const criterion = rubric.criteria.find((one) => one.id === id)
  const phrases = criterion
    ? [criterion.title, criterion.summary, ...criterion.rows.flatMap((row) => [row.title, row.summary])]
    : [rubric.priorities.find((one) => one.id === id)?.summary ?? '']
  const words = phrases.join(' ').match(/\p{L}{4,}/gu) ?? []
  return prose(random, length, words)
}

export interface Layout {
  heading(text: string, level?: number): Layout
  paragraph(text: string): Layout
  item(text: string): Layout
  table(rows: readonly (readonly string[])[]): Layout
  page(): Layout
  /** What comes next begins the part that answers the entry. */
  begins(id: string): Layout
  readonly document: DocumentText
  readonly starts: ReadonlyMap<string, number>
}

/** A document with blocks, as an import makes it. */
export function layout(): Layout {
  const blocks: TextBlock[] = []
  const pages = [0]
  const starts = new Map<string, number>()
  let text = ''
  let waiting: string[] = []
  const add = (kind: TextBlock['kind'], words: string, level?: number): Layout => {
    if (text !== '') text += '\n\n'
    for (const id of waiting) starts.set(id, text.length)
    waiting = []
    blocks.push({ kind, start: text.length, end: text.length + words.length, ...(level ? { level } : {}) })
    text += words
    return own
  }
  const own: Layout = {
    heading: (words, level = 2) => add('heading', words, level),
    paragraph: (words) => add('paragraph', words),
    item: (words) => add('item', words),
    table: (rows) => add('table', rows.map((row) => row.join('\t')).join('\n')),
    page() {
      text += '\n'
      pages.push(text.length)
      return own
    },
    begins(id) {
      waiting.push(id)
      return own
    },
    get document(): DocumentText {
      return {
        version: 1,
        type: 'docx',
        text,
        blocks,
        pages: pages.map((start) => ({ start, label: null })),
        ownPages: pages.length > 1,
      }
    },
    starts,
  }
  return own
}

const misread: Readonly<Record<string, readonly string[]>> = {
  B: ['13', '8', 'B'],
  D: ['D', '0'],
  '1': ['l', 'I', '1'],
  l: ['1', 'I'],
  i: ['1', 'l', '?'],
  o: ['0', 'O'],
  e: ['c', 'é'],
  f: ['?', 't'],
  m: ['rn', 'in'],
  s: ['5', 'S'],
  '(': ['(', '{'],
  ')': [')', 'l', ''],
}

/** What a bad scan makes of a text: of each so many characters one is misread, lost, or has a stray mark beside it. */
export function scanned(text: string, rate: number, random: () => number): string {
  return text.replaceAll(/./gsu, (letter) => {
    if (random() >= rate) return letter
    const others = misread[letter]
    if (others && random() < 0.7) return others[Math.floor(random() * others.length)] ?? letter
    const chance = random()
    if (letter === ' ') return chance < 0.3 ? '' : '  '
    return chance < 0.3 ? '?' : chance < 0.5 ? '' : chance < 0.7 ? `${letter}.` : letter.toUpperCase()
  })
}

/** A document of one line, as poor scans come; each piece is scanned on its own, so that it is known where it begins. */
export function oneLine(
  pieces: readonly { readonly begins?: string; readonly text: string }[],
  rate: number,
  random: () => number,
): { readonly document: DocumentText; readonly starts: ReadonlyMap<string, number> } {
  const starts = new Map<string, number>()
  let text = ''
  for (const piece of pieces) {
    if (text !== '') text += ' '
    if (piece.begins !== undefined) starts.set(piece.begins, text.length)
    text += scanned(piece.text.replaceAll('\n', ' '), rate, random)
  }
  const blocks: TextBlock[] = [{ kind: 'paragraph', start: 0, end: text.length }]
  return {
    document: { version: 1, type: 'text', text, blocks, pages: [{ start: 0, label: null }], ownPages: false },
    starts,
  }
}

/** How far each place begins from where it should, in characters; 'missed' and 'guessed' where one side has none. */
export function distances(
  places: Places,
  starts: ReadonlyMap<string, number>,
): Readonly<Record<string, number | 'missed' | 'guessed'>> {
  return Object.fromEntries(
    Object.entries(places).flatMap(([id, place]): [string, number | 'missed' | 'guessed'][] => {
      const start = starts.get(id)
      if (start === undefined) return place === null ? [] : [[id, 'guessed']]
      return [[id, place === null ? 'missed' : Math.abs(place.start - start)]]
    }),
  )
}
