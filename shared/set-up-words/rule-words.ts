import type { Rules } from '../competition/setup.ts'

/** A rule of the competition, as its set-up names it. */
export type RuleName = keyof Rules

/** What staff are told of a rule. */
export interface RuleWords {
  readonly title: string
  /** What it changes and for whom, in one sentence. */
  readonly changes: string
  /** Where the product does not act on it yet, or not in all: what of it is kept for later, in one sentence. */
  readonly later?: string
}

const funded = 'Kept for the funding line; no page draws it yet.'
const presented = 'Kept until finalists present; no page leads a presentation yet.'

/** Every rule, as staff read it in the settings. */
export const ruleWords: { readonly [Name in RuleName]-?: RuleWords } = {
  flags: {
    title: 'A split, and a spread',
    changes:
      'A row is called a split, or a spread, for its panel and monitor from the reveal on where its points lie this far apart, by share of the row and by points.',
  },
  majority: {
    title: 'A majority of',
    changes:
      'A panel awards an all-or-nothing priority to an application when more than half of these say yes.',
  },
  excusedCounts: {
    title: 'An excused reviewer counts',
    changes: 'Whether a seat that staff excused is among those that a panel’s vote needs more than half of.',
  },
  recusedCounts: {
    title: 'A recused reviewer counts',
    changes: 'Whether a recused seat is among those that a panel’s vote needs more than half of.',
  },
  smallestPanel: {
    title: 'Smallest panel',
    changes:
      'No application opens to a panel of fewer reviewers, and one that becomes smaller waits for staff to let it go on.',
  },
  comments: {
    title: 'Strengths and weaknesses',
    changes: 'Whether a reviewer must write both for each criterion before their form can be ready.',
  },
  shortestComment: {
    title: 'Shortest comment',
    changes:
      'Comments with fewer characters are pointed out to their reviewer before the form is ready, and never refused.',
  },
  summary: {
    title: 'The panel’s summary',
    changes:
      'Whether a panel writes a summary for each criterion after the reveal, and whether its monitor can close the review without one.',
  },
  averaging: {
    title: 'How forms make a score',
    changes: 'What staff get as an application’s score at the lock, from the forms that its panel signed.',
  },
  tieBreak: {
    title: 'What breaks a tie',
    changes:
      'Among applications with the same score in a locked tier, the first of these that differs tells staff which goes first where the money does not reach all.',
  },
  scoreLine: {
    title: 'Finalist line',
    changes:
      'The score from which staff see an application among the finalists; who else sees the line is set below.',
  },
  funding: {
    title: 'When the money runs out',
    changes:
      'Whether staff see funding stop at the first application that does not fit, or pass it and go on to those that do.',
    later: funded,
  },
  budget: {
    title: 'Money in all',
    changes: 'Where staff see the funding line drawn among the ranked applications, in whole dollars.',
    later: funded,
  },
  mostRequested: {
    title: 'Most that one application may ask for',
    changes:
      'Intake shows staff beside an application how far it asks for more than this, in whole dollars, and decides nothing by itself.',
  },
  monitorReadsAttested: {
    title: 'Monitors read forms that are ready',
    changes:
      'Whether a panel’s monitor may open ready forms before the reveal, to prepare; reviewers are told so, and each opening is on record.',
  },
  lineSeenBy: {
    title: 'Who sees what the line hangs on',
    changes:
      'Whether monitors see from the reveal on what a disagreement can change about the finalist line, as staff do once a tier is locked.',
  },
  secondPerson: {
    title: 'A second person for lock and unlock',
    changes: 'Whether one of program staff asks for the lock of a review and another of them confirms it.',
    later: 'There is no unlock yet; it will take two as well.',
  },
  attestation: {
    title: 'What reviewers attest',
    changes: 'What reviewers read above the button with which they give their form as ready, word for word.',
  },
  conflictText: {
    title: 'What is certified about conflicts',
    changes: 'What everybody reads who is asked whether they have a conflict of interest, word for word.',
  },
  slotMinutes: {
    title: 'Time for an application',
    changes:
      'How long the clock of an application runs for its panel and monitor, from the first row in focus.',
  },
  itemMinutes: {
    title: 'Time for an item',
    changes: 'How long a panel has for an item of its agenda, unless the monitor gives it another time.',
  },
  presentationMinutes: {
    title: 'A finalist’s presentation',
    changes: 'How long a finalist’s team presents to its panel.',
    later: presented,
  },
  questionMinutes: {
    title: 'Questions after it',
    changes: 'How long a panel then asks the finalist’s team.',
    later: presented,
  },
  teamSize: {
    title: 'People in a team',
    changes: 'How many people a finalist may bring to its presentation at most.',
    later: presented,
  },
}

