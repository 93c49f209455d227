import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { sittingSeats } from '../../shared/competition/state.ts'
import type { Signer } from '../../server/journal/signing.ts'
import { makeExport } from '../../server/exports/export.ts'
import type { Export } from '../../server/exports/export-format.ts'
import { someDocument } from './pure-play.ts'
import { startSetUp, type SetUpPlay } from './set-up-play.ts'
import {
  alphaReview,
  applicationEntry,
  checklist,
  declare,
  decideFor,
  draftAll,
  judge,
  nextVersion,
  open,
  otherWords,
  pause,
  record,
  resume,
  sampleReview,
  setRubric,
  words,
} from './set-up-steps.ts'

/**
 * A competition from nothing to its first lock that comes by every event of a set-up: a preset, versions before and after the
 * opening, conflicts of every kind, a sample, a pause, and a lock by two.
 */
export function playedSetUp(signer: Signer): SetUpPlay {
  const play = startSetUp({ signer })
  const staff = (command: SetUpCommand): void => play.must('staff-1', command)
  const rules = { ...play.state().rules, secondPerson: true }
  const rubric = JSON.parse(JSON.stringify(play.opening))
  staff({ kind: 'preset.take', preset: 'three-criteria', rubric, rules, checklist })
  staff(setRubric({ ...play.opening, title: 'Three criteria of our own' }, ''))
  staff({ kind: 'rules.set', rules: { ...rules, conflictText: 'I have no part in it.' } })
  draftAll(play)
  staff({ kind: 'people.remove', people: ['r7'] })
  staff({ kind: 'applications.set', applications: [applicationEntry('omega')] })
  staff({ kind: 'applications.remove', applications: ['omega'] })
  staff(judge('delta', 'notMet'))
  play.must('r1', declare('delta', 'recused'))
  play.must('r2', declare('delta', 'unsure'))
  staff(decideFor('delta', 'r2', 'recused'))
  staff(decideFor('delta', 'r1', 'cleared'))
  staff(record('delta', 'r3', 'recused'))
  play.must('official', declare('delta', 'unsure'))
  staff({ kind: 'notice.attach', document: someDocument })
  staff({ kind: 'notice.confirm', words: words(play.rubric()) })
  staff({ kind: 'calibration.start', application: 'gamma' })
  for (const { person } of play.review(sampleReview).seats) play.attest(person, sampleReview)
  staff({ kind: 'calibration.show' })
  staff({ kind: 'people.set', people: [{ id: 'r8', role: 'reviewer', label: 'Reviewer 8' }] })
  staff({ kind: 'calibration.add', reviewers: ['r8'] })
  staff(open('alpha'))
  play.attest('r1', alphaReview)
  staff(setRubric(nextVersion(play.rubric(), otherWords)))
  staff(pause)
  staff(resume)
  for (const { person, attested } of play.review(alphaReview).seats)
    if (!attested) play.attest(person, alphaReview)
  play.mustSay('monitor-1', alphaReview, { kind: 'review.reveal' })
  for (const { person } of sittingSeats(play.review(alphaReview))) play.sign(person, alphaReview)
  play.mustSay('monitor-1', alphaReview, { kind: 'review.close', commentsRead: true })
  play.mustSay('staff-1', alphaReview, { kind: 'lock.ask' })
  play.lock('staff-2', alphaReview)
  return play
}

/** The export of a played set-up. Throws where nothing is locked yet. */
export function setUpExport(play: SetUpPlay, signer: Signer): Export {
  const made = makeExport({
    entries: play.entries(),
    rubric: play.opening,
    signer,
    exportedAt: Date.UTC(2026, 10, 23),
  })
  if ('refused' in made) throw new Error(made.sentence)
  return made
}
