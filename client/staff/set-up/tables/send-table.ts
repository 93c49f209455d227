import { tables, type TableName } from '../../../../shared/set-up-tables/columns.ts'
import type { TablePreview } from '../../../../shared/set-up-tables/preview.ts'
import { tableLimits } from '../../../../shared/set-up-tables/table-limits.ts'

/** What a file comes to, or why that cannot be told. `changed`: the competition is another than when it was looked at. */
export type TableAnswer =
  | { readonly preview: TablePreview }
  | { readonly sentence: string; readonly changed: boolean }

interface Sent {
  /** The digest of the preview that is to be carried out, if it is still the same. */
  readonly apply?: string
  /** The edition of the set-up that was looked at. */
  readonly since?: number
}

/** Looks at what a file would do, or carries it out. */
export async function sendTable(
  table: TableName,
  file: File,
  { apply, since }: Sent = {},
): Promise<TableAnswer> {
  if (file.size > tableLimits.bytes)
    return { sentence: `${file.name} has more than ${tableLimits.bytes / 1024 / 1024} MB.`, changed: false }
  const asked = new URLSearchParams({
    name: file.name,
    ...(apply === undefined ? {} : { apply }),
    ...(since === undefined ? {} : { since: String(since) }),
  })
  try {
    const response = await fetch(`/api/set-up/tables/${table}?${asked.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    if (response.ok) return { preview: (await response.json()) as TablePreview }
    const { sentence } = (await response.json()) as { readonly sentence: string }
    return { sentence, changed: response.status === 409 }
  } catch {
    // No line, a file that went away meanwhile, or an answer from something on the way.
    return {
      sentence: `${file.name} could not be sent: there is no line to the server, or the file cannot be read. Look again before you repeat it.`,
      changed: false,
    }
  }
}

/** What one row was refused for: at its column, by the column's title, or as a whole under ''. */
export type RowFaults = Readonly<Record<string, string>>

/**
 * Takes in one row by the columns' titles, as a form does: the same checks as for a file of many. `isNew`: the row must not be about
 * something that is there. `since`: the edition of the set-up that the form shows. Null where it was done.
 */
export async function saveRow(
  table: TableName,
  row: Readonly<Record<string, string>>,
  { isNew, since }: { readonly isNew: boolean; readonly since?: number },
): Promise<RowFaults | null> {
  const lacking = tables[table].columns.filter(({ required, title }) => required && row[title] === '')
  if (lacking.length > 0) return Object.fromEntries(lacking.map(({ title }) => [title, `${title} is empty.`]))
  const file = new File([JSON.stringify([row])], 'form.json')
  const looked = await sendTable(table, file)
  if ('sentence' in looked) return { '': looked.sentence }
  const { faults, changes, digest } = looked.preview
  if (faults.length > 0)
    return Object.fromEntries(faults.map(({ column, sentence }) => [column ?? '', sentence]))
  const [change] = changes
  if (isNew && change?.what !== 'new')
    return { '': 'That is there already. Change it in the list, or give another id, name or address.' }
  if (!change) return null
  const done = await sendTable(table, file, { apply: digest, ...(since === undefined ? {} : { since }) })
  return 'sentence' in done ? { '': done.sentence } : null
}
