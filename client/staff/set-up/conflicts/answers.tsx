import { useState } from 'react'
import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { View } from '../../../../shared/competition/view.ts'
import type { PeoplePage } from '../../../../shared/protocol/people-page.ts'
import { certifyPath } from '../../../pages.ts'
import { counted } from '../../../room/number-words.ts'
import { Link } from '../../../ui/link.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { AnswersLine } from './answers-line.tsx'
import { DecideDialog, type Deciding } from './decide-dialog.tsx'
import { RecordPaper } from './record-paper.tsx'
import { RemindOpen } from './remind-open.tsx'
import { having, type Line, linesByApplication, linesByPerson, standingsOf } from './standings.ts'
import { WaitingList } from './waiting-list.tsx'
import './conflicts.css'

interface AnswersProps {
  readonly view: View
  readonly setUp: SetUpPage
  readonly page: PeoplePage
  readonly by: 'person' | 'application'
}

type Shown = 'all' | 'open' | 'conflicts'

/** What waits for a decision first; then everybody's answers, a line for each person or each application. */
export function Answers({ view, setUp, page, by }: AnswersProps) {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const standings = standingsOf(setUp, page.people)
  const lines = by === 'person' ? linesByPerson(standings, page.people) : linesByApplication(standings, setUp)
  const isOpen = (line: Line): boolean => line.answered < line.standings.length
  const isMarked = (line: Line): boolean => having(line, 'recused') + having(line, 'unsure') > 0
  const wanted = typed.trim().toLocaleLowerCase('en-US')
  const listed = lines.filter(
    (line) =>
      (shown === 'all' || (shown === 'open' ? isOpen(line) : isMarked(line))) &&
      `${line.title} ${line.more}`.toLocaleLowerCase('en-US').includes(wanted),
  )
  const mine = view.certify?.open ?? 0
  const hidden = setUp.applications.filter(({ recused }) => recused).length
  const opened = setUp.applications.filter(({ opened: isIt }) => isIt).length
  return (
    <div className="conflicts">
      {mine > 0 && (
        <p className="conflicts-own">
          <Link href={certifyPath}>Certify for yourself</Link>: {counted(mine, 'application')} without your
          answer.
        </p>
      )}
      <WaitingList
        me={view.me.person}
        standings={standings.filter(({ status }) => status === 'unsure')}
        onDecide={setDeciding}
      />
      <section className="conflicts-all" aria-label="Answers">
        <h2 className="t-heading">{headline(lines, by)}</h2>
        {(opened > 0 || hidden > 0) && (
          <p className="conflicts-note">
            {opened > 0 &&
              `${counted(opened, 'application is', 'applications are')} open: answers about it stand on its own page. `}
            {hidden > 0 &&
              `You are recused from ${counted(hidden, 'application')}: another of program staff sees the answers about it.`}
          </p>
        )}
        <div className="conflicts-tools">
          <TextField
            label={by === 'person' ? 'Find a person' : 'Find an applicant'}
            hiddenLabel
            icon="search"
            type="search"
            placeholder={by === 'person' ? 'Name or label' : 'Applicant'}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Segmented<Shown>
            label="Which are shown"
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: `All ${lines.length}` },
              { value: 'open', label: `Not finished ${lines.filter(isOpen).length}` },
              { value: 'conflicts', label: `Recused or not sure ${lines.filter(isMarked).length}` },
            ]}
          />
          <RecordPaper setUp={setUp} people={page.people} />
          <RemindOpen page={page} />
        </div>
        {listed.length === 0 ? (
          <p className="conflicts-note">None of them.</p>
        ) : (
          <ul className="conflicts-lines">
            {listed.map((line) => (
              <AnswersLine key={line.id} line={line} by={by} me={view.me.person} onDecide={setDeciding} />
            ))}
          </ul>
        )}
      </section>
      <DecideDialog deciding={deciding} onClose={() => setDeciding(null)} />
    </div>
  )
}

function headline(lines: readonly Line[], by: AnswersProps['by']): string {
  const done = lines.filter((line) => line.answered === line.standings.length).length
  return by === 'person'
    ? `${done} of ${counted(lines.length, 'person has', 'people have')} answered for all applications`
    : `${done} of ${counted(lines.length, 'application has', 'applications have')} everybody’s answer`
}
