import { marked } from 'marked'
import { assemble } from './assemble.ts'
import { decodeText } from './decode-text.ts'
import { htmlPieces } from './html-pieces.ts'
import { parsing, type Reading } from './reading.ts'
import { hasNoWords, textTooLong, wrongType } from './refusals.ts'
import { titleOf } from './title.ts'

/** Reads Markdown, tables as on GitHub included; its first heading of level 1 is its title. */
export async function readMarkdown({ bytes, name, textLength }: Reading) {
  const source = decodeText(bytes)
  if (source === null) return wrongType(name, 'markdown', null)
  if (source.length > textLength) return textTooLong(name, textLength)
  const pieces = htmlPieces(await parsing(() => marked.parse(source, { async: false, gfm: true })))
  const text = assemble('markdown', pieces)
  if (text === null) return hasNoWords(name)
  const title = pieces.find((piece) => piece.kind === 'heading' && piece.level === 1)
  return {
    parsed: {
      type: 'markdown' as const,
      text,
      title: title?.kind === 'heading' ? titleOf(title.text) : null,
    },
  }
}
