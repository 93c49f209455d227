import { Fragment, useState } from 'react'
import type { WholeRules } from '../../../shared/competition/rules.ts'
import type { View } from '../../../shared/competition/view.ts'
import type { Rubric } from '../../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../../shared/rubric/shown-points.ts'
import { shownApart, shownDivision } from '../../../shared/scoring/shown-mean.ts'
import { reviewPath } from '../../pages.ts'
import { counted } from '../../room/number-words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { throughText } from '../effects/effect-words.ts'
import { rankSentences, rankText, reachesLine, tieSentence, type RankedReview } from './ranking-words.ts'

interface RankingTableProps {
  readonly view: View
  readonly tier: number
  readonly rubric: Rubric
  readonly rules: WholeRules
  readonly ranked: readonly RankedReview[]
}

/** The order of a locked tier: exact results, ties that stay ties, thresholds that were missed, and the finalists' line. */
export function RankingTable({ view, tier, rubric, rules, ranked }: RankingTableProps) {
  const [broken, setBroken] = useState(false)
  const applicants = new Map(
    view.reviews.map(({ application }) => [application.id, application.applicant] as const),
  )
  const results = shownApart(
    rubric,
    ranked.map(({ total }) => total),
  )
  const tied = ranked.some(({ tiedWith }) => tiedWith.length > 0)
  const line = rules.scoreLine
  const through = ranked.filter((each) => reachesLine(rubric, each, line)).length
  if (ranked.length === 0)
    return <Empty title="Nothing to rank." sentence="You know of no locked application of this tier." />
  return (
    <>
      <div className="ranking-head">
        <h1 className="t-title">Ranking</h1>
        <p className="ranking-sentence">
          Tier {tier}, {counted(ranked.length, 'application')}. {averages[rules.averaging]}, exact;{' '}
          {moreIsBetter(rubric) ? 'more is better' : 'less is better'}.
        </p>
        {tied && (
          <Checkbox small checked={broken} onChange={setBroken}>
            How ties would be broken
          </Checkbox>
        )}
      </div>
      <table className="ranking">
        <thead>
          <tr>
            <th scope="col" className="num">
              Rank
            </th>
            <th scope="col">Applicant</th>
            <th scope="col" className="num">
              Result
            </th>
            <th scope="col" className="num ranking-division">
              Sum
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((each, at) => (
            <Fragment key={each.application}>
              {at === through && (
                <LineRow words={throughText(rubric, line)} through={through} of={ranked.length} />
              )}
              <tr>
                <td className="num ranking-rank">{rankText(each)}</td>
                <th scope="row">
                  <Link look="quiet" href={reviewPath(each.review, 'lock')}>
                    {applicants.get(each.application) ?? each.application}
                  </Link>
                  {rankSentences(rubric, each, (id) => applicants.get(id) ?? null).map((sentence) => (
                    <span key={sentence} className="ranking-under">
                      {sentence}
                    </span>
                  ))}
                  {broken && tieSentence(each) !== null && (
                    <span className="ranking-under">{tieSentence(each)}</span>
                  )}
                </th>
                <td className="num ranking-result">{results[at]}</td>
                <td className="num ranking-division">{shownDivision(rubric, each.total)}</td>
              </tr>
            </Fragment>
          ))}
          {through === ranked.length && (
            <LineRow words={throughText(rubric, line)} through={through} of={ranked.length} />
          )}
        </tbody>
      </table>
    </>
  )
}

const averages = {
  mean: 'Plain mean of the signed forms',
  median: 'Median of the signed forms',
  trimmed: 'Mean of the signed forms without the highest and the lowest',
} as const

interface LineRowProps {
  readonly words: string
  readonly through: number
  readonly of: number
}

/** The finalists' line, where it falls among them. */
function LineRow({ words, through, of }: LineRowProps) {
  return (
    <tr className="ranking-line">
      <td colSpan={4}>
        <strong>Finalists’ line</strong> {words}: {through} of {of} reach it.
      </td>
    </tr>
  )
}
