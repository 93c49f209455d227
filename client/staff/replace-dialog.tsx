import { useRef, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { useView } from '../live/connection.ts'
import { Select } from '../ui/select.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { standInsFor } from './stand-ins.ts'

interface ReplaceDialogProps {
  readonly review: ReviewView
  readonly seat: number
  readonly label: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Puts somebody else in the place of a seat that left, after saying what that does to both, and to the others. */
export function ReplaceDialog({ review, seat, label, open, onClose }: ReplaceDialogProps) {
  const choice = useRef<HTMLDivElement>(null)
  const [person, setPerson] = useState('')
  const [missing, setMissing] = useState(false)
  const { applicant } = review.application
  const view = useView()
  const standIns = view ? standInsFor(view, review) : []
  const chosen = standIns.find((each) => each.person === person)
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={`Replace ${label} on ${applicant}?`}
      keep="Leave the seat empty"
      answer={chosen ? `Put ${chosen.label} on ${applicant}` : 'Replace the seat'}
      lacks={() => {
        setMissing(!chosen)
        if (!chosen) choice.current?.querySelector('select')?.focus()
        return !chosen
      }}
      command={(reason) => ({ kind: 'seat.replace', review: review.id, seat, person, reason })}
      done={`${chosen?.label ?? 'Somebody else'} takes the place of ${label}.`}
    >
      <p>
        The new reviewer takes a seat of their own, answers the question about conflicts, and scores blind
        first: until they are ready they see nothing of what the panel has scored or said.
      </p>
      <p>
        The seat of {label} leaves the mean and the vote, stays in the record, and cannot come back.
        {review.revealed && ' The others sign again; a vote that is open is void.'}
      </p>
      <div ref={choice}>
        <Select
          label="Who takes the place"
          value={person}
          options={standIns.map((each) => ({ value: each.person, label: each.label }))}
          placeholder="Choose a reviewer"
          invalid={missing ? 'Choose who takes the place.' : undefined}
          onChange={setPerson}
        />
      </div>
    </ReasonDialog>
  )
}
