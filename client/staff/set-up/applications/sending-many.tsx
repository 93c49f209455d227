import { useEffect, useRef } from 'react'
import { reviewPath } from '../../../pages.ts'
import { counted } from '../../../room/number-words.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import type { SentFile } from '../../sending.ts'
import type { Lane, sumOf } from './many-sending.ts'

interface SendingManyProps {
  readonly lanes: readonly Lane[]
  readonly sum: ReturnType<typeof sumOf>
  readonly onAgain: (application: string, id: number) => void
}

/** How far all of it is, what was not added and why, and each application. */
export function SendingMany({ lanes, sum, onAgain }: SendingManyProps) {
  const { total, done, refused, over } = sum
  const words = `${done} of ${counted(total, 'file')} added${refused > 0 ? `, ${refused} not added` : ''}`
  const bad = lanes.flatMap(({ application, applicant, files }) =>
    files.flatMap((file) => (file.progress.is === 'refused' ? [{ application, applicant, file }] : [])),
  )
  const said = useRef(false)
  useEffect(() => {
    if (over && !said.current) announce(`${words}.`)
    said.current = over
  }, [over, words])
  return (
    <section className="sending-many" aria-labelledby="sending-many-title">
      <h2 id="sending-many-title" className="table-preview-title">
        {over && refused === 0 && <Icon name="check" />} {words}
      </h2>
      <span
        className="sending-bar"
        role="progressbar"
        aria-label="Files added"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done + refused}
        aria-valuetext={words}
        style={{ '--share': total === 0 ? 1 : (done + refused) / total }}
      />
      {bad.length > 0 && (
        <ul className="matching-list" aria-label="Not added">
          {bad.map(({ application, applicant, file }) => (
            <li key={`${application} ${file.id}`}>
              <span className="matching-path">
                {applicant}: {file.file.name}
              </span>
              <span className="sending-many-why">
                <Icon name="warning" size="small" /> {sentenceOf(file)}
              </span>
              {file.progress.is === 'refused' && file.progress.way === 'same' && (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={`Try ${file.file.name} again`}
                  onClick={() => onAgain(application, file.id)}
                >
                  Try again
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <table className="set-up-table">
        <thead>
          <tr>
            <th scope="col">Application</th>
            <th scope="col">How far</th>
          </tr>
        </thead>
        <tbody>
          {lanes.map(({ application, applicant, review, files }) => (
            <tr key={application}>
              <th scope="row">
                <Link look="quiet" href={reviewPath(review, 'documents')}>
                  {applicant}
                </Link>
              </th>
              <td>{farOf(files)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function sentenceOf({ progress }: SentFile): string {
  return progress.is === 'refused' ? progress.sentence : ''
}

function farOf(files: readonly SentFile[]): string {
  if (files.length === 0) return 'Waits for its turn'
  const done = files.filter(({ progress }) => progress.is === 'done').length
  const refused = files.filter(({ progress }) => progress.is === 'refused').length
  const now = files.find(({ progress }) => progress.is === 'sending' || progress.is === 'reading')
  const parts = [`${done} of ${files.length} added`, ...(refused > 0 ? [`${refused} not added`] : [])]
  if (!now) return parts.join(', ')
  const { progress } = now
  const doing =
    progress.is === 'sending'
      ? `sending ${now.file.name}, ${Math.round(progress.share * 100)}%`
      : `reading ${now.file.name}${progress.is === 'reading' && progress.page !== null ? `, page ${progress.page}` : ''}`
  return [...parts, doing].join(', ')
}
