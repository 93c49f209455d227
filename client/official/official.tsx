import type { View } from '../../shared/competition/view.ts'
import { HomeFrame } from '../review-frame.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'

/** Everything the selecting official sees: the absolute priorities of closed reviews. */
export function Official({ view }: { view: View }) {
  return (
    <HomeFrame view={view} title="Absolute priority" who={unseen}>
      <Columns layout="single">
        <Column kind="do" label="Absolute priority">
          <h1 className="t-title">Absolute priority</h1>
          {view.reviews.length === 0 && (
            <Empty
              title="No review is closed yet."
              sentence="When a panel has closed its review, its answers on the absolute priority come here."
            />
          )}
        </Column>
      </Columns>
    </HomeFrame>
  )
}

const unseen = {
  icon: 'lock',
  sentence: 'Staff see what you decide here. Panels do not.',
  short: 'Staff see it',
} as const
