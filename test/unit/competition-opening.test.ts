import { expect, test } from 'vitest'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { startSetUp, type SetUpPlay } from '../harness/set-up-play.ts'
import {
  alphaReview,
  applicationEntry,
  applications,
  cast,
  declare,
  draft,
  draftAll,
  judge,
  listAll,
  open,
  openAlpha,
  panels,
  places,
} from '../harness/set-up-steps.ts'

const drafted = () => draftAll(startSetUp())
const withDraft = (change: { panels?: typeof panels; places?: Record<string, string> }): SetUpCommand => ({
  kind: 'assignment.draft',
  panels,
  places,
  seed: null,
  ...change,
})
const blockers = (play: SetUpPlay, id = 'alpha') =>
  play.page().applications.find((application) => application.id === id)?.blockers

test('OPENING-1 what keeps an application from opening is named, each thing, and opening it names the first', () => {
  const play = listAll(startSetUp({ rules: { smallestPanel: 4 } }))
  const [one, two] = panels
  if (!one || !two) throw new Error('There are two panels.')
  play.must('staff-1', {
    kind: 'checklist.set',
    items: [{ id: 'late', title: 'Not late', source: '', before: 'review' }, ...play.state().setUp.checklist],
  })
  expect(blockers(play)).toEqual([
    'State of alpha: “Not late” is not judged yet.',
    'State of alpha is on no panel.',
  ])
  play.must('staff-1', withDraft({ panels: [{ ...one, monitor: null }, two] }))
  play.must('r1', declare('alpha', 'certified'))
  play.must('r2', declare('alpha', 'unsure'))
  expect(blockers(play)).toEqual([
    'State of alpha: “Not late” is not judged yet.',
    'Panel one has no monitor.',
    'Panel one has 3 reviewers; the smallest panel is 4.',
    'Reviewer 2 has asked staff about State of alpha; decide that first.',
    'Reviewer 3 has not certified for State of alpha.',
  ])
  play.must('r3', declare('alpha', 'recused'))
  expect(blockers(play)).toContain('Reviewer 3 is recused from State of alpha.')
  expect(play.ask('staff-1', open('alpha'))?.sentence).toBe(blockers(play)?.[0])
})

test('OPENING-1 a list opens as a whole, or nothing of it', () => {
  const play = drafted()
  expect(play.send('staff-1', open('alpha', 'gamma'))?.sentence).toBe('State of gamma is on no panel.')
  expect(play.send('staff-1', open('alpha', 'alpha'))?.refused).toBe('malformed')
  expect(play.review(alphaReview).seats).toEqual([])
  play.must('staff-1', open('alpha', 'beta'))
  expect(blockers(play)).toEqual(['State of alpha is open already.'])
})

test('OPENING-2 opening brings the seats into being, freezes the rubric, and is final', () => {
  const play = openAlpha(startSetUp())
  expect(play.review(alphaReview).seats.map(({ number, person }) => [number, person])).toEqual([
    [1, 'r1'],
    [2, 'r2'],
    [3, 'r3'],
  ])
  expect(play.page().frozen).toBe(true)
  expect(play.view('r1').reviews.map(({ id, step }) => [id, step])).toEqual([[alphaReview, 'score']])
  expect(play.ask('staff-1', { kind: 'applications.remove', applications: ['alpha'] })?.sentence).toBe(
    'State of alpha is open and stays.',
  )
  expect(play.ask('staff-1', withDraft({ places: { beta: 'two' } }))?.sentence).toBe(
    'State of alpha is open to its panel and stays there.',
  )
  expect(play.ask('staff-1', withDraft({ places: { alpha: 'two', beta: 'two' } }))?.refused).toBe(
    'out-of-turn',
  )
})

test('OPENING-2 an open application keeps its name, and may be told more of', () => {
  const play = openAlpha(startSetUp())
  const alpha = applicationEntry('alpha')
  const set = (change: Partial<typeof alpha>): SetUpCommand => ({
    kind: 'applications.set',
    applications: [{ ...alpha, ...change }],
  })
  expect(play.ask('staff-1', set({ applicant: 'Another' }))?.refused).toBe('out-of-turn')
  expect(play.ask('staff-1', set({ requested: 1 }))).toBeNull()
})

