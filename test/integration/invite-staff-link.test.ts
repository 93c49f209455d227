import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { realPorts } from '../../server/ports.ts'
import { openSessions } from '../../server/sign-in/sessions.ts'
import { ask } from '../harness/ask.ts'
import { startProcess } from '../harness/server-process.ts'

const competition = 'competition-1'
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'panelroom-link-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts a server with flags as long as `during` takes, and answers with all that it printed. */
async function running(
  flags: readonly string[],
  during: (send: Sending) => Promise<void> = async () => undefined,
): Promise<string> {
  const server = await startProcess(folder, { flags })
  const headers = { origin: `http://localhost:${server.port}` }
  try {
    await during((at, json, cookie = '') =>
      ask(server.port, 'localhost', at, { method: 'POST', json, headers: { ...headers, cookie } }),
    )
  } finally {
    expect(await server.stop()).toBe(0)
  }
  return (await server.ended).stdout
}
type Sending = (at: string, json: unknown, cookie?: string) => ReturnType<typeof ask>

const tokenIn = (stdout: string): string => /\/sit#(\S+)/.exec(stdout)?.[1] ?? ''

/** A competition with two of staff; the first of them has invited the other. */
async function withTwo(): Promise<void> {
  const token = tokenIn(await running(['--new']))
  await running([], async (send) => {
    const cookie = (await send('/api/sit', { token })).headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    const people = [{ id: 'staff-2', role: 'staff', label: 'Second of staff' }]
    const id = '0b8ff7f5-6f4c-4b7e-9a63-0d3a4f8a3c11'
    await send('/api/set-up/command', { id, command: { kind: 'people.set', people } }, cookie)
    const invited = await send('/api/people/invite', { people: ['staff-2'], copy: true }, cookie)
    expect(invited.status).toBe(200)
  })
}

/** What the sessions in the folder say of them. */
async function standing(withdraw: readonly string[] = []) {
  const log = await openSqliteLog({ folder, onFailure: (failure) => expect.unreachable(String(failure)) })
  const sessions = await openSessions(log, realPorts, (damage) => expect.unreachable(String(damage)))
  await sessions.revoke({ competition, people: withdraw, by: 'staff-3' })
  const revoked = ['staff-1', 'staff-2'].filter(
    (person) => sessions.standingOf({ competition, person }).revokedAt !== null,
  )
  sessions.close()
  await log.close()
  return revoked
}

describe('a new link for staff', () => {
  test('INVITE-36 is for the first whose access was not withdrawn, and gives nobody theirs back', async () => {
    await withTwo()
    expect(await standing(['staff-1'])).toEqual(['staff-1'])
    const stdout = await running(['--link'])
    expect(stdout).toContain('Sign in once, as Second of staff, within fourteen days: http://localhost:')
    expect(stdout).not.toContain('withdrawn')
    expect(await standing()).toEqual(['staff-1'])
  })

  test('INVITE-37 is for the first of all and says so where the access of all was withdrawn', async () => {
    await withTwo()
    await standing(['staff-1', 'staff-2'])
    const stdout = await running(['--link'])
    expect(stdout).toContain(
      'The access of everybody in program staff had been withdrawn. This link gives it back to one of them: Program staff.',
    )
    expect(await standing()).toEqual(['staff-2'])
  })
})
