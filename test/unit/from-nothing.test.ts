import { expect, test } from 'vitest'
import { firstSizes } from '../../client/staff/set-up/panels/sizes.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { applications, cast, declare, listAll } from '../harness/set-up-steps.ts'
import { from, problem } from './assignment-problem.ts'

test('FROMNOTHING-3 what is missing counts who has not certified for all applications, until nobody is left', () => {
  const play = listAll(startSetUp())
  const said = () => play.page().missing.filter(({ at }) => at === 'conflicts')
  const sentence = (count: string) =>
    `${count} not certified for all applications: invite them, and they answer on their first page.`
  expect(said()).toEqual([{ sentence: sentence(`${cast.length} people have`), at: 'conflicts' }])
  for (const { id: person } of cast.slice(1))
    for (const { id } of applications) play.must(person, declare(id, 'certified'))
  play.must('staff-1', declare('alpha', 'recused'))
  expect(said()).toEqual([{ sentence: sentence('1 person has'), at: 'conflicts' }])
  for (const { id } of applications.slice(1)) play.must('staff-1', declare(id, 'certified'))
  expect(said()).toEqual([])
})

test('FROMNOTHING-4 panels begin with five seats, or with as many as there are reviewers where those are fewer', () => {
  const seatsFor = (count: number): string => {
    const reviewers = from('r', Array<null>(count).fill(null))
    const page = { ...problem(), reviewers, atWork: { panels: [], places: {} }, kept: [], leftOut: [] }
    return firstSizes(page, { panels: [], places: {}, draw: null }).seats
  }
  expect([seatsFor(3), seatsFor(5), seatsFor(58)]).toEqual(['3', '5', '5'])
})
