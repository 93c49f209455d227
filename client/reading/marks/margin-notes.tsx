import { useLayoutEffect, useRef } from 'react'
import { pageAt } from '../../../shared/application/pages-of-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { pageName } from '../parts.ts'
import type { ShownDocument } from '../passages.ts'
import type { PlacedMark } from './mark-edits.ts'
import type { Mark } from './marks.ts'
import { stackNotes } from './note-stack.ts'
import type { Boxes } from './use-boxes.ts'
import './margin-notes.css'

/** Between notes that would touch, in pixels. */
const gap = 12

interface MarginNotesProps {
  readonly shown: ShownDocument
  readonly placed: readonly PlacedMark[]
  readonly boxes: Boxes
  /** Whether there is room for their words beside the text; else a sign stands for each. */
  readonly beside: boolean
  readonly opened: string | null
  readonly onOpen: (mark: Mark) => void
}

/** One's notes in the margin, each at its highlight or under the note before. */
export function MarginNotes({ shown, placed, boxes, beside, opened, onOpen }: MarginNotesProps) {
  const list = useRef<HTMLUListElement>(null)
  const noted = placed.filter(({ mark }) => mark.note.trim() !== '' && boxes.has(mark.id))
  useLayoutEffect(() => {
    const items = [...(list.current?.children ?? [])].filter((item) => item instanceof HTMLElement)
    const tops = stackNotes(
      noted.map(({ mark }, index) => ({
        at: boxes.get(mark.id)?.top ?? 0,
        height: items[index]?.offsetHeight ?? 0,
      })),
      beside ? gap : 2,
    )
    for (const [index, item] of items.entries()) item.style.top = `${tops[index] ?? 0}px`
  })
  if (noted.length === 0) return null
  return (
    <ul className="margin-notes" data-beside={beside || undefined} aria-label="Your notes" ref={list}>
      {noted.map(({ mark, place }, index) => {
        const page = pageName(shown.text, pageAt(shown.text, place?.start ?? 0))
        return (
          <li key={mark.id}>
            {beside && index === 0 && (
              <span className="margin-notes-who">
                <Icon name="eye" size="small" /> Only you
              </span>
            )}
            <button
              type="button"
              className="margin-note"
              data-mark={mark.id}
              aria-expanded={opened === mark.id}
              title={beside ? undefined : 'Your note'}
              onClick={() => onOpen(mark)}
            >
              <span className="visually-hidden">Your note on page {page}: </span>
              {beside ? mark.note : <Icon name="note" />}
              {!beside && <span className="visually-hidden">{mark.note}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
