import { KeyList, type ShortcutSheet } from '../../reviewer/shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'

const forSeats: readonly (readonly [string, string])[] = [
  ['H', 'Raise or lower your hand'],
  ['F', 'Look elsewhere, or come back to what is in focus'],
]

const forAll: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'In the list of rows: the row before, the next'],
  ['Ctrl or ⌘ Enter', 'In a message: send it'],
  ['?', 'This sheet'],
]

/** The sheet of shortcuts of the panel's room. */
export function RoomShortcuts({
  open,
  on,
  close,
  turn,
  monitors,
}: ShortcutSheet & { readonly monitors: boolean }) {
  return (
    <Dialog open={open} onClose={close} title="Shortcuts" answers={<Button onClick={close}>Close</Button>}>
      <div className="shortcuts">
        <KeyList
          title="In the panel room, while you are not typing"
          keys={monitors ? forAll : [...forSeats, ...forAll]}
        />
      </div>
      <Checkbox checked={on} onChange={turn}>
        Single keys act in the room
      </Checkbox>
    </Dialog>
  )
}
