import type { SetUpApplication } from '../../../../shared/competition/set-up-page.ts'
import { counted } from '../../../room/number-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import type { MatchedFile } from './match-files.ts'

interface MatchingProps {
  readonly matches: readonly MatchedFile[]
  readonly applications: readonly Pick<SetUpApplication, 'id' | 'applicant'>[]
  /** Says which application a file belongs to; '' for none. */
  readonly onSay: (path: string, application: string) => void
  readonly onSend: () => void
  readonly onPutAway: () => void
}

/** What belongs where, before anything is sent; what belongs nowhere by its name first. */
export function Matching({ matches, applications, onSay, onSend, onPutAway }: MatchingProps) {
  const loose = matches.filter(
    ({ application, why }) => application === null || why === 'none' || why === 'several',
  )
  const placed = matches.filter(({ application }) => application !== null)
  const lanes = applications
    .map(({ id, applicant }) => ({
      id,
      applicant,
      files: placed.filter(({ application }) => application === id),
    }))
    .filter(({ files }) => files.length > 0)
  const left = matches.length - placed.length
  const options = [
    { value: '', label: 'Do not send' },
    ...applications.map(({ id, applicant }) => ({ value: id, label: applicant })),
  ]
  return (
    <section className="matching" aria-labelledby="matching-title">
      <h2 id="matching-title" className="table-preview-title">
        {counted(matches.length, 'file')} chosen
      </h2>
      {loose.length > 0 && (
        <>
          <p className="matching-loose">
            <Icon name="warning" />
            {counted(loose.length, 'file')} by name and folder {loose.length === 1 ? 'belongs' : 'belong'} to
            no application, or to several. Say to which, or leave them out.
          </p>
          <ul className="matching-list">
            {loose.map(({ path, application, why }) => (
              <li key={path}>
                <span className="matching-path">{path}</span>
                <span className="third">{why === 'several' ? 'fits several' : 'fits none'}</span>
                <Select
                  label={`${path} belongs to`}
                  hiddenLabel
                  value={application ?? ''}
                  placeholder="Do not send"
                  options={application === null ? options.slice(1) : options}
                  onChange={(id) => onSay(path, id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="table-preview-ways">
        {placed.length > 0 && (
          <Button kind="primary" onClick={onSend}>
            Send {counted(placed.length, 'file')} to {counted(lanes.length, 'application')}
          </Button>
        )}
        <Button kind="quiet" onClick={onPutAway}>
          Put them away
        </Button>
        {left > 0 && <span className="third">{counted(left, 'file')} will not be sent.</span>}
      </p>
      {lanes.length > 0 && (
        <table className="set-up-table">
          <thead>
            <tr>
              <th scope="col">Application</th>
              <th scope="col" className="num">
                Files
              </th>
              <th scope="col">Which</th>
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ id, applicant, files }) => (
              <tr key={id}>
                <th scope="row">{applicant}</th>
                <td className="num">{files.length}</td>
                <td className="table-preview-words">{files.map(({ file }) => file.name).join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
