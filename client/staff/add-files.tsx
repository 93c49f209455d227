import { type ReactNode, useEffect, useRef, useState } from 'react'
import { limits } from '../../shared/protocol/limits.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { offeredFiles } from './file-kind.ts'
import type { Sending, SentFile } from './sending.ts'
import { SendingList } from './sending-list.tsx'
import './add-files.css'

interface AddFilesProps {
  readonly files: readonly SentFile[]
  readonly sending: Sending
  /** What they are added to, as a sentence calls it. */
  readonly to: string
  /** So many may be there in all. */
  readonly most: number
  /** Stands under the list of what is on its way. */
  readonly children?: ReactNode
}

/** Choosing files or dropping them anywhere on the page, and what becomes of each. */
export function AddFiles({ files, sending, to, most, children }: AddFilesProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  useEffect(() => {
    // Dropped beside it, a file would open in place of the page.
    const hold = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(event.type === 'dragover')
      if (event.type === 'drop') sending.add([...event.dataTransfer.files])
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) addEventListener(kind, hold)
    return () => {
      for (const kind of kinds) removeEventListener(kind, hold)
    }
  }, [sending])

  return (
    <div className="add-files">
      <h2 className="add-files-title">Add files</h2>
      <div className="add-files-drop" data-over={over || undefined}>
        <input
          ref={chooser}
          className="visually-hidden"
          type="file"
          multiple
          tabIndex={-1}
          aria-hidden
          accept={offeredFiles}
          onChange={({ currentTarget }) => {
            sending.add([...(currentTarget.files ?? [])])
            // The same file can be chosen another time.
            currentTarget.value = ''
          }}
        />
        <Button kind="primary" icon="plus" onClick={() => chooser.current?.click()}>
          Choose files
        </Button>
        <p>
          {over ? (
            <>
              <Icon name="arrow" size="small" /> Let go to add them to {to}.
            </>
          ) : (
            'or drop them anywhere on this page.'
          )}
        </p>
      </div>
      <p className="add-files-kinds">
        PDF, Word (DOCX), RTF, plain text or Markdown, up to {limits.documentBytes / 1024 / 1024} MB each and{' '}
        {most} in all. Their text is read here, once.
      </p>
      <SendingList files={files} sending={sending} />
      {children}
    </div>
  )
}
