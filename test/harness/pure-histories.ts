import fc from 'fast-check'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { anyFullForm, withReasons } from './full-form.ts'
import {
  askStaff,
  attest,
  ballot,
  certify,
  clear,
  close,
  closeVote,
  excuse,
  keepText,
  lock,
  openVote,
  playSteps,
  playTo,
  recuse,
  reveal,
  sign,
  startPlay,
  type Play,
  type PlayStep,
  type Say,
} from './pure-play.ts'
import { smallRubric } from './small-rubric.ts'

/** One thing that somebody tries; whether it is their turn is for the competition to say. */
export type Move =
  | { readonly who: string; readonly say: Say }
  | { readonly who: string; readonly press: 'ready' | 'sign' }
  | { readonly who: string; readonly type: FormRecord }

/** A review as it may have come about: forms, how far it went by the book, and what everybody tried after that. */
export interface History {
  readonly forms: readonly FormRecord[]
  /** Where the first seat stood from the beginning, if there are others. */
  readonly first: 'sits' | 'excused' | 'recused' | 'unsure and excused'
  readonly step: PlayStep
  readonly moves: readonly Move[]
}

const anyForm = anyFullForm(smallRubric)
const anyReviewer = fc.constantFrom('r1', 'r2', 'r3', 'r4')
const anySeat = fc.integer({ min: 1, max: 5 })
const takingBack: readonly Say[] = [{ kind: 'form.takeBack' }, { kind: 'column.takeBack' }, keepText]
const ballots: readonly Say[] = [
  ballot('yes'),
  ballot('no'),
  ballot('yes', 'I read it again.'),
  ballot('no', 'I read it again.'),
]
const recuseThem = (person: string): Say => ({
  kind: 'conflict.decide',
  person,
  outcome: 'recused',
  reason: 'Too near.',
})

const says = (weight: number, who: fc.Arbitrary<string>, what: readonly Say[]) => ({
  weight,
  arbitrary: fc.record({ who, say: fc.constantFrom(...what) }),
})
const staff = fc.constant('staff')
const anyMember = fc.oneof(
  { weight: 6, arbitrary: anyReviewer },
  { weight: 1, arbitrary: fc.constant('monitor') },
)

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ who: anyReviewer, press: fc.constantFrom('ready', 'sign') }) },
  { weight: 4, arbitrary: fc.record({ who: anyReviewer, type: anyForm }) },
  says(12, anyReviewer, ballots),
  says(4, anyReviewer, takingBack),
  says(3, anyMember, [certify]),
  says(1, anyMember, [askStaff]),
  says(2, anyMember, [recuse]),
  says(14, fc.constant('monitor'), [reveal, openVote, closeVote, close]),
  says(1, staff, [lock]),
  { weight: 1, arbitrary: fc.record({ who: staff, say: anySeat.map(excuse) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      who: staff,
      say: anyMember.chain((who) => fc.constantFrom(clear(who), clear(who), recuseThem(who))),
    }),
  },
)

/** Histories of one to four seats. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  forms: fc.array(anyForm, { minLength: 1, maxLength: 4, size: 'max' }),
  first: fc.oneof(
    { weight: 3, arbitrary: fc.constant('sits' as const) },
    { weight: 2, arbitrary: fc.constantFrom('excused', 'recused', 'unsure and excused') },
  ),
  step: fc.constantFrom(...playSteps),
  moves: fc.array(anyMove, { maxLength: 40, size: 'max' }),
})

/** Plays a history; `watch` is called before the first move and after each, with the move and what came of it. */
export function playHistory(
  { forms, first, step, moves }: History,
  watch: (play: Play, move: Move | null, refusal: Refusal | null) => void = () => undefined,
): Play {
  const play = startPlay({ seats: forms.length })
  forms.forEach((form, at) => play.type(`r${at + 1}`, form))
  if (forms.length > 1 && first === 'recused') play.must('r1', recuse)
  if (forms.length > 1 && first === 'unsure and excused') play.must('r1', askStaff)
  if (forms.length > 1 && first.endsWith('excused')) play.must('staff', excuse(1))
  playTo(play, step)
  watch(play, null, null)
  for (const move of moves) {
    if (move.who.startsWith('r') && Number(move.who.slice(1)) > forms.length) continue
    watch(play, move, tryOut(play, move))
  }
  return play
}

function tryOut(play: Play, move: Move): Refusal | null {
  if ('say' in move) return play.send(move.who, move.say)
  if ('press' in move)
    return play.send(move.who, move.press === 'ready' ? attest(play, move.who) : sign(play, move.who))
  const before = play.form(move.who)
  // The voted priority is not in a column's hands any more.
  const now = play.review().revealed
    ? { ...withReasons(move.type, before), determinations: before.determinations }
    : move.type
  play.type(move.who, now)
  return null
}
