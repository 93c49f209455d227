import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Checkpoint, Log } from '../../server/log/log.ts'
import { setScore } from '../../shared/form/edits.ts'
import { inColumn, strengthsField } from '../../shared/form/fields.ts'
import { documentName } from '../../shared/protocol/names.ts'
import { until } from '../harness/until.ts'
import { bytesOf, formOf, hallsOfTests, logged, room } from './sync-hall.ts'

const hall = hallsOfTests()
const field = inColumn(1, strengthsField('(A)(1)'))

/** What the third column of a room is told by so many changes of one score, each an update of its own. */
export function manyScores(count: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (let turn = 0; turn < count; turn += 1) setScore({ doc, seat: 3 }, '(A)(1)(i)', turn % 4)
  return updates
}

export async function checkpointOf(log: Log, key = room): Promise<Checkpoint | null> {
  return (await log.read(`doc/${documentName(key)}`, 0, 1)).checkpoint
}

/** What holds in every kind of log. `open` gives an empty one that ends with its test. */
export function checkpointRules(name: string, open: () => Promise<Log>): void {
  test(`LOG-26 a document with many entries is checkpointed while it is open, in ${name}`, async () => {
    const log = await open()
    const at = await hall({ log, step: 'revealed' })
    const own = await at.open('r1', room)
    for (const update of manyScores(501)) await at.documents.publish(room, update)
    await until('the checkpoint', async () => (await checkpointOf(log)) !== null)
    own.doc.getText(field).insert(0, 'Written after it.')
    await own.saved()
    expect((await logged(log, room)).getText(field).toString()).toBe('Written after it.')
    expect(at.failures).toEqual([])
  })

  test(`LOG-26 a document with large entries is checkpointed while it is open, in ${name}`, async () => {
    const log = await open()
    const at = await hall({ log, step: 'revealed' })
    await at.open('r1', room)
    for (let turn = 0; turn < 4; turn += 1) {
      const doc = new Y.Doc()
      doc.getText(field).insert(0, 'x'.repeat(1_100_000))
      await at.documents.publish(room, Y.encodeStateAsUpdate(doc))
    }
    await until('the checkpoint', async () => (await checkpointOf(log))?.version === 4)
    expect(at.failures).toEqual([])
  })

  test(`LOG-26 a document that is sealed is checkpointed with its seal, and opens as it was, in ${name}`, async () => {
    const log = await open()
    const form = formOf(3)
    const at = await hall({ log })
    await at.open('r3', form)
    for (const update of manyScores(500)) await at.documents.publish(form, update)
    const sealed = await at.documents.seal(form)
    await until('the checkpoint', async () => (await checkpointOf(log, form)) !== null)
    expect(await checkpointOf(log, form)).toMatchObject({ version: 501, seal: true })
    expect(await at.documents.seal(form)).toEqual(sealed)
    const before = bytesOf(await logged(log, form))
    await at.close()
    const again = await hall({ log, play: at.play })
    expect(await again.documents.seal(form)).toEqual(sealed)
    expect(bytesOf((await again.open('r3', form)).doc)).toBe(before)
  })
}
