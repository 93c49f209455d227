import { useState } from 'react'
import { involvedKinds } from '../../../../shared/competition/involved.ts'
import type { SetUpApplication, SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { momentWords } from '../../../../shared/set-up-tables/dates.ts'
import { namesIn } from '../../../../shared/set-up-tables/row-reader.ts'
import { reviewPath, setUpPath } from '../../../pages.ts'
import { counted } from '../../../room/number-words.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Link } from '../../../ui/link.tsx'
import { Refused } from '../../../room/refused.tsx'
import { useSetUpCommand } from '../use-set-up.ts'
import { ApplicationDialog } from './application-dialog.tsx'
import './applications.css'

/** All applications with what is known of each; they can be added, changed and removed. */
export function ApplicationsList({ setUp }: { readonly setUp: SetUpPage }) {
  const { applications } = setUp
  const [editing, setEditing] = useState<Pick<SetUpApplication, 'id'> | 'new' | null>(null)
  const [removing, setRemoving] = useState<SetUpApplication | null>(null)
  // As it is now: what others save meanwhile shows in a form that is open.
  const edited =
    editing === null || editing === 'new'
      ? editing
      : (applications.find(({ id }) => id === editing.id) ?? null)
  const asked = applications.reduce((sum, { requested }) => sum + (requested ?? 0), 0)
  return (
    <>
      <div className="set-up-tools">
        <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
          Add an application
        </Button>
        <p className="applications-count">{counted(applications.length, 'application')}</p>
      </div>
      {applications.length === 0 ? (
        <Empty
          title="No applications yet."
          sentence="Add them one by one, or all of them from a spreadsheet. Whoever reviews certifies against the names that stand here."
        >
          <Link href={setUpPath('applications', 'import')}>Import a table</Link>
        </Empty>
      ) : (
        <table className="set-up-table applications-table">
          <thead>
            <tr>
              <th scope="col">Applicant</th>
              <th scope="col">Home State</th>
              <th scope="col" className="num">
                Requested
              </th>
              <th scope="col">Received</th>
              <th scope="col">Involved</th>
              <th scope="col" className="num">
                Documents
              </th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {applications.map((application) => (
              <Row
                key={application.id}
                application={application}
                zone={setUp.zone ?? 'UTC'}
                onEdit={() => setEditing(application)}
                onRemove={() => setRemoving(application)}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Requested in all
              </th>
              <td className="num">{dollars(asked)}</td>
              <td colSpan={4} />
            </tr>
          </tfoot>
        </table>
      )}
      <ApplicationDialog editing={edited} setUp={setUp} onClose={() => setEditing(null)} />
      <RemoveDialog application={removing} onClose={() => setRemoving(null)} />
    </>
  )
}

interface RowProps {
  readonly application: SetUpApplication
  readonly zone: string
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function Row({ application, zone, onEdit, onRemove }: RowProps) {
  const { id, applicant, home, requested, received, involved, review, documents, opened, recused } =
    application
  const told = involvedKinds.flatMap((kind) => {
    const names = namesIn(involved[kind])
    return names.length === 0 ? [] : [`${names.length} ${names.length === 1 ? one[kind] : kind}`]
  })
  if (recused)
    return (
      <tr className="application-row">
        <th scope="row">{applicant}</th>
        <td colSpan={6} className="third">
          You are recused from it. Another of program staff sees to it.
        </td>
      </tr>
    )
  return (
    <tr className="application-row">
      <th scope="row">
        {applicant}
        <span className="application-id">{id}</span>
      </th>
      <td data-empty={home === null || undefined}>{home ?? '–'}</td>
      <td className="num" data-empty={requested === null || undefined}>
        {requested === null ? '–' : dollars(requested)}
      </td>
      <td data-empty={received === null || undefined}>
        {received === null ? '–' : momentWords(received, zone).slice(0, 16)}
      </td>
      <td data-empty={told.length === 0 || undefined}>{told.length === 0 ? '–' : told.join(', ')}</td>
      <td className="num">
        <Link href={reviewPath(review, 'documents')} aria-label={`Documents of ${applicant}: ${documents}`}>
          {documents}
        </Link>
        <span className="application-unit"> {documents === 1 ? 'document' : 'documents'}</span>
      </td>
      <td className="application-acts">
        <Button kind="quiet" size="small" aria-label={`Change ${applicant}`} onClick={onEdit}>
          Change
        </Button>
        {!opened && (
          <Button kind="quiet" size="small" aria-label={`Remove ${applicant}`} onClick={onRemove}>
            Remove
          </Button>
        )}
      </td>
    </tr>
  )
}

const one = {
  districts: 'district',
  partners: 'partner',
  consultants: 'consultant',
  signatories: 'signatory',
} as const

function dollars(amount: number): string {
  return `$${amount.toLocaleString('en-US')}`
}

function RemoveDialog({
  application,
  onClose,
}: {
  readonly application: SetUpApplication | null
  readonly onClose: () => void
}) {
  const { pending, refused, run } = useSetUpCommand()
  const { applicant = '', id = '' } = application ?? {}

  async function remove(): Promise<void> {
    if (!(await run({ kind: 'applications.remove', applications: [id] }))) return
    announce(`${applicant} is removed.`)
    onClose()
  }

  return (
    <Dialog
      open={application !== null}
      grave
      onClose={onClose}
      title={`Remove ${applicant}?`}
      answers={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button kind="removing" pending={pending} onClick={() => void remove()}>
            Remove {applicant}
          </Button>
        </>
      }
    >
      <p>
        What was judged at intake and answered about conflicts goes with it, and its documents are on no page
        any more.
      </p>
      <Refused sentence={refused} />
    </Dialog>
  )
}
