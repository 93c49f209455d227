import { useEffect, useRef } from 'react'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { aboutOf, amountFact, timeFact } from '../../../../shared/set-up-words/intake-facts.ts'
import { intakeStanding } from '../../../../shared/set-up-words/intake-standing.ts'
import { setUpPath } from '../../../pages.ts'
import { Blockers } from '../../../ui/blockers.tsx'
import { Link } from '../../../ui/link.tsx'
import { ItemJudgment } from './item-judgment.tsx'
import './intake-open.css'

interface IntakeOpenProps {
  readonly setUp: SetUpPage
  readonly application: SetUpApplication
  /** Another application of which something is not judged. */
  readonly next: SetUpApplication | null
}

/** One application at intake: what is known of it, and every item with how it was judged, by whom and on what basis. */
export function IntakeOpen({ setUp, application, next }: IntakeOpenProps) {
  const { applicant, home, opened } = application
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { fails, open } = intakeStanding(setUp.checklist, application)
  /** What an item is about stands there and not here. */
  const asks = (what: 'amount' | 'time'): boolean => setUp.checklist.some((check) => aboutOf(check) === what)
  const parts = [
    { before: 'review', title: 'Before review' },
    { before: 'award', title: 'Before an award' },
  ] as const
  return (
    <section className="intake-one" aria-labelledby="intake-one-title">
      <p className="intake-back">
        <Link look="quiet" href={setUpPath('intake')}>
          All applications
        </Link>
      </p>
      <h2 id="intake-one-title" ref={heading} className="t-heading" tabIndex={-1}>
        {applicant}
      </h2>
      <ul className="intake-facts">
        {home !== null && <li>From {home}.</li>}
        {!asks('amount') && <li>{amountFact(application.requested, setUp)}</li>}
        {!asks('time') && <li>{timeFact(application.received, setUp)}</li>}
        <li>
          {application.documents === 1 ? '1 document' : `${application.documents} documents`}
          {application.documents === 0 ? ' yet.' : '.'}
        </li>
      </ul>
      {fails && !opened && (
        <Blockers
          title="Cannot be assigned to a panel"
          things={[{ sentence: `${applicant} does not meet “${fails.title}”, so nobody reviews it.` }]}
        />
      )}
      {parts.map(({ before, title }) => {
        const items = setUp.checklist.filter((check) => check.before === before)
        if (items.length === 0) return null
        return (
          <div key={before}>
            <h3 className="intake-part-heading t-subheading">{title}</h3>
            {before === 'review' && opened && (
              <p className="second">It is open to its panel: this was settled before.</p>
            )}
            {items.map((check) => (
              <ItemJudgment
                key={check.id}
                number={setUp.checklist.indexOf(check) + 1}
                check={check}
                setUp={setUp}
                application={application}
              />
            ))}
          </div>
        )
      })}
      {open.length === 0 && next && (
        <p className="intake-next">
          Everything of {applicant} is judged.{' '}
          <Link href={setUpPath('intake', next.id)}>Go on with {next.applicant}</Link>
        </p>
      )}
    </section>
  )
}
