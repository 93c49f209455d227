import * as Y from 'yjs'
import type { CloseReason } from '../../shared/protocol/close-codes.ts'
import { askAgain, currentConnection } from './connection.ts'
import { openCopy, type CopyStatus, type DocumentCopy, type Stopped } from './document-copy.ts'
import { keepCopy, type Keeper } from './keeper.ts'
import type { KeptRecord } from './kept-records.ts'
import { mayLieHere } from './kept-here.ts'
import { setAside } from './set-aside.ts'
import { takeOverKept } from './taken-over.ts'
import { difference } from './unsaved.ts'

/** A document as components see it. `doc` changes when a copy had to be given up: key what is bound to it with `copy`. */
export interface OpenDocument {
  readonly name: string
  readonly doc: Y.Doc
  /** Counts the copies; a new one starts from what the server has. */
  readonly copy: number
  readonly status: CopyStatus
  /** Why the last copy was closed, until it is dismissed or everything works again. */
  readonly stopped: Stopped | null
}

/** A document that this page holds open for one person, with one copy after the other where one has to be given up. */
export interface HeldDocument {
  readonly shown: () => OpenDocument
  /** Whether something of it is not on the server. */
  readonly holdsAnything: () => boolean
  /** How many edits the server has not confirmed, also of copies that were given up and are not set aside yet. */
  readonly waiting: () => number
  /** Whether something of it is neither on the server nor on this device. */
  readonly isOnlyHere: () => boolean
  /** Sends now what would go with the next group. */
  readonly flush: () => void
  /** Writes now what would be kept soon on this device. */
  readonly keep: () => void
  /** Takes over what closed tabs left of it on this device, where the server's copy is here. */
  readonly takeOverLeft: () => Promise<void>
  readonly dismissStopped: () => void
  /** Opens it again where it was closed for want of a session, or was not there. */
  readonly tryAgain: () => void
  /** Ends its line until it is resumed. */
  readonly pause: () => void
  readonly resume: () => void
  readonly close: () => void
}

/** A copy and what keeps it on this device. */
interface Held {
  readonly copy: DocumentCopy
  readonly keeper: Keeper
  /** Whether anything in it that is not confirmed came from a tab that is gone. */
  left: boolean
}

