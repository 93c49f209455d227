import * as Y from 'yjs'
import type { DocumentCopy } from './document-copy.ts'
import { atThisDevice, keepingFailed, keepsHere, mayLieHere, onKeepsHere } from './kept-here.ts'
import { randomId } from './random-id.ts'
import { holdLock, putRecord, removeRecord } from './kept-records.ts'

/** Keeps on this device what one copy of a document holds and the server has not confirmed, while its person wants that. */
export interface Keeper {
  /** To be called whenever the copy's status has changed. */
  readonly look: () => void
  /** Writes now what would be written soon; resolves with whether all that was not confirmed lies here. */
  readonly write: () => Promise<boolean>
  /** Whether all that is not confirmed lies here. */
  readonly isKept: () => boolean
  /** Writes what the copy says a last time: it is given up, and its record stays until it is forgotten. */
  readonly giveUp: () => void
  /** Takes the record away and lets go of it. */
  readonly forget: () => void
}

/** After an edit, in milliseconds: what is confirmed before that is never written. */
const soonMs = 250

/** Keeps a copy from now on. `changed` is called when what lies here has become another. */
export function keepCopy(person: string, document: string, copy: DocumentCopy, changed: () => void): Keeper {
  const id = randomId()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** All that is asked of this device, one after the other. */
  let work: Promise<boolean> = Promise.resolve(true)
  let release: (() => void) | null = null
  /** The edits that the record holds, and that it will hold once it is written; null for no record. */
  let stored: number | null = null
  let wanted: number | null = null
  let givenUp = false

  function then(next: () => Promise<void>): Promise<boolean> {
    work = work.then(next).then(
      () => true,
      (error: unknown) => {
        // The record of before still lies here, and what it lacks does not.
        wanted = stored
        keepingFailed(error)
        return false
      },
    )
    return atThisDevice(work)
  }

  function look(): void {
    const { edits, waiting } = copy.status()
    if (!mayLieHere() || (waiting === 0 && !givenUp)) return takeAway()
    if (keepsHere() && edits !== wanted) timer ??= setTimeout(() => void write(), soonMs)
  }

  function write(): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    const { edits, waiting } = copy.status()
    if (waiting === 0) return Promise.resolve(true)
    if (!keepsHere()) return Promise.resolve(false)
    if (edits === wanted) return work
    wanted = edits
    const update = Y.encodeStateAsUpdate(copy.doc)
    const record = { id, person, document, at: Date.now(), update, fields: copy.unsaved() }
    return then(async () => {
      release ??= await holdLock(id)
      await putRecord(record)
      stored = edits
      changed()
    })
  }

  function takeAway(): void {
    clearTimeout(timer)
    timer = undefined
    if (wanted === null) return
    wanted = null
    void then(async () => {
      stored = null
      await removeRecord(id)
    })
  }

  const stopListening = onKeepsHere(look)

  return {
    look,
    write,
    isKept: () => keepsHere() && stored !== null && stored === wanted && stored === copy.status().edits,
    giveUp: () => {
      void write()
      givenUp = true
    },
    forget: () => {
      stopListening()
      takeAway()
      void then(async () => release?.())
    },
  }
}
