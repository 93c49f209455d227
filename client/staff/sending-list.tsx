import { Button } from '../ui/button.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { Icon } from '../ui/icon.tsx'
import type { FileProgress } from './send-file.ts'
import type { Sending, SentFile } from './sending.ts'
import './sending-list.css'

interface SendingListProps {
  readonly files: readonly SentFile[]
  readonly sending: Sending
}

/** What becomes of each file that was chosen here. */
export function SendingList({ files, sending }: SendingListProps) {
  if (files.length === 0) return null
  return (
    <ul className="sending-list" aria-label="Files being added">
      {files.map((file) => (
        <SendingLine key={file.id} sent={file} sending={sending} />
      ))}
    </ul>
  )
}

function SendingLine({ sent, sending }: { sent: SentFile; sending: Sending }) {
  const { id, file, progress } = sent
  const over = progress.is === 'done' || progress.is === 'refused'
  return (
    <li className="sending-line" data-is={progress.is}>
      <p className="sending-name">{file.name}</p>
      <Standing id={id} progress={progress} name={file.name} />
      <p className="sending-ways">
        {progress.is === 'refused' && progress.way === 'same' && (
          <Button
            kind="quiet"
            size="small"
            aria-label={`Try ${file.name} again`}
            onClick={() => sending.again(id)}
          >
            Try again
          </Button>
        )}
        <Button
          kind="quiet"
          size="small"
          aria-label={over ? `Put away ${file.name}` : `Do not add ${file.name}`}
          onClick={() => sending.putAway(id)}
        >
          {over ? 'Put away' : 'Do not add'}
        </Button>
      </p>
    </li>
  )
}

function Standing({ id, name, progress }: { id: number; name: string; progress: FileProgress }) {
  switch (progress.is) {
    case 'waiting':
      return <p className="sending-standing">Waits for its turn</p>
    case 'sending': {
      const percent = Math.round(progress.share * 100)
      return (
        <div className="sending-standing">
          <p>Sending {percent}%</p>
          <Bar name={name} share={progress.share} words={`Sending ${percent}%`} />
        </div>
      )
    }
    case 'reading': {
      const words = readingWords(progress)
      const share = progress.page !== null && progress.of !== null ? progress.page / progress.of : null
      return (
        <div className="sending-standing">
          <p>{words}</p>
          <Bar name={name} share={share} words={words} />
        </div>
      )
    }
    case 'done':
      return (
        <p className="sending-standing" data-done>
          <Icon name="check" size="small" />
          {progress.again ? 'This file was here already. It was read again.' : 'Added'}
        </p>
      )
    case 'refused':
      return (
        <FieldSentence id={`sending-${id}`} kind="warning">
          {progress.sentence}
        </FieldSentence>
      )
  }
}

function readingWords({ page, of }: Extract<FileProgress, { is: 'reading' }>): string {
  if (page === null) return 'Sent. Reading it'
  return of === null ? `Reading page ${page}` : `Reading page ${page} of ${of}`
}

/** How far, as a line; without a share it is not known. */
function Bar({ name, share, words }: { name: string; share: number | null; words: string }) {
  return (
    <span
      className="sending-bar"
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      aria-valuetext={words}
      style={{ '--share': share ?? 0 }}
    />
  )
}
