import type { MineView } from '../../shared/competition/view.ts'
import { Icon } from '../ui/icon.tsx'
import { Dated } from './dated.tsx'
import './asked-of-me.css'

/** Above a form that can be written: the reason where it was returned, and until when staff gave it time. Draws nothing where nothing is asked. */
export function AskedOfMe({ mine }: { mine: MineView }) {
  const { returned, until, form } = mine
  if (!form.writable || (returned === null && until === null)) return null
  return (
    <section className="asked-of-me" aria-label="Asked of you">
      {returned && (
        <div className="asked-of-me-part">
          <Icon name="note" />
          <div>
            <p>
              <strong>{returnedBy[returned.by]} for better comments</strong>, <Dated at={returned.at} />:
            </p>
            <blockquote className="asked-of-me-reason">{returned.reason}</blockquote>
            <p className="second">
              Nobody asks for other points: those are yours. What you attested is kept. Say ready again when
              your comments are done.
            </p>
          </div>
        </div>
      )}
      {until !== null && (
        <div className="asked-of-me-part">
          <Icon name="clock" />
          <p>
            Staff gave you until <Dated at={until} />.
          </p>
        </div>
      )}
    </section>
  )
}

const returnedBy = { monitor: 'The panel monitor asks', staff: 'Program staff ask' } as const
