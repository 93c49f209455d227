/**
 * The log: one port, and nothing else stores a durable fact. A stream is an ordered list of entries that only grows.
 * Nothing here assumes one process: another node may append to the same stream at any time.
 */

/** An entry as it stands in a stream; versions count 1, 2, 3 … without a gap. `id` is that of the append it came with. */
export interface LogEntry {
  readonly version: number
  readonly id: string
  readonly seal: boolean
  readonly bytes: Uint8Array
}

/** An entry to be written: up to `LOG_LIMITS.entryBytes`. A seal is the last entry its stream accepts. */
export interface NewEntry {
  readonly bytes: Uint8Array
  readonly seal?: boolean
}

/** Where another stream ended when the writer looked: what the append builds on besides its own stream. */
export interface Given {
  readonly stream: string
  readonly version: number
}

export type AppendOutcome =
  /** All entries are durable; `version` is that of the last. */
  | { kind: 'appended'; version: number }
  /** Nothing was written: the head is `at`, not what the writer expected. */
  | { kind: 'conflict'; at: number }
  /** Nothing was written: the entry `at` sealed the stream. */
  | { kind: 'sealed'; at: number }
  /** Nothing was written: `stream`, which the append was `given`, ends at version `at`. */
  | { kind: 'moved'; stream: string; at: number }
  /** May or may not have been written. The same append again, with the same id and expected version, tells. */
  | { kind: 'unknown'; sentence: string }

/** Stands in for every entry up to `version`, all of which are gone. `seal`: the entry at `version` was the seal. */
export interface Checkpoint {
  readonly version: number
  readonly seal: boolean
  readonly bytes: Uint8Array
}

/** `checkpoint` is given when the reader asked for entries that were trimmed; `entries` then go on from it. */
export interface LogRead {
  readonly checkpoint: Checkpoint | null
  readonly entries: readonly LogEntry[]
}

/** Called with one entry or more, or with a checkpoint that replaces everything given before, or both. */
export type OnEntries = (entries: readonly LogEntry[], checkpoint: Checkpoint | null) => void

export interface Following {
  /** Resolves with the version up to which what was there has been given; rejects when that cannot be read. */
  readonly ready: Promise<number>
  /** Nothing is given after this. */
  stop(): void
}

export interface Log {
  /**
   * Writes all entries after version `expected` (0 for an empty stream), or none of them. `id` (1 to 64 printable ASCII
   * characters) makes a retry recognizable: the same stream, expected and id again give the first answer, until a
   * checkpoint has trimmed the append; from then on it is a conflict, and what was written is in the checkpoint.
   * `given`: written only while each of these other streams of the same competition ends where the writer saw it end, decided
   * in one step with the append. Asked after the stream itself, so that a retry still gets the first answer.
   * Resolves after the ready followers of this process were given the entries, or those that were in the way. Rejects only for a
   * mistake of the caller (RangeError) and for a stream that is not whole (LogCorrupt).
   */
  append(
    stream: string,
    expected: number,
    entries: readonly NewEntry[],
    options: { readonly id: string; readonly given?: readonly Given[] },
  ): Promise<AppendOutcome>

  /**
   * Up to `limit` entries with a version above `from`, in order. Fewer than `limit` means that the end was reached.
   * Rejects with LogCorrupt when one is missing, or when the stream ends before `from`, which the reader has seen.
   */
  read(stream: string, from: number, limit: number): Promise<LogRead>

  /** Gives what is there above `from`, then what comes: durable, in order, without a gap, each entry once. */
  follow(stream: string, from: number, onEntries: OnEntries): Following

  /**
   * Stores what stands for all entries up to `version` and removes them. A checkpoint at or below the present one
   * changes nothing. Refused (RangeError) above the head, and for a journal always. Rejects with LogFailed when it
   * could not be stored; the entries are then still there.
   */
  checkpoint(stream: string, version: number, bytes: Uint8Array): Promise<void>

  /** The version of the last entry, 0 for a stream nobody wrote to. Resolves after the ready followers here were given it. */
  head(stream: string): Promise<number>

  /** The names of all streams that begin with `prefix`, sorted. */
  streams(prefix: string): Promise<string[]>

  /** Finishes what was asked before, then lets go. An append after this answers `unknown`, everything else rejects. */
  close(): Promise<void>
}

export const LOG_LIMITS = {
  /** A frame of a document is at most 1 MiB and a form 2 MiB; the rest is room for what surrounds them. */
  entryBytes: 4 * 1024 * 1024,
  /** A room is seats × form; this leaves room for thirty seats. */
  checkpointBytes: 64 * 1024 * 1024,
  idLength: 64,
  streamLength: 200,
} as const

/**
 * What streams belong to together: the second part of `journal/<competition>` and `doc/<competition>/…`, else the whole name.
 * An append may be `given` streams of its own competition alone; on several machines they stand on one.
 */
export function competitionOf(stream: string): string {
  return stream.split('/')[1] ?? stream
}

/** Whether a stream holds decisions: such a stream is never trimmed. */
export function isJournal(stream: string): boolean {
  return stream.startsWith('journal')
}
