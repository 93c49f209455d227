import { documentId, type DocumentKind } from '../../shared/application/document.ts'
import type { DocumentType } from '../../shared/application/document-text.ts'
import type { ImportMessage } from '../../shared/application/reading.ts'
import { refuse } from '../../shared/competition/refusal.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { limits } from '../../shared/protocol/limits.ts'
import type { Draft } from '../files/drafts.ts'
import type { Files } from '../files/files.ts'
import type { Ports } from '../ports.ts'
import type { Stage } from '../stage.ts'
import { destinationOf } from './destination.ts'
import { documentFor, sameDocument } from './document-for.ts'
import { laidDown, type LaidDown } from './lay-down.ts'
import { fileTooLarge } from './parse/refusals.ts'
import { parseFile, type NotParsed } from './parse-file.ts'
import { receive } from './receive.ts'
import { openTurns } from './turns.ts'

/** A file that somebody adds to an application, or to the notice. */
export interface Adding {
  /**
   * Who adds it by now, or null where nobody is signed in any more: asked at its beginning, and again once it has come and was read,
   * which may be long after.
   */
  readonly person: () => Promise<Person | null>
  /** Of the application; null where it is a document of the notice. */
  readonly review: string | null
  /** What the file is called where it comes from; its ending says what it is believed to be. */
  readonly name: string
  /** Null where it is called by its own title, or by its name without the ending. */
  readonly title: string | null
  /** Null for a narrative where it is the application's first file, else an appendix. */
  readonly kind: DocumentKind | null
  /** How long it is said to be, 0 where that is not known: nobody sends for long what will be refused. */
  readonly bytes: number
  readonly body: AsyncIterable<Uint8Array>
  /** Ends it where whoever adds it has gone: nothing is changed then. */
  readonly signal: AbortSignal
  /** Is told how far it is. */
  readonly tell: (message: ImportMessage) => void
}

/** How an import ended. */
export type Added = Extract<ImportMessage, { stage: 'done' | 'refused' }>

/** Files on their way into applications and the notice. */
export interface Imports {
  /**
   * Receives a file, has it read, stores it and its text, and adds it in the person's name. A refusal has changed nothing. Files
   * of one review, or of the notice, are added in the order in which they came whole; one more than twenty under way here is refused. Rejects where
   * the log or the folder of files does not take it (LogFailed, FilesRefused) and where it was ended; nothing is changed then
   * either.
   */
  readonly add: (adding: Adding) => Promise<Added>
  /** Ends what is under way, and resolves when nothing of it is left. */
  readonly close: () => Promise<void>
}

interface Parts {
  readonly stage: () => Stage
  readonly files: Files
  readonly ports: Ports
  /** Told what a parser said of a file that it could not read, for whoever runs the server. */
  readonly onUnread: (detail: string) => void
}

/** Files that are read at the same time on this node: each takes a processor and up to a gigabyte. */
const readAtATime = 2

/** Files of one review, or of the notice, that are received, wait or are read at the same time on this node. */
const atATime = 20

/** A file that has come whole. */
interface Received {
  readonly stage: Stage
  readonly draft: Draft
  /** Its SHA-256. */
  readonly file: string
  /** Settles when those that came before it have been added, or never will be. */
  readonly earlier: Promise<unknown>
}

/** A file that was read. */
interface Read {
  readonly type: DocumentType
  readonly title: string | null
  readonly text: LaidDown
}

