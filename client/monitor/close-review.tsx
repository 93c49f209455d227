import { useRef, useState } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { counted } from '../room/number-words.ts'
import { RecordHash } from '../room/record-hash.tsx'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Blockers } from '../ui/blockers.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ClockTime } from '../ui/clock-time.tsx'

/** Closing the review, with the monitor's own tick; and how it stands once it is closed and locked. */
export function CloseReview({ review }: { review: ReviewView }) {
  const { closed, lock } = review
  return (
    <section className="live-controls-part" aria-labelledby="close-review">
      <h2 className="t-subheading" id="close-review">
        {lock
          ? lock.status === 'locked'
            ? 'Locked'
            : 'Being locked'
          : closed
            ? 'Closed'
            : 'Close the review'}
      </h2>
      {lock ? (
        <>
          <p>
            By {lock.by}, <ClockTime at={lock.at} />. The record is fixed; nothing here changes any more.
          </p>
          {lock.recordHash !== null && <RecordHash hash={lock.recordHash} />}
        </>
      ) : closed ? (
        <p>
          By {closed.by}, <ClockTime at={closed.at} />. It is with program staff, who lock it.
        </p>
      ) : (
        <Closing review={review} />
      )}
    </section>
  )
}

function Closing({ review }: { review: ReviewView }) {
  const [read, setRead] = useState(false)
  const { pending, refused, run } = useCommand()
  const [asked, setAsked] = useState(false)
  const part = useRef<HTMLDivElement>(null)
  const blockers = review.blockers?.close ?? []
  const waits = blockers.length > 0 || !read

  async function close(): Promise<void> {
    if (await run({ kind: 'review.close', review: review.id, commentsRead: read })) {
      announce(`The review of ${review.application.applicant} is closed.`)
    }
  }

  /** What it waits for is named, and led to. */
  function press(): void {
    if (!waits) void close()
    else if (blockers.length === 0) part.current?.querySelector('input')?.focus()
    else {
      setAsked(true)
      part.current?.focus()
    }
  }

  return (
    <>
      <div className="close-review" ref={part} tabIndex={-1}>
        {asked && <Blockers title="Not yet" things={blockers.map((sentence) => ({ sentence }))} />}
        <Checkbox checked={read} onChange={setRead}>
          I have read the comments against the scores
        </Checkbox>
      </div>
      <Button kind={waits ? 'cannotYet' : 'primary'} wide pending={pending} onClick={press}>
        {closeWords(review, blockers.length, read)}
      </Button>
      {!waits && (
        <p className="second">Nobody can change or take back anything after it. Staff lock it next.</p>
      )}
      <Refused sentence={refused} />
    </>
  )
}

/** "Close review: 5 to sign", or what else it waits for. */
function closeWords({ panel }: ReviewView, blockers: number, read: boolean): string {
  const unsigned = (panel ?? []).filter(({ excused, signedAt }) => !excused && signedAt === null).length
  if (blockers === 0) return read ? 'Close review' : 'Close review: your tick is needed'
  if (unsigned > 0) return `Close review: ${unsigned} to sign`
  return `Close review: ${counted(blockers, 'thing')} left`
}
