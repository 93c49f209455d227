import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAt, noFindings } from './access-look.ts'
import { scoring } from './access-scoring.ts'
import { openStage, type AccessStage } from './access-stage.ts'

// One walk past every state of the page on which a reviewer reads and scores; each test judges something else of what was seen.

const found = noFindings()
let stage: AccessStage

beforeAll(async () => {
  stage = await openStage()
  for (const { name, reach } of scoring) await lookAt(await reach(stage), name, found)
}, 240_000)
afterAll(() => stage.close())

test('A11Y-4 no state of reading and scoring violates WCAG 2.2 AA or what axe calls best practice, light and dark, at 200 % and 360 wide', () => {
  expect(found.violations).toEqual([])
})

test('A11Y-5 no state of reading and scoring scrolls sideways at 320 wide, however its text is spaced', () => {
  expect(found.tooWide).toEqual([])
})

test('A11Y-6 text that a reader spaces out is not cut', () => {
  expect(found.cut).toEqual([])
})

test('A11Y-7 nothing moves for who wants less motion', () => {
  expect(found.moving).toEqual([])
})
