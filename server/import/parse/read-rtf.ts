import { assemble } from './assemble.ts'
import type { Reading } from './reading.ts'
import { hasNoText, isDamaged, textTooLong } from './refusals.ts'
import { rtfPieces } from './rtf-pieces.ts'
import { titleOf } from './title.ts'

/** Reads RTF. A file whose groups do not all end was cut short, and what is missing would not be noticed. */
export function readRtf({ bytes, name, textLength }: Reading) {
  const { pieces, title, whole, tooLong } = rtfPieces(bytes, textLength)
  if (tooLong) return textTooLong(name, textLength)
  if (!whole) return isDamaged(name, 'A group does not end.')
  const text = assemble('rtf', pieces)
  return text === null
    ? hasNoText(name, null)
    : { parsed: { type: 'rtf' as const, text, title: titleOf(title) } }
}
