import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import type { TableName } from '../../../../shared/set-up-tables/columns.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { type RowFaults, saveRow } from './send-table.ts'

/** What a field needs for a column of the table: its label is the column's, and what is wrong with it stands at it. */
export type ColumnField = (column: string) => {
  readonly label: string
  readonly name: string
  readonly autoComplete: 'off'
  readonly invalid: string | undefined
}

interface RowDialogProps {
  readonly table: TableName
  readonly open: boolean
  readonly title: string
  /** Whose row is changed; null for a new one. */
  readonly id: string | null
  /** The column that says what the row is called. */
  readonly calledBy: string
  /** The edition of the set-up that the fields show, where what others save meanwhile shows in them. */
  readonly since?: number
  readonly onClose: () => void
  readonly onSaved?: () => void
  /** The fields, each named by its column. */
  readonly children: (field: ColumnField) => ReactNode
}

/** One row of a table of the set-up as a form: added or changed with the same checks as where a whole table comes in. */
export function RowDialog({
  table,
  open,
  title,
  id,
  calledBy,
  since,
  onClose,
  onSaved,
  children,
}: RowDialogProps) {
  const form = useId()
  const [pending, setPending] = useState(false)
  const [faults, setFaults] = useState<RowFaults>({})

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const typed = [...new FormData(event.currentTarget)].flatMap(([column, value]): [string, string][] =>
      typeof value === 'string' ? [[column, value]] : [],
    )
    const row = Object.fromEntries(id === null ? typed : [['Id', id], ...typed])
    setPending(true)
    setFaults({})
    const isNew = id === null
    const refused = await saveRow(table, row, since === undefined ? { isNew } : { isNew, since })
    setPending(false)
    if (refused) return setFaults(refused)
    announce(`${row[calledBy] ?? ''} is ${id === null ? 'added' : 'changed'}.`)
    onSaved?.()
    onClose()
  }

  function leave(): void {
    setFaults({})
    onClose()
  }

  return (
    <Dialog
      open={open}
      wide
      onClose={leave}
      title={title}
      answers={
        <>
          <Button onClick={leave}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} pending={pending}>
            {id === null ? 'Add' : 'Save'}
          </Button>
        </>
      }
    >
      <RowForm id={form} onSave={(event) => void save(event)}>
        {children((column) => ({
          label: column,
          name: column,
          autoComplete: 'off',
          invalid: faults[column],
        }))}
      </RowForm>
      <Refused sentence={faults[''] ?? faults['Id'] ?? null} />
    </Dialog>
  )
}

interface RowFormProps {
  readonly id: string
  readonly onSave: (event: FormEvent<HTMLFormElement>) => void
  readonly children: ReactNode
}

/** A form whose fields go with what others save, as long as nobody has typed in them. */
function RowForm({ id, onSave, children }: RowFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const typedIn = useRef<ReadonlySet<EventTarget>>(new Set())
  // React renews what a field began with, and a browser shows that no more once the field was given a value.
  useLayoutEffect(() => {
    for (const field of form.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input, textarea',
    ) ?? [])
      if (!typedIn.current.has(field) && field.value !== field.defaultValue) field.value = field.defaultValue
  })
  return (
    <form
      ref={form}
      id={id}
      className="set-up-form"
      noValidate
      onInput={({ target }) => {
        typedIn.current = new Set([...typedIn.current, target])
      }}
      onSubmit={onSave}
    >
      {children}
    </form>
  )
}
