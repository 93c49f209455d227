import type { Criterion } from '../rubric.ts'
import { printed } from './printed-bands.ts'

/** Area B. (B)(1) and (B)(2) are conditions already in place, (B)(3) is a plan. */
export const standardsAndAssessments: readonly Criterion[] = [
  {
    id: '(B)(1)',
    area: 'B',
    title: 'Developing and adopting common standards',
    short: 'Common standards',
    points: 40,
    summary: 'Is the State committed to high-quality standards shared with many other States?',
    rows: [
      {
        id: '(B)(1)(i)',
        label: '(i)',
        title: 'Joining a standards consortium',
        short: 'Standards consortium',
        max: 20,
        summary:
          'Judge the State’s part in a consortium of States that writes and adopts common standards from kindergarten through grade 12, and how many States are in it.',
        parts: [
          {
            label: '(a)',
            text: 'Standards shown to be internationally benchmarked and to lead to college and career readiness by graduation',
          },
          { label: '(b)', text: 'A significant number of States' },
        ],
        evidence: [
          'Signed consortium agreement',
          'The standards, or a draft with the date they will be complete',
          'Documents showing international benchmarking and college and career readiness',
          'Number and list of the States in the consortium',
        ],
        bands: printed[20],
        rule: {
          kind: 'guidance',
          text: 'For part (b) the notice ties the level of points to the share of States in the consortium.',
          bands: [
            { band: 'high', when: 'The consortium includes more than half of the States in the country.' },
            {
              band: 'medium',
              when: 'It includes half of the States or fewer; the notice leaves medium or low to the reviewer.',
            },
            {
              band: 'low',
              when: 'It includes half of the States or fewer; the notice leaves medium or low to the reviewer.',
            },
          ],
        },
      },
      {
        id: '(B)(1)(ii)',
        label: '(ii)',
        title: 'Adopting the standards',
        short: 'Adopting the standards',
        max: 20,
        summary:
          'Judge how far the State is in adopting common standards by August 2, 2010, or at least later in 2010, and how well it has planned their introduction. In Phase 1 the question is commitment and progress; in Phase 2 it is adoption.',
        parts: [
          {
            label: '(a)',
            text: 'Phase 1: a high-quality plan that shows commitment to adoption and progress toward it',
          },
          {
            label: '(b)',
            text: 'Phase 2: adoption, or a high-quality plan for a date later in 2010 with significant progress',
          },
        ],
        evidence: [
          'Phase 1: the legal process for adoption, with plan, progress and timeframe',
          'Phase 2: proof of adoption, or else the same as in Phase 1',
        ],
        bands: printed[20],
        rule: {
          kind: 'guidance',
          text: 'The notice ties the level of points to the date of adoption and gives no medium points in this row.',
          bands: [
            {
              band: 'high',
              when: 'Phase 1: committed to adoption by August 2, 2010, and making progress. Phase 2: adopted by that date.',
            },
            { band: 'low', when: 'A high-quality plan to adopt by a stated date later in 2010.' },
            { band: 'zero', when: 'The plan is not of high quality, or adoption would come after 2010.' },
          ],
          noMedium: true,
        },
      },
    ],
  },
  {
    id: '(B)(2)',
    area: 'B',
    title: 'Common high-quality assessments',
    short: 'Common assessments',
    points: 10,
    summary: 'Is the State committed to better assessments, built together with many other States?',
    rows: [
      {
        id: '(B)(2)(i)',
        label: '(i)',
        title: 'Consortium building aligned assessments',
        short: 'Assessment consortium',
        max: 5,
        summary:
          'Judge the State’s part in a consortium that works toward common, high-quality assessments aligned with the consortium’s standards.',
        parts: [],
        evidence: [
          'Signed consortium agreement, or proof that the consortium has applied or will apply to the separate assessment program, or another plan',
        ],
        bands: printed[5],
        rule: null,
      },
      {
        id: '(B)(2)(ii)',
        label: '(ii)',
        title: 'Significant number of States in it',
        short: 'Number of States',
        max: 5,
        summary: 'Judge whether the assessment consortium includes a significant number of States.',
        parts: [],
        evidence: ['Number and list of the States in the consortium'],
        bands: printed[5],
        rule: {
          kind: 'guidance',
          text: 'The notice ties the level of points to the share of States in the consortium.',
          bands: [
            { band: 'high', when: 'The consortium includes more than half of the States in the country.' },
            {
              band: 'medium',
              when: 'It includes half of the States or fewer; the notice leaves medium or low to the reviewer.',
            },
            {
              band: 'low',
              when: 'It includes half of the States or fewer; the notice leaves medium or low to the reviewer.',
            },
          ],
        },
      },
    ],
  },
  {
    id: '(B)(3)',
    area: 'B',
    title: 'Moving to the new standards and assessments',
    short: 'Moving to the new ones',
    points: 20,
    summary:
      'Is there a good plan, made with the districts, for bringing the new standards and assessments into every classroom?',
    rows: [
      {
        id: '(B)(3)',
        label: '',
        title: 'Moving to the new standards and assessments',
        short: 'Moving to the new ones',
        max: 20,
        summary:
          'Judge the quality of the plan: its goals, activities and why they should work, timeline, people responsible, and credibility. The notice names examples: a rollout plan, exit and college entrance requirements aligned with colleges, materials and assessments for the classroom, professional development, and help so that all students are reached, high-need students among them.',
        parts: [],
        evidence: ['Anything the State believes will help reviewers'],
        bands: printed[20],
        rule: null,
      },
    ],
  },
]
