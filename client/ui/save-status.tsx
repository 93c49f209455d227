import { ClockTime } from './clock-time.tsx'
import { Icon } from './icon.tsx'
import './save-status.css'

/** Where what one typed is now. Times in milliseconds since 1970. Typed and on the server stay two statements. */
export type Save =
  | { is: 'idle' }
  | { is: 'live'; at: number }
  | { is: 'typed'; typedAt: number; savedAt?: number | undefined }
  | { is: 'saved'; typedAt: number; savedAt: number }
  /** `kept`: all that waits lies on this device too, and a closed browser loses none of it. */
  | { is: 'notSaved'; since: number; why: keyof typeof reasons; waiting: number; kept: boolean }
  | { is: 'locked'; by: string; at: number }
  | { is: 'readOnly'; sentence: string }

/** Why nothing is being saved, up to the time since when. */
const reasons = {
  noLine: 'No line since',
  noAnswer: 'No answer since',
  unable: 'The server stopped saving at',
  signedOut: 'Signed out since',
  refused: 'Refused by the server at',
} as const

/** The right end of the foot line. Narrow screens keep only the last true statement. */
export function SaveStatus({ save }: { save: Save }) {
  return (
    <div className="save-status" data-is={save.is}>
      <Statements save={save} />
    </div>
  )
}

/** Why and since when nothing arrives, how much waits, what to do: takes the whole foot line. */
export function NotBeingSaved({ since, why, waiting, kept }: Omit<Extract<Save, { is: 'notSaved' }>, 'is'>) {
  return (
    <p className="save-status-warning">
      <Icon name="cloud-off" />
      <span>
        <strong>Not being saved.</strong> {reasons[why]} <ClockTime at={since} />. {waits(waiting, kept)}
      </span>
    </p>
  )
}

function waits(waiting: number, kept: boolean): string {
  if (waiting === 0) return 'Nothing waits here.'
  return kept
    ? `${changes(waiting)} here, kept on this device.`
    : `${changes(waiting)} here. Keep this tab open.`
}

/** "1 change waits", "14 changes wait". */
export function changes(waiting: number): string {
  return waiting === 1 ? '1 change waits' : `${waiting} changes wait`
}

function Statements({ save }: { save: Save }) {
  switch (save.is) {
    case 'idle':
      return <span className="save-status-part">Nothing typed yet</span>
    case 'live':
      return (
        <span className="save-status-part">
          <Icon name="check" />
          <span>
            Live, <ClockTime at={save.at} />
          </span>
        </span>
      )
    case 'typed':
    case 'saved': {
      // Within one minute both would read the same, though the last edit is still on its way.
      const precision = save.is === 'typed' ? 'second' : 'minute'
      return (
        <>
          <span className="save-status-part" data-last={save.is === 'typed' || undefined}>
            <Icon name="check" />
            <span>
              Typed here <ClockTime at={save.typedAt} precision={precision} />
            </span>
          </span>
          {save.savedAt !== undefined && (
            <span className="save-status-part" data-last={save.is === 'saved' || undefined}>
              <Icon name="double-check" />
              <span>
                On the server{' '}
                <span className="save-status-time">
                  <ClockTime at={save.savedAt} precision={precision} />
                </span>
              </span>
            </span>
          )}
        </>
      )
    }
    case 'notSaved':
      return <NotBeingSaved {...save} />
    case 'locked':
      return (
        <span className="save-status-part">
          <Icon name="lock" />
          <span>
            <strong>Locked</strong>
            <span className="save-status-more"> by {save.by},</span> <ClockTime at={save.at} />
            <span className="save-status-more">. Read only.</span>
          </span>
        </span>
      )
    case 'readOnly':
      return (
        <span className="save-status-part">
          <Icon name="lock" />
          <span>{save.sentence}</span>
        </span>
      )
  }
}
