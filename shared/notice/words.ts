import { z } from 'zod'
import { placeSchema } from '../application/places.ts'
import { partIdSchema } from '../rubric/id-schemas.ts'

/** A part of one of the notice's documents, from an offset to an offset. */
export type Span = z.infer<typeof placeSchema>

const spans = z.record(partIdSchema, z.array(placeSchema).max(20))

/**
 * What the notice itself says, by row, criterion or priority of the rubric: its wording, its guidance for reviewers and the evidence
 * that it asks for; and its definitions. Places and no copies, so that what is shown is always the notice's.
 */
export const noticeWordsSchema = z.strictObject({
  passages: spans,
  guidance: spans,
  evidence: spans,
  definitions: z
    .array(z.strictObject({ term: z.string().trim().min(1).max(120), span: placeSchema }))
    .max(400),
})

export type NoticeWords = z.infer<typeof noticeWordsSchema>
