import { useCallback, useEffect, useState, type RefObject } from 'react'
import { selectedPassage, startAttribute, type Passage, type ShownDocument } from '../passages.ts'

export interface Picking {
  /** Null where nothing is. */
  readonly picked: Passage | null
  /** Lets go of it. */
  readonly drop: () => void
}

/**
 * What is selected of the shown document, or the place that was pressed in it (a passage without length). While a selection is
 * drawn with the pointer it is not told; `within` belongs to it: a press there changes nothing.
 */
export function usePicked(
  { root }: Pick<ShownDocument, 'root'>,
  within: RefObject<HTMLElement | null>,
): Picking {
  const [found, setFound] = useState<{ root: HTMLElement; passage: Passage } | null>(null)
  const picked = found?.root === root ? found.passage : null

  useEffect(() => {
    const own = new AbortController()
    const { signal } = own
    let pressed = false
    let frame = 0
    const look = (): void => {
      frame = 0
      if (pressed) return
      const passage = selectedPassage(root)
      setFound((before) => {
        if (!passage) return before && isPoint(before.passage) ? before : null
        const same = before?.passage.start === passage.start && before.passage.end === passage.end
        return same && before.root === root ? before : { root, passage }
      })
    }
    const soon = (): void => {
      frame ||= requestAnimationFrame(look)
    }
    const isWithin = (target: EventTarget | null): boolean =>
      target instanceof Node && within.current?.contains(target) === true
    const press = ({ target }: Event): void => {
      if (isWithin(target)) return
      pressed = true
      setFound((before) => (before && isPoint(before.passage) ? null : before))
    }
    const release = (): void => {
      pressed = false
      soon()
    }
    const click = (event: MouseEvent): void => {
      const at = getSelection()?.isCollapsed === false ? null : placeAt(event.clientX, event.clientY)
      if (at !== null) setFound({ root, passage: { start: at, end: at } })
    }
    document.addEventListener('selectionchange', soon, { signal })
    document.addEventListener('pointerdown', press, { signal, capture: true })
    document.addEventListener('pointerup', release, { signal, capture: true })
    document.addEventListener('pointercancel', release, { signal, capture: true })
    root.addEventListener('click', click, { signal })
    return () => {
      own.abort()
      cancelAnimationFrame(frame)
    }
  }, [root, within])

  const drop = useCallback(() => {
    getSelection()?.removeAllRanges()
    setFound(null)
  }, [])
  return { picked, drop }
}

function isPoint({ start, end }: Passage): boolean {
  return start === end
}

/** The place in the text under a point of the screen; null where no word is there. */
function placeAt(x: number, y: number): number | null {
  // An older browser has none: there one selects.
  if (!('caretPositionFromPoint' in document)) return null
  const caret = document.caretPositionFromPoint(x, y)
  const words = caret?.offsetNode
  const start = words instanceof Text ? words.parentElement?.getAttribute(startAttribute) : null
  return caret && start !== null && start !== undefined ? Number(start) + caret.offset : null
}
