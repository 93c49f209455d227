import { z } from 'zod'
import {
  documentTextSchema,
  documentTypes,
  type DocumentText,
} from '../../../shared/application/document-text.ts'

export const refusedCodes = [
  'empty',
  'password',
  'no-text',
  'too-large',
  'wrong-type',
  'damaged',
  'too-long',
  'too-much-memory',
  'unknown-type',
] as const

/** Blocks in order within the text, pages from its beginning: what every reader of a document goes by. */
function isSound({ text, blocks, pages }: DocumentText): boolean {
  const inOrder = blocks.every(
    ({ start, end }, index) => start >= (blocks[index - 1]?.end ?? 0) && start < end && end <= text.length,
  )
  const turned = pages.every(({ start }, index) =>
    index === 0 ? start === 0 : start > (pages[index - 1]?.start ?? 0),
  )
  return inOrder && turned && (pages.at(-1)?.start ?? 0) <= text.length
}

const headSchema = z.strictObject({
  type: z.enum(documentTypes),
  /** What the file calls itself, where it does. */
  title: z.string().min(1).max(300).nullable(),
})

/** What a reader makes of a file: judged in the reading process, where a large text costs nobody else. */
export const madeSchema = z.strictObject({
  parsed: headSchema.extend({
    text: documentTextSchema.refine(isSound, 'Blocks or pages are out of order.'),
  }),
})

const notParsedSchema = z.strictObject({
  refused: z.enum(refusedCodes),
  /** For whoever added the file: what is the matter and what to do. */
  sentence: z.string().min(1),
  /** What the parser said, for the log of the server alone. */
  detail: z.string().max(2_000).optional(),
})

/**
 * What the reading process says, a line of JSON each: pages as they are read, and the outcome last. After `parsed` comes one line
 * more, the text, which is kept as it comes.
 */
export const saidSchema = z.union([
  z.strictObject({ page: z.int().min(1), of: z.int().min(1).nullable() }),
  z.strictObject({ parsed: headSchema }),
  notParsedSchema,
])

/** What the reading process is told beside the file. */
export const jobSchema = z.strictObject({
  name: z.string(),
  unpackedBytes: z.number(),
  pages: z.number(),
  blocks: z.number(),
  textLength: z.number(),
})

export type Said = z.infer<typeof saidSchema>
export type Job = z.infer<typeof jobSchema>
/** Pages read so far. */
export type ParseProgress = Readonly<Extract<Said, { page: number }>>
export type Made = Readonly<z.infer<typeof madeSchema>>
/** A file that was read. */
export interface Parsed {
  readonly parsed: Readonly<z.infer<typeof headSchema>> & {
    /** A DocumentText as JSON in UTF-8, as it is stored and sent: parsing it would hold up everybody else. */
    readonly text: Uint8Array
  }
}
export type NotParsed = Readonly<z.infer<typeof notParsedSchema>>
