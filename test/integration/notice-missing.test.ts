import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FilesRefused } from '../../server/files/files-refused.ts'
import { openFiles } from '../../server/files/files.ts'
import { openReadings } from '../../server/files/readings.ts'
import { openTexts } from '../../server/files/texts.ts'
import { documentId } from '../../shared/application/document.ts'
import { someDocument } from '../harness/pure-play.ts'
import { startSetUp } from '../harness/set-up-play.ts'

test('WORDING-14 a start is refused where a document of the notice is not in the folder of files', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-notice-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const files = openFiles(folder)
  const { check } = openReadings({ files, texts: openTexts(files), onFailure: console.error })
  const [file, text] = [await files.put(Buffer.from('As it came.')), 'f'.repeat(64)]
  const { must, state } = startSetUp()
  const document = { ...someDocument, id: documentId(file), title: 'The notice', file, text }
  must('staff-1', { kind: 'notice.attach', document })
  await expect(check(state())).rejects.toThrow(FilesRefused)
  await expect(check(state())).rejects.toThrow(`${text} with “The notice” of the notice is missing`)
  const kept = await files.put(Buffer.from('{}'))
  must('staff-1', { kind: 'notice.attach', document: { ...document, text: kept } })
  await expect(check(state())).resolves.toBeUndefined()
})
