/** One seat's part in an all-or-nothing decision. `answer` is null where the seat has determined nothing. */
export interface SeatAnswer {
  readonly seat: number
  readonly standing: 'sitting' | 'excused' | 'recused'
  readonly answer: 'yes' | 'no' | null
}

/** Which seats count, and of what more than half is needed. */
export interface MajorityRules {
  readonly majority: 'seats' | 'answers'
  readonly excusedCounts: boolean
  readonly recusedCounts: boolean
}

/** Notice of 2010: a majority of the panel's reviewers, the recused left out. */
const of2010: MajorityRules = { majority: 'seats', excusedCounts: true, recusedCounts: false }

export interface Majority {
  /** Seats that count by the rules. One without an answer, as one excused before the reveal, is not a yes. */
  readonly seats: number
  readonly yes: number
  readonly no: number
  readonly needed: number
  readonly awarded: boolean
}

/**
 * More than half of the seats that count, or of the answers that they gave, must say yes; 2 of 4 is nothing.
 * Notice of 2010, competitive preference priority 2: all or nothing, on a majority of the panel's reviewers. Whoever is recused has
 * no say, also where their seat counts.
 */
export function majority(answers: readonly SeatAnswer[], rules: MajorityRules = of2010): Majority {
  const counts = { sitting: true, excused: rules.excusedCounts, recused: rules.recusedCounts }
  const counted = answers.filter(({ standing }) => counts[standing])
  const said = (what: 'yes' | 'no') =>
    counted.filter(({ standing, answer }) => standing !== 'recused' && answer === what).length
  const [yes, no] = [said('yes'), said('no')]
  const of = rules.majority === 'seats' ? counted.length : yes + no
  const needed = Math.floor(of / 2) + 1
  return { seats: counted.length, yes, no, needed, awarded: yes >= needed }
}

/** Whether the answers given are of both kinds, so that the panel has to vote. */
export function answersDiffer(answers: readonly SeatAnswer[], rules: MajorityRules = of2010): boolean {
  const { yes, no } = majority(answers, rules)
  return yes > 0 && no > 0
}
