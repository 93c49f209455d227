import type { TierView, View } from '../../../shared/competition/view.ts'
import { rulesOf } from '../../../shared/competition/rules.ts'
import { useRead, useRubric } from '../../live/read.ts'
import { outcomePath } from '../../pages.ts'
import { HomeFrame } from '../../review-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { clockTime } from '../../ui/clock-time.tsx'
import { Column, Columns } from '../../ui/columns.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { OpenOutcome } from '../effects/open-outcome.tsx'
import { tierRubricName } from '../effects/tier-rubric-name.ts'
import { sealed } from '../sealed.ts'
import { useSetUp } from '../set-up/use-set-up.ts'
import { RankingTable } from './ranking-table.tsx'
import type { RankedReview } from './ranking-words.ts'
import './ranking.css'

/** The applications of a tier in their order: sealed until all of it is locked, then opened by each of staff, which is in the journal. */
export function RankingPage({ view }: { view: View }) {
  const tiers = view.tiers ?? []
  const tier = tiers.findLast(({ locked }) => locked) ?? tiers[0]
  const opened = tier?.openedAt ?? null
  const who =
    opened === null
      ? sealed
      : {
          icon: 'eye' as const,
          sentence: `Opened by you at ${clockTime(opened)}. Each opening is in the journal.`,
          short: 'Opened by you',
        }
  return (
    <HomeFrame view={view} title="Ranking" who={who}>
      <Columns layout="single">
        <Column kind="read" label="Ranking">
          <p className="ranking-back">
            <Link look="quiet" href="/">
              All applications
            </Link>
            {opened !== null && (
              <Link look="quiet" href={outcomePath()}>
                What the outcome hangs on
              </Link>
            )}
          </p>
          <Whole view={view} tier={tier} />
        </Column>
      </Columns>
    </HomeFrame>
  )
}

function Whole({ view, tier }: { view: View; tier: TierView | undefined }) {
  if (tier && tier.openedAt !== null) return <Opened view={view} tier={tier} />
  return (
    <>
      <h1 className="t-title">Ranking</h1>
      {tier ? (
        <OpenOutcome view={view} tier={tier} />
      ) : (
        <Empty
          title="No applications yet."
          sentence="Once a tier is locked, its applications stand here in order."
        />
      )}
    </>
  )
}

function Opened({ view, tier }: { view: View; tier: TierView }) {
  const rubric = useRubric(tierRubricName(view, tier.tier))
  const setUp = useSetUp(view)
  const ranked = useRead<readonly RankedReview[]>(
    `/api/tiers/${tier.tier}/ranking`,
    'The ranking',
    `${tier.openedAt} ${view.competition.setUpEdition}`,
  )
  if (rubric.is === 'read' && setUp.is === 'read' && ranked.is === 'read') {
    return (
      <RankingTable
        view={view}
        tier={tier.tier}
        rubric={rubric.value}
        rules={rulesOf(setUp.value.rules)}
        ranked={ranked.value}
      />
    )
  }
  const failed = [rubric, setUp, ranked].find((one) => one.is === 'failed')
  return (
    <>
      <h1 className="t-title">Ranking</h1>
      {failed ? (
        <Empty title="There is no ranking." sentence={failed.sentence}>
          <Button onClick={failed.again}>Try again</Button>
        </Empty>
      ) : (
        <p className="third">Reading the locked records.</p>
      )}
    </>
  )
}
