import { useEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { noteField } from '../../../shared/form/notes.ts'
import { limits } from '../../../shared/protocol/limits.ts'
import { BoundTextArea } from '../../live/bound-text-area.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Box } from './mark-boxes.ts'
import type { Mark } from './marks.ts'
import './note-box.css'

/** How wide it is at most, in pixels. */
const width = 320
const gap = 8

interface NoteBoxProps {
  readonly doc: Y.Doc
  readonly mark: Mark
  /** Where its highlight is, and what one sees around it. */
  readonly box: Box
  readonly view: Box
  readonly onTyped: () => void
  readonly onClose: () => void
  readonly onRemove: () => void
}

/** A highlight's note while it is written: under the highlighted words. What is typed is in the document at once; closing it loses nothing. */
export function NoteBox({ doc, mark, box, view, onTyped, onClose, onRemove }: NoteBoxProps) {
  const own = useRef<HTMLDivElement>(null)
  useEffect(() => {
    own.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }, [])
  // It grows with what is typed, and the text may make room for notes: where one writes stays in view.
  const stay = (): void => {
    if (own.current?.contains(document.activeElement)) own.current.scrollIntoView({ block: 'nearest' })
  }
  useEffect(stay, [box.bottom])
  const left = Math.max(view.left + gap, Math.min(box.left, view.right - gap - width))
  return (
    // Escape does what its button does.
    <div
      className="note-box"
      role="group"
      aria-label="Note to a highlight"
      ref={own}
      style={{ '--left': `${left}px`, '--top': `${box.bottom + gap}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onClose()
      }}
    >
      <BoundTextArea
        place={{ doc }}
        field={noteField(mark.id)}
        label="Your note"
        most={limits.noteLength}
        voice="note"
        rows={3}
        onTyped={() => {
          onTyped()
          stay()
        }}
        foot={
          <span className="note-box-who">
            <Icon name="eye" size="small" /> Only you
          </span>
        }
      />
      <div className="note-box-answers">
        <Button size="small" keys="Esc" onClick={onClose}>
          Done
        </Button>
        <Button kind="quiet" size="small" onClick={onRemove}>
          Remove highlight
        </Button>
      </div>
    </div>
  )
}
