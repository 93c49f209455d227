import { useRef, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { send, useView } from '../live/connection.ts'
import { goTo } from '../pages.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { TextArea } from '../ui/text-area.tsx'
import './recuse.css'

/** Whether somebody who has certified can still recuse: until the lock. */
export function mayRecuse({ conflict, lock }: ReviewView): boolean {
  return (conflict?.status === 'certified' || conflict?.status === 'cleared') && !lock
}

/** On every page of a review: in the head line, and on a phone at the end of the page. */
export function RecuseAction({ review, at }: { review: ReviewView; at: 'head' | 'end' }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className="recuse-action" data-at={at}>
        <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
          {at === 'head' ? 'Recuse' : `Recuse yourself from ${review.application.applicant}`}
        </Button>
      </div>
      <RecuseDialog review={review} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

export interface RecuseDialogProps {
  readonly review: ReviewView
  readonly open: boolean
  readonly onClose: () => void
}

/** Says what disappears, asks for a reason that staff alone read, and recuses. */
export function RecuseDialog({ review, open, onClose }: RecuseDialogProps) {
  const { applicant } = review.application
  const view = useView()
  const reason = useRef<HTMLTextAreaElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [pending, setPending] = useState(false)

  async function recuse(): Promise<void> {
    setPending(true)
    setRefused(null)
    const given = reason.current?.value.trim() ?? ''
    const answer = await send({
      kind: 'conflict.answer',
      review: review.id,
      answer: 'recused',
      reason: given,
    })
    setPending(false)
    if ('refused' in answer) {
      setRefused(answer.sentence)
      return
    }
    onClose()
    announce(`You are recused from ${applicant}.`)
    goTo('/', 'replace')
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      grave
      title={`Recuse yourself from ${applicant}?`}
      answers={
        <>
          <Button onClick={onClose}>Stay on {applicant}</Button>
          <Button kind="removing" pending={pending} onClick={() => void recuse()}>
            Recuse from {applicant}
          </Button>
        </>
      }
    >
      <p>{whatIsLost(review, view?.me.role === 'monitor')}</p>
      <TextArea ref={reason} label="Your reason, for staff" most={limits.reasonLength} rows={3} />
      {refused && (
        <FieldSentence id="recuse-refused" kind="fault">
          {refused}
        </FieldSentence>
      )}
    </Dialog>
  )
}

function whatIsLost({ application, revealed, mine }: ReviewView, leads: boolean): string {
  if (leads) {
    return `${application.applicant} disappears from your pages at once, and its panel has no monitor. Only staff can undo this.`
  }
  const gone = `${application.applicant} disappears from your pages at once: its text, your form, the panel.`
  if (!mine) return `${application.applicant} disappears from your pages at once. Only staff can undo this.`
  const column = revealed
    ? 'Your column leaves the mean and the vote and stays in the record, and the others sign again.'
    : 'Nobody on the panel has seen your form, and nobody will.'
  return `${gone} ${column} Only staff can undo this.`
}
