import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import { directoryLimits, entryFault, normalEntry, type DirectoryEntry } from './directory-entry.ts'

/**
 * Entries as they would be kept, or why none of them is: the directory that would come of them is looked at whole, so that two people
 * can exchange addresses.
 */
export function sound(
  known: ReadonlyMap<string, DirectoryEntry>,
  entries: readonly DirectoryEntry[],
): readonly DirectoryEntry[] | Refusal {
  const normal = entries.map(normalEntry)
  const twice = normal.find(({ person }, at) => normal.findIndex((other) => other.person === person) !== at)
  if (twice) return refuse('malformed', `${twice.name} is named twice.`)
  for (const entry of normal) {
    const fault = entryFault(entry)
    if (fault !== null) return refuse('malformed', fault)
  }
  const after = new Map(known)
  for (const entry of normal) after.set(entry.person, entry)
  if (after.size > directoryLimits.people)
    return refuse(
      'too-many',
      `A competition has at most ${directoryLimits.people.toLocaleString('en-US')} people.`,
    )
  const owners = new Map<string, DirectoryEntry>()
  for (const entry of after.values()) {
    if (entry.email === null) continue
    const other = owners.get(entry.email)
    if (other)
      return refuse(
        'malformed',
        `${entry.email} is the address of both ${other.name} and ${entry.name}. Each needs one of their own.`,
      )
    owners.set(entry.email, entry)
  }
  return normal
}
