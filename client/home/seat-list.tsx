import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { MonitorMark, OfficialMark, ReviewerMark, StaffMark } from '../ui/reviewer-mark.tsx'
import { seatToLead } from './played-words.ts'
import { seatWords } from './seat-sentences.ts'
import type { Playing } from './use-playing.ts'
import './seat-list.css'

interface SeatListProps {
  readonly page: RehearsalPage
  readonly playing: Playing
  /** A link has been used: the next one is needed. */
  readonly onUsed: () => void
}

/** The seats of the rehearsal; each opens in a tab of its own, and those in which nobody sits can be played. */
export function SeatList({ page, playing, onUsed }: SeatListProps) {
  const words = seatWords(page)
  // Where the page offers a whole panel at once, that is what to press first.
  const leads = page.pace !== null && seatToLead(page) !== undefined
  return (
    <section className="seats" aria-labelledby="seats">
      <div className="seats-head">
        <h2 id="seats" className="t-heading">
          Seats
        </h2>
        <p>Each opens in a tab of its own. Sit in as many as you like.</p>
      </div>
      <ul className="seats-list">
        {page.seats.map(({ person, role, label, host, link, sitting }, index) => {
          const first = words[index]?.first === true && !leads && sitting !== 'somebody'
          return (
            <li key={person} className="seat" data-sitting={sitting}>
              <Mark role={role} number={reviewerNumber(page, index)} />
              <div className="seat-words">
                <h3 className="seat-label">{label}</h3>
                <p className="seat-sentence">{sittingWords[sitting] ?? words[index]?.sentence}</p>
                <p className="seat-host">{host}</p>
              </div>
              {page.pace !== null && <PlaySeat {...{ person, label, sitting, playing }} />}
              <ButtonLink
                kind={first ? 'primary' : 'plain'}
                iconAfter={first ? 'arrow' : undefined}
                href={link}
                target="_blank"
                aria-label={`Sit here as ${label}`}
                onClick={onUsed}
                onAuxClick={onUsed}
              >
                Sit here
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type Seat = RehearsalPage['seats'][number]

const sittingWords: Readonly<Partial<Record<Seat['sitting'], string>>> = {
  somebody: 'Somebody sits here',
  played: 'Played by the program until somebody sits here',
}

type PlaySeatProps = Pick<Seat, 'person' | 'label' | 'sitting'> & { readonly playing: Playing }

function PlaySeat({ person, label, sitting, playing }: PlaySeatProps) {
  if (sitting === 'somebody') return null
  return sitting === 'played' ? (
    <Button kind="quiet" aria-label={`Stop playing ${label}`} onClick={() => void playing.stop([person])}>
      Stop playing
    </Button>
  ) : (
    <Button
      kind="quiet"
      aria-label={`Let it be played: ${label}`}
      onClick={() => void playing.play([person])}
    >
      Let it be played
    </Button>
  )
}

function Mark({ role, number }: { role: Seat['role']; number: number }) {
  if (role === 'monitor') return <MonitorMark size="large" />
  if (role === 'official') return <OfficialMark size="large" />
  return role === 'staff' ? <StaffMark size="large" /> : <ReviewerMark number={number} size="large" />
}

/** Reviewers are numbered in the order of their seats. */
function reviewerNumber({ seats }: RehearsalPage, index: number): number {
  return seats.slice(0, index + 1).filter(({ role }) => role === 'reviewer').length
}
