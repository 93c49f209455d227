import { rmSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  addedBy,
  beginUpload,
  download,
  draftsIn,
  madeOfEachKind,
  readingOf,
  sendFile,
} from '../harness/documents.ts'
import { nodesOfTests } from '../harness/nodes.ts'
import { maine, must } from '../harness/review-moves.ts'
import { signIn } from '../harness/running-server.ts'
import { runToEnd, startProcess } from '../harness/server-process.ts'
import { until } from '../harness/until.ts'

const startNodes = nodesOfTests()

function folderOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('DOC-16 what is added on one node is read on the other, with its text, its file and its parts', async () => {
  const { a, b } = await startNodes(2)
  const cookie = await a.signIn('staff')
  const content = (await madeOfEachKind())['plan.pdf'] ?? ''
  const id = addedBy(await sendFile(a.port, { cookie, name: 'plan.pdf', content }))
  const onB = await readingOf(b.port, cookie)
  expect(onB).toEqual(await readingOf(a.port, cookie))
  expect(onB.places['(B)(1)']?.document).toBe(id)
  const places = { ...onB.places, '(B)(1)': { document: id, start: 3, end: 30 } }
  await must(await b.again('staff', cookie), { kind: 'places.confirm', review: maine, places })
  expect(await readingOf(a.port, cookie)).toMatchObject({ places, confirmed: true })
  for (const what of ['text', 'file']) {
    const at = `/api/applications/maine/documents/${id}/${what}`
    const [one, other] = [
      await download(a.port, at, { headers: { cookie } }),
      await download(b.port, at, { headers: { cookie } }),
    ]
    expect([other.status, other.bytes.equals(one.bytes)]).toEqual([200, true])
  }
  const again = await sendFile(b.port, { cookie, name: 'plan.pdf', content })
  expect(again.messages.at(-1)).toEqual({ stage: 'done', document: id, again: true })
})

test('DOC-13 what a server that was killed had received is gone after the next start', async () => {
  const data = folderOfOwn()
  const server = await startProcess(data)
  const upload = beginUpload(server.port, { cookie: await signIn(server.port, 'staff'), name: 'a.txt' })
  upload.request.write('What the State')
  const files = path.join(data, 'files')
  await until('the draft', () => draftsIn(files).length === 1)
  await server.kill()
  expect(draftsIn(files)).toHaveLength(1)
  const next = await startProcess(data)
  expect(draftsIn(files)).toEqual([])
  expect(await next.stop()).toBe(0)
})

test('DOC-21 a server does not start where a file that was added, or its text, is missing', async () => {
  const data = folderOfOwn()
  const server = await startProcess(data)
  const cookie = await signIn(server.port, 'staff')
  const id = addedBy(await sendFile(server.port, { cookie, name: 'a.txt', content: 'What the State plans.' }))
  const { documents } = await readingOf(server.port, cookie)
  const file = documents.find((document) => document.id === id)?.file ?? ''
  expect(await server.stop()).toBe(0)
  rmSync(path.join(data, 'files', file))
  const { code, stdout, stderr } = await runToEnd(['--port', '0', '--data', data])
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trimEnd()).toBe(
    `The file ${file} with the application of Maine is missing. ` +
      '--files has to name the folder that all nodes see; by default it is “files” in the data folder.',
  )
})