const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`

/** What is in a copy that no longer fits, or may not be written, is set aside; the rest can go on with the same copy. */
const keepsCopy: ReadonlySet<string> = new Set(['signedOut', 'tooMany', 'oldPage'])

/** How long to wait before coming back after too much at once, in milliseconds. */
const tooManyMs = 5_000

/**
 * How long fields may still write into a copy that was given up, in milliseconds: a key that came before the page was drawn anew, a
 * word that an input method was composing, a number that is written as its field goes.
 */
const boundMs = 50

/** Opens a document for a person. `changed` is called at every change of what it shows or holds. */
export function holdDocument(name: string, person: string, changed: () => void): HeldDocument {
  let held = openAnew()
  let shown: OpenDocument = {
    name,
    doc: held.copy.doc,
    copy: 1,
    status: held.copy.status(),
    stopped: null,
  }
  /** Copies that were given up, waiting for the server's to be compared with. */
  const comparing = new Map<DocumentCopy, () => void>()

  function show(next: Partial<OpenDocument>): void {
    shown = { ...shown, ...next }
    for (const compare of comparing.values()) compare()
    changed()
  }

  function openAnew(): Held {
    let syncedAt: number | null = null
    const copy: DocumentCopy = openCopy(address, name, person, {
      changed: () => {
        if (held.copy !== copy) return
        const status = copy.status()
        if (status.waiting === 0) held.left = false
        keeper.look()
        // Something typed here was saved, so what closed the copy before is over.
        const over = status.waiting === 0 && status.savedAt !== null
        show(over ? { status, stopped: null } : { status })
        if (status.syncedAt === syncedAt) return
        syncedAt = status.syncedAt
        void takeOverLeft()
      },
      stopped: (why) => {
        if (held.copy === copy) onStopped(why)
      },
    })
    const keeper = keepCopy(person, name, copy, changed)
    return { copy, keeper, left: false }
  }

  function replace(): void {
    held = openAnew()
    show({ doc: held.copy.doc, copy: shown.copy + 1, status: held.copy.status() })
  }

  async function takeOverLeft(): Promise<void> {
    if (held.copy.status().synced) await takeOverKept(person, name, takeIn)
  }

  /** Takes what a copy that is gone left behind into the one that is open; resolves once it may be forgotten there. */
  async function takeIn({ update, fields }: KeptRecord): Promise<void> {
    const { copy, keeper } = held
    copy.adopt(update, fields)
    held.left = copy.status().waiting > 0
    if (!(await keeper.write()) && copy.status().waiting > 0)
      throw new Error('What a closed tab left could not be written for this one.')
  }

  function onStopped(why: Stopped): void {
    show({ stopped: why })
    if (why.reason === 'tooMany') setTimeout(() => held.copy.resume(), tooManyMs)
    const { signedOut, other } = currentConnection()
    // The session ended without a word on the other line, or is another person's now.
    if (why.reason === 'signedOut' && signedOut === null && other === null) askAgain()
    if (why.reason === 'notFound') shut(why)
    else if (!keepsCopy.has(why.reason)) giveUp(why)
  }

  /** Gives the copy up for a fresh one, and sets aside what only the old one says once the server's copy is here. */
  function giveUp(why: Stopped): void {
    const { copy, keeper, left } = held
    let bound = true
    keeper.giveUp()
    const compare = (): void => {
      const { synced, line } = held.copy.status()
      const gone = line === 'stopped' && shown.stopped?.reason === 'notFound'
      if (bound || held.copy === copy || !(synced || gone)) return
      comparing.delete(copy)
      const server = synced ? held.copy.doc : null
      setAside(name, difference(copy.doc, server, copy.unsaved()), { ...toldBy(why), left }, keeper)
      copy.destroy()
    }
    comparing.set(copy, compare)
    replace()
    setTimeout(() => {
      bound = false
      void keeper.write()
      show({})
    }, boundMs)
  }

  /** What one may not read any more takes nothing more: all that the unconfirmed fields say is set aside. */
  function shut(why: Stopped): void {
    const { copy } = held
    const leave = (): void => {
      if (held.copy === copy && copy.status().waiting > 0) giveUp(why)
    }
    leave()
    setTimeout(leave, boundMs)
    void takeOverKept(person, name, ({ update, fields }) => {
      const left = new Y.Doc()
      Y.applyUpdate(left, update)
      const resting = { isKept: mayLieHere }
      return new Promise((forget) =>
        setAside(
          name,
          difference(left, null, fields),
          { ...toldBy(why), left: true },
          { ...resting, forget },
        ),
      )
    })
  }

  function close(): void {
    held.keeper.forget()
    held.copy.destroy()
  }

  return {
    shown: () => shown,
    holdsAnything: () => comparing.size > 0 || held.copy.status().waiting > 0,
    waiting: () => [held.copy, ...comparing.keys()].reduce((sum, copy) => sum + copy.status().waiting, 0),
    isOnlyHere: () => comparing.size > 0 || (held.copy.status().waiting > 0 && !held.keeper.isKept()),
    flush: () => held.copy.flush(),
    keep: () => void held.keeper.write(),
    takeOverLeft,
    dismissStopped: () => show({ stopped: null }),
    tryAgain: () => {
      if (held.copy.status().line !== 'stopped') return
      if (shown.stopped?.reason === 'signedOut') held.copy.resume()
      else if (shown.stopped?.reason === 'notFound') {
        close()
        replace()
      }
    },
    pause: () => held.copy.pause(),
    resume: () => held.copy.resume(),
    close,
  }
}

function toldBy({ at, reason }: Stopped): { readonly at: number; readonly why: CloseReason } {
  return { at, why: reason }
}
