import { useCallback, useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { randomId } from '../../../live/random-id.ts'
import { useRead } from '../../../live/read.ts'
import { setUpPath } from '../../../pages.ts'
import { PartWays } from '../tables/part-ways.tsx'
import { TableImport } from '../tables/table-import.tsx'
import { ApplicationsList } from './applications-list.tsx'
import { ManyDocuments } from './many-documents.tsx'

export interface ApplicationsPartProps {
  readonly view: View
  readonly setUp: SetUpPage
  /** What in it is open, from the address; null for the whole. */
  readonly item: string | null
}

/** What is reviewed: the list of applications, bringing them in from a file, and their documents. */
export function ApplicationsPart({ setUp: known, item }: ApplicationsPartProps) {
  // How many documents there are changes without the set-up: read anew by whoever comes here.
  const [visit, setVisit] = useState(randomId)
  const reading = useRead<SetUpPage>('/api/set-up', 'The set-up', `${known.edition} ${visit}`)
  const readAgain = useCallback(() => setVisit(randomId()), [])
  const setUp = reading.is === 'read' ? reading.value : known
  const way = item === 'import' || item === 'documents' ? item : 'list'
  return (
    <>
      <PartWays
        label="Applications"
        ways={[
          { title: 'List', href: setUpPath('applications'), here: way === 'list' },
          { title: 'Import', href: setUpPath('applications', 'import'), here: way === 'import' },
          {
            title: 'Documents of many',
            href: setUpPath('applications', 'documents'),
            here: way === 'documents',
          },
        ]}
      />
      {way === 'list' && <ApplicationsList setUp={setUp} />}
      {way === 'import' && <TableImport tables={['applications', 'amounts', 'panels']} />}
      {way === 'documents' && <ManyDocuments setUp={setUp} onSent={readAgain} />}
    </>
  )
}
