import type { Priority } from './rubric.ts'

/** What stands in parentheses at the end of a priority's title: "STEM"; null where nothing does. */
export function abbreviation({ title }: Pick<Priority, 'title'>): string | null {
  return /\(([A-Z]+)\)$/.exec(title)?.[1] ?? null
}

/** "STEM priority", or "priority “Early learning”" where the title has no abbreviation. */
export function namedPriority(priority: Pick<Priority, 'title'>): string {
  const short = abbreviation(priority)
  return short === null ? `priority “${priority.title}”` : `${short} priority`
}
