import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import { SpreadReading } from '../../../certify/spread-reading.tsx'
import { reviewPath } from '../../../pages.ts'
import { Dated } from '../../../reviewer/dated.tsx'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { SampleLater } from './sample-later.tsx'

interface SampleStandingProps {
  readonly view: View
  readonly setUp: SetUpPage
  readonly calibration: NonNullable<SetUpPage['calibration']>
}

/** How many are ready with the sample, how far apart it came out so far, and opening that to those who scored it. */
export function SampleStanding({ view, setUp, calibration }: SampleStandingProps) {
  const applicant = setUp.applications.find(({ id }) => id === calibration.application)?.applicant
  // The view says who is ready now; the set-up is read again only when it has changed itself.
  const review = view.reviews.find(({ id }) => id === calibration.review)
  if (!review) {
    return (
      <Empty
        title={`The sample is ${applicant ?? calibration.application}.`}
        sentence="You are recused from it: another of program staff sees how far it has come."
      />
    )
  }
  const { count, of } = review.ready ?? { count: calibration.ready, of: calibration.of }
  return (
    <>
      <section className="sample-standing" aria-label="How far it has come">
        <p>
          <strong className="sample-count">
            {count} of {of}
          </strong>{' '}
          ready with {applicant}. <Link href={reviewPath(review.id, 'board')}>Who is how far</Link>
        </p>
        {calibration.shownAt === null ? (
          <ShowSpread count={count} of={of} />
        ) : (
          <p className="second">
            Open to the reviewers since <Dated at={calibration.shownAt} />.
          </p>
        )}
      </section>
      <SampleLater setUp={setUp} calibration={calibration} />
      {count === 0 ? (
        <Empty
          title="No form is ready yet."
          sentence="As soon as forms are, the spread of each row stands here, without names."
        />
      ) : (
        <section aria-labelledby="spread">
          <h2 id="spread" className="t-heading sample-heading">
            Spread, row by row
          </h2>
          <SpreadReading edition={`${setUp.edition} ${count} of ${of}`} own={false} />
        </section>
      )}
    </>
  )
}

/** Opening the spread to the reviewers, after saying what that does. */
function ShowSpread({ count, of }: { readonly count: number; readonly of: number }) {
  const [asking, setAsking] = useState(false)
  const { pending, refused, run } = useSetUpCommand()
  const waiting = of - count

  async function show(): Promise<void> {
    if (!(await run({ kind: 'calibration.show' }))) return
    setAsking(false)
    announce('The spread is open to the reviewers.')
  }

  if (count === 0)
    return (
      <div>
        <Button kind="cannotYet">Open the spread to reviewers: no form is ready</Button>
      </div>
    )
  return (
    <>
      <div>
        <Button kind="primary" onClick={() => setAsking(true)}>
          Open the spread to reviewers …
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        grave
        title="Open the spread to the reviewers?"
        answers={
          <>
            <Button onClick={() => setAsking(false)}>Not yet</Button>
            <Button pending={pending} onClick={() => void show()}>
              Open the spread
            </Button>
          </>
        }
      >
        <p>
          Everybody with a seat on the sample sees the scores of each row without names, with their own among
          them. This cannot be undone.
        </p>
        {waiting > 0 && (
          <p>
            {waiting === 1 ? '1 reviewer is' : `${waiting} reviewers are`} not ready: their real applications
            take points from then on as well, and they have seen the scores if they score the sample later.
          </p>
        )}
        <Refused sentence={refused} />
      </Dialog>
    </>
  )
}
