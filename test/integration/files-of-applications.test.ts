import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readDigest } from '../../shared/application/digest-text.ts'
import { digestSchema } from '../../shared/application/digest.ts'
import type { ApplicationReading } from '../../shared/application/reading.ts'
import type { Application } from '../../shared/competition/setup.ts'
import { openFiles } from '../../server/files/files.ts'
import { openJournal } from '../../server/journal/journal.ts'
import { loadSigner } from '../../server/journal/signing.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { openApp } from '../../server/app.ts'
import { realPorts } from '../../server/ports.ts'
import { rehearsalSetup, shipped } from '../../server/rehearsal/rehearsal.ts'
import { ask } from '../harness/ask.ts'
import { readJournal } from '../harness/read-journal.ts'
import { hostOf, signIn, startServer } from '../harness/running-server.ts'
import { runToEnd, startProcess } from '../harness/server-process.ts'

function folderOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-files-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const missing = { sentence: 'There is nothing here that you can open.' }

/** What a person gets of an application: its documents, the text of each, who is involved. */
async function applicationOf(port: number, person: string, id: string) {
  const cookie = await signIn(port, person)
  const get = async (path: string) =>
    JSON.parse((await ask(port, hostOf(person), path, { headers: { cookie } })).body)
  const at = `/api/applications/${id}`
  const reading: ApplicationReading = await get(at)
  const texts = (reading.documents ?? []).map((document) => get(`${at}/documents/${document.id}/text`))
  return { reading, texts: await Promise.all(texts), involved: await get(`${at}/involved`) }
}

test('FILES-5 the journal names the file of each application, and the application is what that file says', async () => {
  const server = await startServer()
  onTestFinished(server.close)
  const [opening] = await readJournal(server.log)
  if (opening?.kind !== 'competition.opened') throw new Error('The journal does not begin with its opening.')
  const { applications } = opening.data.setup
  expect(applications.map(({ id }) => id)).toEqual(['missouri', 'massachusetts', 'maine'])
  for (const { id, digest } of applications) {
    const bytes = await server.files.read(digest ?? '')
    const said = digestSchema.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())))
    const { reading, texts, involved } = await applicationOf(server.port, 'staff', id)
    expect(reading.documents.map(({ file }) => file)).toEqual([digest])
    expect(texts).toEqual([readDigest(said).text])
    expect(involved).toEqual(said.involved)
  }
  expect((await applicationOf(server.port, 'staff', 'ohio')).reading).toEqual(missing)
  // Maine is not certified: who is involved is told, the application is not.
  const maine = await applicationOf(server.port, 'reviewer-1', 'maine')
  expect([maine.reading, maine.involved]).toEqual([missing, expect.any(Array)])
})

describe('a server whose files are not those that its journal names', () => {
  let used: string
  beforeAll(async () => {
    used = mkdtempSync(path.join(tmpdir(), 'panelroom-files-'))
    const server = await startProcess(used)
    expect(await server.stop()).toBe(0)
  })
  afterAll(() => rmSync(used, { recursive: true, force: true }))

  const contentOf = (folder: string): readonly unknown[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath.endsWith('files'))
      .map(({ name, parentPath }) => [name, readFileSync(path.join(parentPath, name), 'base64')])

  test('FILES-6 does not start where one is missing, and says that --files names the folder all nodes see', async () => {
    const data = folderOfOwn()
    cpSync(used, data, { recursive: true })
    const elsewhere = path.join(data, 'elsewhere')
    const { code, stdout, stderr } = await runToEnd(['--port', '0', '--data', data, '--files', elsewhere])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.trimEnd()).toBe(
      `The file ${shipped[0]?.sha256} with the application of ${shipped[0]?.digest.applicant} is missing. ` +
        '--files has to name the folder that all nodes see; by default it is “files” in the data folder.',
    )
    expect(readdirSync(data)).not.toContain('elsewhere')
    cpSync(path.join(data, 'files'), elsewhere, { recursive: true })
    rmSync(path.join(data, 'files'), { recursive: true })
    const started = await startProcess(data, { flags: ['--files', elsewhere] })
    expect(await started.stop()).toBe(0)
  })

  test('FILES-6 does not start where one is damaged, and leaves it as it is', async () => {
    const data = folderOfOwn()
    cpSync(used, data, { recursive: true })
    const file = path.join(data, 'files', shipped[1]?.sha256 ?? '')
    truncateSync(file, 1000)
    const before = contentOf(data)
    const { code, stdout, stderr } = await runToEnd(['--port', '0', '--data', data])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.trimEnd()).toBe(
      `The file ${file} is damaged: its content is not what its name stands for. Put back a good copy of it.`,
    )
    expect(contentOf(data)).toEqual(before)
  })
})

test('FILES-7 a competition opened before journals named files goes on with the digests that come with the program', async () => {
  const folder = folderOfOwn()
  const [log, signer] = [openMemoryLog(), await loadSigner(folder)]
  const journal = await openJournal({
    log,
    stream: 'journal/rehearsal-1',
    ports: realPorts,
    signer,
    onDamage: throwIt,
    onFailure: throwIt,
  })
  const setup = rehearsalSetup('rehearsal-1')
  const applications = setup.applications.map(
    ({ id, applicant, panel }): Application => ({ id, applicant, panel }),
  )
  const events = [{ kind: 'competition.opened' as const, data: { setup: { ...setup, applications } } }]
  await journal.write({ person: 'server', command: 'open-rehearsal' }, () => ({ events, texts: {} }))
  journal.close()

  const files = openFiles(path.join(folder, 'files'))
  const app = await openApp({ log, signer, files, ports: realPorts, host: '127.0.0.1', port: 0 })
  onTestFinished(app.close)
  for (const { digest, sha256 } of shipped) {
    const { reading, texts, involved } = await applicationOf(app.port, 'staff', digest.id)
    expect(reading.documents.map(({ file }) => file)).toEqual([sha256])
    expect([texts, involved]).toEqual([[readDigest(digest).text], digest.involved])
  }
})

function throwIt(error: unknown): void {
  throw error
}
