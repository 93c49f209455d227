import type { View } from '../shared/competition/view.ts'
import { HomeFrame } from './review-frame.tsx'
import { ButtonLink } from './ui/button.tsx'
import { Column, Columns } from './ui/columns.tsx'
import { Empty } from './ui/empty.tsx'

/** An address that leads nowhere for this person; what may not be seen looks like what does not exist. */
export function NothingHere({ view, back }: { view: View; back: string }) {
  return (
    <HomeFrame view={view} title="Nothing here">
      <Columns layout="single">
        <Column kind="do" label="Nothing here">
          <Empty
            whole
            title="There is nothing here that you can open."
            sentence="An address can be wrong, or an application is no longer yours to see."
          >
            <ButtonLink href="/">{back}</ButtonLink>
          </Empty>
        </Column>
      </Columns>
    </HomeFrame>
  )
}
