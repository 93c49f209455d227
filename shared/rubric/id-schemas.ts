import { z } from 'zod'
import { longestBoxId, longestField, longestId } from './rubric-limits.ts'

/** The id of a row, criterion, area or priority, wherever one is named. Whether the rubric has such a part is for whoever knows the rubric. */
export const partIdSchema = z.string().min(1).max(longestId)

/** The id of a box of a row. */
export const boxIdSchema = z.string().max(longestBoxId)

/** The name of a field of a form or of a column, or of an entry in one. */
export const fieldNameSchema = z.string().max(longestField)
