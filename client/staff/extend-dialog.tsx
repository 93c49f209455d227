import { useRef, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { TextField } from '../ui/text-field.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

interface ExtendDialogProps {
  readonly review: ReviewView
  readonly seat: number
  readonly label: string
  readonly open: boolean
  readonly onClose: () => void
}

/** Gives a seat more time, until a moment in the time zone of this computer. */
export function ExtendDialog({ review, seat, label, open, onClose }: ExtendDialogProps) {
  const field = useRef<HTMLInputElement>(null)
  const [until, setUntil] = useState(tomorrowAtFive)
  const [missing, setMissing] = useState(false)
  return (
    <ReasonDialog
      open={open}
      onClose={onClose}
      title={`Give ${label} more time on ${review.application.applicant}?`}
      keep="Leave it"
      answer="Give more time"
      lacks={() => {
        const none = Number.isNaN(momentOf(until))
        setMissing(none)
        if (none) field.current?.focus()
        return none
      }}
      command={(reason) => ({
        kind: 'seat.extend',
        review: review.id,
        seat,
        until: momentOf(until),
        reason,
      })}
      done={`${label} has more time.`}
    >
      <p>
        {label} and the panel monitor read until when. Nothing happens by itself at that moment: the form
        stays open, and you can give more time again.
      </p>
      <TextField
        ref={field}
        type="datetime-local"
        label="Until"
        value={until}
        invalid={missing ? 'Say until when.' : undefined}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </ReasonDialog>
  )
}

/** Milliseconds since 1970 of a date and time as the field has it; NaN where it is not whole. */
function momentOf(local: string): number {
  return new Date(local).getTime()
}

/** Tomorrow at 5 in the afternoon, as the field writes it. */
function tomorrowAtFive(): string {
  const day = new Date()
  day.setDate(day.getDate() + 1)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T17:00`
}
