import type { ChildProcess } from 'node:child_process'
import { Readable } from 'node:stream'

/** Takes a pipe's lines one by one. After `most` bytes in all it calls `onTooMuch`, once, and listens no more. */
export function readLines(
  pipe: ChildProcess['stdio'][number],
  most: number,
  { onLine, onTooMuch }: { readonly onLine: (line: Buffer) => void; readonly onTooMuch: () => void },
): void {
  if (!(pipe instanceof Readable)) throw new TypeError('The process was started without a pipe to answer on.')
  let begun: Buffer[] = []
  let bytes = 0
  const take = (chunk: Buffer): void => {
    bytes += chunk.length
    if (bytes > most) {
      pipe.off('data', take).resume()
      onTooMuch()
      return
    }
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...begun, chunk.subarray(from, end)])
      begun = []
      from = end + 1
      onLine(line)
    }
    begun.push(chunk.subarray(from))
  }
  pipe.on('data', take)
}
