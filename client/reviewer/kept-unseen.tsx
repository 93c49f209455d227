import { counted } from '../room/number-words.ts'
import { Icon } from '../ui/icon.tsx'
import './kept-unseen.css'

/** After a recusal its author sees only that something is kept: `count` is the view's `keptUnseen`. Draws nothing for 0. */
export function KeptUnseen({ count }: { readonly count: number }) {
  if (count === 0) return null
  const one = count === 1
  return (
    <p className="kept-unseen">
      <Icon name="tray" size="small" />
      <span>
        {counted(count, 'thing')} you typed on applications that you are recused from did not count and{' '}
        {one ? 'is' : 'are'} kept. Staff can read {one ? 'it' : 'them'}; you cannot.
      </span>
    </p>
  )
}
