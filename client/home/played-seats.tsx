import { useState } from 'react'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import type { Pace } from '../../shared/rehearsal/paces.ts'
import { Refused } from '../room/refused.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { emptySeats, playedSentence, seatToLead } from './played-words.ts'
import type { Playing } from './use-playing.ts'
import './played-seats.css'

const paceWords = [
  { value: 'slow', label: 'Human pace' },
  { value: 'brisk', label: 'Brisk' },
  { value: 'fast', label: 'Fast' },
] as const satisfies readonly { value: Pace; label: string }[]

interface PlayedSeatsProps {
  readonly page: RehearsalPage
  readonly playing: Playing
  /** A link has been used: the next one is needed. */
  readonly onUsed: () => void
}

/** A panel to sit with for whoever is alone: the program takes the seats that nobody sits in. */
export function PlayedSeats({ page, playing, onUsed }: PlayedSeatsProps) {
  const { pace } = page
  const [asked, setAsked] = useState<{ readonly from: Pace; readonly to: Pace } | null>(null)
  if (pace === null) return null
  const leads = seatToLead(page)
  const empty = emptySeats(page)
  const played = page.seats.filter(({ sitting }) => sitting === 'played').map(({ person }) => person)
  const sitAndPlay = (): void => {
    void playing.play(emptySeats(page, leads?.person))
    onUsed()
  }
  return (
    <section className="played-seats" aria-labelledby="played-seats">
      <div className="played-seats-words">
        <h2 id="played-seats" className="played-seats-title">
          Alone? The others can be played
        </h2>
        <p className="played-seats-sentence">{playedSentence(page)}</p>
      </div>
      <div className="played-seats-do">
        {leads && (
          <ButtonLink
            kind="primary"
            iconAfter="arrow"
            href={leads.link}
            target="_blank"
            onClick={sitAndPlay}
            onAuxClick={sitAndPlay}
          >
            Sit as panel monitor, the others are played
          </ButtonLink>
        )}
        {empty.length > 0 && (
          <Button pending={playing.pending} onClick={() => void playing.play(empty)}>
            Play the empty seats
          </Button>
        )}
      </div>
      {played.length > 0 && (
        <div className="played-seats-do">
          <Segmented
            label="Pace of the played seats"
            // As it was asked for, until the server says another than it was.
            value={asked?.from === pace ? asked.to : pace}
            options={paceWords}
            onChange={(next) => {
              setAsked({ from: pace, to: next })
              void playing.setPace(next)
            }}
          />
          <Button
            kind="quiet"
            size="small"
            pending={playing.pending}
            onClick={() => void playing.stop(played)}
          >
            Stop all
          </Button>
        </div>
      )}
      <Refused sentence={playing.refused} />
    </section>
  )
}
