import { useEffect, useRef } from 'react'
import type { LockView, ReviewView } from '../../shared/competition/view.ts'
import { votedPriority } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { bestInWords, reachOfTotal, shownEnd } from '../../shared/rubric/told-points.ts'
import { applicationTitle } from '../../shared/rubric/total-words.ts'
import { shownDivision, shownMean } from '../../shared/scoring/shown-mean.ts'
import { useRubric } from '../live/read.ts'
import { reviewPath } from '../pages.ts'
import { unanswered } from '../room/vote-words.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { VoteSeats } from '../ui/envelope.tsx'
import { Icon } from '../ui/icon.tsx'
import { ExportLinks } from './export-links.tsx'
import { votedName } from './effects/effect-words.ts'
import { FullHash } from './full-hash.tsx'
import { LockedAbsolute } from './locked-absolute.tsx'
import './locked.css'

interface LockedProps {
  readonly review: ReviewView
  readonly lock: LockView
  readonly takesFocus: boolean
}

/** A locked review: its total with what it was computed from, who locked it, its hash, and how to check it. */
export function Locked({ review, lock, takesFocus }: LockedProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [takesFocus])
  const result = review.vote?.result
  const rubric = useRubric(review.rubric)
  const name = rubric.is === 'read' ? votedName(rubric.value) : null
  const points = rubric.is === 'read' && result ? shownPoints(rubric.value, result.points) : result?.points
  return (
    <section className="locked" aria-labelledby="locked">
      <h2 ref={title} tabIndex={-1} id="locked" className="locked-title">
        <Icon name="lock" /> Locked
      </h2>
      {lock.total && <Total review={review} total={lock.total} />}
      {result && (
        <div className="locked-vote">
          <h3 className="locked-label">{name === null ? 'Vote' : name}</h3>
          <VoteSeats
            yes={result.yes}
            seats={result.answers.length}
            needed={result.needed}
            unanswered={unanswered(result)}
            size="small"
          />
          <p>
            {result.yes} of {result.answers.length} say yes, {result.needed} needed: {points} points
          </p>
        </div>
      )}
      {(review.absolute ?? []).map((absolute) => (
        <LockedAbsolute key={absolute.priority} absolute={absolute} />
      ))}
      <dl className="locked-facts">
        <dt>Locked by</dt>
        <dd>{lock.by}</dd>
        <dt>When</dt>
        <dd>
          {day.format(lock.at)}, <ClockTime at={lock.at} />
        </dd>
        <dt>Hash of the record (SHA-256)</dt>
        <dd>{lock.recordHash && <FullHash hash={lock.recordHash} />}</dd>
        <dt>Signature (Ed25519)</dt>
        <dd>By the key of this server, in the journal and in every export</dd>
      </dl>
      {review.room && <ButtonLink href={reviewPath(review.id, 'room')}>Read the panel’s columns</ButtonLink>}
      <div className="locked-export">
        <h3 className="locked-label">Export</h3>
        <ExportLinks />
      </div>
    </section>
  )
}

const day = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', day: 'numeric' })

interface TotalProps {
  readonly review: ReviewView
  readonly total: NonNullable<LockView['total']>
}

function Total({ review, total }: TotalProps) {
  const reading = useRubric(review.rubric)
  if (reading.is !== 'read') return null
  const rubric = reading.value
  const best = bestInWords(rubric, reachOfTotal(rubric))
  const voted = votedPriority(rubric)
  return (
    <div className="locked-total">
      <h3 className="locked-label">{applicationTitle(rubric)}</h3>
      <p>
        <span className="t-figure">{shownMean(rubric, total.total)}</span>{' '}
        <span className="third">
          {best === null ? `of ${shownEnd(rubric, rubric.totals.points)}` : 'less is better'}
        </span>
      </p>
      <p className="locked-division">{shownDivision(rubric, total.total)}</p>
      {voted && (
        <p className="second">
          criteria {shownMean(rubric, total.criteria)} + {votedName(rubric)} {shownPoints(rubric, total.stem)}
        </p>
      )}
    </div>
  )
}
