import { type ReactNode, useEffect, useState } from 'react'
import { PlainPage } from '../plain-page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Frame } from '../ui/frame.tsx'
import { Icon } from '../ui/icon.tsx'
import { Message } from '../ui/message.tsx'
import { OnTheTable } from './on-the-table.tsx'
import { SeatList } from './seat-list.tsx'
import { StartOver } from './start-over.tsx'
import { TableDrawing } from './table-drawing.tsx'
import { type Rehearsal, useRehearsal } from './use-rehearsal.ts'
import './home.css'

/** The first page of a rehearsal: what this is, what is on the table, and a seat for whoever wants one. */
export function Home() {
  const { rehearsal, readAgain } = useRehearsal()
  const [startedOver, setStartedOver] = useState(false)
  if (rehearsal.is !== 'read') return <Without rehearsal={rehearsal} />
  const message = startedOver ? (
    <Message onDismiss={() => setStartedOver(false)}>
      Started over. Everybody is signed out, and all three States begin again.
    </Message>
  ) : undefined
  const onStartedOver = (): void => {
    setStartedOver(true)
    readAgain()
  }
  return (
    <Seats rehearsal={rehearsal} message={message} onStartedOver={onStartedOver}>
      <SeatList page={rehearsal.page} onUsed={readAgain} />
    </Seats>
  )
}

interface SeatsProps {
  readonly rehearsal: Extract<Rehearsal, { is: 'read' }>
  readonly message: ReactNode
  readonly onStartedOver: () => void
  readonly children: ReactNode
}

function Seats({ rehearsal, message, onStartedOver, children }: SeatsProps) {
  const { page, at, lostSince } = rehearsal
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
      save={{ is: 'live', at }}
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
          {lostSince !== null && (
            <p className="home-lost" role="alert">
              <Icon name="cloud-off" />
              <span>
                <strong>
                  No line since <ClockTime at={lostSince} />.
                </strong>{' '}
                A seat cannot be taken now. This page goes on by itself when the server answers.
              </span>
            </p>
          )}
          {children}
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
        <PlainPage title="There is no line to the server">
          <p>
            No answer since <ClockTime at={rehearsal.since} />. This page goes on by itself when the server is
            there.
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
