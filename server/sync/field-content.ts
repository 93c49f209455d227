import * as Y from 'yjs'
import { changeReasons } from '../../shared/form/change-reasons.ts'
import type { Field } from '../../shared/form/fields.ts'
import { refuse, type Refused } from './refused.ts'

/** Values of which every key of a map field takes one: what was deleted before it came has a key, but no value to judge. */
const someValues: readonly unknown[] = [null, true, 'yes', ...Object.keys(changeReasons)]

/** Whether a field takes an item: a text only strings without a key, a map only legal values under its own keys. */
export function contentFault(field: Field, { content, parentSub: key }: Y.Item): Refused | null {
  if (field.shape === 'text') {
    return key !== null || content instanceof Y.ContentAny ? refuse('offRule') : null
  }
  if (key === null || content instanceof Y.ContentString) return refuse('offRule')
  if (content instanceof Y.ContentAny) {
    for (const value of content.arr) {
      const fault = field.fault(key, value)
      if (fault) return refuse('offRule', `${fault} Nothing was changed.`)
    }
    return null
  }
  return someValues.some((value) => field.fault(key, value) === null) ? null : refuse('offRule')
}
