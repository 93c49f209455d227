import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  randomUUID,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Signs heads of the journal with the server's Ed25519 key. */
export interface Signer {
  /** SPKI in PEM: what an auditor verifies with. */
  readonly publicKeyPem: string
  /** SHA-256 of the SPKI in DER, 64 hexadecimal digits. */
  readonly keyId: string
  /** The signature, in base64, of the event at that version with that hash. */
  readonly sign: (version: number, hash: string) => string
  /** The signature, in base64, of an export. */
  readonly signExport: (head: ExportHead) => string
  /** 256 bits for one purpose of the server's own, the same on every node that has this key. */
  readonly secretFor: (purpose: string) => Uint8Array
}

/** What the signature of an export holds: how far it goes, as of when, and what of it cannot be read. */
export interface ExportHead {
  /** Milliseconds since 1970, UTC: nothing else had been decided by then. */
  readonly at: number
  /** The last entry, and its hash. */
  readonly version: number
  readonly hash: string
  /** The entries that the server withheld: nobody can withhold another. */
  readonly withheld: readonly number[]
}

/** A public key as an auditor holds it, in the one form that `Signer` prints. */
export type PublicKey = Pick<Signer, 'publicKeyPem' | 'keyId'>

/** The signing key cannot be used. `sentence` tells the person who starts the server what is wrong and what to do. */
export class SigningKeyRefused extends Error {
  override readonly name = 'SigningKeyRefused'
  readonly sentence: string

  constructor(sentence: string) {
    super(sentence)
    this.sentence = sentence
  }
}

/**
 * The signer whose key stands in the data folder, made at the first start: `keys/signing.pem` for the server alone, and
 * `keys/signing.pub.pem` beside it for auditors. Throws `SigningKeyRefused` where either is damaged or they are no pair: a new key
 * in the place of the old would pass for a forgery.
 */
export async function loadSigner(folder: string): Promise<Signer> {
  const privateFile = path.join(folder, 'keys', 'signing.pem')
  const publicFile = path.join(folder, 'keys', 'signing.pub.pem')
  await mkdir(path.dirname(privateFile), { recursive: true })
  const key = readPrivateKey((await contentOf(privateFile)) ?? (await makeKey(privateFile)), privateFile)
  const published = publicKeyOf(createPublicKey(key))
  await publish(publicFile, published)
  return {
    ...published,
    sign: (version, hash) => sign(null, headBytes(version, hash), key).toString('base64'),
    signExport: (head) => sign(null, exportBytes(head), key).toString('base64'),
    secretFor: (purpose) =>
      new Uint8Array(hkdfSync('sha256', secretPart(key), '', `panelroom ${purpose}`, 32)),
  }
}

/** Reads a public key in PEM, or answers null where it is no Ed25519 key. */
export function readPublicKey(pem: string): PublicKey | null {
  const key = orNull(() => createPublicKey(pem))
  return key?.asymmetricKeyType === 'ed25519' ? publicKeyOf(key) : null
}

/** Whether this is the key's signature of that version and hash, in base64 as `Signer` writes it. */
export function verifySignature(
  publicKeyPem: string,
  version: number,
  hash: string,
  signature: string,
): boolean {
  return isSignature(publicKeyPem, headBytes(version, hash), signature)
}

/** Whether this is the key's signature of that export. */
export function verifyExportSignature(publicKeyPem: string, head: ExportHead, signature: string): boolean {
  return isSignature(publicKeyPem, exportBytes(head), signature)
}

function isSignature(publicKeyPem: string, signed: Buffer, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64')
  // Base64 can be written in several ways; a signature that reads differently was altered.
  if (bytes.toString('base64') !== signature) return false
  return verify(null, signed, publicKeyPem, bytes)
}

/** What is signed. The words in front keep a signature from being taken for one of something else. */
function headBytes(version: number, hash: string): Buffer {
  return Buffer.from(`panelroom head ${version} ${hash}`, 'utf8')
}

function exportBytes({ at, version, hash, withheld }: ExportHead): Buffer {
  return Buffer.from(`panelroom export ${at} ${version} ${hash} withheld ${withheld.join(',')}`, 'utf8')
}

function secretPart(key: KeyObject): Buffer {
  return key.export({ type: 'pkcs8', format: 'der' })
}

function publicKeyOf(key: KeyObject): PublicKey {
  const der = key.export({ type: 'spki', format: 'der' })
  return {
    publicKeyPem: key.export({ type: 'spki', format: 'pem' }).toString(),
    keyId: createHash('sha256').update(der).digest('hex'),
  }
}

function readPrivateKey(pem: string, file: string): KeyObject {
  const key = orNull(() => createPrivateKey(pem))
  if (key?.asymmetricKeyType === 'ed25519') return key
  throw new SigningKeyRefused(
    `The signing key ${file} is damaged. Put it back from a copy of the data folder; without it, locks cannot be signed with the key that auditors know.`,
  )
}

/** Makes the key whole or not at all, and gives way to a process that was faster. */
async function makeKey(file: string): Promise<string> {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const fresh = `${file}.${randomUUID()}`
  await writeFile(fresh, pem, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(fresh, file)
    return pem
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    return await readFile(file, 'utf8')
  } finally {
    await rm(fresh)
  }
}

async function publish(file: string, { publicKeyPem, keyId }: PublicKey): Promise<void> {
  const there = await contentOf(file)
  if (there === null) {
    const fresh = `${file}.${randomUUID()}`
    await writeFile(fresh, publicKeyPem, { flag: 'wx', flush: true })
    await rename(fresh, file)
    return
  }
  if (readPublicKey(there)?.keyId === keyId) return
  throw new SigningKeyRefused(
    `${file} does not belong to the signing key beside it: one of the two was replaced or is damaged. Put both back from a copy of the data folder. If the signing key is the right one, delete ${path.basename(file)}, and it is made again.`,
  )
}

async function contentOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** OpenSSL says in many ways that something is no key, and all of them mean the same here. */
function orNull(read: () => KeyObject): KeyObject | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
