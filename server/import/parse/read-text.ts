import { assemble, type Piece } from './assemble.ts'
import { decodeText } from './decode-text.ts'
import { headingLevel } from './heading-line.ts'
import type { Reading } from './reading.ts'
import { hasNoWords, textTooLong, wrongType } from './refusals.ts'

const bulleted = /^[•◦▪▫●○■□‣⁃*–-]\s+(?=\S)/
/** A line longer than this was not broken by a typist or a margin: it is a paragraph of its own. */
const longestBrokenLine = 200

/** Reads plain text: paragraphs at blank lines, headings by what they say, pages at form feeds. */
export function readText({ bytes, name, textLength }: Reading) {
  const text = decodeText(bytes)
  if (text === null) return wrongType(name, 'text', null)
  if (text.length > textLength) return textTooLong(name, textLength)
  const document = assemble('text', textPieces(text))
  return document === null
    ? hasNoWords(name)
    : { parsed: { type: 'text' as const, text: document, title: null } }
}

function textPieces(text: string): Piece[] {
  return text.split('\f').flatMap((page, index): Piece[] => {
    const pieces = page.split(/\n(?:[^\S\n]*\n)+/).flatMap((lines) => together(lines.split('\n')))
    return index === 0 ? pieces : [{ kind: 'page' }, ...pieces]
  })
}

/** Lines without a blank one between them: a heading, paragraphs, items of a list. */
function together(lines: readonly string[]): Piece[] {
  if (lines.some((line) => line.length > longestBrokenLine)) return lines.flatMap(alone)
  const pieces: Piece[] = []
  let rest = lines
  const level = headingLevel(lines[0]?.trim() ?? '')
  if (level !== null && (lines.length === 1 || /^\s*[\p{Lu}(•]/u.test(lines[1] ?? ''))) {
    pieces.push({ kind: 'heading', level, text: lines[0] ?? '' })
    rest = lines.slice(1)
  }
  let open: { kind: 'paragraph' | 'item'; lines: string[] } | null = null
  const close = (): void => {
    if (open) pieces.push({ kind: open.kind, text: open.lines.join('\n') })
  }
  for (const line of rest) {
    const item = bulleted.test(line.trimStart())
    if (open && !item) {
      open.lines.push(line)
      continue
    }
    close()
    open = { kind: item ? 'item' : 'paragraph', lines: [line] }
  }
  close()
  return pieces
}

function alone(line: string): Piece[] {
  const level = headingLevel(line.trim())
  if (level !== null) return [{ kind: 'heading', level, text: line }]
  return [{ kind: bulleted.test(line.trimStart()) ? 'item' : 'paragraph', text: line }]
}
