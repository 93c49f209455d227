import { kindOfFile } from './file-kind.ts'
import { sendFile, type FileProgress } from './send-file.ts'

/** A file that was chosen, and what became of it so far. */
export interface SentFile {
  readonly id: number
  readonly file: File
  readonly progress: FileProgress
}

/** Files on their way to one place, one after the other, so that they come to stand in the order in which they were chosen. */
export interface Sending {
  readonly list: () => readonly SentFile[]
  readonly add: (files: readonly File[]) => void
  /** Sends the same file another time. */
  readonly again: (id: number) => void
  /** Takes a line off the list; one that is on its way is stopped. */
  readonly putAway: (id: number) => void
  /** Stops everything. */
  readonly stop: () => void
}

/** Whether any of them is not at its end. */
export function isBusy(files: readonly SentFile[]): boolean {
  return files.some(({ progress }) => !isOver(progress))
}

/** Opens the way to where files are added: `address` is that of the server for a file's name. `onChange` is told of every change of the list. */
export function openSending(
  address: (name: string) => string,
  onChange: (files: readonly SentFile[]) => void,
): Sending {
  let files: readonly SentFile[] = []
  let ids = 0
  let current: { readonly id: number; readonly stop: AbortController } | null = null

  function change(next: readonly SentFile[]): void {
    files = next
    onChange(files)
  }

  function follow(id: number, progress: FileProgress): void {
    change(files.map((file) => (file.id === id ? { ...file, progress } : file)))
  }

  async function goOn(): Promise<void> {
    const next = files.find(({ progress }) => progress.is === 'waiting')
    if (current || !next) return
    const stop = new AbortController()
    current = { id: next.id, stop }
    follow(next.id, { is: 'sending', share: 0 })
    const end = await sendFile(address(next.file.name), next.file, {
      signal: stop.signal,
      onProgress: (progress) => follow(next.id, progress),
    })
    follow(next.id, end)
    current = null
    await goOn()
  }

  return {
    list: () => files,
    add: (chosen) => {
      const added = chosen.map((file): SentFile => ({ id: (ids += 1), file, progress: { is: 'waiting' } }))
      change([...files, ...added])
      void goOn()
    },
    again: (id) => {
      follow(id, { is: 'waiting' })
      void goOn()
    },
    putAway: (id) => {
      change(files.filter((file) => file.id !== id))
      if (current?.id === id) current.stop.abort()
    },
    stop: () => {
      files = []
      current?.stop.abort()
    },
  }
}

function isOver({ is }: FileProgress): boolean {
  return is === 'done' || is === 'refused'
}

/** Where the files of an application are added. */
export function toApplication(review: string): (name: string) => string {
  return (name) => {
    const asked = new URLSearchParams({ name })
    const kind = kindOfFile(name)
    if (kind) asked.set('kind', kind)
    return `/api/reviews/${encodeURIComponent(review)}/documents?${asked.toString()}`
  }
}

/** Where the documents of the notice are added. */
export function toNotice(name: string): string {
  return `/api/set-up/notice?${new URLSearchParams({ name }).toString()}`
}
