import {
  type MouseEvent,
  type RefObject,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { DocumentText } from '../../shared/application/document-text.ts'
import type { Places } from '../../shared/application/places.ts'
import { itemAlone } from '../reading/parts.ts'
import { Button } from '../ui/button.tsx'
import { BorderHandle } from './border-handle.tsx'
import { BorderedPage } from './bordered-page.tsx'
import { bordersOf, moveBorder, reachOf, type Border, type Rivals } from './borders.ts'
import { firstFrom, piecesOf, stopBeside, stopOf, stopOfPage, stopsOf, stopWithin } from './stops.ts'
import { firstStartInView, pieceAtPoint } from './stop-at-point.ts'
import { useBorderDrag } from './use-border-drag.ts'
import '../reading/text-sheet.css'
import './bordered-text.css'

export interface BorderedTextProps {
  /** Is given what tells the first place in view at which a border can stand. */
  readonly inView: RefObject<(() => number | null) | null>
  readonly document: string
  readonly text: DocumentText
  /** As they are drawn here; their ends in this document stand at stops. */
  readonly places: Places
  /** Where the text is cut beside its own blocks: other borders that there are. */
  readonly cutAt: readonly Places[]
  readonly rivals: Rivals
  /** The criterion or priority that one is at. */
  readonly item: string
  readonly locked: boolean
  /** Where to go when `turn` changes. */
  readonly going: { readonly start: number; readonly turn: number }
  readonly onDraw: (places: Places) => void
  readonly onItem: (item: string) => void
  /** Lets the part that one is at begin or end there; false where that cannot be. */
  readonly onBegin: (at: number) => boolean
  readonly onEnd: (at: number) => boolean
}

/** How a border is moved by the keyboard. */
export type Step = 'before' | 'after' | 'pageBefore' | 'pageAfter' | 'first' | 'last'

/** A document's text with a rule wherever a part begins or ends, which can be moved. */
export function BorderedText(props: BorderedTextProps) {
  const { inView, document: id, text, places, cutAt, rivals, item, locked, going, onDraw, onItem } = props
  const root = useRef<HTMLElement>(null)
  const { length } = text.text
  const cuts = cutAt
    .flatMap((one) => Object.values(one))
    .flatMap((place) => (place?.document === id ? [place.start, place.end] : []))
    .join(' ')
  const pages = useMemo(() => piecesOf(text, cuts === '' ? [] : cuts.split(' ').map(Number)), [text, cuts])
  const stops = useMemo(() => stopsOf(pages, text), [pages, text])
  const borders = bordersOf(places, id)
  const own = places[item]?.document === id ? places[item] : null

  const [picked, setPicked] = useState<Picked | null>(null)
  const focusAt = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (focusAt.current === null) return
    const handle = root.current?.querySelector<HTMLElement>(`[data-border="${focusAt.current}"]`)
    focusAt.current = null
    handle?.focus({ preventScroll: true })
    handle?.scrollIntoView({ block: 'nearest' })
  })
  useGoing(root, going)
  useImperativeHandle(inView, () => () => {
    const start = root.current && firstStartInView(root.current)
    return start === null ? null : stopOf(stops, start)
  })

  function put(border: Border, at: number, focus: boolean): void {
    if (focus) focusAt.current = at
    setPicked(null)
    if (at !== border.at) onDraw(moveBorder(places, border, at, { rivals, length }))
  }

  const drag = useBorderDrag({
    root,
    stopFor: (border, under) => {
      const index = firstFrom(stops, under.start)
      const wanted = under.lower ? (stops[index + 1] ?? under.start) : under.start
      return stopWithin(stops, reachOf(places, border, rivals, length), wanted)
    },
    onDrop: (border, at) => put(border, at, true),
  })

  function step(border: Border, by: Step): void {
    const reach = reachOf(places, border, rivals, length)
    const wanted = {
      before: () => stopBeside(stops, border.at, -1),
      after: () => stopBeside(stops, border.at, 1),
      pageBefore: () => stopOfPage(stops, text, border.at, -1),
      pageAfter: () => stopOfPage(stops, text, border.at, 1),
      first: () => reach.from,
      last: () => reach.to,
    }[by]()
    const at = wanted === null ? null : stopWithin(stops, reach, wanted)
    if (at !== null) put(border, at, true)
  }

  /** One is at the part that begins there, or at the one that ends there, if one was at neither. */
  function focus({ begins, ends }: Border): void {
    if (!begins.includes(item) && !ends.includes(item)) onItem(begins[0] ?? ends[0] ?? item)
  }

  // Pages that nothing has changed on are not drawn again, so what they call has to stay the same.
  const latest = useRef({ step, grab: drag.grab, focus })
  useLayoutEffect(() => {
    latest.current = { step, grab: drag.grab, focus }
  })
  const onStep = useCallback((border: Border, by: Step) => latest.current.step(border, by), [])
  const onGrab = useCallback(
    (border: Border, event: React.PointerEvent) => latest.current.grab(border, event),
    [],
  )
  const onFocus = useCallback((border: Border) => latest.current.focus(border), [])
  const handles = { text, stops, locked, onStep, onGrab, onFocus }

  function pick({ clientX, clientY, target }: MouseEvent): void {
    const within = root.current
    if (locked || !within || (target as Element).closest('[data-border], button, a')) return
    if (!(getSelection()?.isCollapsed ?? true)) return
    setPicked(pickedAt(within, clientX, clientY, stops))
  }

  const last = borders.find(({ at }) => at >= length)
  return (
    // A paragraph is chosen by the pointer; the keyboard has the borders themselves and the buttons over the text.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <article ref={root} className="text-sheet bordered-text" onClick={pick}>
      {pages.map((page) => (
        <BorderedPage
          key={page.page}
          page={page}
          borders={bordersOn(page.pieces, borders)}
          own={own && overlaps(page.pieces, own) ? own : null}
          {...handles}
        />
      ))}
      {last && <BorderHandle border={last} {...handles} />}
      {drag.line !== null && <span className="bordered-text-drop" style={{ top: drag.line }} aria-hidden />}
      {picked && !drag.dragging && (
        <div className="bordered-text-picked" style={{ top: picked.top, height: picked.height }}>
          <div className="bordered-text-tools">
            {own?.start !== picked.start && (
              <Button size="small" onClick={() => leave(() => props.onBegin(picked.start))}>
                {itemAlone(item)} begins here
              </Button>
            )}
            {own && own.start < picked.start && (
              <Button size="small" onClick={() => leave(() => props.onEnd(picked.start))}>
                {itemAlone(item)} ends before it
              </Button>
            )}
            <Button kind="quiet" size="small" onClick={() => setPicked(null)}>
              Neither
            </Button>
          </div>
        </div>
      )}
    </article>
  )

  function leave(act: () => boolean): void {
    if (act() && picked) focusAt.current = picked.start
    setPicked(null)
  }
}

