import { inflateRawSync } from 'node:zlib'

/** A file in a ZIP archive, by what the archive's directory declares of it. */
export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly method: number
  readonly at: number
}

const mostEntries = 20_000
const unknown = 0xffffffff

/** What the directory of an archive lists; null where it has none that can be read. Nothing is unpacked. */
export function zipEntries(bytes: Uint8Array<ArrayBuffer>): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return list(bytes, view)
  } catch (error) {
    // An offset that leads out of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

function list(bytes: Uint8Array, view: DataView): ZipEntry[] | null {
  const end = directoryEnd(view)
  if (end === null) return null
  const count = Math.min(view.getUint16(end + 10, true), mostEntries)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) return null
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    )
    if (nameLength === undefined || extraLength === undefined || commentLength === undefined) return null
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: wideSize(extra, view.getUint32(at + 24, true)),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** The directory's end stands at the end of the file, before a comment of up to 64 KB. */
function directoryEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}

/** Some programs write every size as a wide one; the unpacked size comes first in that field. */
function wideSize(extra: Uint8Array, size: number): number {
  if (size !== unknown) return size
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 12 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true))
  }
  return size
}

/** Unpacks a small file of an archive; null where it is not there, is larger than `most` bytes or cannot be unpacked. */
export function unzipSmall(bytes: Uint8Array<ArrayBuffer>, name: string, most: number): Uint8Array | null {
  const entry = zipEntries(bytes)?.find((one) => one.name === name)
  if (entry === undefined || entry.encrypted || entry.unpackedBytes > most) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
    const packed = bytes.subarray(start, start + entry.packedBytes)
    return entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most })
  } catch {
    return null
  }
}
