import type { TierView, View } from '../../../shared/competition/view.ts'
import type { TierEffects } from '../../../shared/statistics/tier-effects.ts'
import { useRead, useRubric } from '../../live/read.ts'
import { HomeFrame } from '../../review-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { clockTime } from '../../ui/clock-time.tsx'
import { Column, Columns } from '../../ui/columns.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { sealed } from '../sealed.ts'
import { tierRubricName } from './tier-rubric-name.ts'
import { OpenOutcome } from './open-outcome.tsx'
import { Outcome } from './outcome.tsx'

interface OutcomePageProps {
  readonly view: View
  /** The review that is looked at, or null for the one nearest to the line. */
  readonly chosen: string | null
}

/** What the outcome of a tier hangs on: sealed until all of it is locked, then opened by each of staff, which is in the journal. */
export function OutcomePage({ view, chosen }: OutcomePageProps) {
  const tiers = view.tiers ?? []
  // Of several tiers the last one that is locked; before any is, the first.
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
    <HomeFrame view={view} title="What the outcome hangs on" who={who}>
      {tier && tier.openedAt !== null ? (
        <Opened view={view} tier={tier} chosen={chosen} />
      ) : (
        <Columns layout="single">
          <Column kind="read" label="What the outcome hangs on">
            <p className="outcome-back">
              <Link look="quiet" href="/">
                All applications
              </Link>
            </p>
            <h1 className="t-title">What the outcome hangs on</h1>
            {tier ? <OpenOutcome view={view} tier={tier} /> : <Nothing />}
          </Column>
        </Columns>
      )}
    </HomeFrame>
  )
}

function Nothing() {
  return <Empty title="No applications yet." sentence="When the competition opens, its tiers stand here." />
}

function Opened({ view, tier, chosen }: OutcomePageProps & { readonly tier: TierView }) {
  const rubric = useRubric(tierRubricName(view, tier.tier))
  const effects = useRead<TierEffects>(
    `/api/tiers/${tier.tier}/effects`,
    'What the outcome hangs on',
    String(tier.openedAt),
  )
  if (rubric.is === 'read' && effects.is === 'read')
    return <Outcome view={view} rubric={rubric.value} effects={effects.value} chosen={chosen} />
  const failed = [rubric, effects].find((one) => one.is === 'failed')
  return (
    <Columns layout="single">
      <Column kind="read" label="What the outcome hangs on">
        {failed ? (
          <Empty title={failed.sentence} sentence="This page goes on by itself.">
            <Button onClick={failed.again}>Try again</Button>
          </Empty>
        ) : (
          <p className="third">Reading the locked records.</p>
        )}
      </Column>
    </Columns>
  )
}
