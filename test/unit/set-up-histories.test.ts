import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setUpFault } from '../../server/exports/verify-set-up.ts'
import { certifyPage } from '../../shared/competition/certify-page.ts'
import { calibrationPage } from '../../shared/competition/calibration-page.ts'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { evolve } from '../../shared/competition/evolve.ts'
import { isOfSetUp } from '../../shared/competition/evolve-set-up.ts'
import { answeredIds } from '../../shared/rubric/answered.ts'
import { beforeOpening, isRecused } from '../../shared/competition/state.ts'
import { eventHash } from '../../shared/record/chain.ts'
import { someDocument } from '../harness/pure-play.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  applicationEntry,
  cast,
  declare,
  decideFor,
  draft,
  draftAll,
  drawn,
  judge,
  nextVersion,
  open,
  otherWords,
  panels,
  pause,
  record,
  resume,
  setRubric,
} from '../harness/set-up-steps.ts'

type Move = readonly [by: string, command: (play: SetUpPlay) => SetUpCommand]

const people = fc.constantFrom('staff-1', 'staff-2', 'r1', 'r2', 'r7', 'monitor-1', 'official')
const ids = fc.constantFrom('alpha', 'beta', 'gamma', 'delta')
const answers = fc.constantFrom('certified' as const, 'recused' as const, 'unsure' as const)
const roles = fc.constantFrom('reviewer' as const, 'monitor' as const, 'staff' as const, 'official' as const)

const reseated = (panel: string, reviewers: readonly string[]): SetUpCommand => ({
  kind: 'assignment.draft',
  panels: panels.map((each) => (each.id === panel ? { ...each, reviewers: [...reviewers] } : each)),
  places: { alpha: 'one', beta: 'two', gamma: panel },
  seed: 'a seed',
})

/** Anything that somebody may try, with what it is about drawn from a competition that can do all of it. */
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(
    people,
    fc.tuple(ids, answers).map(
      ([id, answer]) =>
        () =>
          declare(id, answer),
    ),
  ),
  fc.tuple(
    people,
    fc.tuple(ids, people, answers).map(
      ([id, who, answer]) =>
        () =>
          record(id, who, answer),
    ),
  ),
  fc.tuple(
    people,
    fc.tuple(ids, people, fc.constantFrom('cleared' as const, 'recused' as const)).map(
      ([id, who, outcome]) =>
        () =>
          decideFor(id, who, outcome),
    ),
  ),
  fc.tuple(
    people,
    fc.tuple(people, roles).map(
      ([id, role]) =>
        (): SetUpCommand => ({
          kind: 'people.set',
          people: [{ id, role, label: cast.find((each) => each.id === id)?.label ?? id }],
        }),
    ),
  ),
  fc.tuple(
    people,
    people.map((id) => (): SetUpCommand => ({ kind: 'people.remove', people: [id] })),
  ),
  fc.tuple(
    people,
    ids.map((id) => (): SetUpCommand => ({ kind: 'applications.remove', applications: [id] })),
  ),
  fc.tuple(
    people,
    ids.map(
      (id) => (): SetUpCommand => ({
        kind: 'applications.set',
        applications: [applicationEntry(id)],
      }),
    ),
  ),
  fc.tuple(
    people,
    ids.map((id) => () => judge(id, 'notMet')),
  ),
  fc.tuple(
    people,
    ids.map((id) => () => judge(id)),
  ),
  fc.tuple(
    people,
    fc
      .constantFrom(draft, drawn(), drawn({ places: { beta: 'one', delta: 'two' } }))
      .map((each) => () => each),
  ),
  fc.tuple(
    people,
    fc
      .tuple(fc.constantFrom('one', 'two'), fc.shuffledSubarray(['r1', 'r2', 'r3', 'r7'], { minLength: 3 }))
      .map(
        ([panel, reviewers]) =>
          () =>
            reseated(panel, reviewers),
      ),
  ),
  fc.tuple(
    people,
    ids.map((id) => () => open(id)),
  ),
  fc.tuple(
    people,
    ids.map((id) => (): SetUpCommand => ({ kind: 'calibration.start', application: id })),
  ),
  fc.tuple(
    people,
    fc.constant((): SetUpCommand => ({ kind: 'calibration.show' })),
  ),
  fc.tuple(
    people,
    fc.constant((): SetUpCommand => ({ kind: 'calibration.add', reviewers: ['r7'] })),
  ),
  fc.tuple(
    people,
    fc.constant(() => pause),
  ),
  fc.tuple(
    people,
    fc.constant(() => resume),
  ),
  fc.tuple(
    people,
    fc.constant((): SetUpCommand => ({ kind: 'notice.attach', document: someDocument })),
  ),
  fc.tuple(
    people,
    fc
      .boolean()
      .map(
        (same) => (play: SetUpPlay) =>
          setRubric(
            nextVersion(play.rubric(), same ? (rubric) => ({ ...rubric, title: 'New' }) : otherWords),
          ),
      ),
  ),
)

