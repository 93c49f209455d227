import { useEffect } from 'react'
import { later } from './later.tsx'
import { connect, useConnection } from './live/connection.ts'
import { bringInWhatIsLeft } from './live/left-here.ts'
import { readRubricsAhead } from './live/read.ts'
import { usePath } from './pages.ts'
import { PlainPage } from './plain-page.tsx'
import { SignedOut } from './sign-in/signed-out.tsx'
import { useSite } from './sign-in/site.ts'
import { Sit } from './sign-in/sit.tsx'
import { SomebodyElse } from './sign-in/somebody-else.tsx'
import { ClockTime } from './ui/clock-time.tsx'

// A page loads what its own role needs, at its start and not when the server may be away.
const Home = later(async () => (await import('./home/home.tsx')).Home, Opening)
const Monitor = later(async () => (await import('./monitor/monitor.tsx')).Monitor, Opening)
const Reviewer = later(async () => (await import('./reviewer/reviewer.tsx')).Reviewer, Opening)
const Official = later(async () => (await import('./official/official.tsx')).Official, Opening)
const Staff = later(async () => (await import('./staff/staff.tsx')).Staff, Opening)

bringInWhatIsLeft()

/** In a rehearsal the list of seats is on the bare host, and each seat has one of its own under it. */
const isHomeHost = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)

/** What this page is: a rehearsal's list of seats, somebody signing in with a link, or a seat at work. */
export function App() {
  const path = usePath()
  const site = useSite()
  if (isHomeHost && !site) return <Opening />
  if (isHomeHost && site?.is === 'rehearsal') return <Home />
  return path === '/sit' ? <Sit /> : <Seat />
}

function Seat() {
  const { view, signedOut, since, other } = useConnection()
  useEffect(connect, [])
  const rubrics = view?.reviews.map(({ rubric }) => rubric).join(' ') ?? ''
  useEffect(() => readRubricsAhead(rubrics.split(' ').filter(Boolean)), [rubrics])
  if (!view) return signedOut === null ? <Opening since={since} /> : <SignedOut sentence={signedOut} />
  if (other) return <SomebodyElse mine={view.me} other={other} signedOut={signedOut} />
  switch (view.me.role) {
    case 'reviewer':
      return <Reviewer view={view} />
    case 'monitor':
      return <Monitor />
    case 'staff':
      return <Staff />
    case 'official':
      return <Official view={view} />
  }
}

function Opening({ since = null }: { since?: number | null }) {
  return (
    <PlainPage title="Opening Panelroom">
      {since !== null && (
        <p>
          Waiting for the server since <ClockTime at={since} />. This page goes on by itself when it answers.
        </p>
      )}
    </PlainPage>
  )
}
