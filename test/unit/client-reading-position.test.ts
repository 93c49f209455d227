import { expect, test } from 'vitest'
import { nothingRemembered, readRemembered, rememberedKey } from '../../client/reading/position.ts'

const kept = {
  document: 'plan',
  positions: { plan: { at: 4_200, page: 3, down: 0.25 }, more: { at: 0, page: 1, down: 0 } },
  showing: { plan: 'text' },
}

test('READ-11 what was kept of somebody’s reading is read again', () => {
  expect(readRemembered(JSON.stringify(kept))).toEqual(kept)
})

test('READ-11 each person has their own place in each application', () => {
  const keys = ['r1', 'r2'].flatMap((person) => ['maine', 'ohio'].map((id) => rememberedKey(person, id)))
  expect(new Set(keys).size).toBe(4)
})

test.each([[null], [''], ['{'], ['null'], ['[]'], ['"plan"'], ['{"positions":7,"showing":null}']])(
  'READ-11 %j is nothing to go by',
  (found) => {
    expect(readRemembered(found)).toEqual(nothingRemembered)
  },
)

test('READ-11 what is not whole is left out', () => {
  const broken = { ...kept, positions: { ...kept.positions, more: { at: '0' } }, showing: { plan: 'film' } }
  expect(readRemembered(JSON.stringify(broken))).toEqual({
    document: 'plan',
    positions: { plan: kept.positions.plan },
    showing: {},
  })
})
