import { expect, test } from 'vitest'
import { signBlockers } from '../../client/room/sign-blockers.ts'
import {
  consequence,
  differSentence,
  hurdleSentence,
  notVotedSentence,
  seatsSentence,
  standingSentence,
  unanswered,
  voteQuestion,
  voteTopic,
} from '../../client/room/vote-words.ts'
import type { VoteResult, VoteView } from '../../shared/competition/vote-view.ts'
import type { Answer, FormRecord } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rulesOf2010 } from '../../shared/competition/rules.ts'
import { fullForm } from '../harness/full-form.ts'
import {
  alpha,
  closeVote,
  excuse,
  openVote,
  playTo,
  recuse,
  startPlay,
  type Play,
} from '../harness/pure-play.ts'
import { roomColumn, roomColumns } from '../harness/room-column.ts'

/** A panel whose forms determine this, seat by seat, revealed. */
function revealed(...answers: readonly Answer[]): Play {
  const play = startPlay({ seats: answers.length })
  answers.forEach((answer, at) => play.type(`r${at + 1}`, fullForm(play.rubric, { answer })))
  return playTo(play, 'revealed')
}

function voteOf(play: Play): VoteView {
  const vote = play.sees('r1')?.vote
  if (!vote) throw new Error('There is no vote.')
  return vote
}

function resultOf(play: Play): VoteResult {
  const { result } = voteOf(play)
  if (!result) throw new Error('The vote has no result.')
  return result
}

function closed(play: Play): Play {
  play.must('monitor', openVote)
  play.must('monitor', closeVote)
  return play
}

test('ROOM-10 a result says how many seats there are, and how many of them are recused and excused', () => {
  const all = closed(revealed('yes', 'no', 'yes', 'no', 'no'))
  expect(seatsSentence(resultOf(all), rulesOf2010)).toBe('Five seats, nobody recused, nobody excused.')
  const fewer = revealed('yes', 'no', 'yes', 'no', 'no')
  fewer.must('r5', recuse)
  fewer.must('staff', excuse(4))
  expect(seatsSentence(resultOf(closed(fewer)), rulesOf2010)).toBe(
    'Five seats, one recused or replaced, one excused.',
  )
})

test('ROOM-11 a seat without an answer is neither a yes nor a no', () => {
  const play = startPlay({ seats: 5 })
  play.must('staff', excuse(5))
  const result = resultOf(playTo(play, 'revealed'))
  expect(unanswered(result)).toBe(1)
  expect(result.yes).toBe(4)
  expect(unanswered(resultOf(closed(revealed('yes', 'no', 'no'))))).toBe(0)
})

test('ROOM-12 the vote is put as a question with its hurdle, and its result with the consequence', () => {
  const topic = voteTopic(raceToTheTop)
  expect(topic).toMatchObject({
    name: 'Priority 2',
    short: 'STEM',
    title: 'Emphasis on science, technology, engineering and mathematics',
  })
  expect(topic && voteQuestion(raceToTheTop, topic, 'Maine')).toBe('Should Maine have the 15 STEM points?')
  expect(hurdleSentence(4, rulesOf2010)).toBe(
    'All or nothing. The application has them if more than half of the four seats say so: 3 of 4.',
  )
  expect(consequence(raceToTheTop, resultOf(closed(revealed('yes', 'no', 'no'))))).toBe(
    'no points go to the application.',
  )
  expect(consequence(raceToTheTop, resultOf(closed(revealed('yes', 'no', 'yes'))))).toBe(
    'all 15 points go to the application.',
  )
})

test('ROOM-13 where the vote stands is said as far as it is known, and never who has not voted', () => {
  const play = revealed('yes', 'no', 'yes')
  expect(standingSentence(raceToTheTop, voteOf(play))).toBe('The forms differ, so the panel votes.')
  const answers: readonly Answer[] = ['yes', 'no', 'yes']
  const columns = roomColumns(answers.map((answer) => fullForm(play.rubric, { answer })))
  expect(differSentence(voteOf(play), columns)).toBe('The forms differ: 2 yes, 1 no.')
  play.must('monitor', openVote)
  expect(notVotedSentence(voteOf(play))).toBe('Three seats have not voted. Which ones is not shown.')
  play.must('r2', { kind: 'ballot.cast', answer: 'no', reasons: '' })
  play.must('r3', { kind: 'ballot.cast', answer: 'yes', reasons: '' })
  expect(standingSentence(raceToTheTop, voteOf(play))).toBe('The vote is open: 2 of 3 have voted.')
  expect(notVotedSentence(voteOf(play))).toBe('One seat has not voted. Which one is not shown.')
  play.must('r1', { kind: 'ballot.cast', answer: 'yes', reasons: '' })
  expect(notVotedSentence(voteOf(play))).toBe('All have voted. The monitor closes the vote.')
  play.must('monitor', closeVote)
  expect(standingSentence(raceToTheTop, voteOf(play))).toBe(
    '2 of 3 say yes: all 15 points go to the application.',
  )
})

/** What keeps r1 from signing a column that says this, with the page that mends it. */
function inTheWay(play: Play, record: FormRecord, attested: FormRecord = record) {
  const review = play.sees('r1')
  if (!review) throw new Error(`There is no ${alpha}.`)
  const column = roomColumn(1, record, { attested, yours: true })
  return signBlockers({ review, rubric: play.rubric }, { column }).map(({ sentence, href }) => ({
    sentence,
    page: href?.split('/').slice(3).join('/'),
  }))
}

test('ROOM-14 what keeps one from signing is named and leads to where it is mended', () => {
  const play = revealed('yes', 'no', 'yes')
  const full = fullForm(play.rubric)
  const [row = ''] = Object.keys(full.scores)
  const lacking: FormRecord = {
    ...full,
    scores: { ...full.scores, [row]: 0 },
    strengths: { ...full.strengths, '(C)(1)': { text: ' ', noneFound: false } },
    determinations: { ...full.determinations, P1: { answer: 'yes', reasons: '' } },
  }
  expect(inTheWay(play, lacking, full)).toEqual([
    { sentence: 'The STEM priority is not settled.', page: 'vote' },
    { sentence: '(C)(1) has no strengths. “None found” is an answer.', page: 'room/(C)(1)' },
    // On the page of the signature itself.
    { sentence: 'Comprehensive approach to education reform has no reasons.', page: undefined },
    { sentence: `${row} was changed and has no reason.`, page: `room/${row}` },
  ])
  expect(inTheWay(closed(play), full)).toEqual([])
})
