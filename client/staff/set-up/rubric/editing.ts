import type { RubricPlace } from '../../../../shared/rubric/rubric-place.ts'
import type { Rubric } from '../../../../shared/rubric/rubric.ts'

/** What every field of the editor is given: the rubric as it is being changed, and how to change it. */
export interface Editing {
  readonly rubric: Rubric
  /** An application was opened on it: ids stay, and so does the scale. */
  readonly frozen: boolean
  /** Whether forms may hold something under this id, so that a new version keeps it. */
  readonly isKept: (id: string) => boolean
  /** Takes a change; `what` is what it is of, "the maximum of (A)(1)(i)". */
  readonly edit: (next: Rubric, what: string) => void
  readonly open: (place: RubricPlace) => void
}
