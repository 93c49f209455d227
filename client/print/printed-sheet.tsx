import type {
  PrintedCriterion,
  PrintedForm,
  PrintedPriority,
  PrintedText,
} from '../../shared/print/printed-form.ts'
import './printed-sheet.css'

interface PrintedSheetProps {
  readonly form: PrintedForm
  readonly applicant: string
  /** Competition, tier and seat. */
  readonly facts: string
  readonly status: string
  /** When it was printed. */
  readonly printed: string
  /** What stands at the head of every printed page. */
  readonly running: string
  readonly rehearsal: boolean
}

const invented = 'Rehearsal: invented scores'

/** A form set out for paper. Its head runs along at the top of each printed page. */
export function PrintedSheet(props: PrintedSheetProps) {
  const { form, applicant, facts, status, printed, running, rehearsal } = props
  return (
    <div className="printed">
      <div className="printed-running" aria-hidden>
        <span>{running}</span> {rehearsal && <span>{invented}</span>}
      </div>
      <article className="printed-body">
        <header className="printed-head">
          <h1 className="t-title">{applicant}: technical review form</h1>
          {rehearsal && (
            <p>
              <strong>{invented}.</strong>
            </p>
          )}
          <p>{facts}</p>
          <p>
            {status}. Printed {printed}.
          </p>
          <p className="printed-total">
            {form.total.title}: {form.total.points} {form.total.of}. {form.scored}.
          </p>
        </header>
        {form.criteria.map((criterion) => (
          <PrintedPart key={criterion.id} criterion={criterion} />
        ))}
        {form.priorities.length > 0 && <h2 className="printed-area">Priorities</h2>}
        {form.priorities.map((priority) => (
          <PrintedAnswer key={priority.id} priority={priority} />
        ))}
        <p className="printed-end">End of the form.</p>
      </article>
    </div>
  )
}

function PrintedPart({ criterion }: { readonly criterion: PrintedCriterion }) {
  const { id, title, area, points, of, rows, notes, strengths, weaknesses, pages, minority } = criterion
  return (
    <>
      {area && (
        <h2 className="printed-area">
          {area.id}. {area.title}
        </h2>
      )}
      <section className="printed-part" aria-label={id}>
        <h3 className="printed-title">
          <span>
            {id} {title}
          </span>{' '}
          <span className="num">
            {points} {of}
          </span>
        </h3>
        <Notes notes={notes} />
        {rows.length > 0 && (
          <table className="printed-rows">
            <caption className="visually-hidden">Points for the rows of {id}</caption>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.id} {row.title}
                    <Notes notes={row.notes} />
                  </th>
                  <td className="num">
                    {row.points} {row.of}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Text name="Strengths" given={strengths} />
        <Text name="Weaknesses" given={weaknesses} />
        {minority && <Text name="Minority view" given={minority} />}
        {pages !== null && <p className="printed-note">Pages cited: {pages}</p>}
      </section>
    </>
  )
}

function PrintedAnswer({ priority }: { readonly priority: PrintedPriority }) {
  const { id, title, answer, text } = priority
  return (
    <section className="printed-part" aria-label={id}>
      <h3 className="printed-title">
        {id} {title}
      </h3>
      {answer !== null && <p>{answer}</p>}
      <Text name={answer === null ? 'Comment' : 'Reasons'} given={text} />
    </section>
  )
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className="printed-note">
      {note}
    </p>
  ))
}

function Text({ name, given }: { readonly name: string; readonly given: PrintedText }) {
  return (
    <div className="printed-text">
      <h4 className="t-label">{name}</h4>
      {'instead' in given ? (
        <p className="printed-note">{given.instead}</p>
      ) : (
        <p className="printed-words">{given.text}</p>
      )}
    </div>
  )
}
