import { Dated } from '../../../reviewer/dated.tsx'
import { counted } from '../../../room/number-words.ts'
import { Button } from '../../../ui/button.tsx'
import { calledIn } from '../people/people-words.ts'
import type { Deciding } from './decide-dialog.tsx'
import type { Standing } from './standings.ts'

interface WaitingListProps {
  /** Nobody decides about themselves. */
  readonly me: string
  readonly standings: readonly Standing[]
  readonly onDecide: (deciding: Deciding) => void
}

/** Who was not sure, about what and why; each waits for a decision of staff. Draws nothing where nobody was. */
export function WaitingList({ me, standings, onDecide }: WaitingListProps) {
  if (standings.length === 0) return null
  return (
    <section className="conflicts-waiting" aria-labelledby="waiting">
      <h2 className="t-heading" id="waiting">
        {counted(standings.length, 'answer')} “not sure”: you decide
      </h2>
      <ul>
        {standings.map((standing) => {
          const { person, application, at, reason } = standing
          const name = calledIn(person)
          return (
            <li key={`${person.person} ${application.id}`}>
              <div>
                <p>
                  <strong>{name}</strong> about <strong>{application.applicant}</strong>
                  {at !== null && (
                    <span className="third">
                      , <Dated at={at} />
                    </span>
                  )}
                </p>
                <p className="conflicts-reason">{reason ?? 'Nothing was written.'}</p>
              </div>
              {person.person === me ? (
                <p className="conflicts-note">Another of program staff decides about you.</p>
              ) : (
                <div className="conflicts-decide">
                  <Button
                    size="small"
                    aria-label={`Clear ${name} for ${application.applicant} …`}
                    onClick={() => onDecide({ standing, outcome: 'cleared' })}
                  >
                    Clear …
                  </Button>
                  <Button
                    size="small"
                    kind="removing"
                    aria-label={`Recuse ${name} from ${application.applicant} …`}
                    onClick={() => onDecide({ standing, outcome: 'recused' })}
                  >
                    Recuse …
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
