import { parseDocumentName } from '../../shared/protocol/names.ts'
import { currentConnection, onConnection } from './connection.ts'
import { holdOpen, onDocuments, openDocuments, takeOverLeft } from './documents.ts'
import { keepsHere } from './kept-here.ts'
import { abandonedOf, removeRecord } from './kept-records.ts'

let seen: string | null = null

/**
 * Brings what closed tabs left on this device to the server, whichever page is open: whenever the person is signed in on a line,
 * comes back to this tab, and when a review is locked, after which nothing of it is to lie here. Called once, by the page's start.
 */
export function bringInWhatIsLeft(): void {
  onConnection(() => {
    const { view, line, signedOut, other } = currentConnection()
    const there = view && line === 'online' && signedOut === null && other === null
    const locked = view?.reviews.flatMap(({ id, lock }) => (lock ? [id] : [])) ?? []
    const now = there ? [view.me.person, view.competition.id, ...locked].join(' ') : null
    const another = now !== seen
    seen = now
    if (another) look()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look()
  })
}

function look(): void {
  const { view } = currentConnection()
  if (view && seen !== null && keepsHere()) bringIn(view.me.person, view.competition.id).catch(reportError)
}

async function bringIn(person: string, competition: string): Promise<void> {
  const left = await abandonedOf(person)
  const isOver = (document: string): boolean => parseDocumentName(document)?.competition !== competition
  // A rehearsal that was started over took its documents with it.
  for (const { id, document } of left) if (isOver(document)) await removeRecord(id)
  for (const document of new Set(left.map((record) => record.document)))
    if (!isOver(document)) openOnce(document)
}

/** Opens a document until what is left of it is taken over, or until it is known that there is none such. */
function openOnce(name: string): void {
  const close = holdOpen(name)
  const look = (): void => {
    const open = openDocuments().find((document) => document.name === name)
    if (open && !open.status.synced && open.stopped?.reason !== 'notFound') return
    stopLooking()
    takeOverLeft(name).finally(close).catch(reportError)
  }
  const stopLooking = onDocuments(look)
  look()
}
