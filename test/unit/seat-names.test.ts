import { expect, test } from 'vitest'
import { namedIn } from '../../client/staff/named-in.ts'
import { threadView } from '../../shared/competition/discussion-view.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { betaReview, draftAll, open } from '../harness/set-up-steps.ts'

/** On panel two reviewers 4 to 6 have seats 1 to 3. */
function begun() {
  const play = draftAll(startSetUp())
  play.must('staff-1', open('beta'))
  return play
}

function revealed() {
  const play = begun()
  for (const { person } of play.review(betaReview).seats) play.attest(person, betaReview)
  play.mustSay('monitor-2', betaReview, { kind: 'review.reveal' })
  return play
}

const sees = (play: ReturnType<typeof begun>, who: string) =>
  play.view(who).reviews.find(({ id }) => id === betaReview)

const bySeat = ['Reviewer 1', 'Reviewer 2', 'Reviewer 3']
const byPerson = /Reviewer [4-6]/

test('ROOM-15 before the reveal the monitor is told of seats by their numbers', () => {
  const play = begun()
  const review = sees(play, 'monitor-2')
  expect(review?.progress?.map(({ label }) => label)).toEqual([...bySeat, 'Monitor 2'])
  expect(review?.blockers?.reveal).toEqual(bySeat.map((name) => `${name} is not ready.`))
  expect(JSON.stringify(review)).not.toMatch(byPerson)
})

test('ROOM-15 in the room everybody is called by the seat, also what they say', () => {
  const play = revealed()
  const row = play.rubric().criteria[0]?.rows[0]?.id ?? ''
  play.mustSay('r5', betaReview, { kind: 'thread.write', row, text: 'I read it otherwise.', replyTo: null })
  for (const who of ['r4', 'r5', 'r6', 'monitor-2']) {
    const review = sees(play, who)
    expect(review?.panel?.map(({ seat, label }) => [seat, label])).toEqual(
      bySeat.map((name, at) => [at + 1, name]),
    )
    expect(JSON.stringify(review)).not.toMatch(byPerson)
    const [message] = threadView(play.state(), play.review(betaReview), row, who, play.text)
    expect(message).toMatchObject({ seat: 2, label: 'Reviewer 2', yours: who === 'r5' })
  }
  expect(sees(play, 'monitor-2')?.blockers?.close).toContain('Reviewer 2 has not signed.')
})

test('ROOM-15 staff alone are told who sits in a seat, and what one is called elsewhere is one’s own', () => {
  const play = revealed()
  const said = sees(play, 'staff-1')?.progress?.map(({ label, called }) => [label, called])
  expect(said).toEqual([
    ['Reviewer 1', 'Reviewer 4'],
    ['Reviewer 2', 'Reviewer 5'],
    ['Reviewer 3', 'Reviewer 6'],
    ['Monitor 2', null],
  ])
  expect(sees(play, 'monitor-2')?.progress?.every(({ called }) => called === null)).toBe(true)
  expect(play.view('r5').me.label).toBe('Reviewer 5')
})

test('ROOM-15 an answer that names a seat or a reviewer is told so before every panel reads it', () => {
  const view = begun().view('staff-1')
  expect(namedIn('as Reviewer 2 and Reviewer 7 said', view)).toEqual(['Reviewer 2', 'Reviewer 7'])
})
