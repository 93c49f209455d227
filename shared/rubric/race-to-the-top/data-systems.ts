import type { Criterion } from '../rubric.ts'
import { printed } from './printed-bands.ts'

/** Area C. (C)(1) counts what is in place, (C)(2) and (C)(3) are plans. */
export const dataSystems: readonly Criterion[] = [
  {
    id: '(C)(1)',
    area: 'C',
    title: 'Statewide longitudinal data system',
    short: 'Longitudinal data system',
    points: 24,
    summary:
      'How many of the twelve America COMPETES Act elements does the State’s data system already have?',
    rows: [
      {
        id: '(C)(1)',
        label: '',
        title: 'Statewide longitudinal data system',
        short: 'Longitudinal data system',
        max: 24,
        summary:
          'Count the elements that the application documents as part of the statewide longitudinal data system today. An element that is only planned does not count.',
        parts: [],
        evidence: ['Documents for each element the system includes'],
        bands: null,
        rule: {
          kind: 'elements',
          each: 2,
          elements: [
            {
              id: '1',
              title: 'A unique identifier for each student that does not reveal who the student is',
            },
            { id: '2', title: 'Enrollment, demographics and program participation of each student' },
            {
              id: '3',
              title: 'When each student leaves, transfers, drops out or completes, preschool to college',
            },
            { id: '4', title: 'Ability to exchange data with higher education systems' },
            { id: '5', title: 'A State audit of data quality, validity and reliability' },
            { id: '6', title: 'Each student’s yearly results on the State tests Federal law requires' },
            { id: '7', title: 'Students not tested, by grade and subject' },
            { id: '8', title: 'Teacher identifiers that can be matched to students' },
            { id: '9', title: 'Transcripts of each student: courses completed and grades earned' },
            { id: '10', title: 'Each student’s college readiness test scores' },
            { id: '11', title: 'How students move from high school to college, including remedial courses' },
            {
              id: '12',
              title: 'Other information needed for alignment and preparation for success in college',
            },
          ],
          text: 'Two points for each of the twelve elements, so only even totals from 0 to 24 can be given.',
        },
      },
    ],
  },
  {
    id: '(C)(2)',
    area: 'C',
    title: 'Access to and use of State data',
    short: 'Access to State data',
    points: 5,
    summary: 'Is there a good plan for getting State data to the people who can use them?',
    rows: [
      {
        id: '(C)(2)',
        label: '',
        title: 'Access to and use of State data',
        short: 'Access to State data',
        max: 5,
        summary:
          'Judge the plan for making data of the State’s system accessible to those with a stake in them, such as parents, students, educators, unions, researchers and policymakers. The data should inform and engage them and support decisions that keep improving policy, instruction, operations and the use of resources. Privacy law applies.',
        parts: [],
        evidence: ['Anything the State believes will help reviewers'],
        bands: printed[5],
        rule: null,
      },
    ],
  },
  {
    id: '(C)(3)',
    area: 'C',
    title: 'Using data to improve teaching',
    short: 'Data to improve teaching',
    points: 18,
    summary:
      'Is there a good plan, made with the districts, for putting data to use in schools and opening them to research?',
    rows: [
      {
        id: '(C)(3)(i)',
        label: '(i)',
        title: 'Local instructional improvement systems',
        short: 'Local systems',
        max: 6,
        summary:
          'Judge the plan for more districts to acquire, adopt and use systems that give teachers, principals and administrators what they need to improve their work.',
        parts: [],
        evidence: ['Anything the State believes will help reviewers'],
        bands: null,
        rule: null,
      },
      {
        id: '(C)(3)(ii)',
        label: '(ii)',
        title: 'Training on using them',
        short: 'Training on using them',
        max: 6,
        summary:
          'Judge the support for districts and schools in training teachers, principals and administrators to use these systems and their data to keep improving instruction.',
        parts: [],
        evidence: ['Anything the State believes will help reviewers'],
        bands: null,
        rule: null,
      },
      {
        id: '(C)(3)(iii)',
        label: '(iii)',
        title: 'Data open to researchers',
        short: 'Data open to researchers',
        max: 6,
        summary:
          'Judge the plan for giving researchers data of the local systems together with the State’s, detailed enough to learn which materials and approaches work for which students.',
        parts: [],
        evidence: ['Anything the State believes will help reviewers'],
        bands: null,
        rule: null,
      },
    ],
  },
]
