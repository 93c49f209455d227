import { currentConnection } from '../../live/connection.ts'

/** A message on its way to the server. It waits for a line, and is sent again by the connection under the same id. */
export interface Outgoing {
  readonly key: number
  readonly text: string
  readonly replyTo: number | null
  /** Why it did not go, as a sentence; null while it is on its way. */
  readonly refused: string | null
  /** The newest message known when it was sent: its own comes after it. */
  readonly after: number
  /** The server has it; it only remains to be read. */
  readonly done: boolean
}

/** A message of one's own that is being changed: what stood there when that began, and what stands in the field. */
export interface Edited {
  readonly was: string
  readonly text: string
}

/** What somebody has typed on a row and not sent, and what is on its way. */
export interface Kept {
  readonly draft: string
  readonly replyTo: number | null
  /** By message. */
  readonly edits: Readonly<Record<number, Edited>>
  readonly outgoing: readonly Outgoing[]
}

export const nothing: Kept = { draft: '', replyTo: null, edits: {}, outgoing: [] }

/** Something that was typed and is nowhere but here. */
export interface Unsent {
  readonly row: string
  readonly is: 'draft' | 'edit' | 'refused'
  /** Of the message that is edited, or of the one that was refused. */
  readonly key: number
  readonly text: string
  /** Why it was refused, as a sentence; null where it was not. */
  readonly why: string | null
}

/** What of it has not been sent, or was refused, in words. */
export function unsentOf(row: string, { draft, edits, outgoing }: Kept): readonly Unsent[] {
  const changed = Object.entries(edits).filter(([, { was, text }]) => isChanged(was, text))
  const refused = outgoing.filter((message) => message.refused !== null)
  return [
    ...(draft.trim() === '' ? [] : [{ row, is: 'draft' as const, key: 0, text: draft.trim(), why: null }]),
    ...changed.map(([key, { text }]): Unsent => {
      return { row, is: 'edit', key: Number(key), text: text.trim(), why: null }
    }),
    ...refused.map(({ key, text, refused: why }): Unsent => ({ row, is: 'refused', key, text, why })),
  ]
}

/** Whether a message says something else than before. */
export function isChanged(was: string, text: string): boolean {
  return was.trim() !== text.trim()
}

/** Where it lies under: whose it is stands in it, as somebody else may sign in in this tab. */
export function keyOf(review: string, row: string): string {
  return `${ownKeys()}${review} ${row}`
}

/**
 * Keeps it for this tab. It outlives a reload and nothing else: what is not sent must not lie about on a computer that others use.
 */
export function keepInTab(at: string, kept: Kept): void {
  const outgoing = kept.outgoing.filter(({ done }) => !done)
  if (outgoing.length === 0 && unsentOf('', kept).length === 0) sessionStorage.removeItem(at)
  else sessionStorage.setItem(at, JSON.stringify({ ...kept, outgoing }))
}

/** What was left in this tab before it was loaded anew. Whether what was on its way has arrived, its thread tells. */
export function leftInTab(at: string): Kept {
  const json = sessionStorage.getItem(at)
  if (json === null) return nothing
  const left = JSON.parse(json) as Kept
  const outgoing = left.outgoing.map((each) => ({ ...each, refused: each.refused ?? loadedAnew }))
  return { ...left, outgoing }
}

const loadedAnew = 'This page was loaded anew before the server had confirmed it.'

/** The rows of a review, or of all, on which anything of this person's lies in this tab. */
export function rowsInTab(review?: string): readonly string[] {
  const own = `${ownKeys()}${review === undefined ? '' : `${review} `}`
  return Object.keys(sessionStorage).flatMap((key) => (key.startsWith(own) ? [key.slice(own.length)] : []))
}

function ownKeys(): string {
  const { view } = currentConnection()
  return `thread ${view?.competition.id} ${view?.me.person} `
}
