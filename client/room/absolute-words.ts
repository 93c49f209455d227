import type { Answer } from '../../shared/form/form-record.ts'

/** An answer on an absolute priority, in words. */
export function metWord(answer: Answer | null): string {
  if (answer === null) return 'no answer'
  return answer === 'yes' ? 'Met' : 'Not met'
}
