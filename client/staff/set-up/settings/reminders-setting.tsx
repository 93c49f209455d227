import { useId } from 'react'
import { typedReminderDays, usualReminderDays } from '../../../../shared/competition/reminder-days.ts'
import { announce } from '../../../ui/announce.tsx'
import { Link } from '../../../ui/link.tsx'
import { TextField } from '../../../ui/text-field.tsx'

interface RemindersSettingProps {
  /** As it is typed. */
  readonly typed: string
  readonly onChange: (typed: string) => void
}

const title = 'Days of reminders'
const usual = usualReminderDays.join(', ')

/** On how many days before a date it reminds. What cannot be taken stays in the field and says why. */
export function RemindersSetting({ typed, onChange }: RemindersSettingProps) {
  const id = useId()
  const read = typedReminderDays(typed)
  const isUsual = 'days' in read && read.days.join(', ') === usual
  return (
    <div className="setting" role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-changes`}>
      <div className="setting-words">
        <h3 id={`${id}-title`} className="t-subheading">
          {title}
        </h3>
        <p id={`${id}-changes`} className="setting-changes">
          On how many days before a date whoever it reminds gets an e-mail, at 9 am in the competition’s zone,
          as long as it is theirs to do.
        </p>
        <p className="setting-usual">
          Usually: {usual}.{!isUsual && <strong className="setting-changed">Not so here.</strong>}
          {!isUsual && (
            <Link
              aria-label={`Put back: ${title}`}
              onClick={() => {
                onChange(usual)
                announce(`${title}: ${usual}.`)
              }}
            >
              Put back
            </Link>
          )}
        </p>
      </div>
      <div className="setting-control">
        <TextField
          label={title}
          hiddenLabel
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          placeholder="No reminders"
          invalid={'fault' in read ? read.fault : undefined}
          hint="Up to five, as “7, 2, 1”; 0 is the day itself. Left empty, no date reminds anybody."
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </div>
  )
}
