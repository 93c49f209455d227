import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { ButtonLink } from '../ui/button.tsx'
import { MonitorMark, OfficialMark, ReviewerMark, StaffMark } from '../ui/reviewer-mark.tsx'
import { seatWords } from './seat-sentences.ts'
import './seat-list.css'

interface SeatListProps {
  readonly page: RehearsalPage
  /** A link has been used: the next one is needed. */
  readonly onUsed: () => void
}

/** The seats of the rehearsal; each opens in a tab of its own. */
export function SeatList({ page, onUsed }: SeatListProps) {
  const words = seatWords(page)
  return (
    <section className="seats" aria-labelledby="seats">
      <div className="seats-head">
        <h2 id="seats" className="t-heading">
          Seats
        </h2>
        <p>Each opens in a tab of its own. Sit in as many as you like.</p>
      </div>
      <ul className="seats-list">
        {page.seats.map(({ person, role, label, host, link }, index) => (
          <li key={person} className="seat">
            <Mark role={role} number={reviewerNumber(page, index)} />
            <div className="seat-words">
              <h3 className="seat-label">{label}</h3>
              <p className="seat-sentence">{words[index]?.sentence}</p>
            </div>
            <span className="seat-host">{host}</span>
            <ButtonLink
              kind={words[index]?.first ? 'primary' : 'plain'}
              iconAfter={words[index]?.first ? 'arrow' : undefined}
              href={link}
              target="_blank"
              aria-label={`Sit here as ${label}`}
              onClick={onUsed}
              onAuxClick={onUsed}
            >
              Sit here
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mark({ role, number }: { role: RehearsalPage['seats'][number]['role']; number: number }) {
  if (role === 'monitor') return <MonitorMark size="large" />
  if (role === 'official') return <OfficialMark size="large" />
  return role === 'staff' ? <StaffMark size="large" /> : <ReviewerMark number={number} size="large" />
}

/** Reviewers are numbered in the order of their seats. */
function reviewerNumber({ seats }: RehearsalPage, index: number): number {
  return seats.slice(0, index + 1).filter(({ role }) => role === 'reviewer').length
}
