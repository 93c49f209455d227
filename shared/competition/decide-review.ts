import { formHash, mapTexts } from '../form/form-record.ts'
import { missingFromColumn, missingFromForm } from '../form/missing.ts'
import { namedPriority } from '../rubric/priority-title.ts'
import { votedPriority, type Rubric } from '../rubric/rubric.ts'
import { columnIsOpen } from './access.ts'
import { closeBlockers, lockBlockers, revealBlockers } from './blockers.ts'
import type { CaseOf } from './decide.ts'
import { recordSchema, type EventData, type NewEvent } from './event.ts'
import { calibrationDue } from './opened.ts'
import { refuse, type Refusal } from './refusal.ts'
import { seesReveal, sittingSeats, type KeptRecord, type Review, type Seat } from './state.ts'
import { rubricName } from './rubrics.ts'
import { rulesOf } from './rules.ts'
import { stemSettled, stemStanding } from './stem.ts'

const anotherVersion = refuse(
  'screen-differs',
  'The rubric has a new version. Look at your form again: it shows what has changed.',
)

const screenDiffers = refuse(
  'screen-differs',
  'What the server has is not what was on your screen. Wait until everything is on the server, look again, and repeat.',
)

/** Attests a form: complete, saved, and the same on both sides. It then cannot be written until it is taken back. */
export function attest({
  state,
  review,
  seat,
  command,
  record,
  rubric,
  unread,
  keep,
}: CaseOf<'form.attest'>): readonly NewEvent[] | Refusal {
  if (seesReveal(review, seat))
    return refuse('out-of-turn', 'The scores are revealed. Your form stands as it was attested.')
  if (!seat || seat.excused) return refuse('out-of-turn', 'Your seat is excused from this review.')
  if (seat.attested) return refuse('out-of-turn', 'You are already ready. Take it back to change something.')
  if (review.tier > 0 && calibrationDue(state, seat.person, unread))
    return refuse('out-of-turn', 'Score the sample first: staff have asked for it.')
  if (!record) return refuse('incomplete', 'Your form is empty.')
  const missing = missingFromForm(record, rubric, rulesOf(state.rules).comments)
  if (missing[0])
    return refuse('incomplete', `Not ready yet: ${counted(missing.length)}. ${missing[0].sentence}`)
  if (command.rubric !== undefined && command.rubric !== rubricName(review.rubric)) return anotherVersion
  if (formHash(record) !== command.hash) return screenDiffers
  return [
    {
      kind: 'form.attested',
      data: { review: review.id, seat: seat.number, record: eventRecord(mapTexts(record, keep)) },
    },
  ]
}

/** Takes *ready* back, until the reveal. */
export function takeBackForm({
  state,
  review,
  seat,
}: CaseOf<'form.takeBack'>): readonly NewEvent[] | Refusal {
  if (seesReveal(review, seat))
    return refuse('out-of-turn', 'The scores are revealed. Change a score in the panel room instead.')
  if (!seat?.attested) return refuse('out-of-turn', 'You have not said ready.')
  const { calibration } = state.setUp
  if (calibration?.review === review.id && calibration.shownAt !== null)
    return refuse(
      'out-of-turn',
      'The spread of the sample is open to everybody. Your form stays as you gave it.',
    )
  return [{ kind: 'form.takenBack', data: { review: review.id, seat: seat.number } }]
}

/** Reveals every seat's attested form to the panel at once. */
export function reveal({ state, review }: CaseOf<'review.reveal'>): readonly NewEvent[] | Refusal {
  const [blocker] = revealBlockers(state, review)
  if (blocker) return refuse('out-of-turn', blocker)
  return [{ kind: 'review.revealed', data: { review: review.id } }]
}

/** Signs a column as final. It then cannot be written until it is taken back. */
export function sign({
  state,
  review,
  seat,
  command,
  record,
  rubric,
  keep,
}: CaseOf<'column.sign'>): readonly NewEvent[] | Refusal {
  if (!seesReveal(review, seat)) return refuse('out-of-turn', 'The scores are not revealed yet.')
  if (!seat?.attested || !record) return refuse('out-of-turn', 'You have no column in this room.')
  if (seat.signed) return refuse('out-of-turn', 'You have already signed.')
  if (!columnIsOpen(review, seat)) return refuse('out-of-turn', 'This column can no longer be written.')
  const voted = votedPriority(rubric)
  if (voted && !stemSettled(stemStanding(review, rubric, state.rules)))
    return refuse('out-of-turn', `The ${namedPriority(voted)} is not settled yet.`)
  const missing = missingFromColumn(
    record,
    seat.attested.record.scores,
    rubric,
    rulesOf(state.rules).comments,
  )
  if (missing[0])
    return refuse('incomplete', `Not signed: ${counted(missing.length)}. ${missing[0].sentence}`)
  if (formHash(record) !== command.hash) return screenDiffers
  const kept = withBallot(mapTexts(record, keep), seat, rubric)
  return [
    { kind: 'column.signed', data: { review: review.id, seat: seat.number, record: eventRecord(kept) } },
  ]
}

