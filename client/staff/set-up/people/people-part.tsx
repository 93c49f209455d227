import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import type { PeoplePage } from '../../../../shared/protocol/people-page.ts'
import { randomId } from '../../../live/random-id.ts'
import { useRead } from '../../../live/read.ts'
import { setUpPath } from '../../../pages.ts'
import { counted } from '../../../room/number-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { whoCameLater } from '../sample/who-came-later.ts'
import { PartWays } from '../tables/part-ways.tsx'
import { TableImport } from '../tables/table-import.tsx'
import { PeopleList } from './people-list.tsx'

export interface PeoplePartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

/** Who takes part: their list, and bringing them in from a file. */
export function PeoplePart({ setUp, item }: PeoplePartProps) {
  // Names and invitations change without the set-up: they are read anew by whoever comes here, and after each thing that is done.
  const [visit, setVisit] = useState(randomId)
  const reading = useRead<PeoplePage>('/api/people', 'The list of people', `${setUp.edition} ${visit}`)
  const readAgain = (): void => setVisit(randomId())
  const imports = item === 'import'
  return (
    <>
      <PartWays
        label="People"
        ways={[
          { title: 'List', href: setUpPath('people'), here: !imports },
          { title: 'Import', href: setUpPath('people', 'import'), here: imports },
        ]}
      />
      {imports ? (
        <TableImport tables={['people', 'conflicts']} onTaken={readAgain} />
      ) : reading.is === 'reading' ? (
        <p className="third">Reading the list of people …</p>
      ) : reading.is === 'failed' ? (
        <Empty title="The list of people is not here." sentence={reading.sentence}>
          <Button onClick={reading.again}>Try again</Button>
        </Empty>
      ) : (
        <>
          <OffSample setUp={setUp} people={reading.value.people} />
          <PeopleList page={reading.value} onChanged={readAgain} />
        </>
      )}
    </>
  )
}

/** Points at reviewers who came after the sample began: they get no seat on it of themselves. */
function OffSample({ setUp, people }: Pick<PeoplePartProps, 'setUp'> & Pick<PeoplePage, 'people'>) {
  const later = whoCameLater(setUp, people).length
  if (later === 0) return null
  return (
    <p className="people-later">
      {counted(later, 'reviewer')} came after the sample began and {later === 1 ? 'has' : 'have'} no seat on
      it. <Link href={setUpPath('sample')}>Go to the sample</Link>
    </p>
  )
}
