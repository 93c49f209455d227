import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readPublicKey } from '../journal/signing.ts'
import { readJsonOnce } from './read-json-once.ts'
import { verifyExport } from './verify.ts'

const usage = 'Say which export and which key: npm run verify -- export.json --key signing.pub.pem'

/** 0 where the export verifies, 1 where it does not, 2 where there was nothing to verify. */
async function run(args: readonly string[]): Promise<0 | 1 | 2> {
  const asked = readArgs(args)
  if (!asked) return say(2, usage)
  const [json, pem] = [await contentOf(asked.file), await contentOf(asked.key)]
  if ('fault' in json) return say(2, json.fault)
  if ('fault' in pem) return say(2, pem.fault)
  if (!readPublicKey(pem.content)) return say(2, `${asked.key} is no Ed25519 public key in PEM.`)
  const read = readJsonOnce(json.content)
  if ('fault' in read) {
    if (read.fault === 'not-json') return say(2, `${asked.file} is not JSON.`)
    return say(
      1,
      `${asked.file} does not verify. It says something twice, or is not written as the server wrote it.`,
    )
  }
  const verified = verifyExport(read.value, pem.content)
  if (!verified.ok) return say(1, `${asked.file} does not verify. ${verified.fault}`)
  console.log([...verified.lines, `${asked.file} verifies.`].join('\n'))
  return 0
}

function say(code: 1 | 2, sentence: string): 1 | 2 {
  console.error(sentence)
  return code
}

function readArgs(args: readonly string[]): { readonly file: string; readonly key: string } | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { key: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0 || values.key === undefined) return null
    return { file, key: values.key }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

async function contentOf(file: string): Promise<{ readonly content: string } | { readonly fault: string }> {
  try {
    return { content: await readFile(file, 'utf8') }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    return {
      fault:
        error.code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read: ${error.message}.`,
    }
  }
}

process.exitCode = await run(process.argv.slice(2))
