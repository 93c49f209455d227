import type { BandName } from '../rubric/rubric.ts'

/** Which way somebody's points lie from those in the middle. */
export type Direction = 'higher' | 'lower'

/** What a played reviewer says on a row on which it differs. All of it is invented, and none of it is a fact about a State. */
export const opinions: Readonly<Record<Direction, readonly string[]>> = {
  higher: [
    'I may be the generous one here. The steps follow from each other, and I took the plan at its word where it was specific.',
    'I counted what is already under way, and not only what is promised. Did you leave that out?',
    'The text answers what is asked more fully than I expected. I gave it credit for that.',
    'For me the weak part is small and stands beside the question, so I did not take much off for it.',
    'I read this part together with the appendix. Without it I would be closer to you.',
    'The people who would do the work are named here. That weighed more with me than the gaps in the timeline.',
  ],
  lower: [
    'I am below most of you. I found intentions where the criterion asks for a plan.',
    'Who does what by when is missing for me, and I took points off for each of them.',
    'Much of this repeats what another criterion covers. I did not want to pay for it twice.',
    'I could not connect the activities to the goals they are meant for. Where did you find that?',
    'The claim may be right. I looked for the evidence behind it and did not find enough.',
    'The hardest part of the criterion gets a sentence. I could not give more for the rest.',
  ],
}

/** Where that puts the points, on a row whose bands the notice prints. */
export const places: Readonly<Record<BandName, readonly string[]>> = {
  low: ['That is low in my reading.', 'It does not leave the low band for me.'],
  medium: ['I see it in the middle band.', 'Medium seems fair to me.'],
  high: ['It reaches the high band for me.', 'High, though not the top of it.'],
}

/** What somebody near the middle says to the one who has spoken. */
export const answering: readonly string[] = [
  'I came to another number by the same passages. I weighed the goals more than the steps.',
  'I read that part as you do, and then the next page changed my mind. Did you count it?',
  'That is a reason I had not thought of. I stay near the middle for now.',
  'Where did you find that? I would like to read it again before I say more.',
]

/** What is said by somebody near the middle of a talk between two. */
export const between: readonly string[] = [
  'I see what both of you mean. I weighed the two about the same.',
  'Which passage did each of you go by? I would like to read both again.',
  'My points stand between yours. The text supports either reading up to there.',
  'We may be judging two different questions here. Could we read the criterion again together?',
]

/** Said in reply by somebody who keeps their points. */
export const holding: readonly string[] = [
  'I hold. I looked again, and my reason still stands.',
  'I understand the other reading. I stay with mine, and my comment says why.',
  'That is a fair point, and I had it in mind when I scored. I hold.',
  'I hold for now. What I miss is still not there.',
]

/** Said in reply by somebody who changes their points, and in which direction. */
export const moving: Readonly<Record<Direction, readonly string[]>> = {
  higher: [
    'You are right about that passage. I was too strict and go up.',
    'I had not read it that way. It earns more than I gave.',
    'With what you say in mind I read it again, and I come up some way.',
  ],
  lower: [
    'That persuades me. I was too generous and go down.',
    'I took that promise for a plan. I come down some way.',
    'You are right that this is missing. I take points off for it.',
  ],
}

/** The line under a score that has moved. */
export const changeLines: Readonly<Record<Direction, readonly string[]>> = {
  higher: [
    'The panel pointed to a passage that I had given too little weight.',
    'Read again with the others: the plan is more specific than I had taken it for.',
    'The discussion showed that what I missed stands in another section.',
    'I had judged this part by a stricter standard than the criterion sets.',
  ],
  lower: [
    'The panel showed that what I had counted as a plan is an intention.',
    'Read again with the others: the evidence is thinner than I had taken it for.',
    'The discussion showed that I had given credit for another criterion’s work.',
    'I had overlooked that responsibility for this part is left open.',
  ],
}

/** How a played monitor opens a row. */
export const openings: readonly string[] = [
  'We lie far apart on this row. Would whoever is highest and whoever is lowest each say what they went by?',
  'Nobody has to agree here. I would like each reason to be said once, so that it can be weighed.',
  'Let us look at the passages first and at the points afterward.',
]

/** What played staff write: why there is no conflict, what answers a question, why a panel that has become thin goes on. */
export const staffSentences = {
  goOn: 'Those who are left can judge the whole application. The panel goes on.',
  cleared: 'From what you describe there is no conflict. You can read this application.',
  answer:
    'Judge it by what the application says and by the wording of the criterion. Say in your comment how you read it.',
} as const

/** What a played selecting official writes, in deciding on an absolute priority. */
export const decisions = {
  met: 'Read with the panel’s answers and reasons, the application meets the priority.',
  notMet: 'Read with the panel’s answers and reasons, the application does not meet the priority.',
} as const

/** What a played reviewer adds to a comment that the monitor asked to be better. */
export const furtherComments: readonly string[] = [
  'To say it more plainly: I went by how far the plan names who acts, when, and how success would be seen.',
  'What weighed most with me is whether the steps that are described would lead to the goal that is named.',
]
