import { expect, test } from 'vitest'
import { pageOf, reviewPages, reviewPath } from '../../client/pages.ts'
import { fieldWords } from '../../client/reviewer/field-words.ts'
import { stepsOf } from '../../client/steps-of.ts'
import { steps } from '../../shared/competition/step.ts'
import { columnFields } from '../../shared/form/fields.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'

test('CLIENT-5 the address of every page and row leads back to it', () => {
  for (const page of reviewPages) {
    expect(pageOf(reviewPath('maine.1.1', page))).toEqual({ page, review: 'maine.1.1', item: null })
  }
  for (const { id } of rowsOf(raceToTheTop)) {
    const path = reviewPath('maine.1.1', 'score', id)
    expect(pageOf(path)).toEqual({ page: 'score', review: 'maine.1.1', item: id })
    expect(path).toContain(id)
  }
})

test('CLIENT-5 an address that names no page is known as such, and breaks nothing', () => {
  expect(pageOf('/')).toEqual({ page: 'home' })
  for (const path of [
    '/review',
    '/review/maine.1.1',
    '/review/maine.1.1/nothing',
    '/review/a/score/b/c',
    '/x',
    '/%',
  ])
    expect(pageOf(path), path).toEqual({ page: 'unknown', path })
})

test('CLIENT-6 of the ten steps those before are done, one is now, the others come later', () => {
  for (const [at, step] of steps.slice(0, -1).entries()) {
    const shown = stepsOf({ step, lock: null }, null).map(({ status }) => status)
    expect(shown).toHaveLength(10)
    expect(shown.filter((status) => status === 'done')).toHaveLength(at)
    expect(shown.indexOf('now')).toBe(at)
    expect(shown.lastIndexOf('done')).toBe(at - 1)
  }
})

test('CLIENT-6 a lock that is finished is a step that is done', () => {
  const lock = { at: 1, by: 'Program staff', recordHash: null, total: null } as const
  const locked = (status: 'started' | 'locked') =>
    stepsOf({ step: 'locked', lock: { ...lock, status } }, null).find(({ label }) => label === 'Locked')
      ?.status
  expect([locked('started'), locked('locked')]).toEqual(['now', 'done'])
})

test('CLIENT-7 every field that a text can be kept for has a name in words', () => {
  for (const name of columnFields(raceToTheTop).keys()) {
    const words = fieldWords(name)
    expect(words).toMatch(/^[A-Z“]/)
    expect(words).not.toMatch(/:|undefined|\bP\d/)
  }
  expect(fieldWords('strengths:(A)(1)')).toBe('Strengths of (A)(1)')
  expect(fieldWords('reasons:P2')).toBe('Reasons on priority 2')
  expect(fieldWords('noneFound:weaknesses:(A)(1)')).toBe('“None found”, weaknesses of (A)(1)')
})
