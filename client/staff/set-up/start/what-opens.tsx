import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { counted } from '../../../room/number-words.ts'
import { setUpPath } from '../../../pages.ts'
import { Link } from '../../../ui/link.tsx'
import { opensWords } from './opens-words.ts'

/** What opens when, as it stands now; and the dates that everybody is told. */
export function WhatOpens({ setUp }: { readonly setUp: SetUpPage }) {
  const { dates, zone, paused } = setUp
  return (
    <section>
      <h2 className="start-title">What opens when</h2>
      {paused && (
        <p className="start-paused">
          <strong>Everything is paused</strong> by {paused.by}: {paused.reason}
        </p>
      )}
      <dl className="start-opens">
        {opensWords(setUp).map(({ what, when }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{when}</dd>
          </div>
        ))}
      </dl>
      <h3 className="start-subtitle">Dates</h3>
      {dates.length === 0 || zone === null ? (
        <p className="start-said">
          None are set. <Link href={setUpPath('settings')}>Set dates and their time zone</Link>
        </p>
      ) : (
        <>
          <dl className="start-dates">
            {dates
              .toSorted((one, other) => one.at - other.at)
              .map(({ id, title, at }) => (
                <div key={id}>
                  <dt>{title}</dt>
                  <dd>
                    <time dateTime={new Date(at).toISOString()}>{dated(at, zone)}</time>
                  </dd>
                </div>
              ))}
          </dl>
          <p className="start-said">
            {counted(dates.length, 'date')}, in the time of {zone.replaceAll('_', ' ')}
          </p>
        </>
      )}
    </section>
  )
}

function dated(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(at)
}
