import type { View } from '../../shared/competition/view.ts'
import type { FormRecord } from '../../shared/form/form-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { reviewPath } from '../pages.ts'
import { counted } from '../room/number-words.ts'
import { Link } from '../ui/link.tsx'
import { shortComments } from './ready-items.ts'
import './short-comments.css'

interface ShortCommentsProps {
  readonly view: View
  readonly review: string
  readonly rubric: Rubric
  readonly record: FormRecord
}

/** Comments that are shorter than the competition asks for: pointed out, and in nobody’s way. */
export function ShortComments({ view, review, rubric, record }: ShortCommentsProps) {
  const { shortestComment } = view.competition
  const short = shortComments(record, rubric, shortestComment)
  if (short.length === 0) return null
  return (
    <section className="short-comments" aria-labelledby="short-comments-title">
      <h2 className="t-subheading" id="short-comments-title">
        Shorter than {counted(shortestComment ?? 0, 'character')}
      </h2>
      <p className="second t-small">
        This competition asks for at least that in a comment. You can say ready with shorter ones.
      </p>
      <ul className="short-comments-list">
        {short.map(({ sentence, item }) => (
          <li key={sentence}>
            <Link href={reviewPath(review, 'score', item)}>{sentence}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
