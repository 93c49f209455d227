import { type FormEvent, useId, useState } from 'react'
import { involvedKinds } from '../../../../shared/competition/involved.ts'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { momentWords } from '../../../../shared/set-up-tables/dates.ts'
import { capitalized } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type RowFaults, saveRow } from '../tables/send-table.ts'

interface ApplicationDialogProps {
  /** What is changed, or a new one; null while none is. */
  readonly editing: SetUpApplication | 'new' | null
  readonly setUp: Pick<SetUpPage, 'zone' | 'edition'>
  readonly onClose: () => void
}

/**
 * Adds an application, or changes one: a row of the table of applications, with the same checks. A field in which nobody has typed
 * goes with what somebody else saves meanwhile.
 */
export function ApplicationDialog({ editing, setUp: { zone, edition }, onClose }: ApplicationDialogProps) {
  const application = editing === 'new' ? null : editing
  const form = useId()
  const [pending, setPending] = useState(false)
  const [faults, setFaults] = useState<RowFaults>({})
  const received = application?.received ?? null

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const typed = (name: string): string => {
      const value = fields.get(name)
      return typeof value === 'string' ? value : ''
    }
    setPending(true)
    setFaults({})
    const row = {
      ...(application ? { Id: application.id } : {}),
      Applicant: typed('applicant'),
      'Home State': typed('home'),
      Requested: typed('requested'),
      Received: typed('received'),
      ...Object.fromEntries(involvedKinds.map((kind) => [capitalized(kind), typed(kind)])),
    }
    const refused = await saveRow('applications', row, { isNew: application === null, since: edition })
    setPending(false)
    if (refused) return setFaults(refused)
    announce(application ? `${typed('applicant')} is changed.` : `${typed('applicant')} is added.`)
    onClose()
  }

  function leave(): void {
    setFaults({})
    onClose()
  }

  return (
    <Dialog
      open={editing !== null}
      wide
      onClose={leave}
      title={application ? `Change ${application.applicant}` : 'Add an application'}
      answers={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} pending={pending}>
            {application ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <form id={form} className="set-up-form" onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label="Applicant"
          name="applicant"
          autoComplete="off"
          hint={
            application?.opened
              ? 'It is open to its panel and keeps its name.'
              : 'What pages call the application.'
          }
          readOnly={application?.opened}
          defaultValue={application?.applicant ?? ''}
          invalid={faults['Applicant']}
        />
        <TextField
          label="Home State"
          name="home"
          autoComplete="off"
          hint="Nobody from there reads it."
          defaultValue={application?.home ?? ''}
          invalid={faults['Home State']}
        />
        <TextField
          label="Requested"
          name="requested"
          inputMode="numeric"
          autoComplete="off"
          hint="Whole dollars."
          defaultValue={application?.requested?.toLocaleString('en-US') ?? ''}
          invalid={faults['Requested']}
        />
        <TextField
          label="Received"
          name="received"
          autoComplete="off"
          hint={`As 2010-06-01 16:15, in ${zone ?? 'UTC, until there is a time zone'}.`}
          defaultValue={received === null ? '' : momentWords(received, zone ?? 'UTC')}
          invalid={faults['Received']}
        />
        {involvedKinds.map((kind) => (
          <TextArea
            key={kind}
            label={capitalized(kind)}
            name={kind}
            rows={3}
            most={20_000}
            foot="One name a line."
            defaultValue={application?.involved[kind] ?? ''}
            invalid={faults[capitalized(kind)]}
          />
        ))}
      </form>
      <Refused sentence={faults[''] ?? faults['Id'] ?? null} />
    </Dialog>
  )
}
