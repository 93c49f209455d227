import type { DocumentText } from '../../shared/application/document-text.ts'
import { proposeWords } from '../../shared/notice/propose-words.ts'
import type { NoticeWords, Span } from '../../shared/notice/words.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { readText } from '../../server/import/parse/read-text.ts'

/** The id of the n-th document. */
export function idOf(document: number): string {
  return String(document + 1).padStart(12, '0')
}

/** What is proposed of each item, as the words that stand there: each part's first and last, joined by "…" where it is long. */
export function said(
  rubric: Rubric,
  ...texts: readonly DocumentText[]
): { readonly [part in keyof NoticeWords]: Readonly<Record<string, readonly string[]>> } {
  const documents = texts.map((text, document) => ({ id: idOf(document), text }))
  const words = proposeWords(documents, rubric)
  const read = ({ document, start, end }: Span): string =>
    brief(documents.find(({ id }) => id === document)?.text.text.slice(start, end) ?? '')
  const all = (spans: Readonly<Record<string, readonly Span[]>>) =>
    Object.fromEntries(Object.entries(spans).map(([id, own]) => [id, own.map(read)]))
  return {
    passages: all(words.passages),
    guidance: all(words.guidance),
    evidence: all(words.evidence),
    definitions: Object.fromEntries(words.definitions.map(({ term, span }) => [term, [read(span)]])),
  }
}

/** A plain text as the import reads it. */
export function plainText(text: string): DocumentText {
  const limits = { textLength: 1_000_000, unpackedBytes: 1_000_000, pages: 1_000, blocks: 100_000 }
  const read = readText({ bytes: Buffer.from(text), name: 'notice.txt', ...limits, onPage: () => undefined })
  if (!('parsed' in read)) throw new Error('The text was not read.')
  return read.parsed.text
}

function brief(words: string): string {
  const flat = words.replaceAll(/\s+/g, ' ')
  return flat.length <= 120 ? flat : `${flat.slice(0, 50)} … ${flat.slice(-50)}`
}
