import { createPublicKey, verify } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  loadSigner,
  readPublicKey,
  SigningKeyRefused,
  verifySignature,
} from '../../server/journal/signing.ts'

let folder: string
const file = (name: string) => path.join(folder, 'keys', name)
const hash = '5'.repeat(64)

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-key-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function sentenceOf(loading: Promise<unknown>): Promise<string> {
  const outcome = await loading.catch((error: unknown) => error)
  return outcome instanceof SigningKeyRefused ? outcome.sentence : 'it was not refused'
}

test('KEY-1 the first start makes a key, and the next has the same', async () => {
  const first = await loadSigner(folder)
  const second = await loadSigner(folder)
  expect(second.keyId).toBe(first.keyId)
  expect(verifySignature(first.publicKeyPem, 7, hash, second.sign(7, hash))).toBe(true)
  expect((await readdir(path.join(folder, 'keys'))).toSorted()).toEqual(['signing.pem', 'signing.pub.pem'])
})

test('KEY-1 two processes that start at once have one key', async () => {
  const signers = await Promise.all([loadSigner(folder), loadSigner(folder), loadSigner(folder)])
  expect(new Set(signers.map(({ keyId }) => keyId)).size).toBe(1)
})

test.skipIf(process.platform === 'win32')(
  'KEY-1 the key is for the account of the server alone',
  async () => {
    await loadSigner(folder)
    expect((await stat(file('signing.pem'))).mode & 0o777).toBe(0o600)
  },
)

test('KEY-2 the public key stands beside it, and anybody’s tools verify with it', async () => {
  const signer = await loadSigner(folder)
  const pem = await readFile(file('signing.pub.pem'), 'utf8')
  expect(readPublicKey(pem)).toEqual({ publicKeyPem: signer.publicKeyPem, keyId: signer.keyId })
  const signature = Buffer.from(signer.sign(7, hash), 'base64')
  const signed = Buffer.from(`panelroom head 7 ${hash}`, 'utf8')
  expect(verify(null, signed, createPublicKey(pem), signature)).toBe(true)
})

test('KEY-2 a public key that was lost is written again', async () => {
  const signer = await loadSigner(folder)
  await rm(file('signing.pub.pem'))
  await loadSigner(folder)
  expect(await readFile(file('signing.pub.pem'), 'utf8')).toBe(signer.publicKeyPem)
})

test('KEY-3 a damaged key is refused and left as it is', async () => {
  await mkdir(path.join(folder, 'keys'))
  for (const damaged of ['', 'no key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n']) {
    await writeFile(file('signing.pem'), damaged)
    expect(await sentenceOf(loadSigner(folder))).toMatch(/^The signing key .* is damaged\. Put it back/)
    expect(await readFile(file('signing.pem'), 'utf8')).toBe(damaged)
  }
})

test('KEY-3 keys that are no pair are refused', async () => {
  const other = await mkdtemp(path.join(tmpdir(), 'panelroom-key-'))
  await loadSigner(folder)
  const { publicKeyPem } = await loadSigner(other)
  await rm(other, { recursive: true, force: true })
  await writeFile(file('signing.pub.pem'), publicKeyPem)
  expect(await sentenceOf(loadSigner(folder))).toMatch(/signing\.pub\.pem does not belong to the signing key/)
})

test('KEY-4 a signature is of one version and one hash', async () => {
  const { publicKeyPem, sign } = await loadSigner(folder)
  const signature = sign(7, hash)
  expect(verifySignature(publicKeyPem, 8, hash, signature)).toBe(false)
  expect(verifySignature(publicKeyPem, 7, '6'.repeat(64), signature)).toBe(false)
  expect(verifySignature(publicKeyPem, 7, hash, `${signature}\n`)).toBe(false)
  expect(verifySignature(publicKeyPem, 7, hash, '')).toBe(false)
})