/** Between the moves: everybody who has a form gives it, so that samples and reviews come on. */
function giveForms(play: SetUpPlay): void {
  for (const { id, seats } of play.state().reviews)
    for (const { person } of seats)
      if (play.state().people.some((each) => each.id === person)) play.attest(person, id)
}

/** Everything about a set-up that can never be, whatever anybody tried. */
function impossible(play: SetUpPlay): readonly string[] {
  const { people: all, panels: atWork, reviews, applications, setUp, rubric } = play.state()
  const staff = all.filter(({ role }) => role === 'staff')
  const role = (person: string) => all.find(({ id }) => id === person)?.role
  const members = reviews.map((review) => [
    ...review.seats.map(({ person }) => person),
    ...atWork.filter(({ id }) => id === review.panel).map(({ monitor }) => monitor),
  ])
  const faults: readonly (readonly [string, boolean])[] = [
    [
      'an application that nobody of staff may know of',
      reviews.some((review) => staff.every(({ id }) => isRecused(review, id))),
    ],
    ['two that are called alike', new Set(all.map(({ label }) => label)).size !== all.length],
    [
      'a review without its application',
      reviews.some(({ application }) => !applications.some(({ id }) => id === application)),
    ],
    ['an application without its review', applications.length !== reviews.length],
    [
      'somebody at work in another role',
      atWork.some(
        ({ monitor, reviewers }) =>
          role(monitor) !== 'monitor' || reviewers.some((id) => role(id) !== 'reviewer'),
      ),
    ],
    [
      'somebody on no panel who has a part in a review',
      reviews.some(({ conflicts }, at) =>
        Object.keys(conflicts).some(
          (id) => !members[at]?.includes(id) && (role(id) === 'reviewer' || role(id) === 'monitor'),
        ),
      ),
    ],
    [
      'a rubric that is nowhere',
      [rubric.sha256, ...reviews.map((review) => review.rubric)].some((hash) => !setUp.rubrics[hash]),
    ],
    ['seats and no frozen rubric', reviews.some(({ seats }) => seats.length > 0) && setUp.frozenAt === null],
    [
      'a draft of what there is not',
      Object.keys(setUp.draft?.places ?? {}).some((id) => !applications.some((each) => each.id === id)),
    ],
  ]
  return faults.flatMap(([what, is]) => (is ? [what] : []))
}

test('SETUP-9 whatever anybody tries while a competition is set up, nothing comes about that cannot be', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 10, maxLength: 40 }), (moves) => {
      const play = draftAll(startSetUp())
      for (const [at, [by, command]] of moves.entries()) {
        const frozen = play.state().setUp.frozenAt !== null
        const before = answeredIds(play.rubric())
        if (play.state().people.some(({ id }) => id === by)) play.send(by, command(play))
        if (at % 5 === 0) giveForms(play)
        expect(impossible(play)).toEqual([])
        if (frozen) expect(answeredIds(play.rubric())).toEqual(expect.arrayContaining([...before]))
      }
      for (const person of play.state().people) {
        play.view(person.id)
        certifyPage(play.state(), person, play.text)
        calibrationPage(play.state(), play.opening, person)
        if (person.role === 'staff') {
          const hidden = play.page(person.id).applications.filter(({ recused }) => recused)
          expect(hidden.every(({ review, home }) => review === '' && home === null)).toBe(true)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('SETUP-9 each decision of it is made again from the journal alone', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 10, maxLength: 30 }), (moves) => {
      const play = draftAll(startSetUp())
      for (const [by, command] of moves) {
        if (play.state().people.some(({ id }) => id === by)) play.send(by, command(play))
        giveForms(play)
      }
      const words = (ref: string) => play.text({ text: ref })
      let state = beforeOpening
      for (const { event } of play.entries()) {
        if (isOfSetUp(event)) {
          const locked = new Set(play.state().reviews.map(({ id }) => id))
          expect(setUpFault({ event, state, rubric: play.opening, words, locked })).toBeNull()
        }
        state = evolve(state, event, eventHash(event))
      }
      expect(state).toEqual(play.state())
    }),
    { numRuns: 25 },
  )
})
