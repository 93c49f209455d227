import type { Row, Rule } from '../../shared/rubric/rubric.ts'
import { bandWord, shownEnd, type Scaled } from '../../shared/rubric/told-points.ts'
import { ItemWording } from '../notice/item-wording.tsx'
import type { CriteriaOf } from '../notice/words-of-item.ts'
import { capitalized } from '../room/number-words.ts'
import { Wording } from './wording.tsx'
import './row-wording.css'

/** Where the rule of the row on the page stands. */
export const ruleId = 'row-rule'

/** What a row asks: the notice's own words or a summary with its parts, the rule if it has one, and what the applicant was to show. */
export function RowWording({ rubric, row }: { rubric: Scaled & CriteriaOf; row: Row }) {
  const { summary, parts, evidence, rule } = row
  return (
    <ItemWording
      rubric={rubric}
      item={row.id}
      summary={<Wording summary={summary} parts={parts} />}
      evidence={
        evidence.length > 0 && (
          <details className="row-wording-evidence">
            <summary>What the applicant was asked to show</summary>
            <ul>
              {evidence.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </details>
        )
      }
    >
      {rule && <RuleWording rubric={rubric} rule={rule} />}
    </ItemWording>
  )
}

function RuleWording({ rubric, rule }: { rubric: Scaled; rule: Rule }) {
  return (
    <div className="row-wording-rule" id={ruleId}>
      <RuleText text={rule.text} />
      {rule.kind === 'guidance' && rule.bands.length > 0 && (
        <div>
          <dl className="row-wording-bands">
            {rule.bands.map(({ band, when }) => (
              <div key={band}>
                <dt>{band === 'zero' ? shownEnd(rubric, 0) : capitalized(bandWord(rubric, band))}</dt>
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
  )
}

/** A rule of several lines is a sentence and a list under it: what each step of a scale stands for. */
function RuleText({ text }: { readonly text: string }) {
  const [first = '', ...steps] = text.split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      <p>{first}</p>
      {steps.length > 0 && (
        <ul className="row-wording-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      )}
    </>
  )
}
