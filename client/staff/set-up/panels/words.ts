import { numberOf } from '../../../../shared/assignment/bars.ts'
import type { MeetingGroup } from '../../../../shared/assignment/connected.ts'
import type { AssignmentLoad, LoadSpread } from '../../../../shared/assignment/load.ts'
import type { DrawTold } from '../../../../shared/competition/draft-told.ts'

/** “Reviewers sit on 1 or 2 panels and read 3 to 8 applications; a panel reads 3 or 4.” */
export function loadInWords({ panelsEach, applicationsEach, panelSizes }: AssignmentLoad): string {
  return (
    `Reviewers sit on ${rangeOf(panelsEach, 'panel')} and read ${rangeOf(applicationsEach, 'application')}; ` +
    `a panel reads ${rangeOf(panelSizes, 'application')}.`
  )
}

function rangeOf({ least, most, spread }: LoadSpread, one: string): string {
  if (spread === 0) return numberOf(most, one)
  return `${least} ${spread === 1 ? 'or' : 'to'} ${numberOf(most, one)}`
}

/** Whether scores of all panels can be compared over reviewers who sat on both sides, in one sentence. Empty without panels. */
export function groupsInWords(groups: readonly MeetingGroup[]): string {
  if (groups.length === 0) return ''
  if (groups.length === 1)
    return groups[0]?.panels.length === 1
      ? 'There is one panel.'
      : 'All panels meet: each shares a reviewer with another, and over these their scores can be compared.'
  return (
    `The panels fall into ${groups.length} groups that share no reviewer: between two of them a difference in scores may be ` +
    `one of panels, and not of applications.`
  )
}

/** “Panel 1, Panel 4 and Panel 5”. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** What a draw was made around, as the middle of a sentence; empty where all was drawn. */
export function aroundInWords(stayed: number): string {
  if (stayed === 0) return ''
  return ` around ${stayed === 1 ? 'one seat or application' : `${stayed} seats and applications`} set before it`
}

/** What else is worth knowing of a draw: whose the seed was, and which draw of how many it is. */
export function drawInWords({ entered, nth, of }: DrawTold, changes: number): string {
  return [
    entered ? 'Staff entered the seed.' : 'The server drew the seed.',
    of > 1 && `It is draw ${nth} of ${of}.`,
    changes === 0 && 'The same people, answers and numbers with this seed draw the same panels.',
  ]
    .filter((sentence) => sentence !== false)
    .join(' ')
}
