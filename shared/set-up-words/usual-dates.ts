import type { CompetitionDate } from '../competition/set-up.ts'

/** Dates that most competitions keep, offered to staff; each by the id that other parts of the product know it by. */
export const usualDates: readonly Pick<CompetitionDate, 'id' | 'title' | 'remind'>[] = [
  { id: 'deadline', title: 'Applications due', remind: null },
  { id: 'conflicts', title: 'Conflicts due', remind: 'certify' },
  { id: 'forms', title: 'Forms ready', remind: 'ready' },
  { id: 'panels', title: 'Panels meet', remind: null },
  { id: 'lock', title: 'Lock', remind: 'sign' },
]

/** Until when applications are received: intake shows how each stands to it. */
export const deadlineId = 'deadline'

/** Who is reminded of a date. */
export const reminded: { readonly [Who in NonNullable<CompetitionDate['remind']> | 'nobody']: string } = {
  nobody: 'Nobody',
  certify: 'Who has not certified',
  ready: 'Whose form is not ready',
  sign: 'Who has not signed',
}
