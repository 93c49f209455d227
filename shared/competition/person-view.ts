import type { Rubric } from '../rubric/rubric.ts'
import { mayKnow, seatOfPerson } from './access.ts'
import { tierIsLocked } from './decide-seats.ts'
import { rulesOf } from './rules.ts'
import type { Person } from './setup.ts'
import { isRecused, type Competition } from './state.ts'
import { answersView, questionsView } from './question-view.ts'
import type { Facts, View, TierView } from './view.ts'
import { reviewView } from './review-view.ts'

/**
 * What a person sees of a competition. Whoever is recused sees nothing of that review; peers see a count of ready forms before
 * the reveal and no more; staff see progress and, after the lock, the total.
 */
export function view(state: Competition, rubric: Rubric, person: Person, facts: Facts): View {
  const { id, title, rehearsal, rules } = state
  const visible = state.reviews.filter((review) => mayKnow(review, person))
  return {
    me: { person: person.id, role: person.role, label: person.label },
    competition: {
      id,
      title,
      rehearsal,
      attestation: rules.attestation ?? null,
      shortestComment: rules.shortestComment ?? null,
      rules: shownRules(state),
      line: lineFor(state, person),
    },
    savingRisk: person.role === 'staff' ? facts.savingRisk() : null,
    reviews: visible.map((review) => reviewView({ state, rubric, person, facts, review })),
    answers: answersView(state, facts),
    questions: person.role === 'staff' ? questionsView(state, facts) : null,
    keptUnseen: keptUnseen(state, person),
    tiers: person.role === 'staff' ? tiersView(state, person) : null,
  }
}

function keptUnseen({ reviews }: Competition, person: Person): number {
  const kept = reviews.flatMap((review) =>
    isRecused(review, person.id) ? (seatOfPerson(review, person.id)?.notCounted ?? []) : [],
  )
  return kept.length
}

function shownRules({ rules }: Competition): View['competition']['rules'] {
  const { flags, monitorReadsAttested, summary, slotMinutes, itemMinutes, smallestPanel } = rulesOf(rules)
  return { flags, monitorReadsAttested, summary, slotMinutes, itemMinutes, smallestPanel }
}

/** A panel is not steered by the line, unless its competition has published another rule; reviewers are never. */
function lineFor({ rules }: Competition, { role }: Person): number | null {
  const { scoreLine, lineSeenBy } = rulesOf(rules)
  return role === 'monitor' && lineSeenBy === 'monitors' ? scoreLine : null
}

function tiersView(state: Competition, { id }: Person): readonly TierView[] {
  const tiers = [...new Set(state.reviews.map(({ tier }) => tier))]
  return tiers.map((tier) => {
    const openings = state.reviews
      .filter((review) => review.tier === tier)
      .flatMap(({ outcomeOpened }) => outcomeOpened[id] ?? [])
    return {
      tier,
      locked: tierIsLocked(state, tier),
      openedAt: openings.length === 0 ? null : Math.max(...openings),
    }
  })
}
