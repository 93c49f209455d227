import { involvedKinds } from '../../../../shared/competition/involved.ts'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { momentWords } from '../../../../shared/set-up-tables/dates.ts'
import { capitalized } from '../../../room/number-words.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { RowDialog } from '../tables/row-dialog.tsx'

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
  const received = application?.received ?? null
  return (
    <RowDialog
      table="applications"
      open={editing !== null}
      title={application ? `Change ${application.applicant}` : 'Add an application'}
      id={application?.id ?? null}
      calledBy="Applicant"
      since={edition}
      onClose={onClose}
    >
      {(field) => (
        <>
          <TextField
            {...field('Applicant')}
            hint={
              application?.opened
                ? 'It is open to its panel and keeps its name.'
                : 'What pages call the application.'
            }
            readOnly={application?.opened}
            defaultValue={application?.applicant ?? ''}
          />
          <TextField
            {...field('Home State')}
            hint="Nobody from there reads it."
            defaultValue={application?.home ?? ''}
          />
          <TextField
            {...field('Requested')}
            inputMode="numeric"
            hint="Whole dollars."
            defaultValue={application?.requested?.toLocaleString('en-US') ?? ''}
          />
          <TextField
            {...field('Received')}
            hint={`As 2010-06-01 16:15, in ${zone ?? 'UTC, until there is a time zone'}.`}
            defaultValue={received === null ? '' : momentWords(received, zone ?? 'UTC')}
          />
          {involvedKinds.map((kind) => (
            <TextArea
              key={kind}
              {...field(capitalized(kind))}
              rows={3}
              most={20_000}
              foot="One name a line."
              defaultValue={application?.involved[kind] ?? ''}
            />
          ))}
        </>
      )}
    </RowDialog>
  )
}
