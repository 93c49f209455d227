import { useEffect, useState } from 'react'
import { droppedFiles, type PlacedFile } from './dropped-files.ts'

/** Takes files that are let go anywhere on the page; true while some are held over it. */
export function useFileDrop(
  onFiles: (files: readonly PlacedFile[]) => void,
  onUnread: (sentence: string) => void,
): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Dropped beside it, a file would open in place of the page.
    const hold = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(event.type === 'dragover')
      if (event.type === 'drop') void droppedFiles(event.dataTransfer).then(onFiles, () => onUnread(unread))
    }
    const kinds = ['dragover', 'dragleave', 'drop'] as const
    for (const kind of kinds) addEventListener(kind, hold)
    return () => {
      for (const kind of kinds) removeEventListener(kind, hold)
    }
  }, [onFiles, onUnread])
  return over
}

const unread = 'The folder could not be read on this computer. Open it and choose the files in it.'