/** Takes a signature back, until the close. */
export function takeBackSignature({
  review,
  seat,
}: CaseOf<'column.takeBack'>): readonly NewEvent[] | Refusal {
  if (review.closed && seesReveal(review, seat))
    return refuse('out-of-turn', 'The review is closed. Ask the panel monitor.')
  if (!seat?.signed) return refuse('out-of-turn', 'You have not signed.')
  return [{ kind: 'column.takenBack', data: { review: review.id, seat: seat.number } }]
}

/** Closes the review and hands it to staff. */
export function closeReview({
  state,
  review,
  command,
  rubric,
  summaries,
  keep,
}: CaseOf<'review.close'>): readonly NewEvent[] | Refusal {
  const [blocker] = closeBlockers(state, review, rubric)
  if (blocker) return refuse('out-of-turn', blocker)
  if (!command.commentsRead)
    return refuse('incomplete', 'First say that you have read the comments against the scores.')
  const { summary } = rulesOf(state.rules)
  const lacking = rubric.criteria.find(({ id }) => !summaries[id])
  if (summary === 'required' && lacking)
    return refuse('incomplete', `${lacking.id} has no summary, and this competition asks for one.`)
  const assessment = command.assessment ?? ''
  const written = Object.entries(summaries).map(([criterion, { text, hash }]) => [
    criterion,
    { text: keep(text), agreed: agreeing(review, criterion, hash) },
  ])
  const data: EventData<'review.closed'> = {
    review: review.id,
    commentsRead: true,
    ...(assessment !== '' && { assessment: keep(assessment) }),
    ...(summary !== 'off' && written.length > 0 && { summaries: Object.fromEntries(written) }),
  }
  return [{ kind: 'review.closed', data }]
}

/** The sitting seats that agree with a summary as it is now, for the scores as they are now. */
function agreeing(review: Review, criterion: string, hash: string): number[] {
  const agreements = review.discussion.agreements[criterion] ?? {}
  return sittingSeats(review)
    .map(({ number }) => number)
    .filter((number) => agreements[number]?.hash === hash)
}

/** One of program staff asks a second to lock, where the rules want two. */
export function askLock({ state, review }: CaseOf<'lock.ask'>): readonly NewEvent[] | Refusal {
  const [blocker] = lockBlockers(review)
  if (blocker) return refuse('out-of-turn', blocker)
  if (!rulesOf(state.rules).secondPerson)
    return refuse('out-of-turn', 'One of program staff locks here, alone.')
  if (review.lockAsked) return refuse('out-of-turn', 'The lock has been asked for.')
  return [{ kind: 'lock.asked', data: { review: review.id } }]
}

/** Begins the lock; the server then seals the documents and fixes the record. */
export function lockReview({ state, review, person }: CaseOf<'review.lock'>): readonly NewEvent[] | Refusal {
  const [blocker] = lockBlockers(review)
  if (blocker) return refuse('out-of-turn', blocker)
  if (rulesOf(state.rules).secondPerson) {
    if (!review.lockAsked)
      return refuse('out-of-turn', 'A lock takes two of program staff here. Ask for it; another then locks.')
    if (review.lockAsked.by === person.id)
      return refuse('out-of-turn', 'You asked for this lock. Another of program staff locks.')
  }
  return [{ kind: 'lock.started', data: { review: review.id } }]
}

/** The form keeps its own determination: the one its reviewer confirmed or changed in the closed vote. */
function withBallot(record: KeptRecord, seat: Seat, rubric: Rubric): KeptRecord {
  const priority = votedPriority(rubric)
  const own = priority ? record.determinations[priority.id] : undefined
  if (!priority || !own || !seat.ballot) return record
  const { answer, reasons } = seat.ballot
  // Who confirms stands by the reasons on the form; what was written with it stays in the ballot.
  const determination = { answer, reasons: answer === own.answer ? own.reasons : (reasons ?? own.reasons) }
  return { ...record, determinations: { ...record.determinations, [priority.id]: determination } }
}

/** Copies a record into the plain lists and objects of an event. */
function eventRecord(record: KeptRecord): EventData<'form.attested'>['record'] {
  return recordSchema.parse(record)
}

function counted(things: number): string {
  return things === 1 ? '1 thing is missing' : `${things} things are missing`
}
