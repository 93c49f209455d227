import { keepsHere } from './kept-here.ts'
import { abandonedOf, removeRecord, withAbandoned, type KeptRecord } from './kept-records.ts'

/**
 * Takes over what tabs that are gone left of a document on this device, for the person whose page this is; each record is
 * forgotten once `take` resolves, and stays where it rejects. One whose tab is still there, or that another tab takes over, is left alone.
 */
export async function takeOverKept(
  person: string,
  document: string,
  take: (record: KeptRecord) => Promise<void>,
): Promise<void> {
  if (!keepsHere()) return
  try {
    const left = await abandonedOf(person)
    const own = left.filter((record) => record.document === document)
    // Each by itself: one that has to wait, or whose words nobody keeps, does not stop the next.
    await Promise.all(own.map(({ id }) => takeOver(id, take).catch(reportError)))
  } catch (error) {
    // It stays where it lies, and is looked for again.
    reportError(error)
  }
}

function takeOver(id: string, take: (record: KeptRecord) => Promise<void>): Promise<void> {
  return withAbandoned(id, async (record) => {
    await take(record)
    await removeRecord(id)
  })
}
