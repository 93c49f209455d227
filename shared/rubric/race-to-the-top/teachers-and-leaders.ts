import type { Criterion } from '../rubric.ts'
import { printed } from './printed-bands.ts'

/** Area D. (D)(1) is a condition in place; the others are plans, and (D)(2) to (D)(4) also judge yearly targets. */
export const teachersAndLeaders: readonly Criterion[] = [
  {
    id: '(D)(1)',
    area: 'D',
    title: 'Pathways for new teachers and principals',
    short: 'Pathways',
    points: 21,
    summary:
      'Are there good routes into teaching and leading schools besides the traditional ones? To be judged for teachers and for principals.',
    rows: [
      {
        id: '(D)(1)(i)',
        label: '(i)',
        title: 'Law allows alternative routes',
        short: 'Routes in law',
        max: 7,
        summary:
          'Judge whether law or regulation allows alternative routes to certification for teachers and for principals, above all routes run by providers other than colleges and universities.',
        parts: [],
        evidence: ['The laws and regulations, and which of the five elements the State’s routes have'],
        bands: printed[7],
        rule: {
          kind: 'guidance',
          text: 'The notice ties the level of points to independent providers and to the five elements of its definition: varied providers, including independent ones; selective admission; supervised school experience with ongoing support; less coursework or the option to test out; and the same certification on completion.',
          bands: [
            {
              band: 'high',
              when: 'Independent providers are permitted, and the routes have at least 4 of the 5 elements.',
            },
            {
              band: 'medium',
              when: 'Independent providers are permitted, and the routes have at least 2 of the 5 elements.',
            },
            {
              band: 'low',
              when: 'Independent providers are not permitted, or the routes have only 1 of the 5 elements.',
            },
          ],
        },
      },
      {
        id: '(D)(1)(ii)',
        label: '(ii)',
        title: 'Alternative routes in use',
        short: 'Routes in use',
        max: 7,
        summary:
          'Judge whether such routes are in use, for teachers and for principals, and not only allowed.',
        parts: [],
        evidence: [
          'List of the programs operating, with the elements of each',
          'Teachers and principals who completed each program last year',
          'All teachers and principals certified statewide last year',
        ],
        bands: printed[7],
        rule: null,
      },
      {
        id: '(D)(1)(iii)',
        label: '(iii)',
        title: 'Finding and filling shortages',
        short: 'Filling shortages',
        max: 7,
        summary:
          'Judge the process by which the State watches for shortages of teachers and principals, finds where they are, and prepares people to fill them.',
        parts: [],
        evidence: [],
        bands: printed[7],
        rule: null,
      },
    ],
  },
  {
    id: '(D)(2)',
    area: 'D',
    title: 'Effectiveness based on performance',
    short: 'Evaluating effectiveness',
    points: 58,
    summary:
      'Is there a good plan, with yearly targets that stretch and can be reached, for participating districts to evaluate fairly and act on it? To be judged for teachers and for principals.',
    rows: [
      {
        id: '(D)(2)(i)',
        label: '(i)',
        title: 'Measuring student growth',
        short: 'Student growth',
        max: 5,
        summary:
          'Judge whether districts will have a clear way to measure student growth and measure it for each student.',
        parts: [],
        evidence: ['Baseline and yearly targets: share of participating districts that measure growth'],
        bands: printed[5],
        rule: null,
      },
      {
        id: '(D)(2)(ii)',
        label: '(ii)',
        title: 'Evaluation systems',
        short: 'Evaluation systems',
        max: 15,
        summary:
          'Judge whether districts will design and run evaluation systems that are rigorous, open and fair.',
        parts: [
          { label: '(a)', text: 'Several rating categories, with student growth as a significant factor' },
          { label: '(b)', text: 'Designed and developed with teachers and principals' },
        ],
        evidence: [
          'Baseline and yearly targets: share of participating districts with qualifying evaluation of teachers',
          'The same for principals',
          'Number of participating districts, and of the teachers and principals in them',
        ],
        bands: printed[15],
        rule: null,
      },
      {
        id: '(D)(2)(iii)',
        label: '(iii)',
        title: 'Annual evaluations with feedback',
        short: 'Annual evaluations',
        max: 10,
        summary:
          'Judge whether teachers and principals will be evaluated every year, with timely and constructive feedback and with growth data for their students, classes and schools.',
        parts: [],
        evidence: [],
        bands: printed[10],
        rule: null,
      },
      {
        id: '(D)(2)(iv)',
        label: '(iv)',
        title: 'Using evaluations for decisions',
        short: 'Evaluations in decisions',
        max: 28,
        summary:
          'Judge whether districts will let evaluations inform, at the least, the decisions named here.',
        parts: [
          { label: '(a)', text: 'Development: coaching, induction, professional development' },
          {
            label: '(b)',
            text: 'Pay, promotion and retention, with more pay and responsibility for the highly effective',
          },
          { label: '(c)', text: 'Tenure or full certification, by rigorous standards and fair procedures' },
          {
            label: '(d)',
            text: 'Removal of the ineffective after ample chances to improve, by fair procedures',
          },
        ],
        evidence: [
          'Baseline and yearly targets: share of participating districts that use evaluations to develop, pay, promote, retain, grant tenure and remove',
        ],
        bands: null,
        rule: null,
      },
    ],
  },
  {
    id: '(D)(3)',
    area: 'D',
    title: 'Fair distribution of effective educators',
    short: 'Fair distribution',
    points: 25,
    summary:
      'Is there a good plan, with yearly targets that stretch and can be reached, for effective educators to be where students need them most?',
    rows: [
      {
        id: '(D)(3)(i)',
        label: '(i)',
        title: 'High-poverty and high-minority schools',
        short: 'High-need schools',
        max: 15,
        summary:
          'Judge whether students in high-poverty or high-minority schools will have fair access to highly effective teachers and principals, and will not be served by ineffective ones more often than others. The plan should build on a review of earlier actions and data.',
        parts: [],
        evidence: [
          'The State’s definitions of high-minority and low-minority schools',
          'Baseline and yearly targets: share of highly effective and of ineffective teachers in both kinds of schools',
          'The same for principals',
        ],
        bands: printed[15],
        rule: null,
      },
      {
        id: '(D)(3)(ii)',
        label: '(ii)',
        title: 'Hard-to-staff subjects',
        short: 'Hard-to-staff subjects',
        max: 10,
        summary:
          'Judge whether more teachers in hard-to-staff subjects will be effective, by number and by share: mathematics, science, special education, language instruction programs, and others the State or a district names.',
        parts: [],
        evidence: [
          'Baseline and yearly targets: share of teachers effective or better in mathematics, science, special education and language instruction programs',
          'Number of teachers in each of these subjects',
        ],
        bands: printed[10],
        rule: null,
      },
    ],
  },
  {
    id: '(D)(4)',
    area: 'D',
    title: 'Preparation program quality',
    short: 'Preparation programs',
    points: 14,
    summary:
      'Is there a good plan, with yearly targets that stretch and can be reached, for learning which preparation programs work and growing them? To be judged for teachers and for principals.',
    rows: [
      {
        id: '(D)(4)(i)',
        label: '(i)',
        title: 'Linking student results to programs and publishing',
        short: 'Linking and publishing',
        max: 7,
        summary:
          'Judge the plan for linking student achievement and growth to teachers and principals, and from them to the in-State programs that prepared them, and for publishing the data for each program.',
        parts: [],
        evidence: [
          'Baseline and yearly targets: share of teacher programs whose graduates’ student results are public',
          'The same for principal programs',
        ],
        bands: printed[7],
        rule: null,
      },
      {
        id: '(D)(4)(ii)',
        label: '(ii)',
        title: 'Growing successful programs',
        short: 'Growing what works',
        max: 7,
        summary:
          'Judge the plan for expanding the preparation and credentialing programs that succeed in producing effective teachers and principals.',
        parts: [],
        evidence: ['Anything the State believes will help reviewers'],
        bands: printed[7],
        rule: null,
      },
    ],
  },
  {
    id: '(D)(5)',
    area: 'D',
    title: 'Support for teachers and principals',
    short: 'Support for educators',
    points: 20,
    summary:
      'Is there a good plan for participating districts to support their educators and to learn whether the support helps?',
    rows: [
      {
        id: '(D)(5)(i)',
        label: '(i)',
        title: 'Professional development and time',
        short: 'Development and time',
        max: 10,
        summary:
          'Judge whether teachers and principals will get professional development, coaching, induction and shared planning time that is informed by data and, where it fits, ongoing and part of the job.',
        parts: [],
        evidence: ['Anything the State believes will help reviewers'],
        bands: printed[10],
        rule: null,
      },
      {
        id: '(D)(5)(ii)',
        label: '(ii)',
        title: 'Measuring and improving that support',
        short: 'Measuring that support',
        max: 10,
        summary:
          'Judge whether the support will be measured, evaluated and kept improving, so that student achievement rises.',
        parts: [],
        evidence: ['Anything the State believes will help reviewers'],
        bands: printed[10],
        rule: null,
      },
    ],
  },
]
