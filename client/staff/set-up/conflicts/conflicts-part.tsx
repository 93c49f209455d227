import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import type { PeoplePage } from '../../../../shared/protocol/people-page.ts'
import { randomId } from '../../../live/random-id.ts'
import { useRead } from '../../../live/read.ts'
import { setUpPath } from '../../../pages.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { PartWays } from '../tables/part-ways.tsx'
import { TableImport } from '../tables/table-import.tsx'
import { Answers } from './answers.tsx'

export interface ConflictsPartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** `applications` for the answers by application, `import` for a file; null for those by person. */
  readonly item: string | null
}

/** What everybody answered about conflicts before anybody is assigned, and what of it waits for staff. */
export function ConflictsPart({ view, setUp, item }: ConflictsPartProps) {
  // Names change without the set-up: they are read anew by whoever comes here.
  const [visit] = useState(randomId)
  const reading = useRead<PeoplePage>('/api/people', 'The list of people', `${setUp.edition} ${visit}`)
  const by = item === 'applications' ? 'application' : 'person'
  return (
    <>
      <PartWays
        label="Conflicts"
        ways={[
          { title: 'By person', href: setUpPath('conflicts'), here: item !== 'import' && by === 'person' },
          {
            title: 'By application',
            href: setUpPath('conflicts', 'applications'),
            here: by === 'application',
          },
          { title: 'Import', href: setUpPath('conflicts', 'import'), here: item === 'import' },
        ]}
      />
      {item === 'import' ? (
        <TableImport tables={['conflicts']} />
      ) : setUp.applications.length === 0 ? (
        <Empty
          title="Nothing to certify yet."
          sentence="Everybody answers against the list of applicants, and there are no applications."
        >
          <Link href={setUpPath('applications')}>Add applications</Link>
        </Empty>
      ) : reading.is === 'reading' ? (
        <p className="third">Reading the list of people …</p>
      ) : reading.is === 'failed' ? (
        <Empty title="The answers are not here." sentence={reading.sentence}>
          <Button onClick={reading.again}>Try again</Button>
        </Empty>
      ) : (
        <Answers key={by} view={view} setUp={setUp} page={reading.value} by={by} />
      )}
    </>
  )
}
