import { countedRows, type Row, type Rubric } from './rubric.ts'

type Summed = Pick<Rubric, 'criteria' | 'totals'>

/** The row whose points alone are a form's score (NIH: overall impact); null where points of several rows add up to a total. */
export function scoreRow(rubric: Pick<Rubric, 'criteria'>): Row | null {
  const [only, ...others] = countedRows(rubric)
  return only && others.length === 0 ? only : null
}

/** What a form comes to, in a sentence: a "total" of rows, or the one "score" that it is. */
export function formNoun(rubric: Pick<Rubric, 'criteria'>): 'total' | 'score' {
  return scoreRow(rubric) ? 'score' : 'total'
}

/** What an application comes to, in a sentence: it is a "total" also where a priority's points are added to one score. */
export function applicationNoun(rubric: Summed): 'total' | 'score' {
  return rubric.totals.priorityPoints === 0 ? formNoun(rubric) : 'total'
}

/** What an application comes to, over its number: "Total", or the title of the row that alone is scored. */
export function applicationTitle(rubric: Summed): string {
  const only = rubric.totals.priorityPoints === 0 ? scoreRow(rubric) : null
  return only?.title ?? 'Total'
}

/** "Total of 41 rows"; where one row alone is the score, its title. */
export function rowsTogether(rubric: Pick<Rubric, 'criteria'>): string {
  return scoreRow(rubric)?.title ?? `Total of ${countedRows(rubric).length} rows`
}

/** What the points of a form's criteria are together; where one row alone is the score, its title. */
export function criteriaTogether(rubric: Pick<Rubric, 'criteria'>): string {
  const only = scoreRow(rubric)
  if (only) return only.title
  return rubric.criteria.every(({ counted }) => counted !== false)
    ? 'Criteria together'
    : 'Counted criteria together'
}
