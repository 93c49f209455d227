import { z } from 'zod'
import type { Role } from '../competition/setup.ts'
import { summaryFields } from '../form/summary.ts'
import { fieldNameSchema, partIdSchema } from '../rubric/id-schemas.ts'
import { findRow, type Rubric } from '../rubric/rubric.ts'

/** The character of a shared text that a caret stands behind, by Yjs's id for it, which stays while others type; null at its start. */
const placeInText = z
  .strictObject({ client: z.int().min(0).max(0xffffffff), clock: z.int().min(0).max(0x7fffffff) })
  .nullable()

/** A caret, or a selection from `anchor` to `head`, in one of a room's shared texts. */
const caretSchema = z.strictObject({ field: fieldNameSchema, anchor: placeInText, head: placeInText })

/** What a page says of where it looks. There is no name in it: whose page it is, the server knows. */
export const lookSchema = z.strictObject({
  review: z.string().max(90),
  /** A row of the rubric, or null on a page about all of them. */
  row: partIdSchema.nullable(),
  caret: caretSchema.nullable(),
})

export type Look = Readonly<z.infer<typeof lookSchema>>
export type Caret = Readonly<z.infer<typeof caretSchema>>
export type PlaceInText = z.infer<typeof placeInText>

/** Where another person in a room looks, as the server says it. `seat` is null for the monitor, and for staff after the lock. */
export interface PersonLooking {
  readonly person: string
  readonly role: Role
  readonly label: string
  readonly seat: number | null
  readonly row: string | null
  readonly caret: Caret | null
}

/** All others who are in a room now. It is never kept anywhere: the newest message counts. */
export interface LooksMessage {
  readonly review: string
  readonly people: readonly PersonLooking[]
}

/** Why a page cannot look there, or null: rows are the rubric's, and a caret is shown in a text that is written together and nowhere else. */
export function lookFault(rubric: Rubric, { row, caret }: Pick<Look, 'row' | 'caret'>): string | null {
  if (row !== null && !findRow(rubric, row)) return 'The rubric has no such row.'
  if (caret && !summaryFields(rubric).has(caret.field)) return 'Carets are shown in a panel’s summaries only.'
  return null
}
