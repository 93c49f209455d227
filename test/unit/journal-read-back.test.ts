import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewEvent } from '../../shared/competition/event.ts'
import { openJournal, type Journal } from '../../server/journal/journal.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { realPorts } from '../../server/ports.ts'
import { startSetUp } from '../harness/set-up-play.ts'

let folder: string
let signer: Signer

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'panelroom-read-back-'))
  signer = await loadSigner(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const stream = 'journal/competition-1'

function openedOn(log: Log): Promise<Journal> {
  const onFailure = (error: unknown): never => {
    throw error
  }
  return openJournal({ log, stream, ports: realPorts, signer, onDamage: onFailure, onFailure })
}

/** A journal with a competition in it. */
async function begun(log: Log): Promise<Journal> {
  const journal = await openedOn(log)
  const [opening] = startSetUp().entries()
  if (!opening) throw new Error('A competition begins with an event.')
  await write(journal, opening.event)
  return journal
}

const write = (journal: Journal, ...events: readonly NewEvent[]) =>
  journal.write({ person: 'staff-1', command: null }, () => ({ events, texts: {} }))

const named = (title: string): NewEvent => ({ kind: 'competition.named', data: { title } })

const unreadable: readonly (readonly [what: string, event: NewEvent])[] = [
  ['says more than its schema takes', named('x'.repeat(121))],
  [
    'reads as another than was decided',
    { kind: 'checklist.set', data: { items: [{ id: 'a', title: ' A ', source: '', before: 'review' }] } },
  ],
]

test.for(unreadable)(
  'HELD-20 an entry that %s is not written, nor what was to stand beside it',
  async ([, event]) => {
    const log = openMemoryLog()
    const journal = await begun(log)
    const before = journal.state()
    await expect(write(journal, named('Before it'), event)).rejects.toThrow('could not be read again')
    expect(journal.state()).toBe(before)
    expect(await write(journal, named('After it'))).toBeNull()
    journal.close()
    const again = await openedOn(log)
    expect(again.state()).toMatchObject({ version: 2, title: 'After it' })
    again.close()
  },
)
