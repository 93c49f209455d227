import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import { limits } from '../../../../shared/protocol/limits.ts'
import { counted } from '../../../room/number-words.ts'
import { Refused } from '../../../room/refused.tsx'
import { announce } from '../../../ui/announce.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { offeredFiles } from '../../file-kind.ts'
import { Leaving } from '../../leaving.tsx'
import { chosenFiles, type PlacedFile } from '../tables/dropped-files.ts'
import { useFileDrop } from '../tables/use-file-drop.ts'
import { type Lane, type ManySending, openManySending, sumOf } from './many-sending.ts'
import { isLeftBySystem, matchFiles } from './match-files.ts'
import { Matching } from './matching.tsx'
import { SendingMany } from './sending-many.tsx'
import './applications.css'

interface ManyDocumentsProps {
  readonly setUp: SetUpPage
  /** Told when all is sent. */
  readonly onSent: () => void
}

/** Documents of many applications in one go: chosen or dropped, matched to applications, looked at, and sent. */
export function ManyDocuments({ setUp, onSent }: ManyDocumentsProps) {
  const applications = useMemo(() => setUp.applications.filter(({ recused }) => !recused), [setUp])
  const [files, setFiles] = useState<readonly PlacedFile[]>([])
  /** By path: what staff said of a file; '' for none. */
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const [refused, setRefused] = useState<string | null>(null)
  const [sent, setSent] = useState<{ readonly lanes: readonly Lane[]; readonly total: number } | null>(null)
  const sending = useRef<ManySending | null>(null)
  const [chooser, folderChooser] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  useEffect(() => () => sending.current?.stop(), [])

  const matches = useMemo(
    () =>
      matchFiles(files, applications).map((match) => {
        const own = said[match.path]
        return own === undefined ? match : { ...match, application: own === '' ? null : own }
      }),
    [files, applications, said],
  )
  const add = useCallback((more: readonly PlacedFile[]) => {
    setRefused(null)
    const meant = more.filter(({ file }) => !isLeftBySystem(file.name))
    // The same file chosen another time takes the place of the first.
    setFiles((before) => [...new Map([...before, ...meant].map((file) => [file.path, file])).values()])
    announce(`${counted(meant.length, 'file')} chosen. Nothing is sent yet.`)
  }, [])
  const over = useFileDrop(add, setRefused)

  const sum = sent ? sumOf(sent.lanes, sent.total) : null
  const underWay = sum !== null && !sum.over
  const ended = sum?.over ?? false
  useEffect(() => {
    if (ended) onSent()
  }, [ended, onSent])

  function send(): void {
    const all = applications
      .map(({ id, applicant, review }) => ({
        application: id,
        applicant,
        review,
        files: matches.filter(({ application }) => application === id).map(({ file }) => file),
      }))
      .filter((one) => one.files.length > 0)
    const total = all.reduce((count, one) => count + one.files.length, 0)
    sending.current = openManySending(all, (lanes) => setSent({ lanes, total }))
    setFiles([])
    setSaid({})
  }

  return (
    <div className="many-documents">
      <p className="many-documents-about">
        Choose a folder with a folder for each application, or files whose names begin with its id or
        applicant. What belongs where is shown before anything is sent. PDF, Word (DOCX), RTF, plain text or
        Markdown, up to {limits.documentBytes / 1024 / 1024} MB each.
      </p>
      {!underWay && (
        <div className="table-import-drop" data-over={over || undefined}>
          <FileChooser chosen={chooser} onFiles={add} />
          <FileChooser chosen={folderChooser} onFiles={add} folder />
          <p className="many-documents-choose">
            <Button
              kind={files.length === 0 ? 'primary' : 'plain'}
              icon="plus"
              onClick={() => folderChooser.current?.click()}
            >
              Choose a folder
            </Button>
            <Button icon="plus" onClick={() => chooser.current?.click()}>
              Choose files
            </Button>
          </p>
          <p>
            {over ? (
              <>
                <Icon name="arrow" size="small" /> Let go to see what belongs where. Nothing is sent yet.
              </>
            ) : (
              'or drop them anywhere on this page.'
            )}
          </p>
        </div>
      )}
      <Refused sentence={refused} />
      {files.length > 0 && (
        <Matching
          matches={matches}
          applications={applications}
          onSay={(path, application) => setSaid((before) => ({ ...before, [path]: application }))}
          onSend={send}
          onPutAway={() => setFiles([])}
        />
      )}
      {sent && sum && (
        <SendingMany
          lanes={sent.lanes}
          sum={sum}
          onAgain={(application, id) => sending.current?.again(application, id)}
        />
      )}
      <Leaving
        asks={underWay}
        title="Leave before all of it is sent?"
        stay="Stay here"
        leave="Stop and leave"
      >
        Files that have arrived stay. The others are not added when you leave.
      </Leaving>
    </div>
  )
}

function FileChooser({
  chosen,
  onFiles,
  folder = false,
}: {
  readonly chosen: React.RefObject<HTMLInputElement | null>
  readonly onFiles: (files: readonly PlacedFile[]) => void
  readonly folder?: boolean
}) {
  return (
    <input
      ref={chosen}
      className="visually-hidden"
      type="file"
      multiple
      tabIndex={-1}
      aria-hidden
      {...(folder ? { webkitdirectory: '' } : { accept: offeredFiles })}
      onChange={({ currentTarget }) => {
        onFiles(chosenFiles(currentTarget.files))
        // The same can be chosen another time.
        currentTarget.value = ''
      }}
    />
  )
}
