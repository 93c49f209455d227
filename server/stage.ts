import type { Rubric } from '../shared/rubric/rubric.ts'
import { afterDecisions } from './commands/after-decisions.ts'
import { openCommands, type Commands } from './commands/commands.ts'
import { openWitness } from './commands/witness.ts'
import { openJournal, type Journal } from './journal/journal.ts'
import type { Signer } from './journal/signing.ts'
import type { Log } from './log/log.ts'
import { openRoll, type Roll } from './people/roll.ts'
import type { Ports } from './ports.ts'
import { openDocuments, type Documents } from './sync/documents.ts'

/** A competition that is on: its journal, its documents and the commands on them. */
export interface Stage {
  readonly competition: string
  readonly rubric: Rubric
  readonly journal: Journal
  readonly documents: Documents
  readonly commands: Commands
  /** Who the people are: names and addresses, which are in no journal. */
  readonly roll: Roll
  readonly close: () => Promise<void>
}

interface Opening {
  readonly log: Log
  readonly ports: Ports
  readonly signer: Signer
  readonly competition: string
  /** What it is opened on, unless its journal holds the whole of another. */
  readonly rubric: Rubric
  readonly onDamage: (damage: unknown) => void
  readonly onFailure: (error: unknown) => void
}

/** Opens a competition from the log, and finishes what a process that was killed had begun. */
export async function openStage({
  log,
  ports,
  signer,
  competition,
  rubric: usual,
  onDamage,
  onFailure,
}: Opening): Promise<Stage> {
  const journal = await openJournal({
    log,
    stream: `journal/${competition}`,
    ports,
    signer,
    onDamage,
    onFailure,
  })
  const roll = await openRoll({ log, ports, competition, onDamage })
  // What the journal itself was opened on, where it says so: what comes with the program may be another by now.
  const opening = journal.entries()[0]?.event
  const rubric = (opening?.kind === 'competition.opened' && opening.data.rubric) || usual
  const documents = openDocuments({
    log,
    rubric,
    decided: journal,
    ports,
    published: (review) => after.finish(review),
    onFailure,
  })
  journal.onAppend(documents.recheck)
  const after = afterDecisions({ journal, documents, rubric, onFailure })
  const witness = openWitness({ journal, documents, rubric, after, onFailure })
  const close = async (): Promise<void> => {
    witness.close()
    after.close()
    await documents.close()
    roll.close()
    journal.close()
  }
  try {
    await after.finishAll()
    await witness.settleAll()
  } catch (error) {
    await close()
    throw error
  }
  const { directory } = roll
  const commands = openCommands({ journal, documents, directory, rubric, ports, witness, after, onFailure })
  return {
    competition,
    rubric,
    journal,
    documents,
    commands,
    roll,
    close,
  }
}
