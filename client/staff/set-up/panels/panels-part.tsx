import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import type { AssignmentPage } from '../../../../shared/protocol/assignment-page.ts'
import { randomId } from '../../../live/random-id.ts'
import { useRead } from '../../../live/read.ts'
import { setUpPath } from '../../../pages.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { PartWays } from '../tables/part-ways.tsx'
import { TableImport } from '../tables/table-import.tsx'
import { deskOf } from './desk.ts'
import { DraftPart } from './draft-part.tsx'
import { leavesAtWork, savedDraft } from './draft.ts'
import { DrawForm } from './draw-form.tsx'
import { OpenPart } from './open-part.tsx'
import { firstSizes, limitsIn, wholeSizes, type Sizes } from './sizes.ts'
import { useDraft } from './use-draft.ts'
import { WhatThereIs } from './what-there-is.tsx'
import './panels.css'

export interface PanelsPartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

/** Who reads what: panels drawn at random, set by hand or brought in from a file, and opened. */
export function PanelsPart({ setUp, item }: PanelsPartProps) {
  const imports = item === 'import'
  return (
    <>
      <PartWays
        label="Panels"
        ways={[
          { title: 'Draw and change', href: setUpPath('panels'), here: !imports },
          { title: 'Import', href: setUpPath('panels', 'import'), here: imports },
        ]}
      />
      {imports ? <TableImport tables={['panels']} /> : <PanelsRead setUp={setUp} />}
    </>
  )
}

function PanelsRead({ setUp }: Pick<PanelsPartProps, 'setUp'>) {
  // Names and homes change without the set-up: they are read anew by whoever comes to this page.
  const [visit] = useState(randomId)
  const reading = useRead<AssignmentPage>(
    '/api/set-up/assignment',
    'The list of people and applications',
    `${setUp.edition} ${visit}`,
  )
  if (reading.is === 'reading') return <p className="third">Reading who can be assigned …</p>
  if (reading.is === 'failed')
    return (
      <Empty title="The panels are not here." sentence={reading.sentence}>
        <Button onClick={reading.again}>Try again</Button>
      </Empty>
    )
  return <Panels setUp={setUp} page={reading.value} />
}

function Panels({ setUp, page }: { readonly setUp: SetUpPage; readonly page: AssignmentPage }) {
  const saved = savedDraft(setUp, page)
  const drafting = useDraft({
    saved,
    edition: setUp.edition,
    isFair: (draft) => leavesAtWork(draft, page),
  })
  const { reviewers, applications } = page
  const first = firstSizes(page, saved)
  const [typed, setTyped] = useState<{ readonly now: Sizes; readonly sound: Sizes } | null>(null)
  const sizes = typed?.now ?? first
  // While what is typed is no number yet, panels are looked at by the numbers before.
  const desk = deskOf(page, drafting, limitsIn(typed?.sound ?? first))
  const unopened = applications.filter(({ id }) => page.atWork.places[id] === undefined)
  return (
    <div className="panels">
      <WhatThereIs setUp={setUp} page={page} />
      {reviewers.length === 0 || applications.length === 0 ? (
        <Empty
          title="There is nobody to assign yet."
          sentence="Panels are drawn from reviewers, panel monitors and applications that are through intake."
        >
          <Link href={setUpPath(reviewers.length === 0 ? 'people' : 'applications')}>
            {reviewers.length === 0 ? 'Add people' : 'Add applications'}
          </Link>
        </Empty>
      ) : (
        <>
          {unopened.length > 0 && (
            <DrawForm
              page={page}
              draft={drafting.draft}
              sizes={sizes}
              onSizes={(now) =>
                setTyped({ now, sound: wholeSizes(now, reviewers.length) ? now : (typed?.sound ?? first) })
              }
              onDrawn={drafting.change}
              isNext={Object.keys(drafting.draft.places).length === 0}
            />
          )}
          <OpenPart
            setUp={setUp}
            assignable={new Set(applications.map(({ id }) => id))}
            unsaved={drafting.unsaved}
          />
          <DraftPart setUp={setUp} desk={desk} drafting={drafting} />
        </>
      )}
    </div>
  )
}
