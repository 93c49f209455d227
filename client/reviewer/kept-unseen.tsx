import { counted } from '../room/number-words.ts'
import { Icon } from '../ui/icon.tsx'

/** After a recusal its author sees only that something is kept: `count` is the view's `keptUnseen`. Draws nothing for 0. */
export function KeptUnseen({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <p className="kept-unseen">
      <Icon name="tray" size="small" /> {counted(count, 'thing')} you typed on applications you are recused
      from {count === 1 ? 'is' : 'are'} kept and did not count. Staff can read {count === 1 ? 'it' : 'them'};
      you cannot.
    </p>
  )
}
