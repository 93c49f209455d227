import type { Criterion, Rubric } from '../rubric.ts'

/** The six steps, each on a line of its own under what holds for all of them. */
const text = [
  'From 0 to 5; halves may be given.',
  '0 not addressed, or it cannot be judged for want of information',
  '1 poor: inadequate, or with serious weaknesses',
  '2 fair: addressed broadly, with significant weaknesses',
  '3 good: addressed well, with a number of shortcomings',
  '4 very good: a small number of shortcomings',
  '5 excellent: all that matters is there, and any shortcoming is minor',
].join('\n')

/** A criterion that is its own only row, scored 0 to 5 in halves, with a threshold of 3. */
function scored(
  named: Pick<Criterion, 'id' | 'title' | 'short' | 'summary'>,
  parts: readonly (readonly [label: string, text: string])[],
): Criterion {
  const row = {
    ...named,
    label: '',
    max: 10,
    parts: parts.map(([label, asked]) => ({ label, text: asked })),
    evidence: [],
    bands: null,
    rule: { kind: 'guidance', text, bands: [] },
  } as const
  return { ...named, area: 'C', points: 10, threshold: 6, rows: [row] }
}

/**
 * Horizon Europe, research and innovation actions, one stage (work programme, general annexes D and F): three criteria of equal weight
 * from 0 to 5 in halves, at least 3 on each and 10 of 15 together. Innovation actions weigh Impact by one and a half in ranking, and
 * two-stage calls have thresholds of their own: both are other rubrics than this one. Wording is ours.
 */
export const horizonEurope: Rubric = {
  id: 'horizon-europe-ria',
  title: 'Horizon Europe, research and innovation actions',
  version: 1,
  scale: { perPoint: 2, best: 'high', result: { times: 1, decimals: 2 } },
  threshold: 20,
  totals: { criteria: 3, rows: 3, criteriaPoints: 30, priorityPoints: 0, points: 30 },
  areas: [{ id: 'C', title: 'Award criteria', points: 30 }],
  criteria: [
    scored(
      {
        id: 'C1',
        title: 'Excellence',
        short: 'Excellence',
        summary: 'Are the objectives clear and ambitious, and is the way to them sound?',
      },
      [
        [
          'Objectives',
          'How clear and relevant they are, how ambitious, and how far they go beyond what is known',
        ],
        [
          'Methodology',
          'How sound it is: concepts and assumptions, disciplines brought together, sex and gender where they matter, and open science',
        ],
      ],
    ),
    scored(
      {
        id: 'C2',
        title: 'Impact',
        short: 'Impact',
        summary: 'Will the results lead to what the call hopes for, and is there a plan to make them?',
      },
      [
        [
          'Pathways',
          'How credible the ways to the expected outcomes and impacts are, and how large and significant the project’s part in them is likely to be',
        ],
        [
          'Measures',
          'Whether what is planned to spread, use and communicate the results will make the most of them',
        ],
      ],
    ),
    scored(
      {
        id: 'C3',
        title: 'Quality and efficiency of the implementation',
        short: 'Implementation',
        summary: 'Is the work planned well, and are the right partners there to do it?',
      },
      [
        [
          'Work plan',
          'How good and effective it is, with risks seen and effort and resources where they are needed',
        ],
        [
          'Partners',
          'What each is able to do and is there for, and whether together they have the expertise needed',
        ],
      ],
    ),
  ],
  priorities: [],
}

/**
 * Among equal totals the annex puts first what covers a part of the topic that nothing ranked higher covers; then Excellence, then
 * Impact decide; then the balance of genders among the researchers in charge, the countries not yet in the list, and other aims of the
 * programme. Scores decide only the two in the middle. The first, and what follows them, is for staff, by hand and with a reason.
 */
export const horizonTieBreak: readonly string[] = ['C1', 'C2']
