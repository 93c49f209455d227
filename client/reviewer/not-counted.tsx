import { type ReactNode, useState } from 'react'
import type { LateText } from '../../shared/competition/late-texts.ts'
import type { MineView, ReviewView } from '../../shared/competition/view.ts'
import type { CloseReason } from '../../shared/protocol/close-codes.ts'
import { parseDocumentName } from '../../shared/protocol/names.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { send, useView } from '../live/connection.ts'
import { whenSaved, type OpenDocument } from '../live/documents.ts'
import { useRubric } from '../live/read.ts'
import { dismissSetAside, useSetAside, type SetAside } from '../live/set-aside.ts'
import type { Uncounted } from '../live/unsaved.ts'
import { counted } from '../room/number-words.ts'
import { announce } from '../ui/announce.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Link } from '../ui/link.tsx'
import { Tray } from '../ui/tray.tsx'
import { fieldWords } from './field-words.ts'
import { isNote, pieceWords, placeWords, whyWords } from './kept-piece.ts'
import { puttingIn } from './put-in.ts'
import './not-counted.css'

interface NotCountedProps {
  /** Null for the monitor, who has neither form nor column. */
  readonly mine: MineView | null
  readonly open: OpenDocument
}

/**
 * What one typed that did not count: kept on the server, or still on its way there. What the open form or column takes again can be
 * put into it.
 */
export function NotCounted({ mine, open }: NotCountedProps) {
  const review = useView()?.reviews.find(({ id }) => id === parseDocumentName(open.name)?.review)
  const rubric = useRubric(review?.rubric ?? null)
  const [taken, setTaken] = useState<Taken | null>(null)
  if (rubric.is !== 'read' || !review) return null
  const kept = mine?.notCounted ?? review.monitorNotCounted ?? []
  const shown = kept.filter(({ id }) => id !== taken?.piece.id)
  const gone = ({ id }: LateText): void => setTaken((now) => (now?.piece.id === id ? null : now))
  const shared = { review, rubric: rubric.value }
  return (
    <>
      {taken && <PutIn key={taken.piece.id} taken={taken} onDone={() => setTaken(null)} />}
      {shown.length > 0 && (
        <Tray sentence={keptSentence(shown, mine ? 'you and for staff' : 'you and in the record')}>
          <ul className="not-counted">
            {shown.map((piece) => (
              <KeptPiece
                key={piece.id}
                {...shared}
                mine={mine}
                open={open}
                piece={piece}
                onTaken={setTaken}
                onGone={gone}
              />
            ))}
          </ul>
        </Tray>
      )}
      <SetAsideHere review={review.id} rubric={rubric.value} />
    </>
  )
}

/** What one typed that did not count and that the server does not have yet, or does not keep. */
function SetAsideHere({ review, rubric }: { readonly review: string; readonly rubric: Rubric }) {
  const here = useSetAside().filter((item) => item.review === review)
  if (here.length === 0) return null
  return (
    <Tray sentence={hereSentence(here)}>
      <ul className="not-counted">
        {here.map((item) => (
          <Piece key={`${item.at} ${item.field}`} rubric={rubric} piece={item}>
            {item.refused !== null && (
              <>
                <span className="not-counted-refused">{item.refused}</span>
                <Link onClick={() => dismissSetAside(item)}>Put away</Link>
              </>
            )}
          </Piece>
        ))}
      </ul>
    </Tray>
  )
}

interface KeptPieceProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly mine: MineView | null
  readonly open: OpenDocument
  readonly piece: LateText
  readonly onTaken: (taken: Taken) => void
  /** What was put in is not there: it did not count again. */
  readonly onGone: (piece: LateText) => void
}

function KeptPiece({ review, rubric, mine, open, piece, onTaken, onGone }: KeptPieceProps) {
  const { doc, name } = open
  const inRoom = parseDocumentName(name)?.kind === 'room'
  const writable = inRoom ? review.room?.writable : mine?.form.writable
  const place = inRoom && mine ? { doc, seat: mine.seat } : { doc }
  const put = mine && writable && open.status.synced ? puttingIn(place, rubric, piece) : null
  const settle = (): void => void send({ kind: 'text.settle', review: review.id, kept: piece.id })
  const take = (): void => {
    if (!put) return
    onTaken({ piece, review: review.id, undo: put() })
    // Off the list only once it stands where it was put, for good; what did not count again is on it as before.
    void whenSaved(name).then((saved) => (saved === 'confirmed' ? settle() : onGone(piece)))
  }
  return (
    <Piece rubric={rubric} piece={piece}>
      {put && <Link onClick={take}>{inRoom ? 'Put it into my column' : 'Put it into my form'}</Link>}
      <Link onClick={settle}>Put away</Link>
    </Piece>
  )
}

interface PieceProps {
  readonly rubric: Rubric
  readonly piece: Uncounted & { readonly at: number; readonly why: CloseReason | null }
  readonly children?: ReactNode
}

function Piece({ rubric, piece, children }: PieceProps) {
  const { field, at, why } = piece
  return (
    <li>
      <span className="not-counted-place">
        {placeWords(field)}, <ClockTime at={at} />. {why !== null && whyWords(why)}
      </span>
      <span className="not-counted-text" data-is={isText(field) ? 'text' : 'value'}>
        {pieceWords(rubric, piece)}
      </span>
      {children && <span className="not-counted-ways">{children}</span>}
    </li>
  )
}

/** A piece that was put where it was meant to go. */
interface Taken {
  readonly piece: LateText
  readonly review: string
  readonly undo: () => void
}

function PutIn({ taken, onDone }: { readonly taken: Taken; readonly onDone: () => void }) {
  const { piece, review, undo } = taken
  const { field, text, why } = piece
  const takeBack = (): void => {
    undo()
    // Out of the form again, it is not to be lost.
    void send({ kind: 'text.keep', review, field, text, ...(why && { why }) })
    announce('Taken out again.')
    onDone()
  }
  return (
    <p className="not-counted-put" role="status">
      <span>{fieldWords(field)}: what did not count is in there now.</span>
      <Link onClick={takeBack}>Undo</Link>
      <Link onClick={onDone}>Done</Link>
    </p>
  )
}

function keptSentence(kept: readonly LateText[], most: string): string {
  const characters = kept.reduce((sum, { text }) => sum + text.length, 0)
  const whom = kept.every(({ field }) => isNote(field)) ? 'you alone' : most
  const late = kept.every(
    ({ why, field }) => (why === null || why === 'readOnly') && isText(field) && !isNote(field),
  )
  const where = kept.every(({ field }) => field.startsWith('summary:')) ? 'the summary' : 'your form'
  if (late)
    return `${figures.format(characters)} ${characters === 1 ? 'character' : 'characters'} came when ${where} could not be written. They are kept for ${most}.`
  const one = kept.length === 1
  const some =
    whom !== 'you alone' && kept.some(({ field }) => isNote(field)) ? ' Notes are kept for you alone.' : ''
  return `${counted(kept.length, 'thing')} that you typed did not count. ${one ? 'It is' : 'They are'} kept for ${whom}.${some}`
}

function hereSentence(here: readonly SetAside[]): string {
  return here.some(({ refused }) => refused !== null)
    ? 'This was typed here and is only on this page. Copy what you need before you leave it.'
    : 'This was typed here and waits to be kept on the server.'
}

function isText(field: string): boolean {
  return /^(strengths|weaknesses|reasons|comment|line|note|summary|minority):/.test(field)
}

const figures = new Intl.NumberFormat('en-US')
