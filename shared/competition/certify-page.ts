import type { TextRef } from '../record/kept-text.ts'
import { canonicalHash } from '../record/hash.ts'
import { isOpened } from './opened.ts'
import type { InvolvedKind } from './involved.ts'
import { involvedWords } from './set-up-page.ts'
import type { Person } from './setup.ts'
import type { Competition, Conflict } from './state.ts'

/** An application that a person is asked about before anybody is assigned, with who has a part in it. */
export interface AskedApplication {
  readonly id: string
  readonly applicant: string
  readonly home: string | null
  readonly involved: Readonly<Record<InvolvedKind, string>>
  readonly status: Conflict['status']
  /** When it was answered, or decided by staff. */
  readonly at: number | null
}

/** The list of applicants that one person certifies against. */
export interface CertifyPage {
  /** What is certified, in the competition's own words; null for the usual ones. */
  readonly words: string | null
  readonly applications: readonly AskedApplication[]
}

/**
 * What a person is asked about conflicts before assignments are final: every application that is not open yet. What others answered
 * is not in it.
 */
export function certifyPage(state: Competition, person: Person, text: (ref: TextRef) => string): CertifyPage {
  return {
    words: state.rules.conflictText ?? null,
    applications: asked(state).map(({ id, applicant, home, involved }) => {
      const conflict = state.setUp.declarations[id]?.[person.id] ?? { status: 'open' as const }
      return {
        id,
        applicant,
        home,
        involved: involvedWords(involved, text),
        status: conflict.status,
        at: 'at' in conflict ? conflict.at : null,
      }
    }),
  }
}

/** What stands of it in everybody's view: how many are open to answer, and a word that changes when the list does. */
export interface CertifyView {
  readonly of: number
  readonly open: number
  readonly unsure: number
  readonly edition: string
}

/** Null where nothing is asked: in a rehearsal, or once every application is open. */
export function certifyView(state: Competition, person: Person): CertifyView | null {
  const applications = state.rehearsal ? [] : asked(state)
  if (applications.length === 0) return null
  const statuses = applications.map(
    ({ id }) => state.setUp.declarations[id]?.[person.id]?.status ?? ('open' as const),
  )
  const count = (status: Conflict['status']) => statuses.filter((each) => each === status).length
  // Nothing but what the page shows: what staff enter or judge beside it makes no other list.
  const shown = applications.map(({ id, applicant, home, involved }) => ({ id, applicant, home, involved }))
  const edition = canonicalHash({ shown, statuses }).slice(0, 12)
  return { of: statuses.length, open: count('open'), unsure: count('unsure'), edition }
}

function asked(state: Competition): Competition['applications'] {
  return state.applications.filter(({ id }) => !isOpened(state, id))
}
