import { Dated } from '../../../reviewer/dated.tsx'
import { counted } from '../../../room/number-words.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import { calledIn } from '../people/people-words.ts'
import type { Deciding } from './decide-dialog.tsx'
import { having, type Line, type Standing } from './standings.ts'

interface AnswersLineProps {
  readonly line: Line
  readonly by: 'person' | 'application'
  readonly me: string
  readonly onDecide: (deciding: Deciding) => void
}

/** One person's answers, or all about one application, in words; opened, which those are. */
export function AnswersLine({ line, by, me, onDecide }: AnswersLineProps) {
  const { title, more, answered, standings } = line
  const of = (status: Standing['status']) => standings.filter((each) => each.status === status)
  const nameOf = ({ person, application }: Standing): string =>
    by === 'person' ? application.applicant : calledIn(person)
  const [recused, unsure, open] = [of('recused'), of('unsure'), of('open')]
  const decided = [...recused, ...unsure]
  return (
    <li>
      <details className="conflicts-line">
        <summary>
          <Icon name="chevron-right" size="small" />
          <span className="conflicts-line-name">
            <strong>{title}</strong> {more !== '' && <span className="third">{more}</span>}
          </span>
          <span className="conflicts-line-count">
            {answered === standings.length ? (
              <>
                <Icon name="check" size="small" /> all {standings.length} answered
              </>
            ) : (
              `${answered} of ${standings.length} answered`
            )}
          </span>
          <span>{recused.length > 0 && `${recused.length} recused`}</span>
          <span className="conflicts-line-unsure">
            {unsure.length > 0 && `${having(line, 'unsure')} not sure`}
          </span>
        </summary>
        <div className="conflicts-line-body">
          {decided.map((standing) => (
            <div className="conflicts-answer-of" key={nameOf(standing)}>
              <p>
                <strong>{nameOf(standing)}</strong>: {standing.status === 'recused' ? 'recused' : 'not sure'}
                {standing.at !== null && (
                  <span className="third">
                    , <Dated at={standing.at} />
                  </span>
                )}{' '}
                {standing.status === 'recused' && standing.person.person !== me && (
                  <Link
                    aria-label={`Undo the recusal of ${calledIn(standing.person)} from ${standing.application.applicant} …`}
                    onClick={() => onDecide({ standing, outcome: 'cleared' })}
                  >
                    Undo …
                  </Link>
                )}
              </p>
              {standing.reason !== null && <p className="conflicts-reason">{standing.reason}</p>}
            </div>
          ))}
          <p className="conflicts-note">
            {[
              counted(of('certified').length, 'certified', 'certified'),
              ...(of('cleared').length > 0 ? [`${of('cleared').length} cleared by staff`] : []),
            ].join(', ')}
            .{open.length > 0 && ` Not answered: ${open.map(nameOf).join(', ')}.`}
          </p>
        </div>
      </details>
    </li>
  )
}
