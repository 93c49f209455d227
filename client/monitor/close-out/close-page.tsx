import type { ReviewView } from '../../../shared/competition/view.ts'
import { useLookAt } from '../../live/looks.ts'
import { reviewPath } from '../../pages.ts'
import { BackToRows } from '../../room/back-to-rows.tsx'
import { WithRoom, type OpenRoom } from '../../room/open-room.tsx'
import { RoomFrame } from '../../room/room-frame.tsx'
import { useRows } from '../../room/row-scores.ts'
import { useSummaryTexts } from '../../room/summary/summary-texts.ts'
import { Column, Columns } from '../../ui/columns.tsx'
import type { Audience } from '../../ui/frame.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { closeOut, type Check, type Finding } from './close-out.ts'
import { CloseReview } from './close-review.tsx'
import './close-page.css'

/** Before a panel hands its review over: the comments against the scores, forms and rows that wait for something, and the close. */
export function ClosePage({ review }: { review: ReviewView }) {
  return <WithRoom review={review}>{(room) => <CloseOut room={room} />}</WithRoom>
}

function CloseOut({ room }: { room: OpenRoom }) {
  const { review, rubric, columns, document, view } = room
  useLookAt(review, null)
  const rows = useRows(rubric, columns, view.competition.rules.flags)
  const texts = useSummaryTexts(document.doc, rubric)
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  const findings = closeOut({
    rubric,
    columns,
    rows,
    discussion: review.discussion,
    blockers: review.closed ? [] : (review.blockers?.close ?? []),
    vote: review.vote,
    comments: view.competition.rules.comments,
    summarized: review.summary?.rule === 'required' ? new Set(written.map(([criterion]) => criterion)) : null,
  })
  return (
    <RoomFrame room={room} who={review.closed ? undefined : untilClosed}>
      <Columns layout="slate">
        <Column kind="read" label="Close-out" head={<BackToRows room={room} />}>
          <h1 className="t-title">Close-out of {review.application.applicant}</h1>
          <p className="close-out-lead">
            Comments against scores, forms that wait for something, and what the panel has not talked about.
            Each leads to where it is mended.
          </p>
          {checks.map((check) =>
            (check === 'summaries' && review.summary?.rule !== 'required') ||
            (check === 'uncommented' && view.competition.rules.comments === 'optional') ? null : (
              <Checked key={check} review={review} check={check} findings={findings[check]} />
            ),
          )}
        </Column>
        <Column kind="do" label="Close the review" ground="inset">
          <CloseReview review={review} findings={findings} />
        </Column>
      </Columns>
    </RoomFrame>
  )
}

const untilClosed: Audience = {
  icon: 'lock',
  sentence: 'Only you can see what you write here until you close the review.',
  short: 'Only you until the close',
}

const checks: readonly Check[] = [
  'unsettled',
  'unsigned',
  'unexplained',
  'uncommented',
  'pointless',
  'summaries',
  'undiscussed',
]

const titles: Readonly<Record<Check, { readonly title: string; readonly none: string }>> = {
  unsettled: { title: 'Not settled', none: 'Everything is settled.' },
  unsigned: { title: 'Not signed', none: 'Every form is signed.' },
  unexplained: {
    title: 'Changed scores without a reason',
    none: 'Every changed score has its reason and its line.',
  },
  uncommented: {
    title: 'Points without a comment',
    none: 'Every criterion that has points has a comment, or “none found”.',
  },
  pointless: { title: 'Comments without points', none: 'Every comment stands beside points.' },
  summaries: { title: 'Criteria without a summary', none: 'Every criterion has its summary.' },
  undiscussed: {
    title: 'Flagged and not discussed',
    none: 'Every row that is split or spread has been discussed.',
  },
}

function Checked({
  review,
  check,
  findings,
}: {
  review: ReviewView
  check: Check
  findings: readonly Finding[]
}) {
  const { title, none } = titles[check]
  const id = `close-out-${check}`
  return (
    <section className="close-out-check" aria-labelledby={id}>
      <h2 className="t-subheading" id={id}>
        {title}
        {findings.length > 0 && `: ${findings.length}`}
      </h2>
      {findings.length === 0 ? (
        <p className="close-out-none">
          <Icon name="check" size="small" /> {none}
        </p>
      ) : (
        <>
          {check === 'undiscussed' && (
            <p className="second">
              This is allowed. It is said here, so that nobody leaves one out by mistake.
            </p>
          )}
          <ul className="close-out-list">
            {findings.map((finding) => (
              <li key={finding.sentence}>
                <Link href={pathOf(review.id, finding)}>{finding.sentence}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function pathOf(review: string, { at }: Finding): string {
  switch (at.page) {
    case 'row':
      return reviewPath(review, 'room', at.row)
    case 'summary':
      return reviewPath(review, 'summary', at.criterion)
    case 'vote':
    case 'board':
      return reviewPath(review, at.page)
  }
}
