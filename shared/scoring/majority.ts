/** One seat's part in an all-or-nothing decision. `answer` is null where the seat has determined nothing. */
export interface SeatAnswer {
  readonly seat: number
  readonly standing: 'sitting' | 'excused' | 'recused'
  readonly answer: 'yes' | 'no' | null
}

export interface Majority {
  /** Seats that count: all but the recused. A seat excused before the reveal counts and, having no answer, is not a yes. */
  readonly seats: number
  readonly yes: number
  readonly no: number
  readonly needed: number
  readonly awarded: boolean
}

/**
 * More than half of the seats that are not recused must say yes; 2 of 4 is nothing.
 * Notice of 2010, competitive preference priority 2: all or nothing, on a majority of the panel's reviewers.
 */
export function majority(answers: readonly SeatAnswer[]): Majority {
  const counted = answers.filter(({ standing }) => standing !== 'recused')
  const needed = Math.floor(counted.length / 2) + 1
  const yes = counted.filter(({ answer }) => answer === 'yes').length
  const no = counted.filter(({ answer }) => answer === 'no').length
  return { seats: counted.length, yes, no, needed, awarded: yes >= needed }
}

/** Whether the answers given are of both kinds, so that the panel has to vote. */
export function answersDiffer(answers: readonly SeatAnswer[]): boolean {
  const { yes, no } = majority(answers)
  return yes > 0 && no > 0
}
