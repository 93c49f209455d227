import type { SetUpApplication } from '../../../../shared/competition/set-up-page.ts'
import type { Check } from '../../../../shared/competition/set-up.ts'
import { toldStanding, type IntakeStanding } from '../../../../shared/set-up-words/intake-standing.ts'
import { setUpPath } from '../../../pages.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Link } from '../../../ui/link.tsx'
import './intake-table.css'

export interface IntakeLine {
  readonly application: SetUpApplication
  readonly standing: IntakeStanding
}

interface IntakeTableProps {
  readonly checklist: readonly Check[]
  readonly lines: readonly IntakeLine[]
  /** The application that is open beside the table. */
  readonly open: string | null
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Applications and what is checked of each. The items have numbers here; the list above the table says them whole. */
export function IntakeTable({ checklist, lines, open, chosen, onChoose }: IntakeTableProps) {
  const ids = lines.map(({ application }) => application.id)
  const all = ids.every((id) => chosen.has(id))
  return (
    <table className="intake-table">
      <thead>
        <tr>
          <td className="intake-pick">
            <Checkbox checked={all} onChange={(on) => onChoose(new Set(on ? ids : []))}>
              <span className="visually-hidden">Choose all that are shown</span>
            </Checkbox>
          </td>
          <th scope="col">Applicant</th>
          {checklist.map(({ id, title }, at) => (
            <th key={id} scope="col" className="intake-mark" title={title}>
              {at + 1}
              <span className="visually-hidden">. {title}</span>
            </th>
          ))}
          <th scope="col" className="intake-standing">
            Intake
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ application, standing }) => {
          const { id, applicant, intake } = application
          return (
            <tr key={id} data-application={id} data-open={id === open || undefined}>
              <td className="intake-pick">
                <Checkbox
                  checked={chosen.has(id)}
                  onChange={(on) => {
                    const next = new Set(chosen)
                    if (on) next.add(id)
                    else next.delete(id)
                    onChoose(next)
                  }}
                >
                  <span className="visually-hidden">Choose {applicant}</span>
                </Checkbox>
              </td>
              <th scope="row">
                <Link
                  look="quiet"
                  href={setUpPath('intake', id)}
                  aria-current={id === open ? 'true' : undefined}
                >
                  {applicant}
                </Link>
              </th>
              {checklist.map((check) => (
                <td key={check.id} className="intake-mark">
                  <Mark outcome={intake[check.id]?.outcome} />
                </td>
              ))}
              <td className="intake-standing">
                {standing.fails && <strong>Not reviewed. </strong>}
                {toldStanding(standing)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Mark({ outcome }: { readonly outcome: 'met' | 'notMet' | undefined }) {
  if (outcome === 'met') return <Icon name="check" size="small" label="Met" />
  if (outcome === 'notMet')
    return (
      <span className="intake-not-met">
        <Icon name="close" size="small" label="Not met" />
      </span>
    )
  return (
    <span className="third">
      <span aria-hidden>·</span>
      <span className="visually-hidden">Not judged</span>
    </span>
  )
}
