import { rubricFaults } from '../shared/rubric/rubric-faults.ts'
import type { JournalDamaged } from './journal/journal-entry.ts'
import { cannotSave } from './journal/cannot-save.ts'
import type { Signer } from './journal/signing.ts'
import { LogFailed } from './log/log-errors.ts'
import type { Log } from './log/log.ts'
import type { Ports } from './ports.ts'
import { openRehearsal } from './rehearsal/open-rehearsal.ts'
import { rehearsalRubric } from './rehearsal/rehearsal.ts'
import { openStage, type Stage } from './stage.ts'

/** Which competition is on. Starting a rehearsal over opens a new one; the old one stays in the log, untouched. */
export interface Stages {
  readonly current: () => Stage
  readonly startOver: () => Promise<void>
  readonly close: () => Promise<void>
}

interface Opening {
  readonly log: Log
  readonly ports: Ports
  readonly signer: Signer
  /** Called when a stage has been opened, before anything is asked of it. */
  readonly onOpen: (stage: Stage) => void
  readonly onDamage: (damage: JournalDamaged) => void
  readonly onFailure: (error: unknown) => void
}

const stream = 'competitions'

/** Opens the competition that the log says is on, or a first rehearsal. Throws where the rubric's parts do not fit. */
export async function openStages(opening: Opening): Promise<Stages> {
  const { log, ports } = opening
  const [fault] = rubricFaults(rehearsalRubric)
  if (fault) throw new RubricUnsound(fault)

  const open = async (number: number): Promise<Stage> => {
    const stage = await openStage({ ...opening, competition: `rehearsal-${number}`, rubric: rehearsalRubric })
    try {
      await openRehearsal(stage)
    } catch (error) {
      await stage.close()
      throw error
    }
    opening.onOpen(stage)
    return stage
  }
  const begin = async (number: number): Promise<void> => {
    const opened = { competition: `rehearsal-${number}` }
    const bytes = new TextEncoder().encode(JSON.stringify(opened))
    const outcome = await log.append(stream, number - 1, [{ bytes }], { id: ports.id() })
    // A conflict means that another has begun the same one: there is one rehearsal of a number.
    if (outcome.kind === 'unknown' || outcome.kind === 'sealed') throw new LogFailed(cannotSave.sentence)
  }

  const last = await log.head(stream)
  let stage = await open(Math.max(1, last))
  if (last === 0) await begin(1)
  let turning: Promise<void> = Promise.resolve()

  return {
    current: () => stage,
    startOver: () => {
      const turned = turning.then(async () => {
        const next = Number(stage.competition.replace('rehearsal-', '')) + 1
        const opened = await open(next)
        // Only what is wholly open is on, also after a restart; what was cut short is gone on with the next time.
        await begin(next)
        const before = stage
        stage = opened
        await before.close()
      })
      turning = turned.catch(() => undefined)
      return turned
    },
    close: () => stage.close(),
  }
}

/** The rubric's parts do not add up: nothing is opened on it. */
export class RubricUnsound extends Error {
  override readonly name = 'RubricUnsound'
  readonly sentence: string

  constructor(fault: string) {
    const sentence = `The rubric cannot be used: ${fault}`
    super(sentence)
    this.sentence = sentence
  }
}
