import type { LogRefusal } from './log-errors.ts'
import type { AppendOutcome, Given, LogEntry, LogRead } from './log.ts'

/** What the thread of the server asks of the thread that owns the file. */
export type Question =
  | {
      kind: 'append'
      stream: string
      expected: number
      id: string
      given: readonly Given[]
      entries: readonly { bytes: Uint8Array; seal: boolean }[]
    }
  | { kind: 'checkpoint'; stream: string; version: number; bytes: Uint8Array }
  | { kind: 'read'; stream: string; from: number; limit: number }
  | { kind: 'head'; stream: string }
  | { kind: 'streams'; prefix: string }
  | { kind: 'pragmas' }
  | { kind: 'close' }

export type Answer =
  /** `earlier`: what an append wrote that was repeated now, since nobody may have been given it the first time. */
  | { kind: 'append'; outcome: AppendOutcome; earlier: readonly LogEntry[] | null }
  | { kind: 'checkpoint' }
  | { kind: 'read'; found: LogRead }
  | { kind: 'head'; head: number }
  | { kind: 'streams'; names: string[] }
  | { kind: 'pragmas'; pragmas: { synchronous: number; journalMode: string } }
  | { kind: 'close' }
  | { kind: 'corrupt'; sentence: string }
  | { kind: 'failed'; sentence: string }
  | { kind: 'mistake'; sentence: string }

export interface Asked {
  readonly number: number
  readonly question: Question
}

export interface Answered {
  readonly number: number
  readonly answer: Answer
}

export type FromWorker =
  | { kind: 'opened' }
  | { kind: 'refused'; code: LogRefusal; sentence: string }
  | { kind: 'answers'; answers: readonly Answered[] }
