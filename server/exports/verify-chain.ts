import { linkHash, linkOf, noHash } from '../../shared/record/chain.ts'
import { verifyExportSignature, verifySignature, type PublicKey } from '../journal/signing.ts'
import { nameOf } from './entry-name.ts'
import { headOf, isReadable, type ExportedEntry, type ReadExport } from './export-format.ts'

/** The first entry that does not give its hash or does not follow from the one before, as a sentence; null for a whole chain. */
export function chainFault(entries: readonly ExportedEntry[]): string | null {
  let before = noHash
  for (const entry of entries) {
    const link = isReadable(entry) ? linkOf(entry.event) : entry
    if (link.previous !== before) {
      return `${name(entry)}: it does not follow from the entry before it. One of the two was altered, or one between them is gone.`
    }
    if (linkHash(link) !== entry.hash) {
      return `${name(entry)}: what it says does not give its hash. It was altered after it was written.`
    }
    before = entry.hash
  }
  return null
}

/** The first signature that is not one, as a sentence; null where the key vouches for every lock, and for the export that is signed. */
export function signatureFault(read: ReadExport, { publicKeyPem, keyId }: PublicKey): string | null {
  const { entries, signature: whole } = read
  let vouchedFor = 0
  for (const { event } of entries.filter(isReadable)) {
    if (event.kind !== 'head.signed') continue
    const { version, hash, signature, key } = event.data
    const signed = entries[event.version - 2]
    if (version !== event.version - 1)
      return `${nameOf(event)}: it signs entry ${version}, and stands after entry ${event.version - 1}.`
    if (hash !== signed?.hash)
      return `${nameOf(event)}: the hash that it signs is not that of entry ${version}.`
    if (key !== keyId) return `${nameOf(event)}: it is signed with another key (${key}).`
    if (!verifySignature(publicKeyPem, version, hash, signature)) {
      return `${nameOf(event)}: the signature does not fit. It was altered itself, or something in entries ${vouchedFor + 1} to ${version} was after it was signed.`
    }
    vouchedFor = version
  }
  if (whole === undefined || verifyExportSignature(publicKeyPem, headOf(read), whole)) return null
  return `The signature of the export does not fit. It was altered itself, or its time, or which entries it withholds, or something in entries ${vouchedFor + 1} to ${entries.length} was after it was signed.`
}

function name(entry: ExportedEntry): string {
  return isReadable(entry) ? nameOf(entry.event) : `Entry ${entry.version} (withheld)`
}
