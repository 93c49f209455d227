import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import type { DocumentText } from '../../../shared/application/document-text.ts'
import { announce } from '../../ui/announce.tsx'
import { rangesOf, startAttribute, type Passage, type ShownDocument } from '../passages.ts'
import { firstBelow, roomAbove, scrollerOf } from '../sheet.ts'
import type { Picking } from './use-picked.ts'
import { extend, step, unitFrom, type Unit } from './reading-steps.ts'

/** The most of a passage that is said, in UTF-16 units: who wants to hear more of it reads it. */
const mostSaid = 300

interface Stepping {
  readonly unit: Unit
  readonly by: 1 | -1
  readonly extends: boolean
}

/**
 * While the reading column has the focus: Alt and an arrow select the paragraph below or above, brackets a sentence, with Shift
 * more of them; Escape lets go. What is selected that way is a selection as any other.
 */
export function useReadingSteps(
  { root, text }: ShownDocument,
  over: RefObject<HTMLElement | null>,
  { picked, drop }: Picking,
): void {
  const last = useRef<Passage | null>(null)
  useEffect(() => {
    if (picked && picked.start < picked.end) last.current = picked
  }, [picked])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || typesIn(event.target)) return
    if (event.key === 'Escape' && picked) {
      event.preventDefault()
      return drop()
    }
    const stepping = steppingOf(event)
    if (!stepping) return
    event.preventDefault()
    const scroller = scrollerIn(over)
    if (!scroller) return
    const from = picked ?? (last.current && isInView(root, scroller, last.current) ? last.current : null)
    const to = from ? moved(text, from, stepping) : firstInView(text, root, scroller, stepping)
    if (!to || !select(root, scroller, to, stepping.extends)) return
    last.current = to
    announce(text.text.slice(to.start, Math.min(to.end, to.start + mostSaid)))
  })
  useEffect(() => {
    const scroller = scrollerIn(over)
    const listener = (event: KeyboardEvent): void => onKey(event)
    scroller?.addEventListener('keydown', listener)
    return () => scroller?.removeEventListener('keydown', listener)
  }, [over])
}

function scrollerIn(over: RefObject<HTMLElement | null>): HTMLElement | null {
  return over.current && scrollerOf(over.current)
}

function steppingOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Stepping | null {
  if (metaKey) return null
  if (altKey && !ctrlKey && (key === 'ArrowDown' || key === 'ArrowUp'))
    return { unit: 'paragraph', by: key === 'ArrowDown' ? 1 : -1, extends: shiftKey }
  // Where a bracket is typed with AltGr, both of its modifiers are held.
  if (ctrlKey && !altKey) return null
  if (key === ']' || key === '[') return { unit: 'sentence', by: key === ']' ? 1 : -1, extends: false }
  if (key === '}' || key === '{') return { unit: 'sentence', by: key === '}' ? 1 : -1, extends: true }
  return null
}

function moved(text: DocumentText, from: Passage, { unit, by, extends: more }: Stepping): Passage | null {
  return more && from.start < from.end ? extend(text, from, unit, by) : step(text, from, unit, by)
}

function firstInView(
  text: DocumentText,
  root: HTMLElement,
  scroller: HTMLElement,
  { unit }: Stepping,
): Passage | null {
  const pieces = [...root.querySelectorAll(`[${startAttribute}]`)]
  const top = scroller.getBoundingClientRect().top
  const first = firstBelow(pieces, top)
  const whole = pieces.slice(first).find((piece) => piece.getBoundingClientRect().top >= top)
  const at = (whole ?? pieces[first])?.getAttribute(startAttribute)
  return at === null || at === undefined ? null : unitFrom(text, Number(at), unit, 1)
}

/** Selects a passage, and brings it into view; false where nothing of it is drawn. */
function select(root: HTMLElement, scroller: HTMLElement, { start, end }: Passage, grows: boolean): boolean {
  const ranges = rangesOf(root, start, end)
  const first = ranges[0]
  const final = ranges.at(-1)
  if (!first || !final) return false
  getSelection()?.setBaseAndExtent(
    first.startContainer,
    first.startOffset,
    final.endContainer,
    final.endOffset,
  )
  const seen = scroller.getBoundingClientRect()
  const above = first.getBoundingClientRect().top - (seen.top + roomAbove)
  const below = final.getBoundingClientRect().bottom - (seen.bottom - roomAbove)
  // Its end follows while it grows; else its beginning stays in view, however long it is.
  if (below > 0) scroller.scrollTop += grows ? below : Math.min(above, below)
  else if (above < 0 && !grows) scroller.scrollTop += above
  return true
}

function isInView(root: HTMLElement, scroller: HTMLElement, { start, end }: Passage): boolean {
  const [first] = rangesOf(root, start, end)
  const { top, bottom } = scroller.getBoundingClientRect()
  const at = first?.getBoundingClientRect()
  return at !== undefined && at.bottom > top && at.top < bottom
}

function typesIn(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}
