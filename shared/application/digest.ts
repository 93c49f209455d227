import { z } from 'zod'

const text = z.string().min(1)

/** A piece of an application's digest. `silent` says what its documents do not. */
const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('silent'), text }),
  z
    .strictObject({
      kind: z.literal('table'),
      caption: text,
      head: z.array(z.string()).min(1),
      rows: z.array(z.array(text)).min(1),
    })
    .refine(
      ({ head, rows }) => rows.every((row) => row.length === head.length),
      'a row is not as wide as the head',
    ),
])

/** Who is involved in an application: what a reviewer must know to certify conflicts, before its text opens. */
const involvedSchema = z.array(
  z.strictObject({
    kind: z.enum(['applicant', 'districts', 'partners', 'consultants', 'signatories']),
    text,
  }),
)

/** An application's text as a digest: a part for each criterion and priority, in rubric order, in our own words. */
export const digestSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  applicant: text,
  phase: text,
  document: text,
  /** Dollars asked for; null where the documents do not say. */
  requested: z.int().positive().nullable(),
  involved: involvedSchema.min(1),
  about: text,
  parts: z.array(z.strictObject({ id: text, title: text, blocks: z.array(blockSchema).min(1) })),
})

export type Digest = z.infer<typeof digestSchema>
export type DigestBlock = z.infer<typeof blockSchema>
export type Involved = z.infer<typeof involvedSchema>