/** The rules in the order in which the settings show them. */
export const ruleGroups: readonly { readonly title: string; readonly rules: readonly RuleName[] }[] = [
  { title: 'Disagreement', rules: ['flags'] },
  { title: 'Votes and seats', rules: ['majority', 'excusedCounts', 'recusedCounts', 'smallestPanel'] },
  { title: 'Comments', rules: ['comments', 'shortestComment', 'summary'] },
  {
    title: 'Scores and money',
    rules: ['averaging', 'scoreLine', 'tieBreak', 'funding', 'budget', 'mostRequested'],
  },
  { title: 'What monitors see', rules: ['monitorReadsAttested', 'lineSeenBy'] },
  { title: 'Lock', rules: ['secondPerson'] },
  { title: 'Words', rules: ['attestation', 'conflictText'] },
  {
    title: 'Time',
    rules: ['slotMinutes', 'itemMinutes', 'presentationMinutes', 'questionMinutes', 'teamSize'],
  },
]

/** What can be chosen where a rule is one of a few. */
export const ruleChoices = {
  majority: { seats: 'The panel’s seats', answers: 'The answers given' },
  comments: { required: 'Required', optional: 'Optional' },
  summary: { off: 'None', optional: 'Optional', required: 'Required' },
  averaging: {
    mean: 'The mean',
    median: 'The median',
    trimmed: 'The mean without the highest and the lowest',
  },
  funding: { stop: 'Stop at it', pass: 'Pass it' },
  lineSeenBy: { staff: 'Staff alone', monitors: 'Staff and monitors' },
} as const satisfies { readonly [Name in RuleName]?: Readonly<Record<string, string>> }

/** Rules that are yes or no. */
export const yesNoRules = ['excusedCounts', 'recusedCounts', 'monitorReadsAttested', 'secondPerson'] as const

/** Rules that are a whole number, from the least to the most, and what is counted. `open`: it can be left out. */
export const ruleNumbers = {
  smallestPanel: { least: 1, most: 9, unit: 'reviewers', open: false },
  shortestComment: { least: 1, most: 2_000, unit: 'characters', open: true },
  budget: { least: 0, most: 1_000_000_000_000, unit: 'dollars', open: true },
  mostRequested: { least: 0, most: 1_000_000_000_000, unit: 'dollars', open: true },
  slotMinutes: { least: 5, most: 600, unit: 'minutes', open: false },
  itemMinutes: { least: 1, most: 120, unit: 'minutes', open: false },
  presentationMinutes: { least: 5, most: 240, unit: 'minutes', open: false },
  questionMinutes: { least: 0, most: 240, unit: 'minutes', open: false },
  teamSize: { least: 1, most: 20, unit: 'people', open: false },
} as const satisfies { readonly [Name in RuleName]?: RuleNumber }

export interface RuleNumber {
  readonly least: number
  readonly most: number
  readonly unit: string
  readonly open: boolean
}

/** Rules that are words of the competition's own, with the most characters; left out, the usual words stand. */
export const ruleTexts = { attestation: 2_000, conflictText: 4_000 } as const satisfies {
  readonly [Name in RuleName]?: number
}

/** Rules by which revealed scores were made: after the first reveal they stay. */
const rulesOfRevealed: readonly RuleName[] = ['averaging', 'majority', 'excusedCounts', 'recusedCounts']

/** What ranks, and places by the finalists' line, follow from besides scores: after the first lock they stay. */
const rulesOfRanks: readonly RuleName[] = ['scoreLine', 'tieBreak']

/** Why a rule stays as it is, as a sentence; null while it can be changed. */
export function whyRuleStays(
  name: RuleName,
  { revealed, locked }: { readonly revealed: boolean; readonly locked: boolean },
): string | null {
  if (revealed && rulesOfRevealed.includes(name))
    return 'Scores have been revealed that were made by it, so it stays.'
  return locked && rulesOfRanks.includes(name)
    ? 'A review is locked that is ranked by it, so it stays.'
    : null
}
