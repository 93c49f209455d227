import { expect, onTestFinished, test } from 'vitest'
import type { NoticeWords } from '../../shared/notice/words.ts'
import { ask } from '../harness/ask.ts'
import { madeNotice } from '../harness/made-notice.ts'
import { hostOf, startServer } from '../harness/running-server.ts'

test('WORDING-6 once the rubric is frozen its words are confirmed once', async () => {
  const server = await startServer()
  onTestFinished(server.close)
  const { port } = server
  const cookie = await server.signIn('staff')
  const host = hostOf('staff')
  const headers = { cookie, origin: `http://${host}:${port}` }
  const sent = await ask(port, host, '/api/set-up/notice?name=Notice.txt', {
    method: 'POST',
    headers,
    bytes: Buffer.from(madeNotice),
  })
  expect(sent.body).toContain('"stage":"done"')
  const proposed = await ask(port, host, '/api/set-up/notice/proposed', { headers })
  const words: NoticeWords = JSON.parse(proposed.body)
  const confirm = async (id: string): Promise<unknown> => {
    const json = { id, command: { kind: 'notice.confirm', words } }
    return JSON.parse((await ask(port, host, '/api/set-up/command', { method: 'POST', headers, json })).body)
  }
  expect(await confirm('confirm-1')).toEqual({ done: true })
  expect(await confirm('confirm-2')).toEqual({
    refused: 'out-of-turn',
    sentence: 'The notice’s words are frozen with the rubric. A new version of it takes new ones.',
  })
  const page = JSON.parse((await ask(port, host, '/api/set-up', { headers })).body)
  expect(page.notice).toMatchObject({ confirmed: true, words })
})