test('OPENING-3 a panel at work keeps its seats in every draft', () => {
  const play = openAlpha(startSetUp())
  const [one, two] = panels
  if (!one || !two) throw new Error('There are two panels.')
  const drafts = [
    [two],
    [{ ...one, monitor: 'monitor-2' }, two],
    [{ ...one, reviewers: ['r1', 'r2'] }, two],
    [{ ...one, reviewers: ['r2', 'r1', 'r3'] }, two],
  ]
  for (const each of drafts)
    expect(play.ask('staff-1', withDraft({ panels: each }))?.refused).toBe('out-of-turn')
  expect(
    play.ask('staff-1', withDraft({ panels: [one, { ...two, reviewers: ['r5', 'r6', 'r7'] }] })),
  ).toBeNull()
  expect(play.ask('staff-1', withDraft({ places: { ...places, gamma: 'one' } }))).toBeNull()
})

test('OPENING-4 what fails intake is drafted to no panel and does not open', () => {
  const play = drafted()
  play.must('staff-1', judge('alpha', 'notMet'))
  expect(blockers(play)?.[0]).toBe('State of alpha does not meet “Received on time”, so nobody reviews it.')
  expect(play.ask('staff-1', open('alpha'))?.refused).toBe('out-of-turn')
  expect(play.ask('staff-1', draft)?.sentence).toBe(
    'State of alpha does not meet “Received on time”, so nobody reviews it.',
  )
  play.must('staff-1', judge('alpha', 'met'))
  expect(play.ask('staff-1', draft)).toBeNull()
})

test('OPENING-4 what is asked for before an award keeps nothing from its panel, and is judged at any time', () => {
  const play = drafted()
  play.must('staff-1', judge('alpha', 'notMet', 'signed'))
  play.must('staff-1', open('alpha'))
  expect(play.ask('staff-1', judge('alpha', 'met', 'signed'))).toBeNull()
  expect(play.ask('staff-1', judge('alpha', 'notMet'))?.sentence).toBe(
    'State of alpha is open to its panel. This was settled before.',
  )
})

test('OPENING-4 several are judged alike at once, all of them or none', () => {
  const play = openAlpha(startSetUp())
  const many = (...ids: string[]): SetUpCommand => ({
    kind: 'intake.judge',
    applications: ids,
    item: 'on-time',
    outcome: 'notMet',
    basis: 'The stamp of October 9.',
  })
  for (const ids of [
    ['delta', 'alpha'],
    ['delta', 'nowhere'],
    ['delta', 'delta'],
  ])
    expect(play.send('staff-1', many(...ids)), ids.join()).not.toBeNull()
  expect(play.state().setUp.intake['delta']?.['on-time']?.outcome).toBe('met')
  play.must('staff-1', many('delta', 'gamma'))
  expect(['delta', 'gamma'].map((id) => play.state().setUp.intake[id]?.['on-time']?.outcome)).toEqual([
    'notMet',
    'notMet',
  ])
})

test('OPENING-4 an open application is in nobody’s way, whatever the checklist asks for later', () => {
  const play = drafted()
  play.must('staff-1', judge('alpha', 'notMet', 'signed'))
  play.must('staff-1', open('alpha'))
  const items = play.state().setUp.checklist
  const more = { id: 'more', title: 'One more', source: '', before: 'review' as const }
  play.must('staff-1', { kind: 'checklist.set', items: [...items, more] })
  expect(play.ask('staff-1', { ...draft, places: { alpha: 'one' } } as SetUpCommand)).toBeNull()
  expect(play.page().missing).toContainEqual({
    sentence: '3 applications are not through intake.',
    at: 'intake',
  })
})

test('OPENING-5 a judged thing stays on the checklist, whoever brings another', () => {
  const play = drafted()
  const items = play.state().setUp.checklist.slice(1)
  const preset: SetUpCommand = {
    kind: 'preset.take',
    preset: 'foundation',
    rubric: JSON.parse(JSON.stringify(play.opening)),
    rules: {},
    checklist: items,
  }
  for (const command of [{ kind: 'checklist.set' as const, items }, preset])
    expect(play.ask('staff-1', command)?.sentence).toBe(
      '“Received on time” has been judged already and stays on the list.',
    )
  const [first] = play.state().setUp.checklist
  if (!first) throw new Error('There is a checklist.')
  expect(play.ask('staff-1', { ...preset, checklist: [first, first] })?.refused).toBe('malformed')
})

