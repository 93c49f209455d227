import type { Criterion, Rubric } from '../rubric.ts'

/** A criterion that is its own only row, scored from 0 to so many points. */
function scored(named: Pick<Criterion, 'id' | 'title' | 'short' | 'summary'>, points: number): Criterion {
  const row = { ...named, label: '', max: points, parts: [], evidence: [], bands: null, rule: null }
  return { ...named, area: 'C', points, rows: [row] }
}

/** A plain form for a foundation to begin with and make its own: five criteria, 100 points. */
export const foundation: Rubric = {
  id: 'foundation',
  title: 'A foundation’s form',
  version: 1,
  totals: { criteria: 5, rows: 5, criteriaPoints: 100, priorityPoints: 0, points: 100 },
  areas: [{ id: 'C', title: 'Selection criteria', points: 100 }],
  criteria: [
    scored(
      {
        id: 'C1',
        title: 'Need',
        short: 'Need',
        summary:
          'Is the need real and well described, does it fall within what the foundation is for, and do the people whose need it is have a say?',
      },
      20,
    ),
    scored(
      {
        id: 'C2',
        title: 'Plan',
        short: 'Plan',
        summary:
          'Will what is planned meet the need? Look for steps that follow from each other, a timeline that can be kept, and risks that are seen and answered.',
      },
      30,
    ),
    scored(
      {
        id: 'C3',
        title: 'People and organization',
        short: 'People',
        summary:
          'Can these people do it? Look at their experience, their partners, and whether the organization can carry the work and account for the money.',
      },
      20,
    ),
    scored(
      {
        id: 'C4',
        title: 'Results and learning',
        short: 'Results',
        summary:
          'Will one know whether it worked? Look for results that can be observed, a way to observe them, and what happens with what is learned, also when the grant has ended.',
      },
      20,
    ),
    scored(
      {
        id: 'C5',
        title: 'Budget',
        short: 'Budget',
        summary:
          'Is the amount right for the work: complete, explained, and neither too much nor too little?',
      },
      10,
    ),
  ],
  priorities: [],
}
