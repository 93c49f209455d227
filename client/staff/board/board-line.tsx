import { memo, useId } from 'react'
import type { ReviewView } from '../../../shared/competition/view.ts'
import { reviewPath, setUpPath } from '../../pages.ts'
import { stepWord } from '../../steps-of.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ClockTime } from '../../ui/clock-time.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { StepBlocks } from '../../ui/step-blocks.tsx'
import { useSteps } from '../../use-steps.ts'
import { handedOn } from '../handed-on.ts'
import { canBeLocked } from '../needs.ts'
import { flagsOf, nextStepOf, readyFor } from './line-flags.ts'
import { LineSeats } from './line-seats.tsx'
import type { Names } from './use-names.ts'
import { SeatTicks } from './seat-ticks.tsx'
import './board-line.css'

export interface BoardLineProps {
  readonly review: ReviewView
  /** How many of its seats are behind. */
  readonly behind: number
  readonly open: boolean
  /** Whether it is chosen, where lines are chosen; null where they are not. */
  readonly chosen: boolean | null
  /** Names of people, for an open line. */
  readonly names: Names | null
  readonly onOpen: (review: string) => void
  readonly onChoose: (review: string) => void
}

/**
 * One application on the board: where it stands, who is how far, what is out of the ordinary and what keeps it from its next step. It
 * opens in place. A view is new from end to end whenever anything in it has changed, so a line is drawn anew only where its own part has.
 */
export const BoardLine = memo(Line, (before, now) => {
  const { review: was, ...others } = before
  return (
    Object.entries(others).every(([key, value]) => value === now[key as keyof typeof others]) &&
    jsonOf(was) === jsonOf(now.review)
  )
})

const written = new WeakMap<ReviewView, string>()

function jsonOf(review: ReviewView): string {
  const known = written.get(review)
  if (known !== undefined) return known
  const json = JSON.stringify(review)
  written.set(review, json)
  return json
}

function Line({ review, behind, open, chosen, names, onOpen, onChoose }: BoardLineProps) {
  const seats = useId()
  const { applicant } = review.application
  const opened = review.of !== null || review.tier === 0
  return (
    <li
      className="board-line"
      data-application={review.application.id}
      data-open={open || undefined}
      data-choosing={chosen !== null || undefined}
    >
      <div className="board-line-row">
        {chosen !== null && (
          <Checkbox checked={chosen} onChange={() => onChoose(review.id)}>
            <span className="visually-hidden">Choose {applicant}</span>
          </Checkbox>
        )}
        <h3 className="board-line-name">
          <Link look="quiet" href={reviewPath(review.id, 'lock')}>
            {applicant}
          </Link>
        </h3>
        <span className="board-line-step">
          <StepBlocks steps={useSteps(review)} word={false} />
          <strong>{stepWord(review.step)}</strong>
        </span>
        <SeatTicks review={review} />
        <span className="board-line-standing">
          {opened ? <Standing review={review} /> : <Link href={setUpPath('panels')}>No panel</Link>}
        </span>
        <span className="board-line-what">
          <What review={review} behind={behind} />
        </span>
        <button
          type="button"
          className="board-line-open"
          aria-expanded={open}
          aria-controls={seats}
          onClick={() => onOpen(review.id)}
        >
          <span className="visually-hidden">Seats of {applicant}</span>
          <Icon name={open ? 'chevron-up' : 'chevron-down'} size="small" />
        </button>
      </div>
      <div id={seats} hidden={!open}>
        {open && <LineSeats review={review} names={names} />}
      </div>
    </li>
  )
}

function Standing({ review }: { review: ReviewView }) {
  const { lock, id } = review
  if (lock?.status === 'started') return <>Being locked</>
  if (lock) {
    return (
      <>
        <Icon name="lock" size="small" /> <ClockTime at={lock.at} />
      </>
    )
  }
  if (canBeLocked(review)) return <Link href={reviewPath(id, 'lock')}>Can be locked</Link>
  return <>{handedOn(review)}</>
}

/** What is out of the ordinary; where nothing is, what the next step waits for. */
function What({ review, behind }: { review: ReviewView; behind: number }) {
  const flags = flagsOf(review, behind)
  const ready = readyFor(review)
  const [first, ...others] = nextStepOf(review)?.sentences ?? []
  return (
    <>
      {flags.map(({ kind, words }, at) => (
        <span key={words} className="board-flag" data-kind={kind}>
          {at === 0 && kind !== 'tells' && (
            <Icon name={review.call && kind === 'stops' ? 'hand' : 'warning'} size="small" />
          )}
          {words}
        </span>
      ))}
      {flags.length < 2 && first !== undefined && (
        // Who alone is waited for is worth naming; of many it says no more than the count beside it.
        <span className="board-line-blocker" data-many={others.length > 1 || undefined}>
          {others.length > 0 ? first.replace(/\.$/u, ',') : first}
          {others.length > 0 && ` and ${others.length} more`}
        </span>
      )}
      {flags.length === 0 && ready !== null && <span className="board-line-blocker">{ready}</span>}
    </>
  )
}
