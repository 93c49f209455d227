import type { Refusal } from '../../shared/competition/refusal.ts'
import type { Sessions } from '../sign-in/sessions.ts'
import { normalEntry, type DirectoryEntry } from './directory-entry.ts'
import type { PeopleStage } from './stage-people.ts'

interface Describing {
  readonly stage: Pick<PeopleStage, 'competition' | 'roll'>
  readonly sessions: Pick<Sessions, 'catchUp' | 'withAccess' | 'revoke' | 'voidLinks'>
  readonly entries: readonly DirectoryEntry[]
  /** Who describes them. */
  readonly by: string
}

/**
 * Writes who people are, for all or none. Whoever had access under another address finds their links void and their sessions over, until
 * they are invited again: what went to the wrong person opens nothing. Who corrects an address of their own stays signed in. Refused:
 * what the directory refuses. Rejects (LogFailed) where it cannot save; asked again it goes on.
 */
export async function describePeople({ stage, sessions, entries, by }: Describing): Promise<Refusal | null> {
  const { competition, roll } = stage
  await Promise.all([roll.catchUp(), sessions.catchUp()])
  const refusal = roll.directory.check(entries)
  if (refusal) return refusal
  const withAccess = new Set(sessions.withAccess(competition))
  const moved = entries
    .filter((entry) => withAccess.has(entry.person) && isElsewhere(roll.directory.of(entry.person), entry))
    .map(({ person }) => person)
  // First of all: where the server is killed in between, the old address opens nothing.
  await sessions.revoke({ competition, people: moved.filter((person) => person !== by), by })
  await sessions.voidLinks({ competition, people: moved.filter((person) => person === by), by })
  return roll.directory.put(entries)
}

/** Whether an entry is of somebody who is reached elsewhere: by address, and by name as long as there is none. */
function isElsewhere(before: DirectoryEntry | null, entry: DirectoryEntry): boolean {
  if (before === null) return false
  const after = normalEntry(entry)
  return before.email === null ? before.name !== after.name : before.email !== after.email
}
