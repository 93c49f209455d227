import type { AssignmentProblem } from '../../shared/assignment/problem.ts'
import { drawnNumber } from '../../shared/assignment/seeded.ts'

/** Enough of them for 41 applications, each from its own. */
const states = Array.from({ length: 50 }, (_, at) => `State ${at + 1}`)

/** A competition of the size of Race to the Top's: ids and numbers, no people. `declared` conflicts, some of them of monitors. */
export function ofItsSize(
  changed: Partial<AssignmentProblem> & { readonly declared?: number } = {},
): AssignmentProblem {
  const { declared = 60, ...rest } = changed
  const drawn = (what: string, at: number, of: number): number => drawnNumber(what, String(at)) % of
  const people = (letter: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${letter}${at + 1}`,
      home: states[drawn(`home of ${letter}`, at, states.length)] ?? null,
      organization: at % 3 === 0 ? null : `Organization ${drawn(`of ${letter}`, at, 60) + 1}`,
    }))
  return {
    reviewers: people('r', 58),
    monitors: people('m', 12),
    applications: Array.from({ length: 41 }, (_, at) => ({
      id: `a${at + 1}`,
      home: states[at] ?? null,
      organization: `Organization ${at + 1}`,
    })),
    conflicts: Array.from({ length: declared }, (_, at) => ({
      person: at % 7 === 0 ? `m${drawn('monitor', at, 12) + 1}` : `r${drawn('reviewer', at, 58) + 1}`,
      application: `a${drawn('application', at, 41) + 1}`,
    })),
    panels: 12,
    seats: 5,
    mostPanels: 2,
    seed: '5eed0001',
    ...rest,
  }
}
