import { rehearsalRubric } from '../../server/rehearsal/rehearsal.ts'
import { rubricName } from '../../shared/competition/rubrics.ts'
import { canonicalHash } from '../../shared/record/hash.ts'

/** Where a rehearsal's rubric is read: every seat that is signed in may. */
export const rubricPath = `/api/rubrics/${rubricName(canonicalHash(rehearsalRubric))}`