interface Picked {
  readonly start: number
  readonly top: number
  readonly height: number
}

/** The paragraph under a point, with where it stands in the text. */
function pickedAt(root: HTMLElement, x: number, y: number, stops: readonly number[]): Picked | null {
  const under = pieceAtPoint(root, x, y)
  if (!under) return null
  const { top, height } = under.words.getBoundingClientRect()
  return { start: stopOf(stops, under.start), top: top - root.getBoundingClientRect().top, height }
}

type Pieces = readonly { readonly start: number }[]

function bordersOn(pieces: Pieces, borders: readonly Border[]): readonly Border[] {
  const first = pieces[0]?.start ?? Infinity
  const last = pieces.at(-1)?.start ?? -Infinity
  return borders.filter(({ at }) => at >= first && at <= last)
}

function overlaps(pieces: Pieces, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return start <= (pieces.at(-1)?.start ?? -1) && end > (pieces[0]?.start ?? Infinity)
}

/** Brings the place that is asked for under the upper edge, whenever it is asked anew. */
function useGoing(root: RefObject<HTMLElement | null>, { start, turn }: BorderedTextProps['going']): void {
  useLayoutEffect(() => {
    const within = root.current
    if (!within) return
    const rule = within.querySelector(`[data-border="${start}"]`)
    const words = within.querySelector(`[data-start="${start}"]`)
    ;(rule ?? words)?.scrollIntoView({ block: 'start' })
    // Another turn asks again for the same place.
  }, [root, start, turn])
}
