import type { Priority } from '../../shared/rubric/rubric.ts'
import { ItemWording } from '../notice/item-wording.tsx'
import { Wording } from './wording.tsx'

/** What a priority asks: the notice's own words, or a summary with its parts. */
export function PriorityWording({ priority }: { readonly priority: Priority }) {
  const { id, summary } = priority
  const parts = priority.kind === 'competitive' ? priority.parts : []
  return <ItemWording rubric={noRows} item={id} summary={<Wording summary={summary} parts={parts} />} />
}

const noRows = { criteria: [] }
