import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openJournal, type Journal } from '../../server/journal/journal.ts'
import { loadSigner } from '../../server/journal/signing.ts'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { realPorts } from '../../server/ports.ts'

/**
 * Opens the journal from a copy of a data folder, as a server would: opening reads every entry and checks that each follows from
 * the one before. The folder itself is left as the killed process left it.
 */
export async function inJournalCopy(folder: string, look: (journal: Journal) => void): Promise<void> {
  const copy = mkdtempSync(path.join(tmpdir(), 'panelroom-copy-'))
  try {
    cpSync(folder, copy, { recursive: true })
    const log = await openSqliteLog({ folder: copy, onFailure: throwIt })
    const journal = await openJournal({
      log,
      stream: 'journal/rehearsal-1',
      ports: realPorts,
      signer: await loadSigner(copy),
      onDamage: throwIt,
      onFailure: throwIt,
    })
    try {
      look(journal)
    } finally {
      journal.close()
      await log.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function throwIt(error: unknown): void {
  throw error
}
