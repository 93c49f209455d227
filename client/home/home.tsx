import { type ReactNode, useEffect, useState } from 'react'
import { PlainPage } from '../plain-page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { clockTime, ClockTime } from '../ui/clock-time.tsx'
import { Frame } from '../ui/frame.tsx'
import { Message } from '../ui/message.tsx'
import { OnTheTable } from './on-the-table.tsx'
import { PlayedSeats } from './played-seats.tsx'
import { SeatList } from './seat-list.tsx'
import { StartOver } from './start-over.tsx'
import { TableDrawing } from './table-drawing.tsx'
import { usePlaying } from './use-playing.ts'
import { type Rehearsal, useRehearsal } from './use-rehearsal.ts'
import './home.css'

/** The first page of a rehearsal: what this is, what is on the table, and a seat for whoever wants one. */
export function Home() {
  const { rehearsal, readAgain } = useRehearsal()
  const [said, setSaid] = useState<string | null>(null)
  const [dismissed, setDismissed] = useState<number | null>(null)
  if (rehearsal.is !== 'read') return <Without rehearsal={rehearsal} />
  const { lostSince } = rehearsal
  const onStartedOver = (): void => {
    setSaid('Started over. Everybody is signed out, and all three States begin again.')
    readAgain()
  }
  const message =
    lostSince !== null && lostSince !== dismissed ? (
      <Message onDismiss={() => setDismissed(lostSince)}>
        {`No answer from the server since ${clockTime(lostSince)}. A seat cannot be taken now. This page goes on by itself when it answers.`}
      </Message>
    ) : said !== null ? (
      <Message onDismiss={() => setSaid(null)}>{said}</Message>
    ) : undefined
  return <Seats rehearsal={rehearsal} message={message} onChanged={readAgain} onStartedOver={onStartedOver} />
}

interface SeatsProps {
  readonly rehearsal: Extract<Rehearsal, { is: 'read' }>
  readonly message: ReactNode
  /** A link has been used, or a seat is played or no longer. */
  readonly onChanged: () => void
  readonly onStartedOver: () => void
}

function Seats({ rehearsal, message, onChanged, onStartedOver }: SeatsProps) {
  const { page, at, lostSince } = rehearsal
  const playing = usePlaying(onChanged)
  useEffect(() => {
    document.title = 'Seats · Panelroom'
  }, [])
  return (
    <Frame
      subject="Rehearsal"
      competition={page.title}
      rehearsal
      who={{
        icon: 'eye',
        sentence: 'You are not signed in here. Nothing leaves this computer.',
        short: 'You are not signed in here',
      }}
      save={lostSince === null ? { is: 'live', at } : { is: 'idle' }}
      message={message}
    >
      <div className="home">
        <div className="home-about">
          <div className="home-words">
            <h1 className="t-landing">
              One application, five readers. <span>Take a seat.</span>
            </h1>
            <p className="home-sentences">
              Each scores alone; then all scores open at once, and the panel talks about where they differ,
              votes and signs. The three States are real, every score is invented, and nothing you do here
              counts.
            </p>
          </div>
          <TableDrawing />
          <OnTheTable reviews={page.reviews} />
        </div>
        <div className="home-seats">
          <PlayedSeats page={page} playing={playing} onUsed={onChanged} />
          <SeatList page={page} playing={playing} onUsed={onChanged} />
          <StartOver onDone={onStartedOver} />
        </div>
      </div>
    </Frame>
  )
}

/** Before the first answer, or where there is nothing to sit at. */
function Without({ rehearsal }: { rehearsal: Exclude<Rehearsal, { is: 'read' }> }) {
  switch (rehearsal.is) {
    case 'reading':
      return <PlainPage title="Opening Panelroom">{null}</PlainPage>
    case 'unreachable':
      return (
        <PlainPage title="The server does not answer">
          <p>
            No answer since <ClockTime at={rehearsal.since} />. This page goes on by itself when there is one.
          </p>
        </PlainPage>
      )
    case 'none':
      return (
        <PlainPage title="No seats here">
          <p>{rehearsal.sentence}</p>
          {location.hostname !== 'localhost' && (
            <ButtonLink href={onLocalhost()}>Open {onLocalhost()}</ButtonLink>
          )}
        </PlainPage>
      )
  }
}

function onLocalhost(): string {
  return `http://localhost${location.port ? `:${location.port}` : ''}/`
}
