import { parseEvent, type JournalEvent } from '../../shared/competition/event.ts'
import type { Log } from '../../server/log/log.ts'

/** Every event of a competition's journal, as it stands in the log. */
export async function readJournal(log: Log, competition = 'rehearsal-1'): Promise<readonly JournalEvent[]> {
  const stream = `journal/${competition}`
  const { entries } = await log.read(stream, 0, Math.max(1, await log.head(stream)))
  return entries.map(({ bytes }) => {
    const read = parseEvent(JSON.parse(new TextDecoder().decode(bytes)).event)
    if ('fault' in read) throw new Error(read.fault)
    return read.event
  })
}
