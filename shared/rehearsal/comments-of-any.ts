import type { Five } from './comments.ts'

// What reviewers might write on a rubric that the stock has nothing for. All of it is invented, and none of it is a fact.

export const ofAny: { readonly strengths: Five; readonly weaknesses: Five } = {
  strengths: [
    'What is asked here is answered in the order in which it is asked. I could find each part without searching.',
    'The reasons given are specific to this application and would not fit any other.',
    'I see who would do the work, and why these people are the right ones for it.',
    'The application says openly what could go wrong here and what would be done then.',
    'What is promised in this part agrees with what the rest of the application describes.',
  ],
  weaknesses: [
    'The intention is clear. How it would be carried out is left to the reader.',
    'I looked for evidence behind the main claim of this part and found only the claim.',
    'Part of what is asked here is not answered, and nothing says why.',
    'The timeline would be easier to believe with a reason for the time that each step is given.',
    'How anybody would notice that this part is not working is not described.',
  ],
}

export const reasonsOfAny: { readonly yes: Five; readonly no: Five } = {
  yes: [
    'What is asked for is there, and described well enough for me to rely on it.',
    'I found nothing essential missing. The gaps that I see are small.',
    'The people and the means that are named fit the work that is planned.',
    'With some reservations about the detail, I think that what is needed is in place.',
    'The description convinced me, since it names what is there and not only what is hoped for.',
  ],
  no: [
    'Something that the work depends on is not described, so I cannot say that it is there.',
    'What is named would not be enough for the work as it is planned.',
    'I found assurances where I needed a description.',
    'One part is well covered and the other hardly touched. Together that is not enough for me.',
    'The application leaves open who would answer for this.',
  ],
}

export const notesOfAny: Five = [
  'I read this part with interest and have nothing to add to my other comments.',
  'This deserves more room in a later application.',
  'A good thought that is not yet worked out.',
  'What is said here supports the rest of the application.',
  'I would have liked to read an example.',
]
