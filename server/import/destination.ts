import type { ApplicationDocument } from '../../shared/application/document.ts'
import { decide } from '../../shared/competition/decide.ts'
import { decideSetUp, type SetUpContext } from '../../shared/competition/decide-set-up.ts'
import { mayCommand } from '../../shared/competition/may-command.ts'
import { refuse, type Refusal } from '../../shared/competition/refusal.ts'
import type { Person } from '../../shared/competition/setup.ts'
import { findReview, type Competition } from '../../shared/competition/state.ts'
import type { CommandAnswer } from '../../shared/protocol/messages.ts'
import type { Commands } from '../commands/commands.ts'

/** What a file is added to. */
export interface Destination {
  /** As a sentence calls it. */
  readonly called: string
  /** Why nobody needs to send the file at all: what the command would be refused for, as far as it can be said before. */
  readonly mayAdd: (state: Competition, person: Person) => Refusal | null
  /** What is there already. */
  readonly documents: (state: Competition) => readonly ApplicationDocument[]
  /** Why it cannot be added, on a state; null where it can. */
  readonly wouldRefuse: (
    state: Competition,
    document: ApplicationDocument,
    context: SetUpContext,
  ) => Refusal | null
  /** Adds it in the person's name; the id makes a repeated one harmless. */
  readonly carryOut: (
    commands: Commands,
    document: ApplicationDocument,
    by: { readonly person: Person; readonly id: string },
  ) => Promise<CommandAnswer>
}

/** The application of a review, or for null the competition's notice. */
export function destinationOf(review: string | null): Destination {
  return review === null ? theNotice : applicationOf(review)
}

function applicationOf(review: string): Destination {
  const adding = (document: ApplicationDocument) => ({ kind: 'document.add', review, document }) as const
  return {
    called: 'this application',
    // Whoever may put an application's documents in order may add to them.
    mayAdd: (state, person) =>
      mayCommand(state, { kind: 'documents.arrange', review, documents: [], removed: [] }, person),
    documents: (state) => findReview(state, review)?.documents ?? [],
    wouldRefuse: (state, document, context) => {
      const decided = decide(state, adding(document), { ...context, record: null, summaries: {} })
      return 'refused' in decided ? decided : null
    },
    carryOut: (commands, document, { person, id }) =>
      commands.carryOut(person, { id, command: adding(document) }),
  }
}

const attaching = (document: ApplicationDocument) => ({ kind: 'notice.attach', document }) as const

const theNotice: Destination = {
  called: 'the notice',
  mayAdd: (_state, person) =>
    person.role === 'staff' ? null : refuse('not-found', 'There is nothing here, or it is not open to you.'),
  documents: (state) => state.setUp.notice.documents,
  wouldRefuse: (state, document, context) => {
    const decided = decideSetUp(state, attaching(document), context)
    return 'refused' in decided ? decided : null
  },
  carryOut: (commands, document, { person, id }) =>
    commands.carryOutSetUp(person, { id, command: attaching(document) }),
}
