import { parseDocumentName } from '../../shared/protocol/names.ts'
import { currentConnection, onConnection } from './connection.ts'
import { holdOpen, onDocuments, openDocuments } from './documents.ts'
import { keepingFailed, keepsHere } from './kept-here.ts'
import { abandonedOf, removeRecord } from './kept-records.ts'

let lookedFor: string | null = null

/**
 * Brings what closed tabs left on this device to the server, whichever page is open: when the person is signed in, and again when
 * a review is locked, after which nothing of it is to lie here. Called once, by the page's start.
 */
export function bringInWhatIsLeft(): void {
  onConnection(() => {
    const { view } = currentConnection()
    if (!view) return
    const locked = view.reviews.flatMap(({ id, lock }) => (lock ? [id] : []))
    const occasion = [view.me.person, view.competition.id, ...locked].join(' ')
    if (occasion === lookedFor) return
    lookedFor = occasion
    if (keepsHere()) bringIn(view.me.person, view.competition.id).catch(keepingFailed)
  })
}

async function bringIn(person: string, competition: string): Promise<void> {
  const left = await abandonedOf(person)
  const isOver = (document: string): boolean => parseDocumentName(document)?.competition !== competition
  // A rehearsal that was started over took its documents with it.
  for (const { id, document } of left) if (isOver(document)) await removeRecord(id)
  for (const document of new Set(left.map((record) => record.document)))
    if (!isOver(document)) openOnce(document)
}

/** Opens a document until the server's copy is here, which takes over what was left of it, or until it is known that there is none. */
function openOnce(name: string): void {
  const close = holdOpen(name)
  const look = (): void => {
    const open = openDocuments().find((document) => document.name === name)
    if (open && !open.status.synced && open.stopped?.reason !== 'notFound') return
    stopLooking()
    close()
  }
  const stopLooking = onDocuments(look)
  look()
}
