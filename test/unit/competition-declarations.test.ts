import { expect, test } from 'vitest'
import { startSetUp } from '../harness/set-up-play.ts'
import {
  alphaReview,
  applicationEntry,
  betaReview,
  cast,
  declare,
  decideFor,
  draft,
  draftAll,
  listAll,
  open,
  openAlpha,
  record,
} from '../harness/set-up-steps.ts'

const listed = () => listAll(startSetUp())
const drafted = () => draftAll(startSetUp())

test('DECLARE-1 everybody answers about every application that is not open, for themselves', () => {
  const play = listed()
  for (const { id } of cast) play.must(id, declare('alpha', 'certified'))
  expect(Object.keys(play.state().setUp.declarations['alpha'] ?? {})).toEqual(cast.map(({ id }) => id))
})

test('DECLARE-1 an answer for what there is not, or two for one application, takes none of the list', () => {
  const play = listed()
  const one = { application: 'alpha', answer: 'certified' as const, reason: '' }
  const stray = { ...one, application: 'nowhere' }
  expect(play.send('r1', { kind: 'conflict.declare', answers: [one, stray] })?.refused).toBe('malformed')
  expect(play.send('r1', { kind: 'conflict.declare', answers: [one, one] })?.refused).toBe('malformed')
  expect(play.state().setUp.declarations).toEqual({})
})

test('DECLARE-2 “not sure” waits for staff: it is not certified by oneself, and one can still recuse', () => {
  const play = listed()
  play.must('r1', declare('alpha', 'unsure'))
  expect(play.ask('r1', declare('alpha', 'certified'))?.sentence).toBe(
    'Staff have the question. The application stays shut until they decide.',
  )
  expect(play.ask('r1', declare('alpha', 'recused'))).toBeNull()
  play.must('staff-1', decideFor('alpha', 'r1', 'cleared'))
  expect(play.state().setUp.declarations['alpha']?.['r1']?.status).toBe('cleared')
})

test('DECLARE-3 a recusal is undone by staff alone, and by nobody for themselves', () => {
  const play = listed()
  for (const person of ['r1', 'staff-2']) {
    play.must(person, declare('alpha', 'recused'))
    for (const answer of ['certified', 'unsure'] as const)
      expect(play.ask(person, declare('alpha', answer))?.refused).not.toBeUndefined()
    expect(play.ask(person, decideFor('alpha', person, 'cleared'))?.refused).not.toBeUndefined()
    expect(play.ask('staff-1', record('alpha', person, 'certified'))?.sentence).toBe(
      'A recusal is undone by staff alone.',
    )
    play.must('staff-1', decideFor('alpha', person, 'cleared'))
    expect(play.state().setUp.declarations['alpha']?.[person]?.status).toBe('cleared')
  }
  play.must('staff-1', declare('beta', 'unsure'))
  expect(play.ask('staff-1', decideFor('beta', 'staff-1', 'cleared'))?.sentence).toBe(
    'Nobody decides about themselves. Another of program staff does.',
  )
})

test('DECLARE-4 staff decide only where somebody asked or is recused', () => {
  const play = listed()
  play.must('r1', declare('alpha', 'certified'))
  for (const person of ['r1', 'r2'])
    for (const outcome of ['cleared', 'recused'] as const)
      expect(play.ask('staff-1', decideFor('alpha', person, outcome))?.refused).toBe('out-of-turn')
})

test('DECLARE-5 what staff record from paper stands like one’s own answer, all of a list or nothing', () => {
  const play = listed()
  play.must('r2', declare('alpha', 'recused'))
  const answers = [
    { application: 'alpha', person: 'r1', answer: 'certified' as const, reason: 'Paper, page 1.' },
    { application: 'alpha', person: 'r2', answer: 'certified' as const, reason: 'Paper, page 1.' },
  ]
  const first = answers.slice(0, 1)
  expect(play.send('staff-1', { kind: 'conflict.record', answers })?.refused).toBe('out-of-turn')
  expect(play.state().setUp.declarations['alpha']?.['r1']).toBeUndefined()
  const twice = { kind: 'conflict.record' as const, answers: [...first, ...first] }
  expect(play.ask('staff-1', twice)?.refused).toBe('malformed')
  play.must('staff-1', { kind: 'conflict.record', answers: first })
  expect(play.state().setUp.declarations['alpha']?.['r1']?.status).toBe('certified')
})

test('DECLARE-5 one basis for many answers is kept once', () => {
  const play = listed()
  const answers = ['r1', 'r2', 'r3'].map((person) => ({
    application: 'alpha',
    person,
    answer: 'certified' as const,
    reason: 'The list of November 3.',
  }))
  play.must('staff-1', { kind: 'conflict.record', answers })
  expect(Object.keys(play.entries().at(-1)?.texts ?? {})).toHaveLength(1)
})

test('DECLARE-6 once an application is open its panel answers on its own page, and everybody else still here', () => {
  const play = openAlpha(startSetUp())
  for (const person of ['r1', 'monitor-1'])
    expect(play.ask(person, declare('alpha', 'recused'))?.sentence).toBe(
      'The application is open to its panel. Recuse from it on its own page.',
    )
  expect(play.ask('staff-1', record('alpha', 'r1', 'recused'))?.refused).toBe('out-of-turn')
  for (const person of ['r7', 'staff-2', 'official'])
    expect(play.ask(person, declare('alpha', 'recused'))).toBeNull()
})

