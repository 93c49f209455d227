import { memo, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import type * as Y from 'yjs'
import { selectedPassage, type Passage, type ShownDocument } from '../passages.ts'
import { scrollerOf } from '../sheet.ts'
import { MarginNotes } from './margin-notes.tsx'
import { markAround } from './mark-edits.ts'
import { MarkTools } from './mark-tools.tsx'
import { restoreMark, type Mark } from './marks.ts'
import { NoteBox } from './note-box.tsx'
import { placerFor } from './place-marks.ts'
import { useBoxes } from './use-boxes.ts'
import type { MarkActs } from './use-mark-acts.ts'
import { usePaintedMarks } from './use-painted-marks.ts'
import { usePicked } from './use-picked.ts'
import { useReadingSteps } from './use-reading-steps.ts'
import { useWidth } from './use-width.ts'
import './marks-layer.css'

/** What keys do with what is selected. */
export interface MarkCommands {
  readonly highlight: () => void
  /** Highlights it where it is not yet, and opens its note. */
  readonly note: () => void
}

interface MarksLayerProps {
  readonly shown: ShownDocument
  /** Where the notes are written, and which copy of it this is. */
  readonly doc: Y.Doc
  readonly copy: number
  readonly marks: readonly Mark[]
  readonly acts: MarkActs
  /** The highlight whose note is open, as it was then. */
  readonly opened: Mark | null
  readonly onOpen: (mark: Mark | null) => void
  readonly commands: Ref<MarkCommands>
}

/** The least width of a column in which notes stand beside its text, in pixels. */
const leastBeside = 420

/** The name of what is selected among the passages that are measured; highlights go by their ids. */
const selection = 'selection'

/** What is drawn over a document: its highlights, the notes beside them, and what can be done with what is selected. */
export const MarksLayer = memo(function MarksLayer(props: MarksLayerProps) {
  const { shown, doc, copy, marks, acts, opened, onOpen, commands } = props
  const own = useRef<HTMLDivElement>(null)
  const placer = useMemo(() => placerFor(shown.file, shown.text.text), [shown.file, shown.text])
  const placed = useMemo(() => placer(marks), [placer, marks])
  usePaintedMarks(shown, placed)
  const { picked, drop } = usePicked(shown, own)
  useReadingSteps(shown, own, { picked, drop })

  const around = useMemo(() => picked && markAround(placed, picked), [picked, placed])
  // Of a highlight that was pressed all words are what one has in hand.
  const passage = picked && picked.start < picked.end ? picked : (around?.place ?? null)

  const writing = opened && (marks.find(({ id }) => id === opened.id) ?? opened)
  const wanted = useMemo(() => {
    const written = writing ? placer([writing]) : []
    const standing = [...placed.filter(({ mark }) => mark.note !== ''), ...written]
    const passages = new Map<string, Passage>(
      standing.flatMap(({ mark, place }) => (place ? [[mark.id, place]] : [])),
    )
    return passage ? passages.set(selection, passage) : passages
  }, [passage, placed, placer, writing])
  const { boxes, view } = useBoxes(shown, own, wanted)
  const over = shown.root.classList.contains('pdf-sheet') ? 'pages' : 'text'
  const beside = useWidth(own) >= leastBeside && over === 'text'

  const toColumn = (): void => {
    if (own.current) scrollerOf(own.current).focus({ preventScroll: true })
  }
  /** Nothing that has the focus goes away with it. */
  const letGo = (): void => {
    if (own.current?.contains(document.activeElement)) toColumn()
    drop()
  }
  const mark = (which: 'new' | 'any'): Mark | null => {
    // A key may be faster than what is told of a selection.
    const inHand = selectedPassage(shown.root) ?? passage
    const known = inHand && markAround(placed, inHand)
    if (!inHand) acts.say('Select words in the application first.')
    else if (known && which === 'new') acts.say('It is highlighted already.')
    const made = inHand && !known ? acts.mark(shown, placed, inHand) : null
    if (inHand) letGo()
    return known?.mark ?? made
  }
  const highlight = (): void => void mark('new')
  const note = (): void => {
    const written = mark('any')
    if (written) onOpen(written)
  }
  useImperativeHandle(commands, () => ({ highlight, note }))

  const close = (id: string): void => {
    onOpen(null)
    const sign = own.current?.querySelector<HTMLElement>(`[data-mark='${id}']`)
    if (sign) sign.focus({ preventScroll: true })
    else toColumn()
  }
  const toolsAt = passage && boxes.get(selection)
  const boxAt = writing && boxes.get(writing.id)
  const isNoted = boxAt != null || placed.some(({ mark }) => mark.note.trim() !== '')
  return (
    <div
      className="marks"
      ref={own}
      data-over={over}
      data-notes={isNoted ? (beside ? 'beside' : 'signs') : undefined}
    >
      {toolsAt && (
        <MarkTools
          box={toolsAt}
          view={view}
          mark={around?.mark ?? null}
          toCite={acts.toCite(shown, passage)}
          criterion={acts.criterion}
          onMark={highlight}
          onNote={note}
          onRemove={(mark) => {
            acts.remove(mark)
            if (mark.id === writing?.id) onOpen(null)
            letGo()
          }}
          onCite={() => {
            acts.cite(acts.toCite(shown, passage))
            letGo()
          }}
        />
      )}
      <MarginNotes
        shown={shown}
        placed={placed}
        boxes={boxes}
        beside={beside}
        opened={writing?.id ?? null}
        onOpen={onOpen}
      />
      {writing && boxAt && (
        <NoteBox
          key={`${writing.id} ${copy}`}
          doc={doc}
          mark={writing}
          box={boxAt}
          view={view}
          onTyped={() => {
            // Whoever goes on writing beside a highlight that another tab has taken away still wants it.
            if (!marks.some(({ id }) => id === writing.id)) restoreMark(doc, writing)
          }}
          onClose={() => close(writing.id)}
          onRemove={() => {
            close(writing.id)
            acts.remove(writing)
          }}
        />
      )}
    </div>
  )
})
