import { useRef, useState } from 'react'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { limits } from '../../../shared/protocol/limits.ts'
import { counted } from '../../room/number-words.ts'
import { RecordHash } from '../../room/record-hash.tsx'
import { Refused } from '../../room/refused.tsx'
import { useCommand } from '../../room/use-command.ts'
import { announce } from '../../ui/announce.tsx'
import { Blockers } from '../../ui/blockers.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useAssessmentDraft } from './assessment-draft.ts'
import type { Findings } from './close-out.ts'
import { closeWords } from './close-words.ts'

export interface CloseReviewProps {
  readonly review: ReviewView
  readonly findings: Findings
}

/** Closing the review, with the monitor's own tick and the panel's assessment; and how it stands once it is closed and locked. */
export function CloseReview({ review, findings }: CloseReviewProps) {
  if (review.closed) return <HowItStands review={review} />
  return (
    <div className="close-review">
      <h2 className="t-heading">Close the review</h2>
      <Closing review={review} findings={findings} />
    </div>
  )
}

/** Who closed it and with which words, who locked it, and the record's hash. */
export function HowItStands({ review: { closed, lock } }: { review: ReviewView }) {
  if (!closed) return null
  return (
    <section className="close-review" aria-labelledby="close-review">
      <h2 className="t-subheading" id="close-review">
        {!lock ? 'Closed' : lock.status === 'locked' ? 'Locked' : 'Being locked'}
      </h2>
      {lock ? (
        <>
          <p>
            By {lock.by}, <ClockTime at={lock.at} />. The record is fixed; nothing here changes any more.
          </p>
          {lock.recordHash !== null && <RecordHash hash={lock.recordHash} />}
        </>
      ) : (
        <p>
          By {closed.by}, <ClockTime at={closed.at} />. It is with program staff, who lock it.
        </p>
      )}
      {closed.assessment !== null && (
        <>
          <h3 className="t-subheading">The panel’s own assessment</h3>
          <p className="close-out-said">{closed.assessment}</p>
        </>
      )}
    </section>
  )
}

function Closing({ review, findings }: CloseReviewProps) {
  const [read, setRead] = useState(false)
  const assessment = useAssessmentDraft(review.id)
  const { pending, refused, run } = useCommand()
  const [asked, setAsked] = useState(false)
  const part = useRef<HTMLDivElement>(null)
  const blockers = [...(review.blockers?.close ?? []), ...findings.summaries.map(({ sentence }) => sentence)]
  const waits = blockers.length > 0 || !read
  const undiscussed = findings.undiscussed.length

  async function close(): Promise<void> {
    const words = assessment.text.trim()
    const said = words === '' ? {} : { assessment: words }
    if (!(await run({ kind: 'review.close', review: review.id, commentsRead: read, ...said }))) return
    assessment.given()
    announce(`The review of ${review.application.applicant} is closed.`)
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
      <TextArea
        label="The panel’s own assessment of this discussion, if it has one"
        rows={5}
        most={limits.reasonLength}
        defaultValue={assessment.text}
        onInput={({ currentTarget }) => assessment.write(currentTarget.value)}
      />
      {undiscussed > 0 && (
        <p>
          <strong>{counted(undiscussed, 'flagged row')}</strong> {undiscussed === 1 ? 'was' : 'were'} not
          discussed. The review can be closed all the same.
        </p>
      )}
      <Button kind={waits ? 'cannotYet' : 'primary'} wide pending={pending} onClick={press}>
        {closeWords(review, { blockers: blockers.length, read })}
      </Button>
      {!waits && (
        <p className="second">Nobody can change or take back anything after it. Staff lock it next.</p>
      )}
      <Refused sentence={refused} />
    </>
  )
}
