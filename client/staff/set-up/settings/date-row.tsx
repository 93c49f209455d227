import type { CompetitionDate } from '../../../../shared/competition/set-up.ts'
import { toldMoment, wallTimeAt } from '../../../../shared/dates/zoned.ts'
import { reminded } from '../../../../shared/set-up-words/usual-dates.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { meantBy, type DraftDate } from './dates-draft.ts'

interface DateRowProps {
  readonly draft: DraftDate
  readonly zone: string
  /** Saving was tried: what is missing is said. */
  readonly asked: boolean
  readonly onChange: (draft: DraftDate) => void
  readonly onRemove: () => void
}

type Who = NonNullable<CompetitionDate['remind']> | 'nobody'

/** A date as it is typed, with the moment that is meant in the competition's zone. */
export function DateRow({ draft, zone, asked, onChange, onRemove }: DateRowProps) {
  const { title, date, time, remind } = draft
  const meant = meantBy(draft, zone)
  const called = title.trim() === '' ? 'this date' : title.trim()
  return (
    <li className="date-row">
      <TextField
        label="Title"
        value={title}
        maxLength={120}
        data-date={draft.id}
        invalid={asked && title.trim() === '' ? 'Give it a title.' : undefined}
        onChange={(event) => onChange({ ...draft, title: event.target.value })}
      />
      <TextField
        label="Day"
        type="date"
        value={date}
        invalid={asked && date === '' ? 'Choose a day.' : undefined}
        onChange={(event) => onChange({ ...draft, date: event.target.value, kept: null })}
      />
      <TextField
        label="Time"
        type="time"
        value={time}
        invalid={asked && time === '' ? 'Choose a time.' : undefined}
        onChange={(event) => onChange({ ...draft, time: event.target.value, kept: null })}
      />
      <Select
        label="Reminds"
        value={remind ?? 'nobody'}
        options={(Object.entries(reminded) as [Who, string][]).map(([value, label]) => ({ value, label }))}
        onChange={(who) => onChange({ ...draft, remind: who === 'nobody' ? null : who })}
      />
      <Button kind="quiet" size="small" icon="close" aria-label={`Remove ${called}`} onClick={onRemove}>
        Remove
      </Button>
      {meant && (
        <p className="date-row-meant">
          {toldMoment(meant.at, zone)}
          {meant.is === 'skipped' &&
            `. Clocks skip ${time} on that day, so ${wallTimeAt(meant.at, zone).time} is taken.`}
          {meant.is === 'twice' && `. Clocks show ${time} twice on that day; the first is taken.`}
        </p>
      )}
    </li>
  )
}
