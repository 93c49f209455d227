import { useMemo } from 'react'
import type { View } from '../../../shared/competition/view.ts'
import type { TierEffects } from '../../../shared/statistics/tier-effects.ts'
import { votedPriority, type Rubric } from '../../../shared/rubric/rubric.ts'
import { moreIsBetter } from '../../../shared/rubric/shown-points.ts'
import { reachOfTotal } from '../../../shared/rubric/told-points.ts'
import { rankingPath } from '../../pages.ts'
import { Column, Columns } from '../../ui/columns.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { AgreementRows } from './agreement-rows.tsx'
import { ApplicationsTable } from './applications-table.tsx'
import { lineText, votedName } from './effect-words.ts'
import { OutcomeDetails } from './outcome-details.tsx'
import { RowsAtStake } from './rows-at-stake.tsx'
import { scaleOf } from './score-scale.ts'
import { HangsOn } from './hangs-on.tsx'
import './outcome.css'

interface OutcomeProps {
  readonly view: View
  readonly rubric: Rubric
  readonly effects: TierEffects
  readonly chosen: string | null
}

/** Every application against the line, nearest first; of the chosen one, what it hangs on and which rows. */
export function Outcome({ view, rubric, effects, chosen }: OutcomeProps) {
  const scale = useMemo(
    () => scaleOf(effects, rubric.totals.points, reachOfTotal(rubric).min),
    [effects, rubric],
  )
  const applicants = new Map(view.reviews.map(({ id, application }) => [id, application.applicant]))
  const review = effects.reviews.find((each) => each.review === chosen) ?? effects.reviews[0]
  const applicant = review && (applicants.get(review.review) ?? review.review)
  return (
    <Columns layout="slate">
      <Column kind="read" label="Applications and rows">
        <p className="outcome-back">
          <Link look="quiet" href="/">
            All applications
          </Link>{' '}
          ·{' '}
          <Link look="quiet" href={rankingPath}>
            Ranking
          </Link>
        </p>
        <div className="outcome-head">
          <h1 className="t-title">What the outcome hangs on</h1>
          <p className="outcome-sentence">
            The line is {lineText(rubric, effects.line)} points{included(rubric)}. The nearest come first.
            Advice beside the {officialScore[effects.averaging]}, which alone is official.
            {effects.averaging !== 'mean' && ' All of it is worked out from the plain mean.'}
          </p>
        </div>
        {review && applicant ? (
          <>
            <ApplicationsTable
              rubric={rubric}
              effects={effects}
              applicants={applicants}
              scale={scale}
              chosen={review.review}
            />
            <RowsAtStake key={review.review} rubric={rubric} applicant={applicant} review={review} />
            <AgreementRows rubric={rubric} review={review} />
          </>
        ) : (
          <Empty title="Nothing to weigh." sentence="No signed form of this tier counts." />
        )}
      </Column>
      <Column kind="read" label="What it hangs on" ground="inset">
        {review && applicant && (
          <>
            <HangsOn rubric={rubric} applicant={applicant} review={review} line={effects.line} />
            <OutcomeDetails rubric={rubric} effects={effects} review={review} />
          </>
        )}
      </Column>
    </Columns>
  )
}

/** What the line takes in or says besides: ", STEM included"; ", and less is better". */
function included(rubric: Rubric): string {
  const voted = votedPriority(rubric) ? `, ${votedName(rubric)} included` : ''
  return moreIsBetter(rubric) ? voted : `${voted}, and less is better`
}

const officialScore = { mean: 'plain mean', median: 'median', trimmed: 'trimmed mean' } as const
