import { useState } from 'react'
import type { ProgressView } from '../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { Button } from '../ui/button.tsx'
import { ExcuseDialog } from './excuse-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { UndoRecusalDialog } from './undo-recusal-dialog.tsx'
import { useView } from '../live/connection.ts'
import { standInsFor } from './stand-ins.ts'

interface SeatActionsProps {
  readonly review: ReviewView
  readonly person: ProgressView
}

type Action = 'extend' | 'excuse' | 'replace' | 'undo'

/** What staff can do for a seat: more time and excusing while it sits; bringing it back or replacing it once it has left. */
export function SeatActions({ review, person }: SeatActionsProps) {
  const [asked, setAsked] = useState<Action | null>(null)
  const { seat, label } = person
  const view = useView()
  const replaceable = view !== null && standInsFor(view, review).length > 0
  const actions = actionsFor(review, person, replaceable)
  const dialog = (action: Action) => ({ open: asked === action, onClose: () => setAsked(null) })
  return (
    <>
      {actions.map((action) => (
        <Button
          key={action}
          kind="quiet"
          size="small"
          aria-label={`${names[action]} ${label}`}
          onClick={() => setAsked(action)}
        >
          {words[action]}
        </Button>
      ))}
      {actions.includes('undo') && <UndoRecusalDialog review={review} person={person} {...dialog('undo')} />}
      {seat !== null && (
        <>
          {actions.includes('extend') && (
            <ExtendDialog review={review} seat={seat} label={label} {...dialog('extend')} />
          )}
          {actions.includes('excuse') && (
            <ExcuseDialog review={review} seat={seat} label={label} {...dialog('excuse')} />
          )}
          {actions.includes('replace') && (
            <ReplaceDialog review={review} seat={seat} label={label} {...dialog('replace')} />
          )}
        </>
      )}
    </>
  )
}

const words: { readonly [action in Action]: string } = {
  extend: 'More time',
  excuse: 'Excuse',
  replace: 'Replace',
  undo: 'Undo recusal',
}

const names: { readonly [action in Action]: string } = {
  extend: 'More time for',
  excuse: 'Excuse',
  replace: 'Replace',
  undo: 'Undo recusal of',
}

function actionsFor(
  { lock, closed, revealed }: ReviewView,
  person: ProgressView,
  replaceable: boolean,
): readonly Action[] {
  const { seat, conflict, excused, replacedBy, ready, signed, late } = person
  if (lock || replacedBy !== null) return []
  const replace: readonly Action[] = seat !== null && !closed && replaceable ? ['replace'] : []
  if (conflict === 'recused') return ['undo', ...replace]
  if (seat === null || closed) return []
  if (excused) return replace
  const done = revealed && !late ? signed : ready
  return done ? ['excuse'] : ['extend', 'excuse']
}
