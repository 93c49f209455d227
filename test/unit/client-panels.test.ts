import { expect, test } from 'vitest'
import {
  leavesAtWork,
  led,
  placed,
  retitled,
  sameDraft,
  savedDraft,
  seated,
  unseated,
  withNewPanel,
  withoutPanel,
  type Draft,
} from '../../client/staff/set-up/panels/draft.ts'
import { firstSizes, limitsIn, wholeSizes } from '../../client/staff/set-up/panels/sizes.ts'
import { whoMay } from '../../client/staff/set-up/panels/who-may.ts'
import {
  aroundInWords,
  drawInWords,
  groupsInWords,
  loadInWords,
} from '../../client/staff/set-up/panels/words.ts'
import { meetingGroups } from '../../shared/assignment/connected.ts'
import { loadOf } from '../../shared/assignment/load.ts'
import type { AssignmentPage } from '../../shared/protocol/assignment-page.ts'
import { problem } from './assignment-problem.ts'

const draft: Draft = {
  panels: [
    { id: 'panel-1', title: 'Panel 1', monitor: 'm1', reviewers: ['r1', 'r2'] },
    { id: 'panel-3', title: 'Panel 2', monitor: null, reviewers: ['r2', 'r3'] },
  ],
  places: { a1: 'panel-1', a2: 'panel-3' },
  draw: {
    panels: [],
    places: {},
    seed: 'five',
    entered: true,
    at: 0,
    by: 'Program staff',
    stayed: 0,
    nth: 1,
    of: 1,
  },
}
const page: AssignmentPage = { ...problem(), atWork: { panels: [], places: {} }, kept: [], leftOut: [] }

test('PANELS-9 every change by hand leaves what it is not about, and what it was drawn as', () => {
  expect(seated(draft, 'r3', 'panel-1').panels.map(({ reviewers }) => reviewers)).toEqual([
    ['r1', 'r2', 'r3'],
    ['r2', 'r3'],
  ])
  expect(seated(draft, 'r1', 'panel-1').panels[0]?.reviewers).toEqual(['r2', 'r1'])
  expect(unseated(draft, 'r2', 'panel-1').panels.map(({ reviewers }) => reviewers)).toEqual([
    ['r1'],
    ['r2', 'r3'],
  ])
  expect(led(draft, 'panel-1', null).panels[0]?.monitor).toBeNull()
  expect(placed(draft, 'a1', 'panel-3').places).toEqual({ a1: 'panel-3', a2: 'panel-3' })
  expect(placed(draft, 'a1', null).places).toEqual({ a2: 'panel-3' })
  expect(retitled(draft, 'panel-3', 'West').panels.map(({ title }) => title)).toEqual(['Panel 1', 'West'])
  expect(withoutPanel(draft, 'panel-1')).toEqual({
    panels: [draft.panels[1]],
    places: { a2: 'panel-3' },
    draw: draft.draw,
  })
})

test('PANELS-9 a new panel has an id and a title that no other has', () => {
  expect(withNewPanel(draft).panels.at(-1)).toEqual({
    id: 'panel-4',
    title: 'Panel 4',
    monitor: null,
    reviewers: [],
  })
})

test('PANELS-8 drafts are the same whatever the order of their places, and differ by seed', () => {
  expect(sameDraft(draft, { ...draft, places: { a2: 'panel-3', a1: 'panel-1' } })).toBe(true)
  expect(sameDraft(draft, { ...draft, draw: null })).toBe(false)
})

test('PANELS-5 a draft shows panels at work before any is saved, and is told from one that changes them', () => {
  const [working] = draft.panels
  if (!working) throw new Error('The draft has a panel.')
  const atWork = { panels: [{ ...working, atWork: true }], places: { a1: 'panel-1' } }
  expect(savedDraft({ draft: null }, { ...page, atWork })).toEqual({
    panels: [working],
    places: { a1: 'panel-1' },
    draw: null,
  })
  expect(leavesAtWork(draft, { ...page, atWork })).toBe(true)
  expect(leavesAtWork(placed(draft, 'a1', null), { ...page, atWork })).toBe(false)
  expect(leavesAtWork(led(draft, 'panel-1', 'm2'), { ...page, atWork })).toBe(false)
})

test('PANELS-1 what can no longer be assigned is taken off a saved draft', () => {
  const kept = { panels: [], places: { a1: 'panel-1', gone: 'panel-1' }, seed: null, draw: null, hands: null }
  expect(savedDraft({ draft: kept }, page).places).toEqual({ a1: 'panel-1' })
})

test('PANELS-10 who may not go where is told with everything that stands against it', () => {
  const asked = problem({
    reviewers: [{ id: 'r1', home: 'Ohio', organization: null }],
    monitors: [{ id: 'm1', home: null, organization: null }],
    applications: [
      { id: 'a1', home: 'OH', organization: null, label: 'Ohio' },
      { id: 'a2', home: null, organization: null, label: 'Iowa' },
    ],
    conflicts: [{ person: 'r1', application: 'a2' }],
  })
  const panel = { id: 'p', title: 'P', monitor: 'm1', reviewers: [] }
  const { whyNotOn, whyNotWith } = whoMay(asked, {
    panels: [panel],
    places: { a1: 'p', a2: 'p' },
    draw: null,
  })
  expect(whyNotOn('r1', panel)).toBe('Ohio: from the same State; Iowa: in conflict with it')
  expect(whyNotOn('m1', panel)).toBe('leads it')
  expect(whyNotWith('a1', panel)).toBeNull()
  expect(whyNotWith('a1', { ...panel, reviewers: ['r1'] })).toBe('r1: from the same State')
})

test('PANELS-8 load and groups are said in words', () => {
  expect(loadInWords(loadOf(draft, ['r1', 'r2', 'r3', 'r4']))).toBe(
    'Reviewers sit on 0 to 2 panels and read 0 to 2 applications; a panel reads 1 application.',
  )
  expect(groupsInWords(meetingGroups(draft))).toMatch(/^All panels meet/)
  expect(groupsInWords(meetingGroups(unseated(draft, 'r2', 'panel-3')))).toMatch(
    /^The panels fall into 2 groups/,
  )
})

test('PANELS-24 of a draw it is said whose its seed was, which of all it is, and what it was made around', () => {
  const { draw } = draft
  if (!draw) throw new Error('It was drawn.')
  expect(drawInWords({ ...draw, entered: false }, 0)).toBe(
    'The server drew the seed. The same people, answers and numbers with this seed draw the same panels.',
  )
  expect(drawInWords({ ...draw, nth: 2, of: 3 }, 1)).toBe('Staff entered the seed. It is draw 2 of 3.')
  expect([0, 1, 12].map(aroundInWords)).toEqual([
    '',
    ' around one seat or application set before it',
    ' around 12 seats and applications set before it',
  ])
})

test('PANELS-13 only whole numbers within their limits are asked for; the most panels of a reviewer follow where left open', () => {
  const sizes = { panels: '12', seats: '5', mostPanels: '' }
  expect(wholeSizes(sizes, 58)).toEqual({ panels: 12, seats: 5, mostPanels: 2 })
  expect(wholeSizes({ ...sizes, mostPanels: '3' }, 58)?.mostPanels).toBe(3)
  for (const panels of ['', '0', '61', '1.5', 'many', '-1'])
    expect(wholeSizes({ ...sizes, panels }, 58)).toBeNull()
  expect(limitsIn(sizes)).toEqual({ seats: 5, mostPanels: 60 })
  expect(firstSizes(page, draft)).toEqual({ panels: '2', seats: '2', mostPanels: '' })
})
