import { z } from 'zod'
import { partIdSchema } from '../rubric/id-schemas.ts'
import { documentIdSchema } from './document.ts'

/** A part of one document of an application, from an offset to an offset. */
export const placeSchema = z
  .strictObject({
    document: documentIdSchema,
    start: z.int().min(0),
    end: z.int().min(1),
  })
  .refine(({ start, end }) => start < end, 'A part ends after it begins.')

/** Where each criterion and priority of the rubric is answered; null where that was looked for and not found. */
export const placesSchema = z.record(partIdSchema, placeSchema.nullable())

export type Place = z.infer<typeof placeSchema>
export type Places = z.infer<typeof placesSchema>
