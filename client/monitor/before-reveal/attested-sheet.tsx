import type { PrintedCriterion, PrintedForm, PrintedText } from '../../../shared/print/printed-form.ts'
import { AreaLetter } from '../../ui/area-letter.tsx'
import './attested-sheet.css'

interface AttestedSheetProps {
  readonly form: PrintedForm
  /** Rows whose points are not what they were when the form was returned. */
  readonly changed: readonly string[]
}

/** A form to be read on a screen: criterion by criterion its points, what was written, and the pages cited. */
export function AttestedSheet({ form, changed }: AttestedSheetProps) {
  return (
    <div className="attested-sheet">
      <p className="second">
        {form.total.title}: <strong>{form.total.points}</strong> {form.total.of}. {form.scored}.
      </p>
      {form.criteria.map((criterion) => (
        <Part key={criterion.id} criterion={criterion} changed={changed} />
      ))}
      {form.priorities.length > 0 && <h2 className="t-heading attested-area">Priorities</h2>}
      {form.priorities.map(({ id, title, answer, text }) => (
        <section key={id} className="attested-part" aria-label={id}>
          <h3 className="attested-title">
            <span>
              {id} {title}
            </span>
            {answer !== null && <strong>{answer}</strong>}
          </h3>
          <div className="attested-texts">
            <Text name={answer === null ? 'Comment' : 'Reasons'} given={text} />
          </div>
        </section>
      ))}
    </div>
  )
}

function Part({ criterion, changed }: { criterion: PrintedCriterion; changed: readonly string[] }) {
  const { id, title, area, points, of, rows, notes, strengths, weaknesses, pages } = criterion
  return (
    <>
      {area && (
        <h2 className="t-heading attested-area">
          <AreaLetter>{area.id}</AreaLetter> {area.title}
        </h2>
      )}
      <section className="attested-part" aria-label={id}>
        <h3 className="attested-title">
          <span>
            {id} {title}
            {changed.includes(id) && <Changed />}
          </span>
          <span className="num">
            <strong>{points}</strong> <span className="third">{of}</span>
          </span>
        </h3>
        <Notes notes={notes} />
        {rows.length > 0 && (
          <table className="attested-rows">
            <caption className="visually-hidden">Points for the rows of {id}</caption>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.id} {row.title}
                    {changed.includes(row.id) && <Changed />}
                    <Notes notes={row.notes} />
                  </th>
                  <td className="num">
                    <strong>{row.points}</strong> <span className="third">{row.of}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <div className="attested-texts">
          <Text name="Strengths" given={strengths} />
          <Text name="Weaknesses" given={weaknesses} />
        </div>
        {pages !== null && <p className="attested-note">Pages cited: {pages}</p>}
      </section>
    </>
  )
}

function Changed() {
  return <span className="attested-changed"> changed since your return</span>
}

function Notes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className="attested-note">
      {note}
    </p>
  ))
}

function Text({ name, given }: { name: string; given: PrintedText }) {
  return (
    <div>
      <h4 className="attested-label">{name}</h4>
      {'instead' in given ? (
        <p className="attested-note">{given.instead}</p>
      ) : (
        <p className="attested-words">{given.text}</p>
      )}
    </div>
  )
}
