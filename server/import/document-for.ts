import { cleanText } from '../../shared/application/clean-text.ts'
import type { DocumentType } from '../../shared/application/document-text.ts'
import {
  documentId,
  documentTitleSchema,
  type ApplicationDocument,
} from '../../shared/application/document.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import type { Adding } from './imports.ts'

/** The document that a file is, added to others: what is not said of it is taken from what is known of it, or from the file. */
export function documentFor(
  { name, title, kind }: Pick<Adding, 'name' | 'title' | 'kind'>,
  documents: readonly ApplicationDocument[],
  read: {
    readonly title: string | null
    readonly type: DocumentType
    readonly file: string
    readonly text: string
  },
): ApplicationDocument {
  const id = documentId(read.file)
  const known = documents.find((document) => document.id === id)
  const first = documents.every(({ type }) => type === 'digest')
  return {
    id,
    title: title ?? known?.title ?? titleFrom(read.title, name),
    kind: kind ?? known?.kind ?? (first ? 'narrative' : 'appendix'),
    type: read.type,
    file: read.file,
    text: read.text,
  }
}

/** What a file calls itself, else its name without the ending, as long as a title may be. */
function titleFrom(own: string | null, name: string): string {
  const candidates = [own ?? '', name.replace(/\.[A-Za-z0-9]{1,8}$/, ''), name]
  const titles = candidates.map((title) => cleanText(title).replaceAll(/\s+/g, ' ').trim())
  const title = titles.find((each) => each !== '') ?? 'Document'
  const longest = documentTitleSchema.maxLength ?? title.length
  // Not half a character at the end.
  return title
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

/** Whether nothing of it is new. */
export function sameDocument(left: ApplicationDocument, right: ApplicationDocument): boolean {
  return canonicalJson(left) === canonicalJson(right)
}
