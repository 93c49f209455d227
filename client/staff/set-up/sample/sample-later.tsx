import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { PeoplePage } from '../../../../shared/protocol/people-page.ts'
import { randomId } from '../../../live/random-id.ts'
import { useRead } from '../../../live/read.ts'
import { counted } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { whoCameLater } from './who-came-later.ts'

interface SampleLaterProps {
  readonly setUp: SetUpPage
  readonly calibration: NonNullable<SetUpPage['calibration']>
}

/** Bringing in reviewers who came after the sample began; nothing where there are none. */
export function SampleLater({ setUp, calibration }: SampleLaterProps) {
  const [asking, setAsking] = useState(false)
  const { pending, refused, run } = useSetUpCommand()
  const [visit] = useState(randomId)
  const reading = useRead<PeoplePage>('/api/people', 'The list of people', `${setUp.edition} ${visit}`)
  const later = whoCameLater(setUp, reading.is === 'read' ? reading.value.people : [])
  const labels = list.format(later.map(({ label }) => label))
  const them = counted(later.length, 'reviewer')

  async function add(): Promise<void> {
    if (!(await run({ kind: 'calibration.add', reviewers: later.map(({ id }) => id) }))) return
    setAsking(false)
    announce(`${them} ${later.length === 1 ? 'has' : 'have'} a seat on the sample.`)
  }

  if (reading.is === 'reading' || later.length === 0) return null
  return (
    <section className="sample-later" aria-label="Who came later">
      <p>
        {labels} came after the sample began and {later.length === 1 ? 'has' : 'have'} no seat on it.
      </p>
      <div>
        <Button onClick={() => setAsking(true)}>
          {later.length === 1 ? 'Add the reviewer who came later …' : `Add the ${them} who came later …`}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        grave
        title={later.length === 1 ? `Add ${labels} to the sample?` : `Add ${them} to the sample?`}
        answers={
          <>
            <Button onClick={() => setAsking(false)}>Not now</Button>
            <Button pending={pending} onClick={() => void add()}>
              {later.length === 1 ? 'Add the reviewer' : `Add ${them}`}
            </Button>
          </>
        }
      >
        <p>
          {later.length === 1
            ? 'This reviewer gets it at once and scores it alone, like the others; their real applications take'
            : 'They get it at once and score it alone, like the others; their real applications take'}{' '}
          no points until they are ready with it.
        </p>
        {calibration.shownAt !== null && (
          <p>
            The spread is open to the others already. Whoever comes now sees it, and counts in it, once they
            are ready.
          </p>
        )}
        <Refused sentence={refused} />
      </Dialog>
    </section>
  )
}

const list = new Intl.ListFormat('en-US')
