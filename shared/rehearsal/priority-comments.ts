import type { Five } from './comments.ts'

/** Invented reasons for an answer on the priorities that a reviewer determines. */
export const inventedReasons: Record<string, { readonly yes: Five; readonly no: Five }> = {
  P1: {
    yes: [
      'All four reform areas are dealt with, and the plan treats them as parts of one system. I find the approach comprehensive.',
      'The areas lean on each other in ways that would be hard to pull apart, which is what a systemic approach means to me.',
      'Some sections are thin, but none of the four areas is left out and the State’s own capacity is considered. The priority is met.',
      'District participation is enough, in my judgment, for the plan to be carried out, and the use of funds serves its goals.',
      'Read as a whole, the application shows how the State and its districts would raise achievement and narrow gaps together.',
    ],
    no: [
      'The areas stand side by side. I did not find the connection that would make of them one comprehensive approach.',
      'District commitment is too uncertain for me to say that the plan could reach its goals.',
      'The application does not describe how this money and other funds would together serve students, as the priority requires.',
      'One of the four areas is treated so lightly that I cannot call the whole comprehensive.',
      'The goals for achievement, gaps and graduation are not connected to the plans closely enough to meet the priority.',
    ],
  },
  P2: {
    yes: [
      'STEM runs through the application and is not confined to one project. Courses, teachers and students’ paths are all addressed.',
      'The plan meets the three needs in substance: demanding courses, help for teachers from outside of the school, and more students prepared.',
      'I find a credible plan for bringing more students into STEM, with attention to those who have been underrepresented.',
      'Not every part is equally strong, but taken together the STEM work amounts to a plan of high quality.',
      'The attention to teachers of mathematics and science convinces me, since everything else depends on them.',
    ],
    no: [
      'STEM appears in many places but nowhere as a plan. The pieces do not add up to a course of study.',
      'Partners who could help teachers bring STEM into their lessons are not described well enough.',
      'I did not find enough on underrepresented groups, women and girls, and the priority asks for it in so many words.',
      'The activities are worthwhile and few. I do not see how they would reach most students.',
      'The application shows intentions for STEM without goals, timeline or responsibility, so I cannot call the plan high-quality.',
    ],
  },
}

/** Invented notes on the priorities that take a comment and no points. */
export const inventedNotes: Record<string, Five> = {
  P3: [
    'Early learning is thought of as prevention and connected to the rest of the plan. I would like to see more on the quality of programs.',
    'The attention to reading in the first grades is welcome; readiness in the wider sense, social and emotional, gets less of it.',
    'Bringing services for young children and families together is the strongest idea in this part.',
    'The step from preschool to kindergarten could be planned in more detail.',
    'A worthwhile beginning. Who would pay for it in the long run is the open question.',
  ],
  P4: [
    'The plan to join data from several agencies is sensible. The questions that the wider system should answer could be stated first.',
    'Early childhood and higher education are rightly seen as the first to connect.',
    'I would encourage the State to say how it would share its system, or parts of it, with others.',
    'Data on programs for students at risk would make the system far more useful to schools.',
    'Privacy and shared responsibility among agencies should be settled before the data are joined.',
  ],
  P5: [
    'The application keeps the whole path of a student in view, from the first years to college and work.',
    'Work with higher education is the most developed part of this; employers and other agencies come up less.',
    'The points where students move from one level to the next are named, and it would help to say who answers for each.',
    'Coordination with services outside of school could be carried further for students with high needs.',
    'Good intentions throughout. I would look for agreements between the agencies as the next step.',
  ],
  P6: [
    'Giving schools more say over time and program fits the rest of the plan well.',
    'The freedom described seems meant for a few schools. How others could earn it would be worth adding.',
    'Climate and the engagement of families are taken seriously, which is not always so in plans of this kind.',
    'Staffing and budget are where autonomy becomes real, and the application could be bolder there.',
    'I like that freedom is joined to responsibility for results. Credit by performance might be considered too.',
  ],
}
