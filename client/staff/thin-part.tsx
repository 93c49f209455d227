import { useState } from 'react'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { capitalized, numberWord } from '../room/number-words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { goOnSentence, seatsWord, sittingOn } from './needs.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import './staff-part.css'

interface ThinPartProps {
  readonly view: View
  readonly review: ReviewView
  /** This part is about to go: the focus needs another place. */
  readonly onDecided: () => void
}

/** A panel with fewer seats than the rules ask for: it waits until staff replace a seat or let it go on. Draws nothing for any other. */
export function ThinPart({ view, review, onDecided }: ThinPartProps) {
  const [open, setOpen] = useState(false)
  if (!review.thin) return null
  const left = `${capitalized(seatsWord(sittingOn(review).length))} left`
  const { rules } = view.competition
  const { smallestPanel } = rules
  return (
    <section className="staff-part" aria-labelledby="staff-thin">
      <h2 id="staff-thin" className="staff-part-title" data-stops>
        <Icon name="warning" /> {left}
      </h2>
      <p className="staff-part-sentence">
        The rules ask for {numberWord(smallestPanel)}. The panel waits for you: it is not{' '}
        {review.revealed ? 'closed' : 'revealed'} until you replace a seat, bring somebody back, or let it go
        on as it is.
      </p>
      <div>
        <Button onClick={() => setOpen(true)}>Let the panel go on</Button>
      </div>
      <ReasonDialog
        open={open}
        onClose={() => {
          setOpen(false)
          onDecided()
        }}
        title={`Let the panel on ${review.application.applicant} go on?`}
        keep="Not yet"
        answer="Let the panel go on"
        command={(reason) => ({ kind: 'panel.goOn', review: review.id, reason })}
        done="The panel goes on."
      >
        <p>{goOnSentence(sittingOn(review).length, smallestPanel, rules)}</p>
      </ReasonDialog>
    </section>
  )
}
