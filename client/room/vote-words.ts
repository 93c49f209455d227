import type { VoteResult, VoteView } from '../../shared/competition/vote-view.ts'
import type { Answer } from '../../shared/form/form-record.ts'
import { abbreviation } from '../../shared/rubric/priority-title.ts'
import type { CompetitivePriority, Rubric } from '../../shared/rubric/rubric.ts'
import { votedPriority } from '../../shared/rubric/rubric.ts'
import { shownEnd, type Scaled } from '../../shared/rubric/told-points.ts'
import { majority, type MajorityRules } from '../../shared/scoring/majority.ts'
import { capitalized, numberWord } from './number-words.ts'
import type { RoomColumn } from './room-columns.ts'

/** What a vote is about, in the words of its page. */
export interface VoteTopic {
  readonly priority: CompetitivePriority
  /** "Priority 2" */
  readonly name: string
  /** The title without its abbreviation. */
  readonly title: string
  /** "STEM", or nothing where the title has no abbreviation. */
  readonly short: string
}

/** The rubric's voted priority, or null where it has none. */
export function voteTopic(rubric: Rubric): VoteTopic | null {
  const priority = votedPriority(rubric)
  if (!priority) return null
  const short = abbreviation(priority) ?? ''
  return {
    priority,
    name: priority.id.replace(/^P/, 'Priority '),
    title: short === '' ? priority.title : priority.title.replace(` (${short})`, ''),
    short,
  }
}

/** "Should Missouri have the 15 STEM points?" */
export function voteQuestion(rubric: Scaled, { priority, short }: VoteTopic, applicant: string): string {
  return `Should ${applicant} have the ${shownEnd(rubric, priority.points)}${short && ` ${short}`} points?`
}

/**
 * "All or nothing. The application has them if more than half of the five seats say so: 3 of 5." Where the rules are not those of 2010 it
 * says what they count.
 */
export function hurdleSentence(seats: number, rules: MajorityRules): string {
  const half =
    rules.majority === 'answers'
      ? 'more than half of the yes and no answers say yes; whoever answers neither is left out'
      : `more than half of the ${numberWord(seats)} seats say so: ${neededOf(seats)} of ${seats}`
  return [`All or nothing. The application has them if ${half}.`, ...otherwiseCounted(rules)].join(' ')
}

/** "3 of 5 are needed." */
export function neededSentence(seats: number, rules: MajorityRules): string {
  if (rules.majority === 'answers') return 'More than half of the yes and no answers are needed.'
  const needed = neededOf(seats)
  return `${needed} of ${seats} ${needed === 1 ? 'is' : 'are'} needed.`
}

/** Which seats count, where the rules have it otherwise than those of 2010. */
function otherwiseCounted({ majority: of, excusedCounts, recusedCounts }: MajorityRules): readonly string[] {
  return [
    ...(excusedCounts ? [] : ['An excused seat does not count.']),
    ...(recusedCounts && of === 'seats' ? ['A recused seat counts, and has no say.'] : []),
  ]
}

function neededOf(seats: number): number {
  const all = Array.from({ length: seats }, (_, at) => ({
    seat: at + 1,
    standing: 'sitting' as const,
    answer: null,
  }))
  return majority(all).needed
}

/** The consequence of a result, to be said in bold. */
export function consequence(rubric: Scaled, { awarded, points }: VoteResult): string {
  return awarded
    ? `all ${shownEnd(rubric, points)} points go to the application.`
    : 'no points go to the application.'
}

/** "Five seats, nobody recused, nobody excused." As the rules have it, the recused and the replaced are out of the count, the excused in it. */
export function seatsSentence({ answers, recused, excused }: VoteResult, rules: MajorityRules): string {
  const seats = answers.length + recused
  const told = otherwiseCounted({
    ...rules,
    excusedCounts: rules.excusedCounts || excused === 0,
    recusedCounts: rules.recusedCounts && recused > 0,
  })
  const counting = told.map((sentence) => ` ${sentence}`).join('')
  const many = (people: number) => (people === 0 ? 'nobody' : numberWord(people))
  return `${capitalized(numberWord(seats))} ${seats === 1 ? 'seat' : 'seats'}, ${many(recused)} recused${recused > 0 ? ' or replaced' : ''}, ${many(excused)} excused.${counting}`
}

/** How many seats of a vote said neither yes nor no. */
export function unanswered({ answers }: VoteResult): number {
  return answers.filter(({ answer }) => answer === null).length
}

/** The interface's word for an answer. */
export function answerWord(answer: Answer | null): string {
  return answer === null ? 'No answer' : answer === 'yes' ? 'Yes' : 'No'
}

/** "One seat has not voted. Which one is not shown." */
export function notVotedSentence({ cast, seats }: VoteView): string {
  const left = seats - cast
  if (left === 0) return 'All have voted. The monitor closes the vote.'
  if (left === 1) return 'One seat has not voted. Which one is not shown.'
  return `${capitalized(numberWord(left))} seats have not voted. Which ones is not shown.`
}

/** "The forms differ: 2 yes, 3 no." */
export function differSentence({ priority }: VoteView, columns: readonly RoomColumn[]): string {
  const answers = columns.map(({ record }) => record.determinations[priority]?.answer ?? null)
  const count = (answer: Answer) => answers.filter((given) => given === answer).length
  return `The forms differ: ${count('yes')} yes, ${count('no')} no.`
}

/** "The vote is open: 2 of 5 have voted." */
export function openSentence({ cast, seats }: VoteView): string {
  return `The vote is open: ${cast} of ${seats} have voted.`
}

/** Where the priority stands, in one sentence for the side of a page. */
export function standingSentence(rubric: Scaled, vote: VoteView): string {
  switch (vote.status) {
    case 'agreed':
      return vote.result ? `The forms agree: ${consequence(rubric, vote.result)}` : 'The forms agree.'
    case 'differ':
      return 'The forms differ, so the panel votes.'
    case 'open':
      return openSentence(vote)
    case 'closed':
      return vote.result
        ? `${vote.result.yes} of ${vote.seats} say yes: ${consequence(rubric, vote.result)}`
        : 'The vote is closed.'
  }
}
