import type { Competition } from '../../shared/competition/state.ts'
import type { Given } from '../log/log.ts'

/**
 * What has been decided, as far as it is known on this node. Another node may have decided more: what is judged by this state is
 * appended only while the journal still ends there, and nobody is refused by it before it has caught up.
 */
export interface Decided {
  readonly state: () => Competition
  /** Where the journal ended for that state. */
  readonly given: () => readonly Given[]
  /** Resolves once the journal is known here up to a version. Rejects (LogFailed) when it is followed no more. */
  readonly reached: (version: number) => Promise<void>
  /** Resolves once all that has been decided by now is known here. Rejects (LogFailed) where the log does not answer. */
  readonly catchUp: () => Promise<void>
}
