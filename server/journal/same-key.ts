import { z } from 'zod'
import { appendKnown } from '../log/append-known.ts'
import { LogFailed } from '../log/log-errors.ts'
import type { Log } from '../log/log.ts'
import { readRecord } from '../log/read-record.ts'
import { cannotSave } from './cannot-save.ts'
import { SigningKeyRefused, type Signer } from './signing.ts'

const stream = 'signing-key'

const recordSchema = z.strictObject({ keyId: z.string() })

/**
 * Sees to it that all nodes of a log sign with one key: the first says which, in the log. Throws `SigningKeyRefused` for a node
 * that has another.
 */
export async function agreeOnKey(log: Log, { keyId }: Signer): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify({ keyId }))
  // The key's own id names the append, so that two nodes that bring the same key at once both find it written.
  const outcome = await appendKnown(log, stream, 0, [{ bytes }], { id: keyId })
  if (outcome.kind === 'appended') return
  if (outcome.kind !== 'conflict') throw new LogFailed(cannotSave.sentence)
  const { entries } = await log.read(stream, 0, 1)
  if (entries.some((first) => readRecord(recordSchema, stream, first).keyId === keyId)) return
  throw new SigningKeyRefused(
    'The signing key in the data folder is not the one that this log is signed with. Copy the folder keys from the data folder of a node that is in use, and start again.',
  )
}
