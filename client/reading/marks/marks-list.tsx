import { useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { ReadingDocument } from '../../../shared/application/reading.ts'
import { useDocumentTexts } from '../../live/read.ts'
import { itemInSentence } from '../../reviewer/field-words.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Passage } from '../passages.ts'
import { listMarks, type ListedMark, type MarkGroup } from './listed-marks.ts'
import { removeMark, restoreMark, type Mark } from './marks.ts'
import './marks-list.css'

/** A highlight that is gone to. */
export interface GoingTo {
  readonly document: string
  readonly place: Passage
}

interface MarksListProps {
  readonly application: string
  readonly edition: string | null
  readonly documents: readonly ReadingDocument[]
  readonly marks: readonly Mark[]
  /** One's notes. */
  readonly doc: Y.Doc
  readonly onGo: (to: GoingTo) => void
}

/** All of one's highlights in an application, as words. */
export function MarksList({
  open,
  onClose,
  ...rest
}: MarksListProps & { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Your highlights" wide>
      <p className="marks-list-who">
        <Icon name="eye" size="small" /> Only you can see your highlights and notes. They are in no print and
        no export.
      </p>
      <List {...rest} />
    </Dialog>
  )
}

function List({ application, edition, documents, marks, doc, onGo }: MarksListProps) {
  // What is removed stays in its place here until the list is closed: one has to be able to change one's mind.
  const [removed, setRemoved] = useState<readonly Mark[]>([])
  const gone = removed.filter(({ id }) => !marks.some((mark) => mark.id === id))
  const all = [...marks, ...gone]
  const read = documents.filter(({ file }) => all.some(({ highlight }) => highlight.file === file))
  const texts = useDocumentTexts(
    application,
    read.map(({ id }) => id),
    edition,
  )
  const groups = listMarks(all, documents, (document) => {
    const text = texts[read.findIndex(({ id }) => id === document)]
    return text?.is === 'read' ? text.value : null
  })
  if (groups.length === 0)
    return (
      <p>You have none yet. Select words in the application and press Highlight, or H on the keyboard.</p>
    )
  return groups.map((group) => (
    <Group
      key={group.document?.id ?? 'gone'}
      group={group}
      gone={gone}
      onGo={onGo}
      onRemove={(mark) => {
        setRemoved([...gone, mark])
        removeMark(doc, mark.id)
        announce('Removed.')
      }}
      onRestore={(mark) => {
        restoreMark(doc, mark)
        announce('The highlight is back.')
      }}
    />
  ))
}

interface GroupProps {
  readonly group: MarkGroup
  readonly gone: readonly Mark[]
  readonly onGo: (to: GoingTo) => void
  readonly onRemove: (mark: Mark) => void
  readonly onRestore: (mark: Mark) => void
}

function Group({ group: { document, marks }, gone, onGo, onRemove, onRestore }: GroupProps) {
  return (
    <section className="marks-group">
      <h3 className="t-subheading">{document?.title ?? 'In files that staff have taken away'}</h3>
      <ul>
        {marks.map((listed) => (
          <li key={listed.mark.id}>
            <One
              listed={listed}
              document={document}
              isGone={gone.includes(listed.mark)}
              onGo={onGo}
              onRemove={onRemove}
              onRestore={onRestore}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OneProps extends Omit<GroupProps, 'group' | 'gone'> {
  readonly listed: ListedMark
  readonly document: ReadingDocument | null
  readonly isGone: boolean
}

function One({ listed: { mark, place, page, lost }, document, isGone, onGo, onRemove, onRestore }: OneProps) {
  const own = useRef<HTMLDivElement>(null)
  const { highlight, note } = mark
  const named = useMemo(() => `“${highlight.quote.slice(0, 40)}”`, [highlight])
  // The button that was pressed goes away: the one that takes it back gets the focus.
  const focusAfter = (): void => {
    requestAnimationFrame(() => own.current?.querySelector('button')?.focus())
  }
  const where = [page && `Page ${page}`, highlight.item && `made at ${itemInSentence(highlight.item)}`]
  return (
    <div className="marks-one" ref={own}>
      <p className="t-least">{where.filter(Boolean).join(', ')}</p>
      <blockquote className="marks-quote" data-gone={isGone || undefined}>
        <span>{highlight.quote}</span>
        {highlight.end - highlight.start > highlight.quote.length && '…'}
      </blockquote>
      {note !== '' && <p className="marks-note">{note}</p>}
      {lost && document && (
        <p className="third">Its words are no longer found in this reading of the file.</p>
      )}
      <div className="marks-answers">
        {isGone ? (
          <>
            <span>Removed.</span>
            <Button
              kind="quiet"
              size="small"
              aria-label={`Undo: bring back ${named}`}
              onClick={() => {
                onRestore(mark)
                focusAfter()
              }}
            >
              Undo
            </Button>
          </>
        ) : (
          <>
            {place && document && (
              <Button
                kind="quiet"
                size="small"
                aria-label={`Go to it: ${named}`}
                onClick={() => onGo({ document: document.id, place })}
              >
                Go to it
              </Button>
            )}
            <Button
              kind="quiet"
              size="small"
              aria-label={`Remove ${named}`}
              onClick={() => {
                onRemove(mark)
                focusAfter()
              }}
            >
              Remove
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
