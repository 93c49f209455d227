import { useRead, type Involved as InvolvedParty } from '../live/read.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import './involved.css'

const headings: { readonly [kind in InvolvedParty['kind']]: string } = {
  applicant: 'Applicant',
  districts: 'Districts',
  partners: 'Partners',
  consultants: 'Consultants',
  signatories: 'Signatories',
}

/** Everybody through whom a conflict could come, told before the application itself opens. */
export function Involved({ application }: { application: string }) {
  const reading = useRead<readonly InvolvedParty[]>(
    `/api/applications/${application}/involved`,
    'Who is involved',
  )
  if (reading.is === 'reading') return <p className="third">Reading who is involved.</p>
  if (reading.is === 'failed') {
    return (
      <Empty title={reading.sentence} sentence="You need not answer before you have read it.">
        <Button onClick={reading.again}>Try again</Button>
      </Empty>
    )
  }
  const kinds = [...new Set(reading.value.map(({ kind }) => kind))]
  return (
    <dl className="involved">
      {kinds.map((kind) => (
        <div key={kind} className="involved-kind">
          <dt>{headings[kind]}</dt>
          <dd>
            {reading.value
              .filter((party) => party.kind === kind)
              .map(({ text }) => (
                <p key={text} className="t-side">
                  {text}
                </p>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
