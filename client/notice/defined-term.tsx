import { type ReactNode, type ToggleEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from '../ui/icon.tsx'
import { placeUnder } from '../ui/place-under.ts'
import './defined-term.css'

interface DefinedTermProps {
  readonly term: string
  /** As it stands in the text. */
  readonly written: string
  /** What defines it. */
  readonly children: ReactNode
}

/**
 * A term that the notice defines: its definition opens beside it and can be scrolled. Escape, or a press beside it, closes it and
 * gives the focus back.
 */
export function DefinedTerm({ term, written, children }: DefinedTermProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  /** A closed definition holds nothing: a row has many of them. */
  function onBeforeToggle({ newState }: ToggleEvent): void {
    if (newState === 'open') flushSync(() => setOpen(true))
  }

  function onToggle({ newState }: ToggleEvent): void {
    if (newState === 'closed') return setOpen(false)
    if (button.current && sheet.current) placeUnder(sheet.current, button.current)
    sheet.current?.querySelector<HTMLElement>('.definition-words')?.focus({ preventScroll: true })
  }

  useEffect(() => {
    const own = sheet.current
    const from = button.current
    if (!open || !own || !from) return
    const follow = (): void => placeUnder(own, from)
    addEventListener('resize', follow)
    return () => removeEventListener('resize', follow)
  }, [open])

  return (
    <>
      <button type="button" className="defined-term" ref={button} popoverTarget={id} aria-haspopup="dialog">
        {written}
      </button>
      <div
        className="definition"
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`Definition: ${term}`}
        ref={sheet}
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
      >
        {open && (
          <>
            <div className="definition-head">
              <p className="definition-term">{term}</p>
              <p className="definition-source">Defined in the notice</p>
              <button
                type="button"
                className="definition-close"
                aria-label="Close the definition"
                onClick={() => sheet.current?.hidePopover()}
              >
                <Icon name="close" size="small" />
              </button>
            </div>
            {/* A long definition is scrolled by the arrow keys. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className="definition-words" tabIndex={0} role="group" aria-label={term}>
              {children}
            </div>
          </>
        )}
      </div>
    </>
  )
}
