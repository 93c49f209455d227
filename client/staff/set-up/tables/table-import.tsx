import { useCallback, useRef, useState } from 'react'
import { type TableName, tables } from '../../../../shared/set-up-tables/columns.ts'
import { tableLimits } from '../../../../shared/set-up-tables/table-limits.ts'
import { counted } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { Select } from '../../../ui/select.tsx'
import type { TablePreview } from '../../../../shared/set-up-tables/preview.ts'
import type { PlacedFile } from './dropped-files.ts'
import { sendTable } from './send-table.ts'
import { PreviewOf } from './table-preview.tsx'
import { useFileDrop } from './use-file-drop.ts'
import './tables.css'

interface TableImportProps {
  /** What can be taken in here, the first of it chosen. */
  readonly tables: readonly [TableName, ...TableName[]]
  /** Told when a file has been taken in. */
  readonly onTaken?: (() => void) | undefined
}

/** A file that was chosen, and what it would do. */
interface Looked {
  readonly file: File
  readonly preview: TablePreview
}

/** Takes a table in as a file: templates, the file, a preview of all that it does, and then, if staff say so, that. */
export function TableImport({ tables: names, onTaken }: TableImportProps) {
  const [table, setTable] = useState<TableName>(names[0])
  const [pending, setPending] = useState<'looking' | 'taking' | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const title = tables[table].title.toLowerCase()

  const look = useCallback(
    async (file: File): Promise<void> => {
      setPending('looking')
      setRefused(null)
      setLooked(null)
      const answer = await sendTable(table, file)
      setPending(null)
      if ('sentence' in answer) return setRefused(answer.sentence)
      setLooked({ file, preview: answer.preview })
      announce(spoken(file.name, answer.preview))
    },
    [table],
  )
  const onFiles = useCallback(
    (files: readonly PlacedFile[]) => {
      const [first, ...others] = files
      if (others.length > 0) return setRefused('One file at a time: each is looked at before it is taken in.')
      if (first) void look(first.file)
    },
    [look],
  )
  const over = useFileDrop(onFiles, setRefused)

  async function take({ file, preview }: Looked): Promise<void> {
    setPending('taking')
    setRefused(null)
    const answer = await sendTable(table, file, { apply: preview.digest })
    setPending(null)
    if ('preview' in answer) {
      setLooked({ file, preview: answer.preview })
      announce(`${file.name} is taken in.`)
      return onTaken?.()
    }
    if (answer.changed) await look(file)
    setRefused(answer.sentence)
  }

  return (
    <div className="table-import">
      {names.length > 1 && (
        <div className="table-import-which">
          <Select
            label="What the file holds"
            value={table}
            options={names.map((name) => ({ value: name, label: tables[name].title }))}
            onChange={(name) => {
              setTable(name)
              setLooked(null)
              setRefused(null)
            }}
          />
        </div>
      )}
      <div className="table-import-drop" data-over={over || undefined}>
        <input
          ref={chooser}
          className="visually-hidden"
          type="file"
          tabIndex={-1}
          aria-hidden
          accept=".csv,.tsv,.txt,.xlsx,.json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file) void look(file)
            // The same file can be chosen another time.
            currentTarget.value = ''
          }}
        />
        <Button
          kind={looked && looked.preview.faults.length === 0 && !looked.preview.done ? 'plain' : 'primary'}
          icon="plus"
          pending={pending !== null}
          onClick={() => chooser.current?.click()}
        >
          Choose a file
        </Button>
        <p>
          {over ? (
            <>
              <Icon name="arrow" size="small" /> Let go to look at it. Nothing is taken in yet.
            </>
          ) : (
            'or drop it anywhere on this page. It is looked at first; nothing is taken in yet.'
          )}
        </p>
        <p className="table-import-kinds">
          CSV, Excel (XLSX) or JSON, up to {tableLimits.bytes / 1024 / 1024} MB and{' '}
          {tableLimits.rows.toLocaleString('en-US')} rows.
        </p>
      </div>
      <Refused sentence={refused} />
      {pending === 'looking' && <p className="third">Reading the file …</p>}
      {looked && (
        <PreviewOf
          name={looked.file.name}
          preview={looked.preview}
          pending={pending === 'taking'}
          onTake={() => void take(looked)}
          onPutAway={() => setLooked(null)}
        />
      )}
      <div className="table-import-about">
        <p className="table-import-links">
          Template for {title}:{' '}
          <Downloads path={`/api/set-up/templates/${table}`} what={`Template for ${title}`} />
        </p>
        <p className="table-import-links">
          {tables[table].title} as they are now:{' '}
          <Downloads path={`/api/set-up/tables/${table}`} what={tables[table].title} />
        </p>
        <ColumnsOf table={table} />
      </div>
    </div>
  )
}

function Downloads({ path, what }: { readonly path: string; readonly what: string }) {
  return (
    <span className="table-import-downloads">
      {(['csv', 'xlsx', 'json'] as const).map((type) => (
        <Link key={type} href={`${path}.${type}`} download aria-label={`${what} as ${type.toUpperCase()}`}>
          {type.toUpperCase()}
        </Link>
      ))}
    </span>
  )
}

/** What stands in each column, for whoever makes a file of their own. */
function ColumnsOf({ table }: { readonly table: TableName }) {
  const { columns } = tables[table]
  return (
    <details className="table-import-columns">
      <summary>{counted(columns.length, 'column')} and what stands in them</summary>
      <dl>
        {columns.map(({ key, title, required, note }) => (
          <div key={key}>
            <dt>
              {title}
              {required && <span className="table-import-needed"> needed</span>}
            </dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function spoken(name: string, { rows, faults, changes, same }: TablePreview): string {
  if (faults.length > 0) return `${name} cannot be taken in: ${counted(faults.length, 'thing')} to mend.`
  return `${name} has ${counted(rows, 'row')}: ${changes.length} would change something, ${same} would not. Nothing is taken in yet.`
}
