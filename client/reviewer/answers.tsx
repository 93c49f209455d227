import { useView } from '../live/connection.ts'
import { Dated } from './dated.tsx'
import { itemInSentence } from './field-words.ts'
import './answers.css'

/** What staff have answered about a row or priority: in every panel, dated, naming nobody. Draws nothing where nothing is. */
export function Answers({ item }: { readonly item: string }) {
  const answers = useView()?.answers.filter(({ row }) => row === item) ?? []
  if (answers.length === 0) return null
  return (
    <section className="answers" aria-label={`What staff answered about ${itemInSentence(item)}`}>
      {answers.map(({ at, asked, answer }) => (
        <div key={`${at} ${asked}`} className="answer">
          <p className="answer-when">
            Staff answered on <Dated at={at} />
          </p>
          <p className="answer-asked t-side">{asked}</p>
          <p className="answer-words t-side">{answer}</p>
        </div>
      ))}
    </section>
  )
}
