import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { afterEach, expect, test, vi } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import * as Y from 'yjs'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import { openCopy, type DocumentCopy } from '../../client/live/document-copy.ts'
import { setScore, textAt } from '../../shared/form/edits.ts'
import { scoresField, strengthsField } from '../../shared/form/fields.ts'
import { limits, messageTypes } from '../../shared/protocol/limits.ts'

const row = '(A)(1)(i)'
const field = strengthsField('(A)(1)')

let end = async (): Promise<void> => undefined
afterEach(() => {
  vi.useRealTimers()
  return end()
})

/** A page's copy on a line to a bare server, and what has come there: how often since the line opened, and what it says in all. */
async function openLine(): Promise<{ copy: DocumentCopy; came: () => number; there: Y.Doc }> {
  const there = new Y.Doc()
  let updates = 0
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data))
      if (decoding.readVarUint(decoder) !== messageTypes.sync) return
      const answer = message()
      const kind = readSyncMessage(decoder, answer, there, 'line')
      if (kind === 2) updates += 1
      if (encoding.length(answer) > 1) socket.send(encoding.toUint8Array(answer))
    })
    sendStep1(socket, there)
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const copy = openCopy(`ws://127.0.0.1:${port}`, 'form', 'reviewer-1', {
    changed: () => undefined,
    stopped: () => undefined,
  })
  end = async () => {
    copy.destroy()
    for (const socket of server.clients) socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  }
  await vi.waitUntil(() => copy.status().synced)
  return { copy, came: () => updates, there }
}

function message(): encoding.Encoder {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.sync)
  return encoder
}

function sendStep1(socket: WebSocket, doc: Y.Doc): void {
  const encoder = message()
  writeSyncStep1(encoder, doc)
  socket.send(encoding.toUint8Array(encoder))
}

/** Lets what has left arrive; only the clock of `setTimeout` stands still. */
async function arrived(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds() && turn < 10_000; turn += 1)
    await new Promise((resolve) => setImmediate(resolve))
  expect(holds()).toBe(true)
}

test('QUICK-4 points leave at once, and what was typed before them leaves with them', async () => {
  const { copy, came, there } = await openLine()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const text = textAt(copy, field)
  for (const letter of 'Goals') text.insert(text.length, letter)
  vi.advanceTimersByTime(limits.typingPauseMs - 1)
  setScore(copy, row, 4)
  vi.advanceTimersByTime(0)
  await arrived(() => there.getMap(scoresField).get(row) === 4)
  expect(there.getText(field).toString()).toBe('Goals')
  expect(came()).toBe(1)
})

test('QUICK-4 typing leaves in groups, however many letters are in them', async () => {
  const { copy, came, there } = await openLine()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const text = textAt(copy, field)
  for (const letter of 'Goals') text.insert(text.length, letter)
  vi.advanceTimersByTime(limits.typingPauseMs)
  await arrived(() => there.getText(field).toString() === 'Goals')
  expect(came()).toBe(1)
})
