import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSetUpServer, type SetUpServer } from '../harness/set-up-server.ts'
import { declare } from '../harness/set-up-steps.ts'

let set: SetUpServer

beforeAll(async () => {
  set = await startSetUpServer()
})
afterAll(async () => {
  expect(set.server.failures).toEqual([])
  await set.close()
})

test('HELD-7 staff who are recused from an application are not given the export, which holds all of them', async () => {
  const exported = (who: string) => set.server.get('/api/export', set.cookie(who))
  const before = (await exported('staff-2')).body
  await set.must('staff-2', declare('delta', 'recused'))
  const { status, body } = await exported('staff-2')
  expect([status, body]).toEqual([409, expect.stringContaining('Another of program staff exports.')])
  expect(body).not.toContain('alpha')
  // Nothing is locked yet, and that is all that keeps the others from it.
  expect((await exported('staff-1')).body).toBe(before)
})
