import { useState } from 'react'
import type { ProgressView } from '../../shared/competition/progress-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { useView } from '../live/connection.ts'
import { ReturnDialog } from '../monitor/before-reveal/return-dialog.tsx'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { isWaitedFor } from './board/behind.ts'
import { ExcuseDialog } from './excuse-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'
import { standInsFor } from './stand-ins.ts'
import { UndoRecusalDialog } from './undo-recusal-dialog.tsx'

interface SeatActionsProps {
  readonly review: ReviewView
  readonly person: ProgressView
  /** `buttons`: what changes who sits and until when. `menu`: that, and what is asked of them, behind one button for dense lists. */
  readonly look?: 'buttons' | 'menu' | undefined
}

type Action = 'ask' | 'return' | 'extend' | 'excuse' | 'replace' | 'undo'

/** What staff can do for a seat: ask how far it is, more time and excusing while it sits; bringing it back or replacing it once it has left. */
export function SeatActions({ review, person, look = 'buttons' }: SeatActionsProps) {
  const [asked, setAsked] = useState<Action | null>(null)
  const { refused, run } = useCommand()
  const { seat, label } = person
  const view = useView()
  const replaceable = view !== null && standInsFor(view, review).length > 0
  const all = actionsFor(review, person, replaceable)
  const actions = look === 'menu' ? all : all.filter((action) => action !== 'ask' && action !== 'return')
  const dialog = (action: Action) => ({ open: asked === action, onClose: () => setAsked(null) })

  async function askHowFar(): Promise<void> {
    if (seat === null) return
    if (await run({ kind: 'seat.nudge', review: review.id, seat })) announce(`${label} is asked.`)
  }

  function pick(action: Action): void {
    if (action === 'ask') void askHowFar()
    else setAsked(action)
  }

  if (actions.length === 0) return look === 'menu' ? <span /> : null
  return (
    <>
      {look === 'menu' ? (
        <span>
          <Menu
            look="sign"
            label={`What to do for ${label} on ${review.application.applicant}`}
            choices={actions.map((id) => ({ id, label: `${words[id]}${dialogs.has(id) ? ' …' : ''}` }))}
            onPick={pick}
          >
            <Icon name="chevron-down" size="small" />
          </Menu>
          <Refused sentence={refused} />
        </span>
      ) : (
        actions.map((action) => (
          <Button
            key={action}
            kind="quiet"
            size="small"
            aria-label={`${names[action]} ${label}`}
            onClick={() => pick(action)}
          >
            {words[action]}
          </Button>
        ))
      )}
      {actions.includes('undo') && <UndoRecusalDialog review={review} person={person} {...dialog('undo')} />}
      {seat !== null && (
        <>
          {actions.includes('return') && (
            <ReturnDialog review={review} seat={seat} label={label} {...dialog('return')} />
          )}
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
  ask: 'Ask how far they are',
  return: 'Return for better comments',
  extend: 'More time',
  excuse: 'Excuse',
  replace: 'Replace',
  undo: 'Undo recusal',
}

const names: { readonly [action in Action]: string } = {
  ask: 'Ask how far they are:',
  return: 'Return for better comments: the form of',
  extend: 'More time for',
  excuse: 'Excuse',
  replace: 'Replace',
  undo: 'Undo recusal of',
}

/** All but one ask first. */
const dialogs: ReadonlySet<Action> = new Set(['return', 'extend', 'excuse', 'replace', 'undo'])

function actionsFor(review: ReviewView, person: ProgressView, replaceable: boolean): readonly Action[] {
  const { lock, closed, revealed, tier } = review
  const { seat, conflict, excused, replacedBy, ready, signed, late } = person
  if (lock || replacedBy !== null) return []
  const replace: readonly Action[] = seat !== null && !closed && replaceable && tier > 0 ? ['replace'] : []
  if (conflict === 'recused') return ['undo', ...replace]
  if (seat === null || closed) return []
  if (excused) return replace
  const done = revealed && !late ? signed : ready
  const ask: readonly Action[] = isWaitedFor(review, person) ? ['ask'] : []
  const back: readonly Action[] = ready && !revealed ? ['return'] : []
  return done ? [...ask, ...back, 'excuse'] : [...ask, ...back, 'extend', 'excuse']
}
