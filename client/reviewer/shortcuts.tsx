import { useEffect, useEffectEvent, useState } from 'react'
import { unitsPerPoint } from '../../shared/rubric/shown-points.ts'
import type { Scaled } from '../../shared/rubric/told-points.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Keycap } from '../ui/keycap.tsx'
import './shortcuts.css'

/**
 * What a key does while nobody types in a field; `digit` is any of 0 to 9, which then lands where the focus has gone. Keys that type
 * nothing (`F3`, `shift+F3`) work in fields too.
 */
export interface ShortcutActions {
  readonly [key: string]: () => void
}

export interface ShortcutSheet {
  readonly open: boolean
  readonly on: boolean
  readonly show: () => void
  readonly close: () => void
  readonly turn: (on: boolean) => void
}

const remembered = 'panelroom.single-keys'
/** Single keys that go on from where they have led, as often as the keyboard repeats them. Any other acts once, however long it is held. */
const onward: ReadonlySet<string> = new Set(['j', 'k', 'n', 'i'])

/** Single keys that lead through the form. They can be turned off, for speech input and the like (WCAG 2.1.4). */
export function useShortcuts(actions: ShortcutActions): ShortcutSheet {
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(() => localStorage.getItem(remembered) !== 'off')
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (document.querySelector('[role=dialog], [role=alertdialog]')) return
    const named = event.key.length > 1 && actions[event.shiftKey ? `shift+${event.key}` : event.key]
    if (named) {
      event.preventDefault()
      named()
      return
    }
    if (!on || types(event.target)) return
    if (event.key === '?') {
      setOpen(true)
      return
    }
    if (/^\d$/.test(event.key)) {
      actions['digit']?.()
      return
    }
    const action = actions[event.key.toLowerCase()]
    if (!action || event.shiftKey) return
    event.preventDefault()
    if (event.repeat && !onward.has(event.key.toLowerCase())) return
    action()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
  return {
    open,
    on,
    show: () => setOpen(true),
    close: () => setOpen(false),
    turn: (next) => {
      localStorage.setItem(remembered, next ? 'on' : 'off')
      setOn(next)
    },
  }
}

const keys: readonly (readonly [string, string])[] = [
  ['0–9', 'Write the points of this row'],
  ['N', 'Next row without points'],
  ['I', 'Next row that lacks anything'],
  ['G', 'Go to a row by its id'],
  ['J', 'Next row'],
  ['K', 'Row before'],
  ['S', 'Strengths'],
  ['W', 'Weaknesses'],
  ['?', 'This sheet'],
]

const inApplication: readonly (readonly [string, string])[] = [
  ['/', 'Search the application'],
  ['F3', 'Next place found'],
  ['Shift F3', 'Place before'],
  ['Alt ↓, Alt ↑', 'Select the paragraph after, before'],
  ['] [', 'Select the sentence after, before'],
  ['Shift', 'With either: select more'],
  ['H', 'Highlight what is selected'],
  ['M', 'Write a note to it'],
]

const inPoints: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'One point more or less'],
  ['Page up, Page down', 'Five points more or less'],
]

/** Where points are not whole. */
const inSteps: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'One step more or less'],
  ['Page up, Page down', 'Five steps more or less'],
]

const inFields: readonly (readonly [string, string])[] = [
  ['Enter', 'Write the points now'],
  ['Esc', 'Take back what is not yet written'],
  ['Ctrl or ⌘ Z', 'Undo your typing in a text'],
]

/** The sheet of shortcuts. */
export function Shortcuts({ rubric, open, on, close, turn }: ShortcutSheet & { readonly rubric: Scaled }) {
  const stepping = unitsPerPoint(rubric) === 1 ? inPoints : inSteps
  return (
    <Dialog
      open={open}
      onClose={close}
      title="Shortcuts"
      wide
      answers={<Button onClick={close}>Close</Button>}
    >
      <div className="shortcuts">
        <div className="shortcuts-two">
          <KeyList title="Anywhere, while you are not typing" keys={keys} />
          <KeyList title="In a field" keys={[...stepping, ...inFields]} />
        </div>
        <KeyList title="In the application" keys={inApplication} />
      </div>
      <Checkbox checked={on} onChange={turn}>
        Single keys lead through the form
      </Checkbox>
    </Dialog>
  )
}

/** A list of keys with what each does, under a heading. */
export function KeyList({
  title,
  keys: list,
}: {
  title: string
  keys: readonly (readonly [string, string])[]
}) {
  return (
    <section>
      <h3 className="shortcuts-title t-subheading">{title}</h3>
      <dl className="shortcuts-list">
        {list.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Keycap>{key}</Keycap>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function types(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range', 'button'].includes(target.type)
  return target instanceof HTMLElement && target.isContentEditable
}
