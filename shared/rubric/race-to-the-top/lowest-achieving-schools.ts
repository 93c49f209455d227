import type { Criterion } from '../rubric.ts'
import { printed } from './printed-bands.ts'

/** Area E. (E)(1) asks what the law allows, (E)(2) is a plan with yearly targets. */
export const lowestAchievingSchools: readonly Criterion[] = [
  {
    id: '(E)(1)',
    area: 'E',
    title: 'Power to step in at failing schools and districts',
    short: 'Power to step in',
    points: 10,
    summary:
      'May the State, by law or regulation, intervene directly in its lowest-achieving schools and in failing districts?',
    rows: [
      {
        id: '(E)(1)',
        label: '',
        title: 'Power to step in at failing schools and districts',
        short: 'Power to step in',
        max: 10,
        summary:
          'Decide from the laws cited whether the State can intervene directly in its persistently lowest-achieving schools, and in districts that are in improvement or corrective action.',
        parts: [],
        evidence: ['The laws, regulations or other legal documents the State relies on'],
        // The notice prints a range for 10 points, but its own rule leaves only three values.
        bands: null,
        rule: {
          kind: 'choice',
          choices: [
            { points: 10, when: 'The State can intervene directly in both schools and districts.' },
            {
              points: 5,
              when: 'The State can intervene directly in schools or in districts, but not in both.',
            },
            { points: 0, when: 'The State can intervene directly in neither.' },
          ],
          text: 'The notice allows 10, 5 or 0 points and nothing between.',
        },
      },
    ],
  },
  {
    id: '(E)(2)',
    area: 'E',
    title: 'Turning the lowest-achieving schools around',
    short: 'Turning schools around',
    points: 40,
    summary:
      'Is there a good plan, with yearly targets that stretch and can be reached, for finding the lowest-achieving schools and turning them around?',
    rows: [
      {
        id: '(E)(2)(i)',
        label: '(i)',
        title: 'Identifying the schools',
        short: 'Identifying the schools',
        max: 5,
        summary:
          'Judge how the State identifies its persistently lowest-achieving schools, by achievement and by lack of progress. It may add secondary schools that would count if they were eligible for Title I.',
        parts: [],
        evidence: [],
        bands: printed[5],
        rule: null,
      },
      {
        id: '(E)(2)(ii)',
        label: '(ii)',
        title: 'Supporting one of four turnaround models',
        short: 'Four turnaround models',
        max: 35,
        summary:
          'Judge how the State will support districts in turning these schools around by one of four models: turnaround, restart, closure or transformation. A district with more than nine such schools may use the transformation model in at most half of them.',
        parts: [],
        evidence: [
          'Turnaround attempts of the last five years: number of schools, approach, results, lessons',
          'Yearly targets: schools that will start one of the four models',
        ],
        bands: printed[35],
        rule: null,
      },
    ],
  },
]
