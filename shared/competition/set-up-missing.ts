import { rubricFaults } from '../rubric/rubric-faults.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { scoringFaults } from '../scoring/rule-faults.ts'
import { failsIntake } from './intake.ts'
import { isOpened } from './opened.ts'
import { rulesOf } from './rules.ts'
import type { Person } from './setup.ts'
import type { Competition } from './state.ts'
import { isRubricChosen } from './taken-preset.ts'

/** The parts of the set-up. */
export type SetUpPart =
  | 'rubric'
  | 'notice'
  | 'rules'
  | 'people'
  | 'applications'
  | 'intake'
  | 'conflicts'
  | 'panels'

/** One thing that is missing, as a sentence, and the part where it is set up. */
export interface Missing {
  readonly sentence: string
  readonly at: SetUpPart
}

/** What is missing before anything can open, with the part where it is set up. */
export function missingFrom(state: Competition, rubric: Rubric): readonly Missing[] {
  const { people, applications, setUp } = state
  const has = (role: Person['role']) => people.some((person) => person.role === role)
  const [fault] = rubricFaults(rubric)
  const unjudged = applications.filter(
    ({ id }) =>
      !isOpened(state, id) &&
      setUp.checklist.some(({ id: item, before }) => before === 'review' && !setUp.intake[id]?.[item]),
  )
  const unsure = Object.values(setUp.declarations).flatMap((answers) =>
    Object.values(answers).filter(({ status }) => status === 'unsure'),
  )
  const unassigned = applications.filter(
    ({ id, panel }) =>
      panel === '' &&
      setUp.calibration?.review.startsWith(`${id}.`) !== true &&
      failsIntake(state, id) === null,
  )
  const waiting = applications.filter(({ id }) => !isOpened(state, id))
  const silent = people.filter(({ id }) =>
    waiting.some((application) => setUp.declarations[application.id]?.[id] === undefined),
  )
  const lines: [string | false, SetUpPart][] = [
    [
      !isRubricChosen(state) &&
        'No rubric is chosen: begin with a preset, or change the one that stands here.',
      'rubric',
    ],
    [fault ?? false, 'rubric'],
    [setUp.notice.documents.length === 0 && 'The notice is not attached: rows show a summary.', 'notice'],
    [
      setUp.notice.documents.length > 0 &&
        !Object.hasOwn(setUp.notice.words, state.rubric.sha256) &&
        'The notice’s words are not confirmed for this rubric.',
      'notice',
    ],
    ...scoringFaults(rubric, rulesOf(state.rules)).map((sentence): [string, SetUpPart] => [
      sentence,
      'rules',
    ]),
    [setUp.zone === null && 'There are no dates and no time zone.', 'rules'],
    [!has('reviewer') && 'There are no reviewers.', 'people'],
    [!has('monitor') && 'There is no panel monitor.', 'people'],
    [!has('official') && 'There is no selecting official.', 'people'],
    [applications.length === 0 && 'There are no applications.', 'applications'],
    [unjudged.length > 0 && `${counted(unjudged.length, 'application')} not through intake.`, 'intake'],
    [
      people.length > 1 &&
        silent.length > 0 &&
        `${silent.length === 1 ? '1 person has' : `${silent.length} people have`} not certified for all applications: invite them, and they answer on their first page.`,
      'conflicts',
    ],
    [unsure.length > 0 && `${counted(unsure.length, 'answer')} “not sure” for you to decide.`, 'conflicts'],
    [
      applications.length > 0 &&
        unassigned.length > 0 &&
        `${counted(unassigned.length, 'application')} not open to a panel.`,
      'panels',
    ],
  ]
  return lines.flatMap(([sentence, at]) => (sentence === false ? [] : [{ sentence, at }]))
}

function counted(things: number, one: string): string {
  return things === 1 ? `1 ${one} is` : `${things} ${one}s are`
}
