import { z } from 'zod'

const place = z.int().min(0)

/** What kind of file a document came as. */
export const documentTypes = ['pdf', 'docx', 'rtf', 'text', 'markdown', 'digest'] as const

const blockSchema = z.strictObject({
  /** `aside` says what the application itself does not tell. */
  kind: z.enum(['heading', 'paragraph', 'item', 'table', 'aside']),
  /** 1 to 6, of a heading alone. */
  level: z.int().min(1).max(6).optional(),
  start: place,
  end: place,
})

/**
 * A document of an application as text, made once at the import. Every place in it is an offset into `text`, in UTF-16 units, so
 * that search, highlights and the parts that answer criteria speak of the same places. In a block a line break is one of the
 * source and reads as a space; in a table lines are rows and tabs part cells, the first line being its head.
 */
export const documentTextSchema = z.strictObject({
  version: z.literal(1),
  type: z.enum(documentTypes),
  text: z.string().min(1),
  /** In order, without overlap; what lies between two is white space. */
  blocks: z.array(blockSchema),
  /** Where each page begins, the first at 0; `label` is what the file itself calls it, where that is not its number. */
  pages: z.array(z.strictObject({ start: place, label: z.string().max(40).nullable() })).min(1),
  /** Whether the file has pages of its own; else a page is about 3,000 characters, cut between blocks where it can be. */
  ownPages: z.boolean(),
})

export type DocumentText = z.infer<typeof documentTextSchema>
export type DocumentType = DocumentText['type']
export type TextBlock = z.infer<typeof blockSchema>

/** How long a page is where a file has none of its own, in UTF-16 units: a typed page of 500 words. */
export const pageLength = 3_000
