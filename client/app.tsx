import { useEffect } from 'react'
import { Home } from './home/home.tsx'
import { connect, useConnection } from './live/connection.ts'
import { Monitor } from './monitor/monitor.tsx'
import { usePath } from './pages.ts'
import { PlainPage } from './plain-page.tsx'
import { Reviewer } from './reviewer/reviewer.tsx'
import { SignedOut } from './sign-in/signed-out.tsx'
import { Sit } from './sign-in/sit.tsx'
import { Staff } from './staff/staff.tsx'
import { ClockTime } from './ui/clock-time.tsx'

/** The list of seats is on the bare host; each seat has one of its own under it. */
const isHomeHost = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)

/** What this page is: the list of seats, somebody taking theirs, or a seat at work. */
export function App() {
  const path = usePath()
  if (isHomeHost) return <Home />
  return path === '/sit' ? <Sit /> : <Seat />
}

function Seat() {
  const { view, signedOut, since } = useConnection()
  useEffect(connect, [])
  if (!view) return signedOut === null ? <Opening since={since} /> : <SignedOut sentence={signedOut} />
  switch (view.me.role) {
    case 'reviewer':
      return <Reviewer view={view} />
    case 'monitor':
      return <Monitor />
    case 'staff':
      return <Staff />
  }
}

function Opening({ since }: { since: number | null }) {
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
