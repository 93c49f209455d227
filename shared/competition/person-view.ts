import type { Rubric } from '../rubric/rubric.ts'
import { mayKnow, seatOfPerson } from './access.ts'
import { tierIsLocked } from './decide-seats.ts'
import { canonicalHash } from '../record/hash.ts'
import { openingBlockers } from './decide-assignment.ts'
import { asKnownTo } from './recused-staff.ts'
import { certifyView } from './certify-page.ts'
import { calibrationDue, calibrationReview, seesSpread } from './opened.ts'
import { noticeWordsFor, rubricName, rubricOf } from './rubrics.ts'
import { rulesOf } from './rules.ts'
import type { Person } from './setup.ts'
import { isRecused, labelOf, type Competition } from './state.ts'
import { answersView, questionsView } from './question-view.ts'
import type { Facts, View, TierView } from './view.ts'
import { reviewView } from './review-view.ts'

/**
 * What a person sees of a competition. Whoever is recused sees nothing of that review; peers see a count of ready forms before
 * the reveal and no more; staff see progress and, after the lock, the total.
 */
export function view(state: Competition, opening: Rubric, person: Person, facts: Facts): View {
  const { id, title, rehearsal, rules } = state
  const visible = state.reviews.filter((review) => mayKnow(review, person))
  return {
    me: { person: person.id, role: person.role, label: person.label },
    competition: {
      id,
      title,
      rehearsal,
      attestation: rules.attestation ?? null,
      conflictText: rules.conflictText ?? null,
      shortestComment: rules.shortestComment ?? null,
      rules: shownRules(state),
      line: lineFor(state, person),
      rubric: rubricName(state.rubric.sha256),
      notice: noticeEdition(state),
      dates: state.setUp.zone === null ? null : { zone: state.setUp.zone, dates: state.setUp.dates },
      setUpEdition: person.role === 'staff' ? state.setUp.edition : null,
    },
    paused: state.setUp.paused && {
      at: state.setUp.paused.at,
      by: labelOf(state, state.setUp.paused.by),
      reason: facts.text(state.setUp.paused.reason),
    },
    certify: certifyView(state, person),
    setUpWaits: setUpWaits(state, person),
    calibration: calibrationView(state, person),
    savingRisk: person.role === 'staff' ? facts.savingRisk() : null,
    reviews: visible.map((review) =>
      reviewView({ state, rubric: rubricOf(state, review, opening), person, facts, review }),
    ),
    answers: answersView(state, facts),
    questions: person.role === 'staff' ? questionsView(state, person, facts) : null,
    keptUnseen: keptUnseen(state, person),
    reviewers: person.role === 'staff' ? reviewersOf(state) : null,
    tiers: person.role === 'staff' ? tiersView(state, person) : null,
  }
}

/** A word for the words, since the version at which they were confirmed would count other people's doings. */
function noticeEdition(state: Competition): string | null {
  const words = noticeWordsFor(state, state.rubric.sha256)
  return words && canonicalHash(words).slice(0, 12)
}

function setUpWaits(state: Competition, person: Person): View['setUpWaits'] {
  if (person.role !== 'staff' || state.rehearsal) return null
  const known = asKnownTo(state, person.id)
  const answers = Object.values(known.setUp.declarations).flatMap((byPerson) => Object.values(byPerson))
  return {
    unsure: answers.filter(({ status }) => status === 'unsure').length,
    unopened: known.applications.filter(({ id }) => openingBlockers(known, id).length === 0).length,
  }
}

function calibrationView(state: Competition, person: Person): View['calibration'] {
  const { calibration } = state.setUp
  const review = calibrationReview(state)
  if (!calibration || !review || !mayKnow(review, person)) return null
  const own = seatOfPerson(review, person.id)
  return {
    review: calibration.review,
    due: calibrationDue(state, person.id),
    shown: own ? seesSpread(state, own) : calibration.shownAt !== null,
  }
}

function keptUnseen({ reviews }: Competition, person: Person): number {
  const kept = reviews.flatMap((review) =>
    isRecused(review, person.id) ? (seatOfPerson(review, person.id)?.notCounted ?? []) : [],
  )
  return kept.length
}

/** What the line and the money are is no panel's to know. */
function shownRules({ rules }: Competition): View['competition']['rules'] {
  const shown: Partial<ReturnType<typeof rulesOf>> = { ...rulesOf(rules) }
  for (const hidden of ['scoreLine', 'lineSeenBy', 'budget', 'funding'] as const) delete shown[hidden]
  return shown as View['competition']['rules']
}

/** A panel is not steered by the line, unless its competition has published another rule; reviewers are never. */
function lineFor({ rules }: Competition, { role }: Person): number | null {
  const { scoreLine, lineSeenBy } = rulesOf(rules)
  return role === 'monitor' && lineSeenBy === 'monitors' ? scoreLine : null
}

function reviewersOf({ people }: Competition): NonNullable<View['reviewers']> {
  return people.filter(({ role }) => role === 'reviewer').map(({ id, label }) => ({ person: id, label }))
}

function tiersView(state: Competition, { id }: Person): readonly TierView[] {
  const tiers = [...new Set(state.reviews.map(({ tier }) => tier))].filter((tier) => tier > 0)
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
