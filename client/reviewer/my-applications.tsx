import type { ReviewView, View } from '../../shared/competition/view.ts'
import { formTotal, rowsScored, type FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useDocument, type OpenDocument } from '../live/documents.ts'
import { useRecord } from '../live/use-record.ts'
import { reviewPath } from '../pages.ts'
import { HomeFrame } from '../review-frame.tsx'
import { stepsOf, stepWord } from '../steps-of.ts'
import { inTurn } from '../in-turn.ts'
import { Column, Columns } from '../ui/columns.tsx'
import { Empty } from '../ui/empty.tsx'
import { Link } from '../ui/link.tsx'
import { StepBlocks } from '../ui/step-blocks.tsx'
import { Dated } from './dated.tsx'
import { KeptUnseen } from './kept-unseen.tsx'
import { needOf } from './needs.ts'
import './my-applications.css'

interface MyApplicationsProps {
  readonly view: View
  readonly rubric: Rubric
}

/** A row for each application one sits on: where it stands, how far one is, and what it needs now. */
export function MyApplications({ view, rubric }: MyApplicationsProps) {
  return (
    <HomeFrame view={view} title="My applications">
      <Columns layout="single">
        <Column kind="do" label="My applications">
          <h1 className="t-title">My applications</h1>
          {view.reviews.length === 0 ? (
            <Empty
              title="No applications yet."
              sentence="When staff assign you to a panel, its applications stand here."
            />
          ) : (
            <table className="my-applications">
              <thead>
                <tr>
                  <th scope="col">Applicant</th>
                  <th scope="col">Tier</th>
                  <th scope="col">Step</th>
                  <th scope="col" className="num">
                    Points so far
                  </th>
                  <th scope="col" className="num">
                    Rows with points
                  </th>
                  <th scope="col" className="my-applications-need">
                    What it needs from you
                  </th>
                </tr>
              </thead>
              <tbody>
                {inTurn(view.reviews).map((review) => (
                  <ApplicationRow key={review.id} review={review} rubric={rubric} />
                ))}
              </tbody>
            </table>
          )}
          <KeptUnseen count={view.keptUnseen} />
        </Column>
      </Columns>
    </HomeFrame>
  )
}

interface ApplicationRowProps {
  readonly review: ReviewView
  readonly rubric: Rubric
}

function ApplicationRow({ review, rubric }: ApplicationRowProps) {
  const { mine, room } = review
  const open = useDocument(room?.name ?? mine?.form.name ?? null)
  if (!open?.status.synced) return <Cells review={review} rubric={rubric} record={null} />
  return <Counted review={review} rubric={rubric} open={open} />
}

function Counted({ review, rubric, open }: ApplicationRowProps & { readonly open: OpenDocument }) {
  const record = useRecord(open.doc, rubric, review.room ? review.mine?.seat : undefined)
  return <Cells review={review} rubric={rubric} record={record} />
}

function Cells({ review, rubric, record }: ApplicationRowProps & { readonly record: FormRecord | null }) {
  const need = needOf(review, record, rubric)
  const { applicant } = review.application
  return (
    <tr>
      <th scope="row" className="my-applications-name">
        <Link look="quiet" href={need.href ?? reviewPath(review.id, review.mine ? 'score' : 'conflicts')}>
          {applicant}
        </Link>
      </th>
      <td data-label="Tier">Tier {review.tier}</td>
      <td data-label="Step">
        <span className="my-applications-step">
          <StepBlocks steps={stepsOf(review)} word={false} />
          {stepWord(review.step)}
        </span>
      </td>
      <td data-label="Points" className="num">
        {record ? (
          <>
            <strong>{rowsScored(record) === 0 ? '–' : formTotal(rubric, record)}</strong>{' '}
            <span className="third">of {rubric.totals.points}</span>
          </>
        ) : (
          <span className="third">–</span>
        )}
      </td>
      <td data-label="Rows with points" className="num">
        {record ? (
          <>
            {rowsScored(record)} <span className="third">of {rubric.totals.rows}</span>
          </>
        ) : (
          <span className="third">–</span>
        )}
      </td>
      <td className="my-applications-need">
        {need.href ? <Link href={need.href}>{need.sentence}</Link> : need.sentence}
        {review.mine?.form.writable && review.mine.until !== null && (
          <span className="my-applications-until">
            You have until <Dated at={review.mine.until} />
          </span>
        )}
      </td>
    </tr>
  )
}