test('DECLARE-7 staff and the selecting official who are recused know nothing of the application from then on', () => {
  const play = openAlpha(startSetUp())
  const known = () => play.view('staff-2').reviews.map(({ id }) => id)
  expect(known()).toContain(alphaReview)
  play.mustSay('r1', alphaReview, { kind: 'question.ask', row: '(B)(1)(i)', text: 'Does a draft count?' })
  expect(play.view('staff-2').questions).toHaveLength(1)
  play.must('staff-2', declare('alpha', 'recused'))
  expect(known()).toEqual([betaReview, 'gamma.1.1', 'delta.1.1'])
  expect(play.view('staff-2').questions).toEqual([])
  expect(play.say('staff-2', alphaReview, { kind: 'seat.nudge', seat: 1 })?.refused).toBe('not-found')
  expect(play.say('staff-2', alphaReview, { kind: 'seat.excuse', seat: 1, reason: 'Ill.' })?.refused).toBe(
    'not-found',
  )
})

test('DECLARE-8 conflicts of staff are decided with the set-up, and never at the review', () => {
  const play = openAlpha(startSetUp())
  play.must('staff-2', declare('alpha', 'unsure'))
  const decide = { kind: 'conflict.decide', person: 'staff-2', outcome: 'recused', reason: 'Close.' } as const
  expect(play.say('staff-1', alphaReview, decide)?.refused).toBe('not-found')
  play.must('staff-1', decideFor('alpha', 'staff-2', 'recused'))
  expect(play.view('staff-2').reviews.map(({ id }) => id)).not.toContain(alphaReview)
})

test('DECLARE-9 whoever declared a conflict, or is not sure, takes nobody’s place', () => {
  const play = drafted()
  play.must('r7', declare('alpha', 'recused'))
  play.must('r4', declare('alpha', 'unsure'))
  play.must('staff-1', open('alpha'))
  play.mustSay('staff-1', alphaReview, { kind: 'seat.excuse', seat: 1, reason: 'Ill.' })
  const put = (person: string) =>
    play.say('staff-1', alphaReview, { kind: 'seat.replace', seat: 1, person, reason: 'Ill.' })
  expect(put('r7')?.sentence).toBe('Reviewer 7 is recused from it, or has asked staff about it.')
  expect(put('r4')?.sentence).toBe('Reviewer 4 is recused from it, or has asked staff about it.')
  expect(put('r5')).toBeNull()
})

test('DECLARE-10 what was answered opens with the application: who certified has it, and nobody is asked twice', () => {
  const play = drafted()
  play.must('r2', declare('alpha', 'unsure'))
  play.must('staff-1', decideFor('alpha', 'r2', 'cleared'))
  play.must('staff-1', open('alpha'))
  const status = (person: string) => play.view(person).reviews.find(({ id }) => id === alphaReview)?.conflict
  expect(['r1', 'r2', 'monitor-1'].map((person) => status(person)?.status)).toEqual([
    'certified',
    'cleared',
    'certified',
  ])
})

test('DECLARE-10 an application that was removed and comes again is asked about anew', () => {
  const play = drafted()
  play.must('staff-1', { ...draft, places: {} } as typeof draft)
  play.must('staff-1', { kind: 'applications.remove', applications: ['alpha'] })
  play.must('staff-1', { kind: 'applications.set', applications: [applicationEntry('alpha')] })
  expect(play.state().setUp.declarations['alpha']).toBeUndefined()
  expect(play.view('r1').certify).toMatchObject({ of: 4, open: 1 })
})

test('DECLARE-11 who had certified against other names is asked again, and nobody for another amount', () => {
  const play = drafted()
  const entry = applicationEntry('alpha')
  play.must('r2', declare('alpha', 'recused', 'A brother.'))
  play.must('r3', declare('alpha', 'unsure', 'A cousin.'))
  const save = (changed: Partial<typeof entry>) =>
    play.must('staff-1', { kind: 'applications.set', applications: [{ ...entry, ...changed }] })
  const open = (person: string) => play.view(person).certify?.open
  save({ requested: 7 })
  save({ received: 7, involved: { ...entry.involved, partners: ` ${entry.involved.partners}\n` } })
  expect(open('r1')).toBe(0)
  save({ involved: { ...entry.involved, partners: 'Employer of somebody' } })
  expect(open('r1')).toBe(1)
  expect(play.state().setUp.declarations['alpha']).toEqual({
    r2: expect.objectContaining({ status: 'recused' }),
    r3: expect.objectContaining({ status: 'unsure' }),
  })
  play.must('r1', declare('alpha', 'certified'))
  save({ involved: { ...entry.involved, partners: 'Employer of somebody' }, home: 'Utah' })
  expect(open('r1')).toBe(1)
})

test('DECLARE-11 of an application that is open nobody is asked again: its panel answers on its own page', () => {
  const play = drafted()
  play.must('staff-1', open('alpha'))
  play.must('staff-1', { kind: 'applications.set', applications: [applicationEntry('alpha')] })
  const status = play.view('r1').reviews.find(({ id }) => id === alphaReview)?.conflict
  expect(status?.status).toBe('certified')
})

test('DECLARE-12 whoever comes under the id of somebody removed has answered nothing', () => {
  const play = drafted()
  play.must('official', declare('delta', 'recused', 'A brother.'))
  play.must('staff-1', { kind: 'people.remove', people: ['r7', 'official'] })
  play.must('staff-1', {
    kind: 'people.set',
    people: [
      { id: 'r7', role: 'reviewer', label: 'Somebody else' },
      { id: 'official', role: 'official', label: 'Another official' },
    ],
  })
  for (const person of ['r7', 'official'])
    expect(play.view(person).certify).toMatchObject({ of: 4, open: 4, unsure: 0 })
  expect(play.state().reviews.flatMap(({ conflicts }) => Object.keys(conflicts))).not.toContain('official')
})
