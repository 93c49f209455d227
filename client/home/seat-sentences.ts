import type { Step } from '../../shared/competition/step.ts'
import type { Role } from '../../shared/competition/setup.ts'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'

type Seat = RehearsalPage['seats'][number]

export interface SeatWords {
  readonly person: string
  readonly sentence: string
  /** Whether this is the one seat to start with. */
  readonly first: boolean
}

interface Start {
  readonly step: Step
  readonly role: Role
  readonly words: (applicant: string) => string
}

/** Where a newcomer sees most, in this order. Told from the steps alone: how far a seat is, is not for this page. */
const starts: readonly Start[] = [
  { step: 'reveal', role: 'monitor', words: (applicant) => `${applicant} is ready to reveal` },
  { step: 'discuss', role: 'monitor', words: (applicant) => `${applicant} is being discussed` },
  { step: 'vote', role: 'monitor', words: (applicant) => `The vote on ${applicant} is open` },
  { step: 'final', role: 'reviewer', words: (applicant) => `${applicant} comes to its final scores` },
  { step: 'score', role: 'reviewer', words: (applicant) => `${applicant} is being scored` },
  {
    step: 'conflicts',
    role: 'reviewer',
    words: (applicant) => `${applicant} waits for your answer on conflicts`,
  },
  { step: 'locked', role: 'staff', words: (applicant) => `${applicant} is locked and can be exported` },
]

const tasks: Readonly<Record<Role, string>> = {
  monitor: 'Reveals, leads, calls the vote, closes',
  reviewer: 'Scores, discusses, votes, signs',
  staff: 'Decides on conflicts, locks, exports',
  official: 'Decides on the absolute priority',
}

/** What each seat can do now, in the order of the seats, with exactly one to start with. */
export function seatWords({ seats, reviews }: RehearsalPage): readonly SeatWords[] {
  const start = starts.find(({ step }) => reviews.some((review) => review.step === step))
  const review = reviews.find(({ step }) => step === start?.step)
  const first = seats.find(({ role }) => role === start?.role) ?? seats[0]
  return seats.map((seat: Seat) => ({
    person: seat.person,
    sentence:
      start && review && seat === first ? `${start.words(review.applicant)}. Start here` : tasks[seat.role],
    first: seat === first,
  }))
}
