/** How many days before a date its reminders go out, unless a competition sets others. */
export const usualReminderDays: readonly number[] = [2, 1]

const mostBefore = 30
const mostReminders = 5

/** What keeps these from being the days before a date on which it reminds, as a sentence; null where nothing does. None is no reminder. */
export function reminderDaysFault(days: readonly number[]): string | null {
  if (days.some((day) => !Number.isInteger(day) || day < 0 || day > mostBefore))
    return `Reminders go out on whole days, from ${mostBefore} days before a date to 0, the day itself.`
  if (days.length > mostReminders) return `A date reminds on ${mostReminders} days at most.`
  if (new Set(days).size < days.length) return 'A day before a date stands there twice.'
  return null
}

/** Days as they are typed, from the first to the last that comes: “7, 2, 1” or “7 2 1”. What is no number among them is refused with a sentence. */
export function typedReminderDays(typed: string): { readonly days: number[] } | { readonly fault: string } {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '')
  const stray = words.find((word) => !/^\d{1,4}$/.test(word))
  if (stray !== undefined)
    return { fault: `“${stray}” is no number of days. Type whole numbers with commas between them.` }
  const days = words.map(Number).toSorted((left, right) => right - left)
  const fault = reminderDaysFault(days)
  return fault === null ? { days } : { fault }
}