/** Imports into whichever competition is on. */
export function openImports({ stage: current, files, ports, onUnread }: Parts): Imports {
  const turns = openTurns(readAtATime)
  const closing = new AbortController()
  /** By review: settles when what came whole before has been added, or never will be. */
  const before = new Map<string | null, Promise<unknown>>()
  const underWay = new Set<{ readonly review: string | null; readonly adds: Promise<unknown> }>()

  async function add(adding: Adding, others: number): Promise<Added> {
    const person = await adding.person()
    if (!person) return asMessage(signedOut)
    const stage = current()
    const notTheirs = destinationOf(adding.review).mayAdd(stage.journal.state(), person)
    if (notTheirs) return asMessage(notTheirs)
    if (others >= atATime) return asMessage(tooManyAtATime(destinationOf(adding.review).called))
    if (adding.bytes > limits.documentBytes) return asMessage(tooLarge(adding.name, adding.bytes))
    const draft = await files.draft()
    try {
      const onBytes = (bytes: number): void => adding.tell({ stage: 'received', bytes })
      const received = await receive(adding.body, draft, { signal: adding.signal, onBytes })
      if ('tooLarge' in received) return asMessage(tooLarge(adding.name, received.tooLarge))
      return await inTurn(adding.review, (earlier) =>
        addReceived(adding, { stage, draft, file: received.sha256, earlier }),
      )
    } finally {
      await draft.drop()
    }
  }

  /** Only what has come whole has a place in the order: whoever sends slowly holds up nobody else's. */
  function inTurn(
    review: string | null,
    work: (earlier: Promise<unknown>) => Promise<Added>,
  ): Promise<Added> {
    const earlier = before.get(review) ?? Promise.resolve()
    const adds = work(earlier)
    // What becomes of one does not matter to the next: only that it is over.
    const over = Promise.allSettled([earlier, adds])
    before.set(review, over)
    void over.then(() => {
      if (before.get(review) === over) before.delete(review)
    })
    return adds
  }

  async function addReceived(adding: Adding, received: Received): Promise<Added> {
    const giveBack = await turns.take()
    const read = await readToDisk(adding, received.draft).finally(giveBack)
    if ('refused' in read) {
      if (read.detail !== undefined) onUnread(read.detail)
      return asMessage(read)
    }
    try {
      return await addRead(adding, received, read)
    } finally {
      await read.text.draft.drop()
    }
  }

  /** Reads it, and lays its text down at once: while others are before it, nothing large of it is in memory. */
  async function readToDisk({ name, signal, tell }: Adding, { path }: Draft): Promise<Read | NotParsed> {
    signal.throwIfAborted()
    const outcome = await parseFile(
      { path, name },
      { signal, onProgress: ({ page, of }) => tell({ stage: 'reading', page, of }) },
    )
    if ('refused' in outcome) return outcome
    const { type, title, text } = outcome.parsed
    return { type, title, text: await laidDown(text, files) }
  }

  async function addRead(adding: Adding, received: Received, read: Read): Promise<Added> {
    const { stage, draft, file, earlier } = received
    const { signal } = adding
    await earlier
    signal.throwIfAborted()
    await stage.journal.catchUp()
    const person = await adding.person()
    const state = stage.journal.state()
    const to = destinationOf(adding.review)
    const documents = to.documents(state)
    const known = documents.find(({ id }) => id === documentId(file))
    const document = documentFor(adding, documents, { ...read, file, text: read.text.sha256 })
    const done = { stage: 'done', document: document.id, again: known !== undefined } as const
    const same = known !== undefined && sameDocument(known, document)
    // Asked before anything is stored, so that what is refused leaves nothing.
    if (current() !== stage) return asMessage(startedOver)
    if (!person) return asMessage(signedOut)
    const { text } = stage.journal
    const refusal = to.wouldRefuse(state, document, { person, rubric: stage.rubric, salt: ports.salt, text })
    if (refusal) return asMessage(refusal)
    // Also where nothing is new: a copy that was damaged is a good one again.
    await files.keep(draft, document.file)
    await files.keep(read.text.draft, document.text)
    if (same) return done
    const answer = await to.carryOut(stage.commands, document, { person, id: ports.id() })
    return 'refused' in answer ? asMessage(answer) : done
  }

  return {
    add: async (adding) => {
      const signal = AbortSignal.any([adding.signal, closing.signal])
      const others = [...underWay].filter(({ review }) => review === adding.review).length
      const one = { review: adding.review, adds: add({ ...adding, signal }, others) }
      underWay.add(one)
      return one.adds.finally(() => underWay.delete(one))
    },
    close: async () => {
      closing.abort()
      await Promise.allSettled([...underWay].map(({ adds }) => adds))
    },
  }
}

const tooManyAtATime = (called: string) =>
  refuse(
    'too-many',
    `${atATime} files of ${called} are on their way already. Add this one when one of them is done.`,
  )

const startedOver = refuse('not-found', 'The rehearsal has been started over meanwhile. Add the file there.')

const signedOut = refuse('not-yours', 'You are signed out, so the file was not added. Sign in again.')

function tooLarge(name: string, bytes: number) {
  return fileTooLarge(name, bytes, limits.documentBytes)
}

/** A refusal as the last line of an import. */
export function asMessage(refusal: { readonly refused: string; readonly sentence: string }): Added {
  return { stage: 'refused', code: refusal.refused, sentence: refusal.sentence }
}
