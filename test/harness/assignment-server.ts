import type { DirectoryEntry } from '../../server/people/directory-entry.ts'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import { entryOf, type PeopleServer } from './people-server.ts'
import { until } from './until.ts'

interface Sizes {
  readonly reviewers: number
  readonly monitors: number
  readonly applications: number
}

const states = ['Ohio', 'Iowa', 'Utah', 'Maine', 'Texas', 'Idaho', 'Kansas', 'Nevada', 'Oregon', 'Georgia']

/** The home of the one that stands `at` in a list: some of a competition's homes have a second of that name. */
export function homeOf(at: number): string {
  const round = Math.floor(at / states.length)
  return `${states[at % states.length]}${round === 0 ? '' : ` ${round + 1}`}`
}

/**
 * People and applications of a competition in which panels can be drawn: the first reviewer and the first application come from Ohio.
 * The last application is late and fails intake; the last but one of the reviewers is recused from the third application.
 */
export async function fillCompetition(
  server: PeopleServer,
  { reviewers, monitors, applications }: Sizes = { reviewers: 10, monitors: 3, applications: 8 },
): Promise<void> {
  const ids = (letter: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)
  const seated = ids('r', reviewers)
  const leading = ids('m', monitors)
  await server.add(
    ...seated.map((id) => ({ id })),
    ...leading.map((id) => ({ id, role: 'monitor' as const })),
    { id: 'official', role: 'official' },
  )
  const entries = seated.map((id, at): DirectoryEntry => ({ ...entryOf({ id }), home: homeOf(at) }))
  const described = await server.post('/api/people/describe', { entries }, server.staff)
  if (described.status !== 204) throw new Error(described.body)
  await must(server, {
    kind: 'applications.set',
    applications: ids('a', applications).map((id, at) => ({
      id,
      applicant: homeOf(at),
      home: homeOf(at),
      requested: null,
      received: null,
      involved: { districts: '', partners: '', consultants: '', signatories: '' },
    })),
  })
  await must(server, {
    kind: 'checklist.set',
    items: [{ id: 'on-time', title: 'Came on time', source: '', before: 'review' }],
  })
  await must(server, judged(`a${applications}`, 'notMet'))
  await must(server, {
    kind: 'conflict.record',
    answers: [
      { application: 'a3', person: `r${reviewers - 1}`, answer: 'recused', reason: 'Worked for it.' },
    ],
  })
}

/** Lets these applications through intake, and everybody certify for them who has not declared a conflict. */
export async function makeReady(
  server: PeopleServer,
  applications: readonly string[],
  people: readonly string[],
): Promise<void> {
  for (const application of applications) await must(server, judged(application, 'met'))
  const page: SetUpPage = JSON.parse((await server.get('/api/set-up', server.staff)).body)
  const answer = { answer: 'certified', reason: 'On paper.' }
  const answers = page.applications
    .filter(({ id }) => applications.includes(id))
    .flatMap(({ id: application, declared }) =>
      people.filter((person) => !declared[person]).map((person) => ({ application, person, ...answer })),
    )
  await must(server, { kind: 'conflict.record', answers })
}

/** Staff's word on whether an application came on time. */
export function judged(application: string, outcome: 'met' | 'notMet') {
  const basis = 'The mark of the mail server.'
  return { kind: 'intake.judge', applications: [application], item: 'on-time', outcome, basis }
}

/** Gives a set-up command as staff, as fast as one person may; throws where it is refused. */
export async function must(
  server: Pick<PeopleServer, 'command'>,
  command: { readonly kind: string } & Record<string, unknown>,
): Promise<void> {
  await until(command.kind, async () => {
    const answer = JSON.parse((await server.command(command)).body)
    if (!answer.done && answer.refused !== 'too-many') throw new Error(`${command.kind}: ${answer.sentence}`)
    return Boolean(answer.done)
  })
}
