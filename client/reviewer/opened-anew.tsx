import { Fragment, type ReactNode } from 'react'
import type { MineView, OpenedAnewView, ReviewView } from '../../shared/competition/view.ts'
import { askedAnew, type AskedAnew } from '../../shared/rubric/edit/asked-anew.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { useRubric } from '../live/read.ts'
import { reviewPath } from '../pages.ts'
import { capitalized, numberWord } from '../room/number-words.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { Dated } from './dated.tsx'
import './asked-of-me.css'

interface FormOpenedAnewProps {
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly mine: MineView
}

/** On the ready check: what a new version changed, why, and that the form is open again. Draws nothing where none opened it. */
export function FormOpenedAnew({ review, rubric, mine }: FormOpenedAnewProps) {
  const opened = openedNow(mine)
  const asked = useAskedAnew(opened, rubric)
  if (!opened) return null
  return (
    <RubricChanged opened={opened} asked={asked} review={review.id}>
      Your form was ready and is open again. What you gave stands: look at it, then say ready again.
    </RubricChanged>
  )
}

/** The same at a row or priority that the new version changed, about that one alone. Draws nothing at the others. */
export function ItemOpenedAnew({ rubric, mine, item }: FormOpenedAnewProps & { readonly item: string }) {
  const opened = openedNow(mine)
  const asked = useAskedAnew(opened, rubric).filter((each) => each.item === item)
  if (!opened || asked.length === 0) return null
  return (
    <RubricChanged opened={opened} asked={asked}>
      What you gave stands: look at it. Your form was ready and is open again until you say so anew.
    </RubricChanged>
  )
}

/** On the first page: for each change of the rubric that opened forms of one's own, what it is, why, and how many. */
export function FormsOpenedAnew({ reviews }: { readonly reviews: readonly ReviewView[] }) {
  const opened = reviews.filter(({ mine }) => openedNow(mine) !== null)
  const alike = Map.groupBy(opened, ({ rubric, mine }) => JSON.stringify([rubric, mine?.askedAnew]))
  return [...alike].map(([key, group]) => <OpenedAlike key={key} reviews={group} />)
}

function OpenedAlike({ reviews }: { readonly reviews: readonly ReviewView[] }) {
  const [first] = reviews
  const opened = openedNow(first?.mine ?? null)
  const rubric = useRubric(first?.rubric ?? null)
  const asked = useAskedAnew(opened, rubric.is === 'read' ? rubric.value : null)
  if (!first || !opened) return null
  return (
    <div className="my-applications-news">
      <RubricChanged opened={opened} asked={asked}>
        {reviews.length === 1
          ? `Your form on ${first.application.applicant} was ready and is open again.`
          : `${capitalized(numberWord(reviews.length))} of your forms were ready and are open again.`}{' '}
        What you gave stands: look at it, then say ready again.
      </RubricChanged>
    </div>
  )
}

function openedNow(mine: MineView | null): OpenedAnewView | null {
  return mine?.form.writable ? mine.askedAnew : null
}

/** What is asked otherwise than when a form was ready; none until both versions are read. */
function useAskedAnew(opened: OpenedAnewView | null, rubric: Rubric | null): readonly AskedAnew[] {
  const from = useRubric(opened?.from ?? null)
  return from.is === 'read' && rubric ? askedAnew(from.value, rubric) : []
}

interface RubricChangedProps {
  readonly opened: OpenedAnewView
  readonly asked: readonly AskedAnew[]
  /** Where given, what has changed leads to where one looks at it. */
  readonly review?: string
  readonly children: ReactNode
}

function RubricChanged({ opened: { versions }, asked, review, children }: RubricChangedProps) {
  const reasons = versions.flatMap(({ at, why }) => (why === null ? [] : [{ at, why }]))
  return (
    <section className="asked-of-me" aria-label="The rubric changed">
      <div className="asked-of-me-part">
        <Icon name="warning" />
        <div>
          <p>
            <strong>
              The rubric changed on{' '}
              {versions.map(({ at }, index) => (
                <Fragment key={at}>
                  {index > 0 && ' and '}
                  <Dated at={at} />
                </Fragment>
              ))}
            </strong>
            {asked.length === 0 ? '.' : ':'}
            {asked.map(({ item, name, says }) => (
              <Fragment key={`${name} ${says}`}>
                {' '}
                {review === undefined ? (
                  name
                ) : (
                  <Link href={reviewPath(review, 'score', item)}>{name}</Link>
                )}{' '}
                {says}
              </Fragment>
            ))}
          </p>
          {reasons.length > 0 && <p>{reasons.length === 1 ? 'Staff’s reason:' : 'Staff’s reasons:'}</p>}
          {reasons.map(({ at, why }) => (
            <blockquote key={at} className="asked-of-me-reason">
              {why}
            </blockquote>
          ))}
          <p className="second">{children}</p>
        </div>
      </div>
    </section>
  )
}
