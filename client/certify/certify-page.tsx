import type { CertifyPage as Asked } from '../../shared/competition/certify-page.ts'
import type { View } from '../../shared/competition/view.ts'
import { useRead } from '../live/read.ts'
import { HomeFrame } from '../review-frame.tsx'
import { Button } from '../ui/button.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import type { Audience } from '../ui/frame.tsx'
import { CertifyBack } from './certify-back.tsx'
import { CertifyList } from './certify-list.tsx'
import './certify.css'

/** Where everybody certifies against the list of applicants, before anybody is assigned. */
export function CertifyPage({ view }: { readonly view: View }) {
  const { certify } = view
  const reading = useRead<Asked>(
    certify ? '/api/certify' : null,
    'The list of applicants',
    certify?.edition ?? null,
  )
  return (
    <HomeFrame view={view} title="Conflicts of interest" who={audience}>
      <Columns layout="single">
        {certify && reading.is === 'read' ? (
          <CertifyList role={view.me.role} page={reading.value} />
        ) : (
          <Column kind="do" label="Conflicts of interest">
            <div className="certify">
              <CertifyBack role={view.me.role} />
              {!certify ? (
                <Empty
                  whole
                  title="Nothing to certify."
                  sentence="When applications come in, everybody says here whether they have a conflict. Where one is open to you, that stands on its own page."
                />
              ) : (
                <>
                  <h1 className="t-title">Conflicts of interest</h1>
                  {reading.is === 'failed' ? (
                    <Empty title={reading.sentence} sentence="You need not answer before you have read it.">
                      <Button onClick={reading.again}>Try again</Button>
                    </Empty>
                  ) : (
                    <p className="third">Reading the list of applicants …</p>
                  )}
                </>
              )}
            </div>
          </Column>
        )}
      </Columns>
    </HomeFrame>
  )
}

const audience: Audience = {
  icon: 'lock',
  sentence: 'Only you and staff can see your answers.',
  short: 'You and staff',
}
