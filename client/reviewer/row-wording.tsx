import type { Row } from '../../shared/rubric/rubric.ts'
import { Wording } from './wording.tsx'
import './row-wording.css'

const bandWords = { high: 'High', medium: 'Medium', low: 'Low', zero: '0' } as const

/** Where the rule of the row on the page stands. */
export const ruleId = 'row-rule'

/** What a row asks: its summary with its parts, the rule if it has one, and what the State was to show. */
export function RowWording({ row }: { row: Row }) {
  const { summary, parts, evidence, rule } = row
  return (
    <div className="row-wording">
      <Wording summary={summary} parts={parts} />
      {rule && (
        <div className="row-wording-rule" id={ruleId}>
          <p>{rule.text}</p>
          {rule.kind === 'guidance' && rule.bands.length > 0 && (
            <div>
              <dl className="row-wording-bands">
                {rule.bands.map(({ band, when }) => (
                  <div key={band}>
                    <dt>{bandWords[band]}</dt>
                    <dd>{when}</dd>{' '}
                  </div>
                ))}
              </dl>
            </div>
          )}
          {rule.kind === 'guidance' && rule.conflict && (
            <p className="row-wording-conflict">
              <strong>Two readings.</strong> {rule.conflict}
            </p>
          )}
        </div>
      )}
      {evidence.length > 0 && (
        <details className="row-wording-evidence">
          <summary>What the State was asked to show</summary>
          <ul>
            {evidence.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
