import { useEffect, useRef } from 'react'
import { summaryField } from '../../../shared/form/summary.ts'
import { BoundTextArea } from '../../live/bound-text-area.tsx'
import { lookCaret, useLooks } from '../../live/looks.ts'
import type { OpenRoom } from '../open-room.tsx'
import { placeAt } from './caret-place.ts'
import { Carets } from './carets.tsx'
import './summary-text.css'

export interface SummaryTextProps {
  readonly room: OpenRoom
  readonly criterion: string
  readonly writable: boolean
}

/** The text that a panel writes together, with the carets of the others in it. Key it with the criterion and the copy. */
export function SummaryText({ room, criterion, writable }: SummaryTextProps) {
  const { doc } = room.document
  const field = summaryField(criterion)
  const text = doc.getText(field)
  const around = useRef<HTMLDivElement>(null)
  const here = useLooks(room.review.id).filter(({ caret }) => caret?.field === field)

  useEffect(() => {
    const area = around.current?.querySelector('textarea')
    if (!area) return
    const shared = doc.getText(field)
    const say = (): void => {
      if (document.activeElement !== area) return lookCaret(null)
      const { selectionStart, selectionEnd, selectionDirection } = area
      const [start, end] = [placeAt(shared, selectionStart), placeAt(shared, selectionEnd)]
      const back = selectionDirection === 'backward'
      lookCaret({ field, anchor: back ? end : start, head: back ? start : end })
    }
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('selectionchange', say, { signal })
    for (const kind of ['focus', 'blur', 'input', 'select'] as const)
      area.addEventListener(kind, say, { signal })
    return () => {
      listening.abort()
      lookCaret(null)
    }
  }, [doc, field])

  return (
    <div className="summary-text" ref={around}>
      <BoundTextArea
        label="Summary"
        place={{ doc }}
        field={field}
        readOnly={!writable}
        rows={5}
        foot={writable && <WritingNow names={here.map(({ label }) => label)} />}
      />
      {writable && <Carets around={around} text={text} people={here} />}
    </div>
  )
}

function WritingNow({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <span>
      {listed.format(names)} {names.length === 1 ? 'is' : 'are'} in this text
    </span>
  )
}

const listed = new Intl.ListFormat('en-US')
