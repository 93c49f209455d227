import { z } from 'zod'
import { parseEvent } from '../../shared/competition/event.ts'
import type { JournalEntry, Link } from '../../shared/record/chain.ts'
import type { ExportHead } from '../journal/signing.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Ranked } from '../../shared/scoring/ranking.ts'
import { asClause, firstDifference, place } from './first-difference.ts'
import type { Result } from './result.ts'
import { rubricSchema } from '../../shared/rubric/rubric-schema.ts'

/**
 * An export: a journal as of a moment, with everything that is needed to compute its results again. Each lock in it is signed for itself,
 * when it was made; the export as a whole is signed when it is. Older ones were not: they end with the signature of their last lock.
 */
export interface Export {
  readonly format: typeof exportFormat
  readonly notice: string | null
  readonly competition: { readonly id: string; readonly title: string }
  /** Milliseconds since 1970, UTC. In an older export the server's word alone, like `notYetSigned`: no signature holds it. */
  readonly exportedAt: number
  /** The server's signature, in base64, of `headOf` the export. */
  readonly signature?: string
  /** In an older export instead: how many events came after its last lock, and were left out. */
  readonly notYetSigned?: number
  readonly rubric: Rubric
  readonly publicKey: string
  readonly entries: readonly ExportedEntry[]
  /** References of texts that are no longer stored, or are withheld. */
  readonly withheldTexts: readonly string[]
  readonly results: readonly Result[]
  /** The ranks of every tier that is locked as a whole; left out where none is, as in exports from before there were ranks. */
  readonly ranks?: readonly TierRanks[]
}

export interface TierRanks {
  readonly tier: number
  readonly ranks: readonly Ranked[]
}

export type ExportedEntry = ReadableEntry | WithheldEntry

export interface ReadableEntry extends JournalEntry {
  readonly hash: string
}

/**
 * An entry about a review that is not locked yet. Its event holds points, answers and reasons that nobody may read before the
 * lock; in its place stands the hash of what it says, from which its own hash can be computed and the chain followed.
 */
export interface WithheldEntry extends Link {
  readonly hash: string
  readonly withheld: true
}

export const exportFormat = 'panelroom-export-1'

/** What stands on everything that comes out of a rehearsal. */
export function noticeOf({ rehearsal }: { readonly rehearsal: boolean }): string | null {
  return rehearsal ? 'Rehearsal: invented scores' : null
}

/** Whether an entry can be read. */
export function isReadable(entry: ExportedEntry): entry is ReadableEntry {
  return 'event' in entry
}

/** The version that an entry states for itself. */
export function versionOf(entry: ExportedEntry): number {
  return isReadable(entry) ? entry.event.version : entry.version
}

/** What the signature of an export holds. */
export function headOf({ exportedAt, entries }: Pick<Export, 'exportedAt' | 'entries'>): ExportHead {
  return {
    at: exportedAt,
    version: entries.length,
    hash: entries.at(-1)?.hash ?? '',
    withheld: entries.filter((entry) => !isReadable(entry)).map(versionOf),
  }
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A salt of a fixed length: with any other, words could be moved between salt and text and the reference would still fit. */
const keptText = z.strictObject({ salt: z.string().regex(/^[0-9a-f]{32}$/), text: z.string() })

const readableSchema = z.strictObject({ event: z.unknown(), hash, texts: z.record(hash, keptText) })

const withheldSchema = z.strictObject({
  version: z.int().min(1),
  previous: hash,
  content: hash,
  hash,
  withheld: z.literal(true),
})

/** The last millisecond that JavaScript can write as a date. */
const latestTime = 8_640_000_000_000_000

const wholeSchema = z.strictObject({
  format: z.literal(exportFormat),
  notice: z.string().nullable(),
  competition: z.strictObject({ id: z.string(), title: z.string() }),
  exportedAt: z.int().min(0).max(latestTime),
  signature: z.string().max(120).exactOptional(),
  notYetSigned: z.int().min(0).exactOptional(),
  rubric: rubricSchema,
  publicKey: z.string(),
  entries: z.array(z.unknown()).min(2),
  withheldTexts: z.array(hash),
  // Compared member by member with what is computed, which is stricter than any schema.
  results: z.array(z.looseObject({ review: z.string() })),
  ranks: z.array(z.looseObject({ tier: z.int().min(1) })).exactOptional(),
})

/** An export as it was read. Its results are claims: they are to be compared, never used. */
export interface ReadExport extends Omit<Export, 'results' | 'ranks'> {
  readonly results: z.infer<typeof wholeSchema>['results']
  readonly ranks?: z.infer<typeof wholeSchema>['ranks']
}

/** Reads an export strictly: what its format does not know is a fault, and so is an entry out of its place. */
export function readExport(value: unknown): ReadExport | { readonly fault: string } {
  const whole = wholeSchema.safeParse(value)
  if (!whole.success)
    return { fault: `This is not an export that this version reads: ${issueOf(whole.error)}` }
  const { signature, notYetSigned } = whole.data
  if ((signature === undefined) === (notYetSigned === undefined))
    return {
      fault:
        'This is not an export that this version reads: it is signed as a whole, or says what its last lock left unsigned.',
    }
  const entries: ExportedEntry[] = []
  for (const [at, given] of whole.data.entries.entries()) {
    const entry = readEntry(given)
    if ('fault' in entry) return { fault: `Entry ${at + 1} cannot be read: ${entry.fault}` }
    const version = versionOf(entry)
    if (version !== at + 1) return { fault: `Where entry ${at + 1} should stand, there is entry ${version}.` }
    entries.push(entry)
  }
  const read = { ...whole.data, entries }
  // Reading leaves out members named like JavaScript's own, and nothing may hide there.
  const hidden = firstDifference(read, value)
  if (hidden) return { fault: `This is not an export that this version reads: ${asClause(hidden)}.` }
  return read
}

function readEntry(value: unknown): ExportedEntry | { readonly fault: string } {
  const isWithheld = typeof value === 'object' && value !== null && 'withheld' in value
  if (isWithheld) {
    const withheld = withheldSchema.safeParse(value)
    return withheld.success ? withheld.data : { fault: issueOf(withheld.error) }
  }
  const readable = readableSchema.safeParse(value)
  if (!readable.success) return { fault: issueOf(readable.error) }
  const parsed = parseEvent(readable.data.event)
  return 'fault' in parsed ? { fault: oneSentence(parsed.fault) } : { ...readable.data, event: parsed.event }
}

/** The first of the faults of an event, which stand one below the other with marks before them. */
function oneSentence(faults: string): string {
  const [first = ''] = faults.split(/\n?✖ /).filter((fault) => fault !== '')
  return `${first.replace(/\n\s*→ /, ', ').replace(/\.$/, '')}.`
}

function issueOf(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'no reason was given.'
  const path = issue.path.map(String)
  return path.length === 0 ? `${issue.message}.` : `${place(path)}: ${issue.message}.`
}
