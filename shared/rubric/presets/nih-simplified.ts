import type { Criterion, Rubric, Rule } from '../rubric.ts'

/** The nine steps of NIH's scale, from 1, the best, to 9. */
const steps: Rule = {
  kind: 'guidance',
  text: '1 exceptional, 2 outstanding, 3 excellent, 4 very good, 5 good, 6 satisfactory, 7 fair, 8 marginal, 9 poor. Whole numbers only; 5 is an average application, and the ends are for few.',
  bands: [
    { band: 'high', when: '1 to 3: strong, with weaknesses that are minor or easily mended.' },
    { band: 'medium', when: '4 to 6: strong, but with at least one moderate weakness.' },
    { band: 'low', when: '7 to 9: some strengths, but at least one major weakness.' },
  ],
}

/** A criterion that is its own only row, scored 1 to 9. */
function scored({
  summary,
  parts,
  ...named
}: Pick<Criterion, 'id' | 'area' | 'title' | 'short' | 'summary' | 'counted'> & {
  readonly parts: Criterion['rows'][number]['parts']
}): Criterion {
  const { id, title, short } = named
  const bands = { high: [1, 3], medium: [4, 6], low: [7, 9] } as const
  const row = {
    id,
    label: '',
    title,
    short,
    max: 9,
    min: 1,
    summary,
    parts,
    evidence: [],
    bands,
    rule: steps,
  }
  return { ...named, summary, points: 9, rows: [row] }
}

/**
 * NIH's simplified framework for research project grants, for due dates from January 25, 2025 (NOT-OD-24-010): two factors scored 1 to
 * 9, a third judged sufficient or not, and an overall impact score that each reviewer gives on its own, not as a mean of the
 * factors. The result is the mean of the overall impact scores times 10: 10 is the best, 90 the worst. Wording is ours.
 */
export const nihSimplified: Rubric = {
  id: 'nih-simplified-2025',
  title: 'NIH simplified review framework',
  version: 1,
  scale: { perPoint: 1, best: 'low', result: { times: 10, decimals: 0 } },
  totals: { criteria: 3, rows: 3, criteriaPoints: 9, priorityPoints: 0, points: 9 },
  areas: [
    { id: 'F', title: 'Review factors', points: 18 },
    { id: 'O', title: 'Overall impact', points: 9 },
  ],
  criteria: [
    scored({
      id: 'F1',
      area: 'F',
      title: 'Importance of the research',
      short: 'Importance',
      counted: false,
      summary:
        'Should it be done? Judge how much the field needs what the project sets out to learn, and how new its ideas or methods are for that. It explains the overall impact score and is no part of it.',
      parts: [
        {
          label: 'Significance',
          text: 'The gap in knowledge, the critical problem or the valuable advance that the project is about, and how sound the earlier work is that it rests on',
        },
        {
          label: 'Innovation',
          text: 'Concepts, methods or technologies that are new, or known ones put to a new use, where that makes the research more important',
        },
      ],
    }),
    scored({
      id: 'F2',
      area: 'F',
      title: 'Rigor and feasibility',
      short: 'Rigor',
      counted: false,
      summary:
        'Can it be done well? Judge whether the approach will give findings that hold, and whether the work can be carried out in the time proposed. It explains the overall impact score and is no part of it.',
      parts: [
        {
          label: 'Approach: rigor',
          text: 'Design, controls, sample, analysis, and how the plan guards against bias and answers a result that was not expected',
        },
        {
          label: 'Approach: feasibility',
          text: 'Whether the plan and its timeline can be carried out, and what stands ready where a part of it is risky',
        },
      ],
    }),
    scored({
      id: 'OI',
      area: 'O',
      title: 'Overall impact',
      short: 'Overall impact',
      summary:
        'How likely is the project to have a lasting, strong influence on its field? Weigh all three factors and whatever else bears on it, such as the protection of people and animals, as you find right: a project need not be strong in everything to have a great impact.',
      parts: [],
    }),
  ],
  priorities: [
    {
      id: 'F3',
      kind: 'judged',
      title: 'Expertise and resources',
      summary:
        'Are the investigators and their surroundings what this project needs? Judge the people’s training and experience for this work, and whether the institution has the equipment and support. Where something is lacking, say what.',
      points: 0,
      words: { yes: 'Sufficient', no: 'Not sufficient' },
    },
  ],
}
