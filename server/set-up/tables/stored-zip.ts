import { unzipSmall, zipEntries } from '../../import/parse/zip.ts'

/** The XML of a workbook. Null where the archive cannot be read, or its XML unpacks to more than `most` bytes, whatever it declares. */
export function unpackedXml(bytes: Uint8Array<ArrayBuffer>, most: number): readonly StoredFile[] | null {
  const entries = zipEntries(bytes)?.filter(({ name }) => name.endsWith('.xml') || name.endsWith('.xml.rels'))
  if (!entries) return null
  const files: StoredFile[] = []
  let left = most
  for (const { name } of entries) {
    if (files.some((file) => file.name === name)) continue
    const content = unzipSmall(bytes, name, left)
    if (content === null) return null
    left -= content.length
    files.push({ name, content })
  }
  return files
}

export interface StoredFile {
  readonly name: string
  readonly content: Uint8Array
}

/**
 * An archive of files as they are, so that whoever reads it unpacks nothing: ZIP with method 0 (APPNOTE 4.3.7, 4.3.12 and 4.3.16). Checksums
 * are left out: it never leaves this process.
 */
export function stored(files: readonly StoredFile[]): ArrayBuffer {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, content } of files) {
    const called = new TextEncoder().encode(name)
    const local = header(30, 0x04034b50, [
      [18, content.length],
      [22, content.length],
    ])
    local.setUint16(26, called.length, true)
    const listed = header(46, 0x02014b50, [
      [20, content.length],
      [24, content.length],
      [42, at],
    ])
    listed.setUint16(28, called.length, true)
    locals.push(bytesOf(local), called, content)
    directory.push(bytesOf(listed), called)
    at += 30 + called.length + content.length
  }
  const listed = directory.reduce((sum, part) => sum + part.length, 0)
  const end = header(22, 0x06054b50, [
    [12, listed],
    [16, at],
  ])
  end.setUint16(8, files.length, true)
  end.setUint16(10, files.length, true)
  return joined([...locals, ...directory, bytesOf(end)])
}

function header(
  length: number,
  sign: number,
  sizes: readonly (readonly [at: number, value: number])[],
): DataView {
  const view = new DataView(new ArrayBuffer(length))
  view.setUint32(0, sign, true)
  for (const [at, value] of sizes) view.setUint32(at, value, true)
  return view
}

function bytesOf({ buffer }: DataView): Uint8Array {
  return new Uint8Array(buffer)
}

function joined(parts: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole.buffer
}
