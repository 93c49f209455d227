import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { limits } from '../shared/protocol/limits.ts'
import { rubricFaults } from '../shared/rubric/rubric-faults.ts'
import { cannotSave } from './journal/cannot-save.ts'
import type { Files } from './files/files.ts'
import type { Readings } from './files/readings.ts'
import { agreeOnKey } from './journal/same-key.ts'
import type { Signer } from './journal/signing.ts'
import { appendKnown } from './log/append-known.ts'
import { followStream } from './log/followed.ts'
import { LogFailed } from './log/log-errors.ts'
import type { Log } from './log/log.ts'
import { readRecord } from './log/read-record.ts'
import type { Ports } from './ports.ts'
import { openEmpty } from './set-up/open-empty.ts'
import { openRehearsal } from './rehearsal/open-rehearsal.ts'
import { rehearsalRubric } from './rehearsal/rehearsal.ts'
import { openStage, type Stage } from './stage.ts'

/** Which competition is on. Starting a rehearsal over, or an empty competition, opens a new one; the old one stays in the log, untouched. */
export interface Stages {
  readonly current: () => Stage
  /** Opens an empty competition, on every node. Rejects (LogFailed) where the server cannot save. */
  readonly startNew: () => Promise<void>
  /** Opens a new rehearsal, on every node. Rejects (LogFailed) where the server cannot save. */
  readonly startOver: () => Promise<void>
  /** Resolves once what was started over by now, on any node, is on here. Rejects (LogFailed) where the log does not answer. */
  readonly catchUp: () => Promise<void>
  readonly close: () => Promise<void>
}

interface Opening {
  readonly log: Log
  readonly ports: Ports
  readonly signer: Signer
  readonly files: Files
  readonly readings: Readings
  /** Whether the very first competition is an empty one, and no rehearsal. */
  readonly empty: boolean
  /** Called when a stage has been opened, before anything is asked of it. */
  readonly onOpen: (stage: Stage) => void
  /** Called when another competition is on than before. */
  readonly onTurn: () => void
  /** What stands in the log cannot be read or opened: the process must not go on. */
  readonly onDamage: (damage: unknown) => void
  readonly onFailure: (error: unknown) => void
}

const rehearsalName = (number: number): string => `rehearsal-${number}`
const emptyName = (number: number): string => `competition-${number}`

function isRehearsal(competition: string): boolean {
  return competition.startsWith('rehearsal-')
}

/** Its version is the number of the competition that is on. */
const stream = 'competitions'

const recordSchema = z.strictObject({ competition: z.string() })

/** Opens the competition that the log says is on, or a first rehearsal. Throws where the rubric's parts do not fit, or the signing key is another. */
export async function openStages(opening: Opening): Promise<Stages> {
  const { log, ports, files, readings, onTurn, onDamage } = opening
  const [fault] = rubricFaults(rehearsalRubric)
  if (fault) throw new RubricUnsound(fault)
  await agreeOnKey(log, opening.signer)

  const open = async (competition: string): Promise<Stage> => {
    const stage = await openStage({ ...opening, competition, rubric: rehearsalRubric })
    try {
      if (isRehearsal(competition)) await openRehearsal(stage, files)
      else await openEmpty(stage)
      // A file that is missing is told at the start, not to the first reviewer who opens the application.
      await readings.check(stage.journal.state())
    } catch (error) {
      await stage.close()
      throw error
    }
    opening.onOpen(stage)
    return stage
  }
  /** Only what is wholly open is on, also after a restart; what was cut short is gone on with the next time. */
  const begin = async (number: number, competition: string): Promise<void> => {
    const bytes = new TextEncoder().encode(JSON.stringify({ competition }))
    const outcome = await appendKnown(log, stream, number - 1, [{ bytes }], { id: ports.id() })
    // A conflict means that another has begun one: there is one competition of a number.
    if (outcome.kind === 'unknown' || outcome.kind === 'sealed') throw new LogFailed(cannotSave.sentence)
  }

  let turning: Promise<void> = Promise.resolve()
  let closed = false
  /** What is on here; nothing before the first has been opened. */
  let on: { readonly number: number; readonly stage: Stage } | null = null
  /** By number, from the first. */
  const begun: string[] = []
  const followed = followStream({
    log,
    stream,
    take: (entries) => {
      for (const entry of entries) begun.push(readRecord(recordSchema, stream, entry).competition)
      turn()
    },
    onFailure: onDamage,
  })
  await followed.ready
  const first = Math.max(1, followed.version())
  const named = begun.at(-1) ?? (opening.empty ? emptyName(1) : rehearsalName(1))
  on = { number: first, stage: await open(named) }
  if (followed.version() === 0) await begin(1, named)
  turn()

  function current(): { readonly number: number; readonly stage: Stage } {
    if (!on) throw new Error('No competition is on yet.')
    return on
  }

  /** Turns to what the log says is on, once what is being turned to is. */
  function turn(): void {
    if (!on) return
    turning = turning.then(async () => {
      while (!closed && current().number < followed.version()) {
        try {
          await turnTo(followed.version())
        } catch (error) {
          // What is on everywhere else cannot be opened here: better no node than one where another rehearsal goes on.
          if (!(error instanceof LogFailed)) return onDamage(error)
          await pause(limits.retryMs, undefined, { ref: false })
        }
      }
    })
  }

  async function turnTo(number: number): Promise<void> {
    const stage = await open(begun[number - 1] ?? '')
    const before = current().stage
    on = { number, stage }
    onTurn()
    await before.close()
  }

  const catchUp = async (): Promise<void> => {
    await followed.catchUp()
    await turning
  }

  const start = async (nameOf: (number: number) => string): Promise<void> => {
    await catchUp()
    const next = current().number + 1
    const named = nameOf(next)
    // Opened here once before it is on anywhere: whatever it takes to open it then stands in the log.
    const prepared = await open(named)
    await prepared.close()
    await begin(next, named)
    await catchUp()
  }

  return {
    current: () => current().stage,
    startOver: () => start(rehearsalName),
    startNew: () => start(emptyName),
    catchUp,
    close: async () => {
      closed = true
      followed.stop()
      await turning
      await current().stage.close()
    },
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
