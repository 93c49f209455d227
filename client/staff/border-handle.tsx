import type { KeyboardEvent } from 'react'
import { pageAt } from '../../shared/application/pages-of-text.ts'
import { itemAlone, pageName } from '../reading/parts.ts'
import type { Handles } from './bordered-page.tsx'
import type { Step } from './bordered-text.tsx'
import type { Border } from './borders.ts'
import { firstFrom } from './stops.ts'
import './border-handle.css'

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'before',
  ArrowLeft: 'before',
  ArrowDown: 'after',
  ArrowRight: 'after',
  PageUp: 'pageBefore',
  PageDown: 'pageAfter',
  Home: 'first',
  End: 'last',
}

/** A rule where parts begin or end. It is dragged, or moved by the arrow keys paragraph by paragraph, by Page up and down page by page. */
export function BorderHandle({
  border,
  text,
  stops,
  locked,
  onStep,
  onGrab,
  onFocus,
}: Handles & { border: Border }) {
  const { at, ends, begins } = border
  const words = [said(ends, 'ends', 'end'), said(begins, 'begins', 'begin')].filter(Boolean).join(', ')
  if (locked) {
    return (
      <p className="border-handle" data-border={at}>
        {words}
      </p>
    )
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key]
    if (!step) return
    event.preventDefault()
    onStep(border, step)
  }

  return (
    <div
      className="border-handle"
      role="slider"
      tabIndex={0}
      data-border={at}
      data-movable
      aria-orientation="vertical"
      aria-label={`Border: ${words}`}
      aria-valuemin={0}
      aria-valuemax={stops.length - 1}
      aria-valuenow={firstFrom(stops, at)}
      aria-valuetext={placeInWords({ text, at })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => onGrab(border, event)}
      onFocus={() => onFocus(border)}
    >
      <Grip />
      {words}
    </div>
  )
}

/** Three strokes, to be taken hold of. */
function Grip() {
  return (
    <svg className="border-handle-grip" viewBox="0 0 12 12" aria-hidden focusable="false">
      <path d="M1 3h10M1 6h10M1 9h10" />
    </svg>
  )
}

function said(items: readonly string[], one: string, many: string): string {
  if (items.length === 0) return ''
  return `${items.map(itemAlone).join(' and ')} ${items.length === 1 ? one : many}`
}

/** How much of what follows a border is told of it. */
const told = 60

function placeInWords({ text, at }: Pick<Handles, 'text'> & { at: number }): string {
  if (at >= text.text.length) return 'at the end'
  const words = text.text
    .slice(at, at + told)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `page ${pageName(text, pageAt(text, at))}, before “${words}”`
}
