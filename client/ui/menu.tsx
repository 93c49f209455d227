import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon } from './icon.tsx'
import { placeUnder } from './place-under.ts'
import './menu.css'

export interface MenuChoice<Id extends string> {
  readonly id: Id
  readonly label: string
  /** Ticked: what holds now. */
  readonly now?: boolean | undefined
}

export interface MenuProps<Id extends string> {
  /** Spoken for the button and its list: "Order of the agenda". */
  readonly label: string
  /** What stands on the button: words, or a sign. */
  readonly children: ReactNode
  /** `words`: with a chevron, in a head. `sign`: a sign alone, in a table. */
  readonly look?: 'words' | 'sign' | undefined
  readonly choices: readonly MenuChoice<Id>[]
  readonly onPick: (id: Id) => void
}

/**
 * A button that opens a list of things to do; nothing is done before one of them is pressed. Escape, or a press beside it, closes the
 * list and gives the focus back to the button.
 */
export function Menu<Id extends string>({ label, children, look = 'words', choices, onPick }: MenuProps<Id>) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  /** A closed list holds nothing: a table has one in each of its rows. */
  function onBeforeToggle({ newState }: ToggleEvent): void {
    if (newState === 'open') flushSync(() => setOpen(true))
  }

  function onToggle({ newState }: ToggleEvent): void {
    if (newState === 'closed') return setOpen(false)
    if (button.current && sheet.current) placeUnder(sheet.current, button.current)
    sheet.current?.querySelector('button')?.focus()
  }

  return (
    <>
      <button
        type="button"
        className="menu-button"
        data-look={look}
        aria-label={label}
        popoverTarget={id}
        ref={button}
      >
        {children}
        {look === 'words' && <Icon name="chevron-down" size="small" />}
      </button>
      <div
        className="menu"
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        ref={sheet}
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
        onKeyDown={(event) => moveAlong(event, sheet.current)}
      >
        {open &&
          choices.map(({ id: choice, label: words, now = false }) => (
            <button
              key={choice}
              type="button"
              className="menu-choice"
              aria-current={now ? 'true' : undefined}
              onClick={() => {
                sheet.current?.hidePopover()
                onPick(choice)
              }}
            >
              <span className="menu-tick">{now && <Icon name="check" size="small" />}</span>
              <span>{words}</span>
            </button>
          ))}
      </div>
    </>
  )
}

/** The arrow keys are a second way beside Tab. */
function moveAlong(event: KeyboardEvent, sheet: HTMLElement | null): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined || !sheet) return
  const choices = [...sheet.querySelectorAll('button')]
  const at = choices.findIndex((choice) => choice === document.activeElement)
  event.preventDefault()
  choices.at((at + by) % choices.length)?.focus()
}
