import { useState } from 'react'
import {
  placeWord,
  type TableChange,
  type TableFault,
  type TablePreview,
} from '../../../../shared/set-up-tables/preview.ts'
import { capitalized, counted } from '../../../room/number-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'

interface PreviewOfProps {
  readonly name: string
  readonly preview: TablePreview
  readonly pending: boolean
  readonly onTake: () => void
  readonly onPutAway: () => void
}

/** What a file would do, row by row, or why it cannot; and then that it was done. */
export function PreviewOf({ name, preview, pending, onTake, onPutAway }: PreviewOfProps) {
  const { rows, notes, faults, changes, same, done } = preview
  const added = changes.filter(({ what }) => what === 'new').length
  const changed = changes.length - added
  const parts = [
    ...(added > 0 ? [`${added} new`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(same > 0 ? [`${same} ${same === 1 ? 'says' : 'say'} what is so already`] : []),
  ]
  return (
    <section className="table-preview" aria-labelledby="table-preview-title">
      <h2 id="table-preview-title" className="table-preview-title">
        {name}
      </h2>
      {faults.length === 0 && (
        <p className="table-preview-sum">
          {done && <Icon name="check" />}
          {done ? 'Taken in: ' : `${counted(rows, 'row')}: `}
          {parts.join(', ')}.
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="table-preview-note">
          {note}
        </p>
      ))}
      {faults.length > 0 && <Faults faults={faults} preview={preview} />}
      {!done && (
        <p className="table-preview-ways">
          {faults.length === 0 && changes.length > 0 && (
            <Button kind="primary" pending={pending} onClick={onTake}>
              Take in {counted(changes.length, 'change')}
            </Button>
          )}
          <Button kind="quiet" onClick={onPutAway}>
            Put this file away
          </Button>
        </p>
      )}
      {changes.length > 0 && faults.length === 0 && <Changes changes={changes} preview={preview} />}
    </section>
  )
}

/** A page of ten thousand rows would be slow; the others are one press away. */
const shownAtOnce = 100

function Faults({
  faults,
  preview,
}: {
  readonly faults: readonly TableFault[]
  readonly preview: TablePreview
}) {
  const [all, setAll] = useState(false)
  const place = capitalized(placeWord(preview.kind))
  return (
    <>
      <p className="table-preview-stop">
        <Icon name="warning" />
        {counted(faults.length, 'thing')} to mend in the file. Until then nothing of it can be taken in.
      </p>
      <table className="set-up-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {place}
            </th>
            <th scope="col">Column</th>
            <th scope="col">What is the matter</th>
          </tr>
        </thead>
        <tbody>
          {(all ? faults : faults.slice(0, shownAtOnce)).map(({ line, column, sentence }) => (
            <tr key={`${line} ${column} ${sentence}`}>
              <th scope="row" className="num">
                {line ?? 'All'}
              </th>
              <td data-empty={column === null || undefined}>{column ?? '–'}</td>
              <td className="table-preview-words">{sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowAll shown={all} of={faults.length} onShow={() => setAll(true)} />
    </>
  )
}

function Changes({
  changes,
  preview,
}: {
  readonly changes: readonly TableChange[]
  readonly preview: TablePreview
}) {
  const [all, setAll] = useState(false)
  const place = capitalized(placeWord(preview.kind))
  return (
    <>
      <table className="set-up-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {place}
            </th>
            <th scope="col">What</th>
            <th scope="col">Of</th>
            <th scope="col">Values</th>
          </tr>
        </thead>
        <tbody>
          {(all ? changes : changes.slice(0, shownAtOnce)).map(({ line, what, of, fields }) => (
            <tr key={line}>
              <td className="num">{line}</td>
              <td>{what === 'new' ? 'New' : 'Changed'}</td>
              <th scope="row">{of}</th>
              <td>
                <ul className="table-preview-values">
                  {fields.map(({ column, from, to }) => (
                    <li key={column}>
                      <span className="table-preview-column">{column}</span>{' '}
                      {from !== '' && (
                        <>
                          <del>{shown(from)}</del>{' '}
                        </>
                      )}
                      <ins>{to === '' ? 'nothing' : shown(to)}</ins>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowAll shown={all} of={changes.length} onShow={() => setAll(true)} />
    </>
  )
}

function ShowAll({
  shown,
  of,
  onShow,
}: {
  readonly shown: boolean
  readonly of: number
  readonly onShow: () => void
}) {
  if (shown || of <= shownAtOnce) return null
  return (
    <p className="table-preview-note">
      {shownAtOnce} of {of.toLocaleString('en-US')} are shown. <Link onClick={onShow}>Show all</Link>
    </p>
  )
}

function shown(value: string): string {
  return value.replaceAll('\n', '; ')
}
