import type { Log } from '../log/log.ts'
import { openMailLog, type MailLog } from '../mail/mail-log.ts'
import type { Ports } from '../ports.ts'
import { openDirectory, type Directory } from './directory.ts'

/** What a competition keeps of its people beside the journal: who they are, and what was sent to them. */
export interface Roll {
  readonly directory: Directory
  readonly mail: MailLog
  /** Resolves once all that was written by now is known here. Rejects (LogFailed) where the log does not answer. */
  readonly catchUp: () => Promise<void>
  readonly close: () => void
}

interface Opening {
  readonly log: Log
  readonly ports: Ports
  readonly competition: string
  /** What came later cannot be read: the process must not go on. */
  readonly onDamage: (damage: unknown) => void
}

/** Opens what the log holds of a competition's people. Rejects where it cannot be read. */
export async function openRoll(opening: Opening): Promise<Roll> {
  const directory = await openDirectory(opening)
  const mail = await openMailLog(opening).catch((error: unknown) => {
    directory.close()
    throw error
  })
  return {
    directory,
    mail,
    catchUp: async () => {
      await Promise.all([directory.catchUp(), mail.catchUp()])
    },
    close: () => {
      directory.close()
      mail.close()
    },
  }
}
