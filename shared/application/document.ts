import { z } from 'zod'
import { documentTypes } from './document-text.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What part of an application a document is, in the order in which a list of kinds shows them. */
export const documentKinds = ['narrative', 'appendix', 'budget', 'other'] as const

export const documentIdSchema = z.string().regex(/^[0-9a-f]{12}$/)
export const documentTitleSchema = z.string().trim().min(1).max(120)

/** A file of an application, as the journal names it. */
export const documentSchema = z.strictObject({
  /** The first twelve digits of its file's SHA-256: the same file again is the same document. */
  id: documentIdSchema,
  title: documentTitleSchema,
  kind: z.enum(documentKinds),
  type: z.enum(documentTypes),
  /** SHA-256 of the file as it came. */
  file: sha256,
  /** SHA-256 of the text that was made of it (`DocumentText` as JSON); of a digest, the digest itself. */
  text: sha256,
})

export type ApplicationDocument = z.infer<typeof documentSchema>
export type DocumentKind = ApplicationDocument['kind']

/** The document that a rehearsal's application comes as: a digest of the public one. */
export function digestDocument(sha256: string): ApplicationDocument {
  return {
    id: documentId(sha256),
    title: 'Digest',
    kind: 'narrative',
    type: 'digest',
    file: sha256,
    text: sha256,
  }
}

/** The id of the document that a file is. */
export function documentId(file: string): string {
  return file.slice(0, 12)
}
