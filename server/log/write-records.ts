import { cannotSave } from '../journal/cannot-save.ts'
import type { Ports } from '../ports.ts'
import { appendKnown } from './append-known.ts'
import type { Followed } from './followed.ts'
import { LogFailed } from './log-errors.ts'
import type { Log } from './log.ts'

interface Writing {
  readonly log: Log
  readonly ports: Pick<Ports, 'id'>
  readonly stream: string
  readonly followed: Pick<Followed, 'version' | 'reached'>
}

/**
 * Appends what `make` says of a followed stream as it is, each record as JSON, and asks it again where somebody else was faster: what is
 * written was decided on everything before it. Nothing is written where it says nothing. Resolves once it has been taken here; rejects
 * (LogFailed) where it cannot be saved.
 */
export async function writeRecords(
  { log, ports, stream, followed }: Writing,
  make: () => readonly unknown[],
): Promise<void> {
  for (;;) {
    const entries = make().map((record) => ({ bytes: new TextEncoder().encode(JSON.stringify(record)) }))
    if (entries.length === 0) return
    const outcome = await appendKnown(log, stream, followed.version(), entries, { id: ports.id() })
    if (outcome.kind === 'appended') return followed.reached(outcome.version)
    if (outcome.kind !== 'conflict') throw new LogFailed(cannotSave.sentence)
    await followed.reached(outcome.at)
  }
}
