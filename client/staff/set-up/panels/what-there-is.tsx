import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { AssignmentPage } from '../../../../shared/protocol/assignment-page.ts'
import { setUpPath } from '../../../pages.ts'
import { Link } from '../../../ui/link.tsx'

interface WhatThereIsProps {
  readonly setUp: SetUpPage
  readonly page: AssignmentPage
}

/** Who and what can be assigned, and what is known by which they are kept apart. */
export function WhatThereIs({ setUp, page }: WhatThereIsProps) {
  const { reviewers, monitors, applications, conflicts, leftOut, atWork } = page
  const people = [...reviewers, ...monitors]
  const asked = setUp.applications.filter(
    ({ id, opened }) => !opened && applications.some((it) => it.id === id),
  )
  const certified = people.filter(({ id }) => asked.every(({ declared }) => declared[id])).length
  const answers = asked.flatMap(({ declared }) => people.filter(({ id }) => declared[id])).length
  const unsure = setUp.applications
    .flatMap(({ declared }) => Object.values(declared))
    .filter(({ status }) => status === 'unsure').length
  const homeless = reviewers.filter(({ home }) => home === null).length
  const placeless = applications.filter(({ id, home }) => home === null && !atWork.places[id]).length
  return (
    <div className="panels-facts">
      <dl className="panels-figures">
        <Figure count={reviewers.length} words="reviewers" />
        <Figure count={monitors.length} words="panel monitors" />
        <Figure
          count={applications.length}
          words="applications to assign"
          more={leftOut.length === 0 ? null : `${leftOut.length} left out`}
        />
        {asked.length > 0 && (
          <Figure
            count={certified}
            words={`of ${people.length} have certified for all`}
            more={
              certified === people.length
                ? null
                : `${inFigures(answers)} of ${inFigures(asked.length * people.length)} answers`
            }
          />
        )}
        <Figure
          count={conflicts.length}
          words={conflicts.length === 1 ? 'conflict kept apart' : 'conflicts kept apart'}
          more={unsure === 0 ? null : `${unsure} “not sure”, for you to decide`}
        />
      </dl>
      {homeless > 0 && (
        <p className="panels-note">
          {homeless === 1 ? '1 reviewer has' : `${homeless} reviewers have`} no home State on the{' '}
          <Link href={setUpPath('people')}>list of people</Link>: only what they declare keeps them from an
          application.
        </p>
      )}
      {placeless > 0 && (
        <p className="panels-note">
          {placeless === 1 ? '1 application names' : `${placeless} applications name`} no State on the{' '}
          <Link href={setUpPath('applications')}>list of applications</Link>: nobody is kept from it by where
          they live.
        </p>
      )}
      {leftOut.length > 0 && (
        <ul className="panels-note">
          {leftOut.map(({ application, sentence }) => (
            <li key={application}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function inFigures(count: number): string {
  return count.toLocaleString('en-US')
}

interface FigureProps {
  readonly count: number
  readonly words: string
  readonly more?: string | null
}

function Figure({ count, words, more = null }: FigureProps) {
  return (
    <div className="panels-figure">
      <dt>
        {words}
        {more !== null && <span className="panels-figure-more">{more}</span>}
      </dt>
      <dd>{count}</dd>
    </div>
  )
}
