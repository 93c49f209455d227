import type { ImportMessage } from '../../shared/application/reading.ts'

/** Reads the answer to an import as it grows: each call gets all of it so far and gives the messages that are new and whole. */
export function importLines(): (answer: string) => readonly ImportMessage[] {
  let read = 0
  return (answer) => {
    const end = answer.lastIndexOf('\n') + 1
    const lines = answer.slice(read, end).split('\n')
    read = Math.max(read, end)
    return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as ImportMessage)
  }
}
