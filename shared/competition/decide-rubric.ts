import { mostNotices } from '../notice/notice-page.ts'
import { canonicalJson } from '../record/canonical.ts'
import { canonicalHash } from '../record/hash.ts'
import { answeredIds, itemIds } from '../rubric/answered.ts'
import { asksTheSame } from '../rubric/edit/asks-the-same.ts'
import { rubricFaults } from '../rubric/rubric-faults.ts'
import { findRow, rowsOf, type Row, type Rubric } from '../rubric/rubric.ts'
import { checklistFault } from './decide-listed.ts'
import type { SetUpCaseOf, SetUpOutcome } from './decide-set-up.ts'
import { isFrozen, keepsRubric } from './opened.ts'
import { refuse } from './refusal.ts'
import { newestRubric, rubricName, rubricOf } from './rubrics.ts'
import type { Competition } from './state.ts'

/** Takes over a rubric, rules and a checklist that go together, until an application has been opened. */
export function takePreset({ state, command }: SetUpCaseOf<'preset.take'>): SetUpOutcome {
  if (isFrozen(state)) return refuse('out-of-turn', frozen)
  const [fault] = rubricFaults(command.rubric)
  if (fault) return refuse('malformed', fault)
  const { preset, rubric, rules, checklist } = command
  const lost = checklistFault(state, checklist)
  if (lost) return lost
  return [{ kind: 'preset.taken', data: { preset, rubric, rules, checklist } }]
}

/**
 * Another rubric; once an application has been opened, a new version of the same: it says why, counts one further, and keeps every
 * row, criterion and priority, so that nothing anybody wrote loses its place. No answer is changed by it: forms that were ready
 * and whose rows have become others open again, and their reviewers look at their points themselves.
 */
export function setRubric({
  state,
  command,
  rubric: opening,
  keep,
}: SetUpCaseOf<'rubric.set'>): SetUpOutcome {
  const { rubric, why } = command
  const [fault] = rubricFaults(rubric)
  if (fault) return refuse('malformed', fault)
  const before = newestRubric(state, opening)
  if (canonicalHash(before) === canonicalHash(rubric))
    return refuse('out-of-turn', 'Nothing in it has changed.')
  if (!isFrozen(state)) return [{ kind: 'rubric.set', data: { rubric, why: null, touched: [] } }]
  if (why === '') return refuse('incomplete', 'The rubric is in use. Say why it changes.')
  if (rubric.version !== before.version + 1)
    return refuse('malformed', `The next version of this rubric is ${before.version + 1}.`)
  const kept = answeredIds(rubric)
  const gone = answeredIds(before).find((id) => !kept.includes(id))
  if (gone !== undefined)
    return refuse(
      'out-of-turn',
      `${gone} may have been answered already, so a new version keeps it. Change its words, or its points.`,
    )
  const other = askedOtherwise(before, rubric)
  if (other !== undefined)
    return refuse(
      'out-of-turn',
      `${other} may have been answered already. A new version keeps how it is answered, and what each box is worth.`,
    )
  if (unitsDiffer(before, rubric))
    return refuse('out-of-turn', 'Points were given on the present scale. A new version keeps it.')
  const touched = touchedBy(state, opening, rubric)
  return [{ kind: 'rubric.set', data: { rubric, why: keep(why), touched } }]
}

/** The reviews that move to a new version, with the seats that are ready now and would have to say so again. */
export function touchedBy(
  state: Competition,
  opening: Rubric,
  rubric: Rubric,
): { review: string; seats: number[] }[] {
  return state.reviews
    .filter((review) => review.seats.length > 0 && !keepsRubric(state, review))
    .map((review) => {
      const same = asksTheSame(rubricOf(state, review, opening), rubric)
      const ready = review.seats.filter(({ attested }) => attested !== null && !same)
      return { review: review.id, seats: ready.map(({ number }) => number) }
    })
}

/** The first row that takes boxes where it took points, or the other way round, or counts a box otherwise; or priority of another kind. */
function askedOtherwise(before: Rubric, after: Rubric): string | undefined {
  const each = (row: Row | undefined) => (row?.rule?.kind === 'elements' ? row.rule.each : null)
  const row = rowsOf(before).find((one) => each(one) !== each(findRow(after, one.id)))
  const priority = before.priorities.find(
    ({ id, kind }) => after.priorities.find((one) => one.id === id)?.kind !== kind,
  )
  return row?.id ?? priority?.id
}

function unitsDiffer(before: Rubric, after: Rubric): boolean {
  return canonicalHash(before.scale ?? null) !== canonicalHash(after.scale ?? null)
}

/** Adds a document of the notice that the server holds, or a new reading of the same while no confirmed words lie in it. */
export function attachNotice({ state, command }: SetUpCaseOf<'notice.attach'>): SetUpOutcome {
  const { document } = command
  const { documents, words } = state.setUp.notice
  const others = documents.filter(({ id }) => id !== document.id)
  if (others.length >= mostNotices) return refuse('too-many', `A notice holds ${mostNotices} documents.`)
  const known = documents.find(({ id }) => id === document.id)
  // Words are places in a text: in another reading of it they would be other words.
  if (known && known.text !== document.text && canonicalJson(words).includes(`"${document.id}"`))
    return refuse('out-of-turn', 'Words of this document are confirmed, so its text stays as it was read.')
  return [{ kind: 'notice.attached', data: { document } }]
}

/** Confirms the notice's words for the rubric as it is. Once that is frozen they are as well, until a new version of it. */
export function confirmNotice({
  state,
  command,
  rubric: opening,
}: SetUpCaseOf<'notice.confirm'>): SetUpOutcome {
  const { notice } = state.setUp
  const { sha256 } = state.rubric
  if (isFrozen(state) && Object.hasOwn(notice.words, sha256))
    return refuse(
      'out-of-turn',
      'The notice’s words are frozen with the rubric. A new version of it takes new ones.',
    )
  if (command.rubric !== undefined && command.rubric !== rubricName(sha256))
    return refuse('screen-differs', 'The rubric has been changed meanwhile. Look at the words again.')
  const rubric = newestRubric(state, opening)
  const items = itemIds(rubric)
  const { words } = command
  const named = [words.passages, words.guidance, words.evidence].flatMap((part) => Object.keys(part))
  const stray = named.find((id) => !items.includes(id))
  if (stray !== undefined) return refuse('malformed', `The rubric has no ${stray}.`)
  const spans = [words.passages, words.guidance, words.evidence]
    .flatMap((part) => Object.values(part).flat())
    .concat(words.definitions.map(({ span }) => span))
  if (spans.some(({ document }) => !notice.documents.some(({ id }) => id === document)))
    return refuse('out-of-turn', 'The notice has changed meanwhile. Look again, and repeat.')
  return [{ kind: 'notice.confirmed', data: { rubric: sha256, words } }]
}

const frozen =
  'An application has been opened, so the rubric is frozen. Change it by a new version, which says whom it touches.'
