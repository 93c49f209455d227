import { comparable } from './alike.ts'
import type { Assignable, AssignmentProblem } from './problem.ts'

/** Why a person may not be on an application's panel. */
export type Bar = 'home' | 'organization' | 'conflict'

/** All that keeps this person from this application; empty where nothing does, and for ids that the problem does not know. */
export type Bars = (person: string, application: string) => readonly Bar[]

/** What bars whom: the same for reviewers and for monitors. */
export function barsOf(problem: AssignmentProblem): Bars {
  const people = new Map([...problem.reviewers, ...problem.monitors].map((one) => [one.id, compared(one)]))
  const applications = new Map(problem.applications.map((one) => [one.id, compared(one)]))
  const declared = new Map<string, Set<string>>()
  for (const { person, application } of problem.conflicts) {
    const apart = declared.get(person) ?? new Set()
    declared.set(person, apart.add(application))
  }
  return (person, application) => {
    const who = people.get(person)
    const what = applications.get(application)
    if (!who || !what) return []
    const found: Bar[] = []
    if (who.home !== null && who.home === what.home) found.push('home')
    if (who.organization !== null && who.organization === what.organization) found.push('organization')
    if (declared.get(person)?.has(application)) found.push('conflict')
    return found
  }
}

interface Compared {
  readonly home: string | null
  readonly organization: string | null
}

function compared({ home, organization }: Assignable): Compared {
  return { home: comparable('home', home), organization: comparable('organization', organization) }
}

const because: Readonly<Record<Bar, string>> = {
  home: 'from the same State',
  organization: 'from the same organization',
  conflict: 'in conflict with it',
}

/** “from the same State and in conflict with it”. */
export function barsInWords(bars: readonly Bar[]): string {
  return bars.map((bar) => because[bar]).join(' and ')
}

/** How sentences name somebody or an application. */
export function nameOf({ id, label }: Assignable): string {
  return label ?? id
}

/** “1 panel”, “12 panels”: of things that take an s. */
export function numberOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

/** How sentences name whoever has this id, whatever they are; the id itself where nobody has it. */
export function namesOf(problem: AssignmentProblem): (id: string) => string {
  const names = new Map(
    [...problem.reviewers, ...problem.monitors, ...problem.applications].map((one) => [one.id, nameOf(one)]),
  )
  return (id) => names.get(id) ?? id
}
