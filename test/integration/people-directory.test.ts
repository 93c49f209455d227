import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { openDirectory } from '../../server/people/directory.ts'
import { realPorts } from '../../server/ports.ts'
import { startPeopleServer } from '../harness/people-server.ts'

test('PEOPLE-3 who is forgotten is in no file of the data folder once the server has ended', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-directory-'))
  try {
    const log = await openSqliteLog({ folder, onFailure: (failure) => expect.unreachable(String(failure)) })
    const onDamage = (damage: unknown): void => expect.unreachable(String(damage))
    const directory = await openDirectory({ log, ports: realPorts, competition: 'one', onDamage })
    const entry = { organization: null, home: null, name: 'A name' }
    await directory.put([
      { ...entry, person: 'r1', email: 'gone@panel.example' },
      { ...entry, person: 'r2', email: 'stays@panel.example' },
    ])
    await directory.forget(['r1'])
    directory.close()
    await log.close()
    const bytes = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'latin1'))
    expect(bytes.join('')).toContain('stays@panel.example')
    expect(bytes.join('')).not.toContain('gone@panel.example')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('PEOPLE-1 names and addresses are in the directory alone, and in no other stream of the log', async () => {
  const server = await startPeopleServer()
  try {
    await server.add({ id: 'r1' })
    await server.post('/api/people/invite', { people: ['r1'] }, server.staff)
    for (const stream of await server.log.streams('')) {
      const { entries } = await server.log.read(stream, 0, 1_000)
      const text = entries.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
      if (stream.startsWith('directory/')) expect(text).toContain('r1@panel.example')
      else expect(text, stream).not.toMatch(/@panel\.example|Name of/)
    }
    expect(server.failures).toEqual([])
  } finally {
    await server.close()
  }
})
