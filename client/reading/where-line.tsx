import type { DocumentText } from '../../shared/application/document-text.ts'
import type { ReadingDocument } from '../../shared/application/reading.ts'
import { itemInSentence } from '../reviewer/field-words.ts'
import { Button } from '../ui/button.tsx'
import { pagesInWords, type Part } from './parts.ts'
import './where-line.css'

interface WhereLineProps {
  /** What is being scored: a criterion or priority. */
  readonly placed: string
  readonly part: Part | null
  /** The text of the part's document; null while that is read. */
  readonly text: DocumentText | null
  readonly documents: readonly ReadingDocument[]
  readonly confirmed: boolean
  readonly previous: Part | null
  readonly next: Part | null
  readonly onGo: (part: Part) => void
  /** Leads back to where one was before the last jump. */
  readonly onBack: (() => void) | null
}

/** Which part answers what is being scored, and the ways from part to part and back. */
export function WhereLine(props: WhereLineProps) {
  const { placed, part, confirmed, previous, next, onGo, onBack } = props
  const proposed = part !== null && !confirmed
  return (
    <div className="where-line">
      <p className="where-answer">
        <strong>Where {itemInSentence(placed)} is answered</strong>{' '}
        {part ? (
          <button type="button" className="where-pages" onClick={() => onGo(part)}>
            {wordsOf(part, props)}
          </button>
        ) : (
          <span className="second">not found: staff have not said where. Read or search.</span>
        )}
      </p>
      <span className="where-turns">
        <Turn to={previous} words="Part before" icon="chevron-left" onGo={onGo} />
        <Turn to={next} words="Next part" icon="chevron-right" onGo={onGo} />
      </span>
      {(proposed || onBack) && (
        <p className="where-more">
          {proposed && <span className="t-least">Proposed, not confirmed by staff.</span>}
          {onBack && (
            <button type="button" className="link" data-look="text" onClick={onBack}>
              Back to where you were
            </button>
          )}
        </p>
      )}
    </div>
  )
}

interface TurnProps {
  readonly to: Part | null
  readonly words: string
  readonly icon: 'chevron-left' | 'chevron-right'
  readonly onGo: (part: Part) => void
}

function Turn({ to, words, icon, onGo }: TurnProps) {
  if (!to) return <span className="where-no-turn" />
  const label = `${words}: ${itemInSentence(to.item)}`
  return (
    <Button kind="quiet" size="small" icon={icon} aria-label={label} title={label} onClick={() => onGo(to)}>
      {null}
    </Button>
  )
}

function wordsOf(part: Part, { text, documents }: WhereLineProps): string {
  const title = documents.find(({ id }) => id === part.document)?.title
  const pages = text && pagesInWords(text, part)
  return [pages, documents.length > 1 ? title : null].filter(Boolean).join(', ') || 'Go to it'
}