test('OPENING-10 what was judged goes on asking what it asked when it was judged', () => {
  const play = drafted()
  const { checklist } = play.state().setUp
  const changed = (to: object) =>
    play.ask('staff-1', { kind: 'checklist.set', items: checklist.map((item) => ({ ...item, ...to })) })
  const sentence =
    '“Received on time” has been judged already and stays as it was. Add an item of its own for what else is asked.'
  expect(changed({ before: 'award' })?.sentence).toBe(sentence)
  expect(changed({ title: 'The applicant is a State' })?.sentence).toBe(sentence)
  expect(changed({ source: 'Notice, section IV' })).toBeNull()
})

test('OPENING-6 a draft names nobody in the wrong place, nobody and nothing twice, and nobody recused', () => {
  const play = drafted()
  const [one, two] = panels
  if (!one || !two) throw new Error('There are two panels.')
  const wrong = [
    withDraft({ panels: [{ ...one, monitor: 'r7' }, two] }),
    withDraft({ panels: [{ ...one, reviewers: ['r1', 'r1', 'r2'] }, two] }),
    withDraft({ panels: [{ ...one, reviewers: ['r1', 'monitor-2', 'r2'] }, two] }),
    withDraft({ panels: [one, one] }),
    withDraft({ places: { nowhere: 'one' } }),
    withDraft({ places: { alpha: 'three' } }),
  ]
  for (const command of wrong) expect(play.ask('staff-1', command)?.refused).toBe('malformed')
  for (const person of ['r1', 'monitor-1']) {
    play.must(person, declare('alpha', 'recused'))
    expect(play.ask('staff-1', draft)?.sentence).toMatch(/is recused from State of alpha\.$/)
    play.must('staff-1', {
      kind: 'declaration.decide',
      application: 'alpha',
      person,
      outcome: 'cleared',
      reason: 'No.',
    })
  }
})

test('OPENING-7 nothing opens on rules that the rubric’s scores cannot meet', () => {
  const play = draftAll(startSetUp({ rules: { scoreLine: 400 } }))
  expect(play.ask('staff-1', open('alpha'))?.sentence).toMatch(/^The line of 400/)
})

test('OPENING-8 who is on a panel or in its draft keeps their role and stays; lists are taken whole or not at all', () => {
  const play = drafted()
  const [, , , , , r1] = cast
  if (!r1) throw new Error('There is a reviewer.')
  const people = (...set: { id: string; role: 'reviewer' | 'staff'; label: string }[]): SetUpCommand => ({
    kind: 'people.set',
    people: set,
  })
  const fresh = { id: 'r8', role: 'reviewer' as const, label: 'Reviewer 8' }
  const refused = [
    people(fresh, { ...r1, role: 'staff' }),
    people(fresh, fresh),
    people(fresh, { ...fresh, id: 'r9' }),
    people(fresh, { ...fresh, id: 'server', label: 'S' }),
    { kind: 'people.remove' as const, people: ['r7', 'r1'] },
    { kind: 'people.remove' as const, people: ['r7', 'nobody'] },
    { kind: 'people.remove' as const, people: ['r7', 'staff-1'] },
    { kind: 'applications.remove' as const, applications: ['delta', 'nowhere'] },
    {
      kind: 'applications.set' as const,
      applications: [applicationEntry('omega'), applicationEntry('omega')],
    },
    {
      kind: 'dates.set' as const,
      zone: 'UTC',
      dates: [0, 1].map(() => ({ id: 'a', title: 'A', at: 0, remind: null })),
    },
  ]
  for (const command of refused) expect(play.send('staff-1', command), JSON.stringify(command)).not.toBeNull()
  expect(play.state().people).toHaveLength(cast.length)
  expect(play.state().applications).toHaveLength(applications.length)
})

test('OPENING-9 the same list twice changes nothing but the edition', () => {
  const play = drafted()
  const told = () => {
    const { edition: _edition, ...page } = play.page()
    return page
  }
  const before = told()
  play.must('staff-1', { kind: 'people.set', people: [...cast] })
  play.must('staff-1', { kind: 'applications.set', applications })
  expect(told()).toEqual(before)
})
