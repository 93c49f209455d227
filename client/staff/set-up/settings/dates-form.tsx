import { useRef, useState } from 'react'
import { typedReminderDays } from '../../../../shared/competition/reminder-days.ts'
import { toldMoment } from '../../../../shared/dates/zoned.ts'
import { usualDates } from '../../../../shared/set-up-words/usual-dates.ts'
import { serverNow } from '../../../live/server-clock.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import type { SentSetUp } from '../use-set-up.ts'
import { DateRow } from './date-row.tsx'
import { datesOf, freshId, type DatesDraft, type DraftDate } from './dates-draft.ts'
import { RemindersSetting } from './reminders-setting.tsx'
import { SaveFoot } from './save-foot.tsx'

interface DatesFormProps {
  readonly draft: DatesDraft
  readonly sent: SentSetUp
  /** No zone has been saved yet. */
  readonly first: boolean
}

const most = 60

/** The dates that everybody is told, in the time zone of the competition. */
export function DatesForm({ draft, sent, first }: DatesFormProps) {
  const { zone, dates, isChanged, begun, setZone, setDates, setReminderDays, discard } = draft
  const reminders = typedReminderDays(draft.reminderDays)
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const offered = usualDates.filter(({ id }) => !dates.some((date) => date.id === id))

  function add(date: Pick<DraftDate, 'id' | 'title' | 'remind'>): void {
    setDates([...dates, { ...date, date: '', time: '17:00', kept: null }])
    announce(`${date.title === '' ? 'A date' : date.title} is on the list. Choose its day.`)
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[data-date="${date.id}"]`)?.focus())
  }

  async function save(): Promise<void> {
    setAsked(true)
    const whole = datesOf(dates, zone)
    if (!whole || 'fault' in reminders) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    const { days: reminderDays } = reminders
    const command = { kind: 'dates.set', zone, dates: whole, reminderDays, since: begun.since } as const
    if (!(await sent.run(command))) return
    setAsked(false)
    discard()
    announce('The dates are saved.')
  }

  function drop(): void {
    setAsked(false)
    discard()
  }

  return (
    <form
      ref={form}
      className="settings-group dates-form"
      aria-labelledby="settings-dates"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 id="settings-dates" className="settings-heading t-heading" tabIndex={-1}>
        Dates
      </h2>
      {first && (
        <p className="dates-none">
          <Icon name="warning" size="small" /> No dates and no time zone are saved yet.
        </p>
      )}
      <p className="settings-about">
        Reviewers and monitors see the next date above their applications. A date reminds by e-mail whom it
        says, on the days set below.
      </p>
      <div className="dates-zone">
        <Select
          label="Time zone of the competition"
          value={zone}
          options={zones(zone).map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))}
          onChange={setZone}
        />
        <p className="date-row-meant">It is now {toldMoment(serverNow(), zone)} there.</p>
      </div>
      {dates.length === 0 ? (
        <Empty title="No dates yet." sentence="Add the usual ones below, or your own." />
      ) : (
        <ol className="date-rows" aria-label="Dates">
          {dates.map((date) => (
            <DateRow
              key={date.id}
              draft={date}
              zone={zone}
              asked={asked}
              onChange={(next) => setDates(dates.map((each) => (each.id === date.id ? next : each)))}
              onRemove={() => {
                setDates(dates.filter(({ id }) => id !== date.id))
                announce(`${date.title} is off the list.`)
                document.getElementById('settings-dates')?.focus()
              }}
            />
          ))}
        </ol>
      )}
      {dates.length < most && (
        <div className="dates-add">
          {offered.map((usual) => (
            <Button key={usual.id} size="small" icon="plus" onClick={() => add(usual)}>
              {usual.title}
            </Button>
          ))}
          <Button
            size="small"
            icon="plus"
            onClick={() => add({ id: freshId(dates), title: '', remind: null })}
          >
            Another date
          </Button>
        </div>
      )}
      <RemindersSetting typed={draft.reminderDays} onChange={setReminderDays} />
      <SaveFoot
        sentence={isChanged ? 'The dates are changed and not saved.' : null}
        save="Save dates"
        discard="Discard changes to dates"
        always={first}
        sent={sent}
        begun={begun}
        what="The dates were"
        onDiscard={drop}
      />
    </form>
  )
}

function zones(chosen: string): readonly string[] {
  return [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])].toSorted()
}
