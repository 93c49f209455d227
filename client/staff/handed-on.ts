import type { ReviewView } from '../../shared/competition/view.ts'

/** How many of those who count have done what the step asks for: "3 of 5 ready", then "2 of 5 signed". */
export function handedOn({ revealed, ready, progress }: ReviewView): string {
  if (!revealed) return ready ? `${ready.count} of ${ready.of} ready` : ''
  const sitting = (progress ?? []).filter(
    ({ seat, conflict, excused }) => seat !== null && conflict !== 'recused' && !excused,
  )
  return `${sitting.filter(({ signed }) => signed).length} of ${sitting.length} signed`
}
