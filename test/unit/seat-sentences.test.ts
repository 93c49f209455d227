import { expect, test } from 'vitest'
import { seatWords } from '../../client/home/seat-sentences.ts'
import { steps, type Step } from '../../shared/competition/step.ts'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'

function pageAt(...now: readonly Step[]): RehearsalPage {
  const seat = (person: string, role: RehearsalPage['seats'][number]['role']) => ({
    person,
    role,
    label: person,
    host: '',
    link: '',
    sitting: 'nobody' as const,
  })
  return {
    title: 'A trial',
    pace: null,
    seats: [
      seat('monitor', 'monitor'),
      seat('r1', 'reviewer'),
      seat('r2', 'reviewer'),
      seat('staff', 'staff'),
    ],
    reviews: now.map((step, at) => ({ id: `${at}`, applicant: `State ${at + 1}`, step })),
  }
}

const firstOf = (page: RehearsalPage) => seatWords(page).find(({ first }) => first)

test('HOME-1 a review that is ready to reveal sends a newcomer to the panel monitor', () => {
  const first = firstOf(pageAt('score', 'reveal', 'conflicts'))
  expect(first?.person).toBe('monitor')
  expect(first?.sentence).toBe('State 2 is ready to reveal. Start here')
})

test('HOME-2 wherever the reviews stand, exactly one seat is the one to start with', () => {
  for (const step of steps) {
    expect(seatWords(pageAt(step)).filter(({ first }) => first)).toHaveLength(1)
  }
  expect(seatWords(pageAt()).filter(({ first }) => first)).toHaveLength(1)
})

test('HOME-3 what two reviewers are told to do is the same, apart from the one to start with', () => {
  for (const step of steps) {
    const rest = seatWords(pageAt(step)).filter(({ person, first }) => person.startsWith('r') && !first)
    expect(new Set(rest.map(({ sentence }) => sentence)).size).toBe(1)
  }
})
