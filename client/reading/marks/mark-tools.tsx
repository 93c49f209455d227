import type { Cited } from '../../../shared/form/cited.ts'
import { Button } from '../../ui/button.tsx'
import type { Box, View } from './mark-boxes.ts'
import { pagesInShort } from './citing.ts'
import type { Mark } from './marks.ts'
import './mark-tools.css'

/** What its line takes at most, in pixels. */
const size = { width: 400, height: 40 }
const gap = 8

interface MarkToolsProps {
  /** Where the words are that it is for, and what one sees around them. */
  readonly box: Box
  readonly view: View
  /** The highlight that they lie in. */
  readonly mark: Mark | null
  readonly toCite: readonly Cited[]
  readonly criterion: string | null
  readonly onMark: () => void
  readonly onNote: () => void
  readonly onRemove: (mark: Mark) => void
  readonly onCite: () => void
}

/** What can be done with the words that are selected: a line above or below them, never over them. On a phone it is a bar at the bottom. */
export function MarkTools(props: MarkToolsProps) {
  const { box, view, mark, toCite, criterion, onMark, onNote, onRemove, onCite } = props
  return (
    // A press on it must not take the selection away.
    <div
      className="mark-tools"
      role="group"
      aria-label={mark ? 'This highlight' : 'Selected words'}
      {...placed(box, view)}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {!mark && (
        <Button kind="quiet" size="small" keys="H" onClick={onMark}>
          Highlight
        </Button>
      )}
      <Button kind="quiet" size="small" keys="M" onClick={onNote}>
        {mark ? (
          mark.note === '' ? (
            'Write a note'
          ) : (
            'Open its note'
          )
        ) : (
          <>
            <span className="visually-hidden">Highlight </span>With a note
          </>
        )}
      </Button>
      {toCite.length > 0 && (
        <Button kind="quiet" size="small" onClick={onCite}>
          Cite {pagesInShort(toCite.map(({ page }) => page))} for {criterion}
        </Button>
      )}
      {mark && (
        <Button kind="quiet" size="small" onClick={() => onRemove(mark)}>
          Remove highlight
        </Button>
      )}
    </div>
  )
}

/** Above the words where there is room, else below them; a bar where they fill all that one sees. */
function placed(box: Box, view: View) {
  const above = box.top - gap
  const below = box.bottom + gap
  const place =
    above - size.height >= view.top ? 'above' : below + size.height <= view.bottom ? 'below' : 'bar'
  return {
    'data-place': place,
    style: {
      '--left': `${Math.max(view.left + gap, Math.min(box.left, view.right - gap - size.width))}px`,
      '--top': `${place === 'above' ? above : below}px`,
      '--foot': `${view.foot}px`,
    },
  }
}
