import fc from 'fast-check'
import type { FormRecord } from '../../shared/form/form-record.ts'
import { seatOfPerson } from '../../shared/competition/access.ts'
import { isRecused, seesReveal } from '../../shared/competition/state.ts'
import type { Refusal } from '../../shared/competition/refusal.ts'
import { anyFullForm, withReasons } from './full-form.ts'
import {
  agree,
  answerAbsolute,
  askStaff,
  attest,
  ballot,
  certify,
  clear,
  close,
  closeVote,
  decideAbsolute,
  excuse,
  focusOn,
  goOn,
  keepText,
  lock,
  newestMessage,
  openVote,
  playSteps,
  playTo,
  recuse,
  reopenVote,
  replace,
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
  | { readonly who: string; readonly press: Pressed }
  | { readonly who: string; readonly type: FormRecord }
  /** The panel's summary of a criterion says this from now on. */
  | { readonly who: string; readonly summarize: string }

/** What depends on what stands there at that moment. */
type Pressed = 'ready' | 'sign' | 'agree' | 'reply' | 'edit'

/** A review as it may have come about: forms, how far it went by the book, and what everybody tried after that. */
export interface History {
  readonly forms: readonly FormRecord[]
  /** Where the first seat stood from the beginning, if there are others. */
  readonly first: 'sits' | 'excused' | 'recused' | 'unsure and excused'
  readonly step: PlayStep
  /** Whether somebody took the place of the first seat there, if there are others and it was not too late, and how far they came. */
  readonly standIn: 'nobody' | 'asked' | 'certified' | 'ready'
  readonly moves: readonly Move[]
}

const anyForm = anyFullForm(smallRubric)
/** Who stands by comes to sit once a seat is replaced. */
const anyReviewer = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'spare')
const anySeat = fc.integer({ min: 1, max: 5 })
const takingBack: readonly Say[] = [{ kind: 'form.takeBack' }, { kind: 'column.takeBack' }, keepText]
const anyRow = fc.constantFrom('(B)(1)(i)', '(C)(1)', '(E)(1)')
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
const monitor = fc.constant('monitor')

/** What the monitor steers the talk with. */
const anySteering: fc.Arbitrary<Say> = fc.oneof(
  fc.constantFrom<Say[]>(
    { kind: 'agenda.order', by: 'spread' },
    { kind: 'agenda.order', by: 'random', seed: 'abcdef01' },
    { kind: 'recess.set', on: true },
    { kind: 'recess.set', on: false },
    { kind: 'timer.set', to: 'running' },
    { kind: 'timer.set', to: 'held', more: 2 },
    { kind: 'timer.set', to: 'off' },
    { kind: 'where.set', how: 'room', words: '' },
    { kind: 'staff.call', reason: 'We need a ruling.' },
    focusOn(null),
  ),
  anyRow.map(focusOn),
  anyRow.map((row): Say => ({ kind: 'agenda.arrange', items: [{ row, minutes: 4 }] })),
  fc
    .tuple(anyRow, fc.constantFrom('discussed' as const, 'parked' as const, 'open' as const))
    .map(([row, as]): Say => ({ kind: 'row.mark', row, as })),
  anySeat.map((seat): Say => ({ kind: 'hand.lower', seat })),
)

/** What a seat says while the panel talks. */
const anyTalk: fc.Arbitrary<Say> = fc.oneof(
  fc.boolean().map((up): Say => ({ kind: 'hand.set', up })),
  fc
    .tuple(anyRow, fc.constantFrom('holds' as const, 'changed' as const, null))
    .map(([row, as]): Say => ({ kind: 'stand.set', row, as })),
  anyRow.map((row): Say => ({ kind: 'thread.write', row, text: 'Page 27 has it.', replyTo: null })),
  fc.constantFrom<Say[]>(
    { kind: 'summary.withdraw', criterion: '(B)(1)' },
    answerAbsolute('yes'),
    answerAbsolute('no', 'I read it again.'),
  ),
)

