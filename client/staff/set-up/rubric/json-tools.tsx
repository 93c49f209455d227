import { useRef, useState } from 'react'
import { readRubric, writtenRubric, type FileFault } from '../../../../shared/rubric/edit/read-rubric.ts'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Link } from '../../../ui/link.tsx'
import type { RubricDraft } from './use-rubric-draft.ts'

interface JsonToolsProps {
  readonly draft: RubricDraft
  readonly frozen: boolean
}

interface Refusal {
  readonly file: string
  readonly faults: readonly FileFault[]
}

/** The rubric as a file: taken out as it is on this page, and put in its place without being saved. */
export function JsonTools({ draft, frozen }: JsonToolsProps) {
  const file = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const { rubric, base } = draft

  async function take(chosen: File): Promise<void> {
    const read = readRubric(await chosen.text())
    if ('faults' in read) return setRefused({ file: chosen.name, faults: read.faults })
    // Once it is in use its id and version are not a file's to set.
    const next = frozen ? { ...read.rubric, id: base.id, version: base.version } : read.rubric
    draft.edit(next, `the rubric from ${chosen.name}`, 'whole')
    announce(`${chosen.name} is on this page and not saved. Undo takes it back.`)
  }

  return (
    <>
      <Button
        size="small"
        icon="download"
        onClick={() =>
          download(`${rubric.id}-v${rubric.version}.json`, writtenRubric(rubric, schemaAddress()))
        }
      >
        JSON
      </Button>
      <Button size="small" onClick={() => file.current?.click()}>
        From a JSON file
      </Button>
      <input
        ref={file}
        className="visually-hidden"
        type="file"
        accept=".json,application/json"
        aria-label="A rubric as JSON"
        tabIndex={-1}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) void take(chosen)
          // The same file again is a choice as well.
          target.value = ''
        }}
      />
      <Link href={schemaPath} target="_blank">
        JSON Schema
      </Link>
      <Dialog
        open={refused !== null}
        onClose={() => setRefused(null)}
        wide
        title={`Nothing was taken from ${refused?.file ?? 'the file'}`}
        answers={<Button onClick={() => setRefused(null)}>Close</Button>}
      >
        <p>The rubric on this page is as it was. In the file:</p>
        <ul className="json-faults">
          {refused?.faults.slice(0, mostShown).map(({ where, sentence }) => (
            <li key={`${where} ${sentence}`}>
              {where !== '' && <strong>{where}: </strong>}
              {sentence}
            </li>
          ))}
        </ul>
        {(refused?.faults.length ?? 0) > mostShown && (
          <p>And {(refused?.faults.length ?? 0) - mostShown} more.</p>
        )}
      </Dialog>
    </>
  )
}

const mostShown = 60
const schemaPath = '/api/rubric.schema.json'

/** Where an editor that opens the file finds its schema: this server gives it to whoever reaches it. */
function schemaAddress(): string {
  return new URL(schemaPath, location.origin).href
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
