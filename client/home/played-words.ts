import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'

type Seat = RehearsalPage['seats'][number]

/** The seats in which nobody sits, apart from one that somebody is about to take. */
export function emptySeats({ seats }: RehearsalPage, but?: string): readonly string[] {
  return seats.flatMap(({ person, sitting }) => (sitting === 'nobody' && person !== but ? [person] : []))
}

/** The seat from which a newcomer sees most of a panel that is played; undefined where somebody leads it already. */
export function seatToLead({ seats }: RehearsalPage): Seat | undefined {
  return seats.find(({ role, sitting }) => role === 'monitor' && sitting !== 'somebody')
}

/** How many seats are played, as a sentence. */
export function playedSentence({ seats }: RehearsalPage): string {
  const played = seats.filter(({ sitting }) => sitting === 'played').length
  if (played === 0) return 'The program sits where nobody does: it reads, scores, talks, votes and signs.'
  return played === 1 ? 'One seat is played.' : `${played} seats are played.`
}

/** Who was left alone, as a sentence; null where nobody was. */
export function takenSentence(taken: readonly string[]): string | null {
  if (taken.length === 0) return null
  const listed =
    taken.length === 1 ? taken[0] : `${taken.slice(0, -1).join(', ')} and ${taken[taken.length - 1]}`
  return `Somebody sits as ${listed}. Where somebody sits, the program does not.`
}
