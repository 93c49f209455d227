import { z } from 'zod'

/** What stands in the stream `access`. Tokens and links are kept by their hash alone: whoever reads the log can sign in with neither. */
export const accessRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('session'),
    token: z.string(),
    competition: z.string(),
    person: z.string(),
    link: z.string(),
    expires: z.int(),
    /** How often the person's access had been withdrawn when the link was made. */
    turn: z.int().exactOptional(),
    opened: z.int().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('ended'), token: z.string() }),
  /** A link of a person that makes the one before void. `by`: who invited; null where the server was started to do so. */
  z.strictObject({
    kind: z.literal('invited'),
    competition: z.string(),
    person: z.string(),
    link: z.string(),
    at: z.int(),
    until: z.int(),
    by: z.string().nullable(),
  }),
  /** All links that the person has are void and all their sessions over, until they are invited again. `by`: null where they were removed. */
  z.strictObject({
    kind: z.literal('revoked'),
    competition: z.string(),
    person: z.string(),
    at: z.int(),
    by: z.string().nullable(),
  }),
  /** All links that the person has are void; where they are signed in, they stay so. */
  z.strictObject({
    kind: z.literal('voided'),
    competition: z.string(),
    person: z.string(),
    at: z.int(),
    by: z.string().nullable(),
  }),
])

export type AccessRecord = z.infer<typeof accessRecordSchema>