/** What the monitor and staff do about a seat. */
const aboutSeat = (seat: number): readonly Say[] => [
  { kind: 'form.open', seat },
  { kind: 'form.return', seat, reason: 'Say what page.' },
  { kind: 'seat.nudge', seat },
]
const anyMember = fc.oneof(
  { weight: 6, arbitrary: anyReviewer },
  { weight: 1, arbitrary: fc.constant('monitor') },
)

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ who: anyReviewer, press: fc.constantFrom('ready', 'sign') }) },
  { weight: 6, arbitrary: fc.record({ who: anyReviewer, press: fc.constantFrom('agree', 'reply', 'edit') }) },
  { weight: 2, arbitrary: fc.record({ who: anyReviewer, summarize: fc.constantFrom('They differ.', '') }) },
  { weight: 8, arbitrary: fc.record({ who: anyReviewer, say: anyTalk }) },
  { weight: 8, arbitrary: fc.record({ who: monitor, say: anySteering }) },
  {
    weight: 4,
    arbitrary: fc.record({ who: monitor, say: anySeat.chain((seat) => fc.constantFrom(...aboutSeat(seat))) }),
  },
  { weight: 4, arbitrary: fc.record({ who: staff, say: anySeat.map((seat) => replace(seat)) }) },
  says(4, staff, [goOn, reopenVote, { kind: 'call.end' }, { kind: 'tier.open' }]),
  says(2, fc.constant('official'), [decideAbsolute]),
  { weight: 4, arbitrary: fc.record({ who: anyReviewer, type: anyForm }) },
  says(12, anyReviewer, ballots),
  says(4, anyReviewer, takingBack),
  says(3, anyMember, [certify]),
  says(1, anyMember, [askStaff]),
  says(2, anyMember, [recuse]),
  says(14, monitor, [reveal, openVote, closeVote, close]),
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
  standIn: fc.oneof(
    { weight: 3, arbitrary: fc.constant('nobody' as const) },
    { weight: 2, arbitrary: fc.constantFrom('asked', 'certified', 'ready') },
  ),
  moves: fc.oneof(
    { weight: 1, arbitrary: fc.array(anyMove, { maxLength: 20, size: 'max' }) },
    { weight: 2, arbitrary: fc.array(anyMove, { minLength: 20, maxLength: 60, size: 'max' }) },
  ),
})

/** Plays a history; `watch` is called before the first move and after each, with the move and what came of it. */
export function playHistory(
  { forms, first, step, standIn, moves }: History,
  watch: (play: Play, move: Move | null, refusal: Refusal | null) => void = () => undefined,
): Play {
  const play = startPlay({ seats: forms.length })
  forms.forEach((form, at) => play.type(`r${at + 1}`, form))
  if (forms.length > 1 && first === 'recused') play.must('r1', recuse)
  if (forms.length > 1 && first === 'unsure and excused') play.must('r1', askStaff)
  if (forms.length > 1 && first.endsWith('excused')) play.must('staff', excuse(1))
  playTo(play, step)
  if (forms.length > 1 && !play.review().closed) replaceFirst(play, standIn)
  watch(play, null, null)
  for (const move of moves) {
    if (move.who.startsWith('r') && Number(move.who.slice(1)) > forms.length) continue
    watch(play, move, tryOut(play, move))
  }
  return play
}

function replaceFirst(play: Play, standIn: History['standIn']): void {
  if (standIn === 'nobody') return
  const [first] = play.review().seats
  if (!first?.excused && !isRecused(play.review(), 'r1')) play.must('staff', excuse(1))
  play.must('staff', replace(1))
  if (standIn !== 'asked') play.must('spare', certify)
  if (standIn === 'ready') play.must('spare', attest(play, 'spare'))
}

function tryOut(play: Play, move: Move): Refusal | null {
  if ('say' in move) return play.send(move.who, move.say)
  if ('press' in move) return play.send(move.who, pressed[move.press](play, move.who))
  if ('summarize' in move) {
    play.summarize('(B)(1)', move.summarize)
    return null
  }
  const before = play.form(move.who)
  const review = play.review()
  // The voted priority is not in a column's hands any more. Who came after the reveal still has a form.
  const now = seesReveal(review, seatOfPerson(review, move.who))
    ? { ...withReasons(move.type, before), determinations: before.determinations }
    : move.type
  play.type(move.who, now)
  return null
}

const pressed: Readonly<Record<Pressed, (play: Play, who: string) => Say>> = {
  ready: attest,
  sign,
  agree: (play) => agree(play, '(B)(1)'),
  reply: (play) => {
    const newest = play.review().discussion.messages.at(-1)
    const row = newest?.row ?? '(E)(1)'
    return { kind: 'thread.write', row, text: 'I read it too.', replyTo: newest?.id ?? null }
  },
  edit: (play) => ({ kind: 'thread.edit', message: newestMessage(play), text: 'Page 28 has it.' }),
}
