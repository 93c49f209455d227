import { useEffect, useRef, useState } from 'react'
import { sayTogether } from './said-together.ts'
import { openSending, type Sending, type SentFile } from './sending.ts'

/** The files that are being added on this page, to the address that is given first, and what can be done with them. Leaving the page stops them. */
export function useSending(address: (name: string) => string): {
  readonly files: readonly SentFile[]
  readonly sending: Sending
} {
  const [files, setFiles] = useState<readonly SentFile[]>([])
  const [sending] = useState(() => openSending(address, setFiles))
  const said = useRef(new Map<number, string>())
  useEffect(() => () => sending.stop(), [sending])

  // Ends are told, the way there is not: a screen reader would talk of nothing else.
  useEffect(() => {
    for (const { id, file, progress } of files) {
      if (said.current.get(id) === progress.is) continue
      said.current.set(id, progress.is)
      if (progress.is === 'sending') sayTogether(`Adding ${file.name}.`)
      if (progress.is === 'done')
        sayTogether(`${file.name} ${progress.again ? 'was here already, and was read again' : 'was added'}.`)
      if (progress.is === 'refused') sayTogether(`${file.name} was not added. ${progress.sentence}`)
    }
  }, [files])
  return { files, sending }
}
