import type { Criterion } from '../rubric.ts'
import { printed } from './printed-bands.ts'

/** Area A. The notice calls these neither conditions nor plans: they ask what the State as a whole can carry. */
export const stateSuccessFactors: readonly Criterion[] = [
  {
    id: '(A)(1)',
    area: 'A',
    title: 'Reform agenda and district participation',
    short: 'Agenda, participation',
    points: 65,
    summary:
      'Does the State have one agenda for reform, have districts bound themselves to it, and do enough of them take part to change results across the State?',
    rows: [
      {
        id: '(A)(1)(i)',
        label: '(i)',
        title: 'Coherent reform agenda',
        short: 'Reform agenda',
        max: 5,
        summary:
          'Judge whether the agenda takes in all four reform areas and says what it wants for students statewide. The way to those goals should be clear and believable, and the agenda should match the plans in the rest of the application.',
        parts: [],
        evidence: [],
        bands: printed[5],
        rule: null,
      },
      {
        id: '(A)(1)(ii)',
        label: '(ii)',
        title: 'District (LEA) commitment',
        short: 'District commitment',
        max: 45,
        summary:
          'Judge from the signed agreements how firmly participating districts are bound to the plan in all four reform areas. The model agreement attached to the notice counts as an example of a strong one. Where the money does not reach all tied States, this row breaks the tie.',
        parts: [
          { label: '(a)', text: 'Terms and conditions that show strong commitment to the plan' },
          {
            label: '(b)',
            text: 'A scope of work that makes districts carry out all of the plan or significant parts of it',
          },
          {
            label: '(c)',
            text: 'As many signatures as possible of superintendent, school board president and teachers’ union leader',
          },
        ],
        evidence: [
          'Sample of the standard agreement, and the variations used',
          'Summary table: which parts of the plan each district commits to',
          'Summary table: which leadership signatures were obtained',
          'Detailed table, district by district',
        ],
        bands: printed[45],
        rule: null,
      },
      {
        id: '(A)(1)(iii)',
        label: '(iii)',
        title: 'Statewide impact of participation',
        short: 'Statewide impact',
        max: 15,
        summary:
          'Judge whether the districts that take part, by number and by the schools, students and students in poverty they serve, are enough to reach the State’s goals. The goals should be stretching and reachable, overall and for each group of students.',
        parts: [
          { label: '(a)', text: 'Higher achievement in reading and mathematics, on NAEP and State tests' },
          { label: '(b)', text: 'Smaller gaps between groups of students on the same tests' },
          { label: '(c)', text: 'Higher high school graduation rates' },
          {
            label: '(d)',
            text: 'More students entering college and completing a year’s worth of credit within two years',
          },
        ],
        evidence: [
          'Summary table: number and share of participating districts, schools, students and students in poverty',
          'Tables and graphs of the goals, overall and by group, also as they would be without the grant',
          'Detailed table, district by district',
        ],
        bands: printed[15],
        rule: null,
      },
    ],
  },
  {
    id: '(A)(2)',
    area: 'A',
    title: 'State capacity to implement and sustain',
    short: 'Capacity and support',
    points: 30,
    summary: 'Can the State carry out its plan, spread it and keep it going, and who stands behind it?',
    rows: [
      {
        id: '(A)(2)(i)',
        label: '(i)',
        title: 'Capacity to implement',
        short: 'Capacity to implement',
        max: 20,
        summary:
          'Judge the overall plan for having the people, processes and money that the proposed reforms need, during the grant and after it.',
        parts: [
          { label: '(a)', text: 'Strong leadership and teams dedicated to the work' },
          {
            label: '(b)',
            text: 'Support for districts: find, test and spread what works, stop what does not, hold districts to account, step in where needed',
          },
          { label: '(c)', text: 'Sound grant operations: oversight, budget, tracking of measures, payments' },
          {
            label: '(d)',
            text: 'A budget that serves the plan and its targets, with other funds lined up where feasible',
          },
          {
            label: '(e)',
            text: 'Money, political backing and people to continue what works after the grant',
          },
        ],
        evidence: ['Budget', 'Budget narrative, showing how the money serves the plan'],
        bands: printed[20],
        rule: null,
      },
      {
        id: '(A)(2)(ii)',
        label: '(ii)',
        title: 'Broad stakeholder support',
        short: 'Stakeholder support',
        max: 10,
        summary:
          'Judge how strong and how broad the support is, by what people have said and done, and how the State will use it to carry out the plan better.',
        parts: [
          { label: '(a)', text: 'Teachers and principals, with their unions or statewide associations' },
          {
            label: '(b)',
            text: 'Others who matter: legislature, charter authorizers, business, community, civil rights and Tribal leaders, parents, colleges',
          },
        ],
        evidence: ['Summary of statements or actions of support, with the key ones in the appendix'],
        bands: printed[10],
        rule: null,
      },
    ],
  },
  {
    id: '(A)(3)',
    area: 'A',
    title: 'Progress so far in achievement and gaps',
    short: 'Progress so far',
    points: 30,
    summary: 'Has the State already shown that it can move reform forward and improve results for students?',
    rows: [
      {
        id: '(A)(3)(i)',
        label: '(i)',
        title: 'Progress in the four reform areas',
        short: 'Reform areas',
        max: 5,
        summary:
          'Judge the progress of recent years in each of the four reform areas, and whether the State used Recovery Act and other Federal and State money to get there.',
        parts: [],
        evidence: [],
        bands: printed[5],
        rule: null,
      },
      {
        id: '(A)(3)(ii)',
        label: '(ii)',
        title: 'Student outcomes since 2003',
        short: 'Outcomes since 2003',
        max: 25,
        summary:
          'Judge how results have moved since at least 2003, overall and for each group of students, and how well the State explains which actions contributed.',
        parts: [
          { label: '(a)', text: 'Achievement in reading and mathematics, on NAEP and State tests' },
          { label: '(b)', text: 'Gaps between groups of students on the same tests' },
          { label: '(c)', text: 'High school graduation rates' },
        ],
        evidence: [
          'NAEP and State test results since at least 2003, with all the data in the appendix',
          'Analysis of the data in the narrative, with the tables or graphs that best support it',
        ],
        bands: printed[25],
        rule: null,
      },
    ],
  },
]
