import type { Checkpoint, Log, LogEntry, LogRead, NewEntry } from './log.ts'

/** What was copied. `bytes` are those of entries and checkpoints, without what surrounds them. */
export interface Copied {
  readonly streams: number
  readonly entries: number
  readonly checkpoints: number
  readonly bytes: number
}

/** Entries read at once: at their largest 128 MiB, which is then what a copy keeps in memory of each log. */
const PAGE = 32
/** Empty entries written at once on the way to a checkpoint. */
const FILL = 1000

/**
 * Copies every stream of a log nobody uses into an empty one: versions, ids of appends, seals, checkpoints. Then reads both and
 * compares them. A fault is a sentence; unless it says that nothing was written, the target has to be emptied before it is used.
 * Rejects with LogCorrupt or LogFailed where one of the two cannot be read or written.
 *
 * What an append wrote together is written together. A stream cannot begin at a version: a trimmed one is brought there by
 * empty entries, which its checkpoint then replaces.
 */
export async function copyLog(from: Log, to: Log): Promise<Copied | { readonly fault: string }> {
  const [taken] = await to.streams('')
  if (taken !== undefined) {
    return {
      fault: `The target is not empty: it holds the stream ${taken}. Nothing was written. Copy into an empty one.`,
    }
  }
  const names = await from.streams('')
  const heads = await headsOf(from, names)
  let copied: Copied = { streams: 0, entries: 0, checkpoints: 0, bytes: 0 }
  for (const stream of names) {
    const done = await copyStream(from, to, stream)
    if (done === null) return (await moved(from, names, heads)) ?? { fault: written(stream) }
    copied = {
      streams: copied.streams + 1,
      entries: copied.entries + done.entries,
      checkpoints: copied.checkpoints + done.checkpoints,
      bytes: copied.bytes + done.bytes,
    }
  }
  const different = await firstDifference(from, to)
  const fault = await moved(from, names, heads)
  if (fault) return fault
  return different === null
    ? copied
    : { fault: `The copy is not equal: ${different} Empty the target and copy again.` }
}

/** Where two logs differ, as a sentence; null where they hold the same streams, entries and checkpoints to the byte. */
export async function firstDifference(one: Log, other: Log): Promise<string | null> {
  const [names, others] = [await one.streams(''), await other.streams('')]
  const odd = [...names, ...others].find((name) => !names.includes(name) || !others.includes(name))
  if (odd !== undefined) return `only one of the two holds the stream ${odd}.`
  for (const stream of names) {
    const [left, right] = [pagesOf(one, stream), pagesOf(other, stream)]
    for (;;) {
      const [page, same] = [await left.next(), await right.next()]
      if (page.done === true && same.done === true) break
      if (page.done === true || same.done === true || !samePage(page.value, same.value)) {
        return `the stream ${stream} is not the same in both.`
      }
    }
  }
  return null
}

/** Null where an append was not taken, or where the source has been trimmed while it was read. */
async function copyStream(from: Log, to: Log, stream: string): Promise<Omit<Copied, 'streams'> | null> {
  let at = 0
  let group: LogEntry[] = []
  let [entries, checkpoints, bytes] = [0, 0, 0]

  const append = async (id: string, some: readonly NewEntry[]): Promise<boolean> => {
    const outcome = await to.append(stream, at, some, { id })
    if (outcome.kind === 'appended') at = outcome.version
    return outcome.kind === 'appended'
  }
  const writeGroup = async (): Promise<boolean> => {
    const [first] = group
    if (first === undefined) return true
    entries += group.length
    bytes += group.reduce((sum, entry) => sum + entry.bytes.byteLength, 0)
    const whole = group
    group = []
    return append(first.id, whole)
  }

  for await (const { checkpoint, entries: page } of pagesOf(from, stream)) {
    if (checkpoint !== null) {
      if (at > 0 || group.length > 0) return null
      while (at < checkpoint.version) {
        if (!(await append(`fill-${at}`, emptyEntries(at, checkpoint)))) return null
      }
      await to.checkpoint(stream, checkpoint.version, checkpoint.bytes)
      checkpoints += 1
      bytes += checkpoint.bytes.byteLength
    }
    for (const entry of page) {
      // A group may go on in the next page; it is written when another begins.
      if (group[0]?.id !== entry.id && !(await writeGroup())) return null
      group.push(entry)
    }
  }
  return (await writeGroup()) ? { entries, checkpoints, bytes } : null
}

/** The next entries that stand in for those a checkpoint replaces; the seal is in the place where it was. */
function emptyEntries(at: number, { version, seal }: Checkpoint): readonly NewEntry[] {
  const count = Math.min(FILL, version - at)
  return Array.from({ length: count }, (_, index) => ({
    bytes: new Uint8Array(),
    seal: seal && at + index + 1 === version,
  }))
}

/** All of a stream in the pages in which it is read; the first may begin with a checkpoint. */
async function* pagesOf(log: Log, stream: string): AsyncGenerator<LogRead, undefined> {
  for (let at = 0; ; ) {
    const page = await log.read(stream, at, PAGE)
    yield page
    const last = page.entries.at(-1)
    if (last === undefined || page.entries.length < PAGE) return
    at = last.version
  }
}

async function headsOf(log: Log, names: readonly string[]): Promise<readonly number[]> {
  const heads: number[] = []
  for (const name of names) heads.push(await log.head(name))
  return heads
}

/** What to say when the source is no longer what it was when the copy began. */
async function moved(
  from: Log,
  names: readonly string[],
  heads: readonly number[],
): Promise<{ readonly fault: string } | null> {
  const now = await from.streams('')
  const same = now.length === names.length && now.every((name, index) => name === names[index])
  if (same && (await headsOf(from, names)).every((head, index) => head === heads[index])) return null
  return {
    fault:
      'The source was written to while it was copied. Stop every server that uses it, empty the target and copy again.',
  }
}

function written(stream: string): string {
  return `The stream ${stream} could not be copied: somebody else writes to the target, or it cannot be reached. Empty it and copy again.`
}

function samePage(one: LogRead, other: LogRead): boolean {
  if (one.entries.length !== other.entries.length || !sameCheckpoint(one.checkpoint, other.checkpoint))
    return false
  return one.entries.every((entry, index) => {
    const same = other.entries[index]
    return (
      same !== undefined &&
      same.version === entry.version &&
      same.id === entry.id &&
      same.seal === entry.seal &&
      sameBytes(same.bytes, entry.bytes)
    )
  })
}

function sameCheckpoint(one: Checkpoint | null, other: Checkpoint | null): boolean {
  if (one === null || other === null) return one === other
  return one.version === other.version && one.seal === other.seal && sameBytes(one.bytes, other.bytes)
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
