import { afterAll, beforeAll, expect, test } from 'vitest'
import { guards } from '../guards/guard-list.ts'
import { copyProject, type ProjectCopy } from '../guards/without-guard.ts'

let project: ProjectCopy

beforeAll(() => {
  project = copyProject()
})
afterAll(() => project.remove())

test.each(guards)('GUARD-1 without the guard $name, a test of $rule fails', async (guard) => {
  expect(await project.without(guard)).toMatchObject({ noticed: true })
})
