import type { ReviewView, View } from '../../shared/competition/view.ts'
import { rowsScored, type FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { bestInWords, ofReach, reachOfTotal } from '../../shared/rubric/told-points.ts'
import { serverNow } from '../live/server-clock.ts'
import { useDocument, type OpenDocument } from '../live/documents.ts'
import { useRubric } from '../live/read.ts'
import { useRecord } from '../live/use-record.ts'
import { reviewPath } from '../pages.ts'
import { HomeFrame } from '../review-frame.tsx'
import { stepWord } from '../steps-of.ts'
import { WhatNext } from '../certify/what-next.tsx'
import { tierWords } from '../../shared/print/tier-words.ts'
import { useSteps } from '../use-steps.ts'
import { inTurn } from '../in-turn.ts'
import { Column, Columns } from '../ui/columns.tsx'
import { Link } from '../ui/link.tsx'
import { NextDate } from '../ui/next-date.tsx'
import { StepBlocks } from '../ui/step-blocks.tsx'
import { Dated } from './dated.tsx'
import { KeptUnseen } from './kept-unseen.tsx'
import { totalGiven } from './form-items.ts'
import { needOf } from './needs.ts'
import { FormsOpenedAnew } from './opened-anew.tsx'
import './my-applications.css'

/** Dates by which reviewers have something to do: those that remind them of it. The applicants' deadline is none. */
function ownDates(kept: View['competition']['dates']): View['competition']['dates'] {
  return kept && { ...kept, dates: kept.dates.filter(({ remind }) => remind !== null) }
}

/** A row for each application one sits on: where it stands, how far one is, and what it needs now. */
export function MyApplications({ view }: { view: View }) {
  return (
    <HomeFrame view={view} title="My applications">
      <Columns layout="single">
        <Column kind="do" label="My applications">
          <h1 className="t-title">My applications</h1>
          <NextDate kept={ownDates(view.competition.dates)} now={serverNow()} />
          <FormsOpenedAnew reviews={view.reviews} />
          {view.reviews.length === 0 ? (
            <WhatNext view={view} />
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
                  <ApplicationRow key={review.id} view={view} review={review} />
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
  readonly view: View
  readonly review: ReviewView
}

function ApplicationRow({ view, review }: ApplicationRowProps) {
  const { mine, room } = review
  const rubric = useRubric(review.rubric)
  const open = useDocument(room?.name ?? mine?.form.name ?? null)
  if (!open?.status.synced || rubric.is !== 'read') return <Cells view={view} review={review} form={null} />
  return <Counted view={view} review={review} rubric={rubric.value} open={open} />
}

interface CountedProps extends ApplicationRowProps {
  readonly rubric: Rubric
  readonly open: OpenDocument
}

function Counted({ view, review, rubric, open }: CountedProps) {
  const record = useRecord(open.doc, rubric, review.room ? review.mine?.seat : undefined)
  return <Cells view={view} review={review} form={{ rubric, record }} />
}

interface CellsProps extends ApplicationRowProps {
  /** Null while it opens. */
  readonly form: { readonly rubric: Rubric; readonly record: FormRecord } | null
}

function Cells({ view, review, form }: CellsProps) {
  const need = needOf(review, form, view.competition.rules.comments, view.calibration)
  const { applicant } = review.application
  return (
    <tr>
      <th scope="row" className="my-applications-name">
        <Link look="quiet" href={need.href ?? reviewPath(review.id, review.mine ? 'score' : 'conflicts')}>
          {applicant}
        </Link>
      </th>
      <td data-label="Tier">{tierWords(review.tier)}</td>
      <td data-label="Step">
        <span className="my-applications-step">
          <StepBlocks steps={useSteps(review)} word={false} />
          {stepWord(review.step)}
        </span>
      </td>
      <td data-label="Points" className="num">
        {form ? <SoFar {...form} /> : <span className="third">–</span>}
      </td>
      <td data-label="Rows with points" className="num">
        {form ? (
          <>
            {rowsScored(form.record)} <span className="third">of {form.rubric.totals.rows}</span>
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

function SoFar({ rubric, record }: { readonly rubric: Rubric; readonly record: FormRecord }) {
  const total = totalGiven(rubric, record)
  const reach = { ...reachOfTotal(rubric), max: rubric.totals.points }
  const best = bestInWords(rubric, reach)
  return (
    <>
      <strong>{total === null ? '–' : shownPoints(rubric, total)}</strong>{' '}
      <span className="third">
        {ofReach(rubric, reach)}
        {best && `, ${best}`}
      </span>
    </>
  )
}
