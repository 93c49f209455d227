import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openMemoryLog, type MemoryStore } from '../../server/log/memory-log.ts'
import { openDirectory, type Directory } from '../../server/people/directory.ts'
import type { DirectoryEntry } from '../../server/people/directory-entry.ts'
import { realPorts } from '../../server/ports.ts'

const person = (id: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  person: id,
  name: `Name of ${id}`,
  email: `${id}@panel.example`,
  organization: null,
  home: null,
  ...more,
})

async function opened(store: MemoryStore = new Map()) {
  const log = openMemoryLog(store)
  const open = (): Promise<Directory> =>
    openDirectory({
      log,
      ports: realPorts,
      competition: 'one',
      onDamage: (damage) => {
        throw damage
      },
    })
  return { log, store, open, directory: await open() }
}

const bytesOf = (store: MemoryStore): string => {
  const stream = store.get('directory/one')
  const kept = [...(stream?.entries.values() ?? []), ...(stream?.checkpoint ? [stream.checkpoint] : [])]
  return kept.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
}

describe('the directory', () => {
  test('PEOPLE-1 holds name, address, organization and home of each, the last that was put', async () => {
    const { directory } = await opened()
    expect(await directory.put([person('r1', { home: 'Ohio' }), person('r2')])).toBeNull()
    expect(await directory.put([person('r1', { organization: 'School of Education' })])).toBeNull()
    expect(directory.of('r1')).toEqual(person('r1', { organization: 'School of Education' }))
    expect(directory.all().map((entry) => entry.person)).toEqual(['r1', 'r2'])
    expect(directory.of('r3')).toBeNull()
  })

  test('PEOPLE-1 is the same on every node, and after a restart', async () => {
    const { directory, open } = await opened()
    const other = await open()
    await directory.put([person('r1'), person('r2')])
    await other.catchUp()
    expect(other.all()).toEqual(directory.all())
    expect((await open()).all()).toEqual(directory.all())
  })

  test('PEOPLE-1 what changes nothing is not written', async () => {
    const { directory, store } = await opened()
    await directory.put([person('r1')])
    await directory.put([person('r1', { name: ' Name  of r1 ', email: 'R1@Panel.Example' })])
    expect(store.get('directory/one')?.head).toBe(1)
  })

  test.each([
    [[person('r1'), person('r2', { email: 'R1@panel.example ' })], 'r1@panel.example is the address of both'],
    [[person('r1', { email: 'staff' })], '“staff” is not an e-mail address (Name of r1).'],
    [[person('r1', { email: 'a@b.example, c@d.example' })], 'is not an e-mail address'],
    [[person('r1', { email: 'a@b.example\nBcc: c@d.example' })], 'is not an e-mail address'],
    [[person('r1', { name: '  ' })], 'A name is missing for r1.'],
    [[person('r1', { name: 'n'.repeat(121) })], 'has more than 120 characters'],
    [[person('r1', { organization: 'n'.repeat(161) })], 'has more than 160 characters'],
    [[person('r1', { home: 'n'.repeat(81) })], 'has more than 80 characters'],
    [[person('r1'), person('r1', { email: null })], 'Name of r1 is named twice.'],
    [Array.from({ length: 1_001 }, (_, at) => person(`p${at}`)), 'at most 1,000 people'],
  ])('PEOPLE-2 takes all or none, and says why: %#', async (entries, sentence) => {
    const { directory } = await opened()
    await directory.put([person('r9')])
    const refusal = await directory.put([person('r8'), ...entries])
    expect(refusal?.sentence).toContain(sentence)
    expect(directory.all().map((entry) => entry.person)).toEqual(['r9'])
  })

  test('PEOPLE-2 two people may exchange their addresses', async () => {
    const { directory } = await opened()
    await directory.put([person('r1'), person('r2')])
    const exchanged = [
      person('r1', { email: 'r2@panel.example' }),
      person('r2', { email: 'r1@panel.example' }),
    ]
    expect(await directory.put(exchanged)).toBeNull()
    expect(directory.byEmail(' R2@PANEL.example')?.person).toBe('r1')
  })

  test('PEOPLE-2 an address is nobody else’s also where two nodes write at once', async () => {
    const { directory, open } = await opened()
    const other = await open()
    const shared = { email: 'same@panel.example' }
    const answers = await Promise.all([
      directory.put([person('r1', shared)]),
      other.put([person('r2', shared)]),
    ])
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    await Promise.all([directory.catchUp(), other.catchUp()])
    expect(other.all()).toEqual(directory.all())
    expect(directory.all()).toHaveLength(1)
  })
})

describe('who is forgotten', () => {
  test('PEOPLE-3 is in no byte of the stream, nor is what was written of them before', async () => {
    const { directory, store } = await opened()
    await directory.put([person('r1', { name: 'Former Name' }), person('r2')])
    await directory.put([person('r1', { name: 'Later Name' })])
    await directory.forget(['r1'])
    expect(directory.of('r1')).toBeNull()
    expect(directory.all()).toEqual([person('r2')])
    expect(bytesOf(store)).not.toMatch(/Former|Later|r1@/)
  })

  test('PEOPLE-3 is forgotten on every node, and after a restart', async () => {
    const { directory, open } = await opened()
    const other = await open()
    await directory.put([person('r1'), person('r2')])
    await other.catchUp()
    await directory.forget(['r1'])
    await other.catchUp()
    expect(other.all()).toEqual([person('r2')])
    expect(await other.put([person('r3')])).toBeNull()
    await directory.catchUp()
    const late = await open()
    expect(late.all()).toEqual([person('r2'), person('r3')])
    expect(directory.all()).toEqual(late.all())
  })

  test('PEOPLE-3 is taken out of the log at the next start where the process was killed in between', async () => {
    const { log, store, open, directory } = await opened()
    await directory.put([person('r1'), person('r2')])
    const forgotten = new TextEncoder().encode(JSON.stringify({ kind: 'forgotten', people: ['r1'] }))
    await log.append('directory/one', 1, [{ bytes: forgotten }], { id: 'cut' })
    const after = await open()
    expect(after.all()).toEqual([person('r2')])
    expect(bytesOf(store)).not.toContain('r1@')
  })

  test('PEOPLE-4 whatever is put and forgotten, on whichever node, all nodes and the log hold the same people', async () => {
    const step = fc.record({
      node: fc.nat(1),
      kind: fc.constantFrom('put', 'forget'),
      who: fc.constantFrom('r1', 'r2', 'r3'),
      name: fc.constantFrom('One', 'Two'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { directory, open, store } = await opened()
        const nodes = [directory, await open()]
        const expected = new Map<string, string>()
        for (const { node, kind, who, name } of steps) {
          if (kind === 'put') {
            await nodes[node]?.put([person(who, { name })])
            expected.set(who, name)
          } else {
            await nodes[node]?.forget([who])
            expected.delete(who)
          }
        }
        for (const node of [...nodes, await open()]) {
          await node.catchUp()
          expect(new Map(node.all().map((entry) => [entry.person, entry.name]))).toEqual(expected)
        }
        const last = steps.at(-1)
        if (last?.kind === 'forget') expect(bytesOf(store)).not.toContain(`${last.who}@`)
      }),
      { numRuns: 60 },
    )
  })
})
