import { useLayoutEffect, useRef } from 'react'
import type { ReviewView } from '../../shared/competition/view.ts'
import { inTurn } from '../in-turn.ts'
import { counted } from '../room/number-words.ts'
import { Refused } from '../room/refused.tsx'
import { useCommand } from '../room/use-command.ts'
import { announce } from '../ui/announce.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { drawnSeed } from './steer.ts'
import './application-order.css'

type By = 'listed' | 'random' | 'hand'

const orders: Readonly<Record<By, string>> = { listed: 'As listed', random: 'At random', hand: 'By hand' }

/**
 * In which order a panel takes its applications, and how that came about, as its monitor says it: by the list, drawn at random, or by
 * hand with the arrows. Draws nothing for a panel of one application.
 */
export function ApplicationOrder({ reviews }: { reviews: readonly ReviewView[] }) {
  const { pending, refused, run } = useCommand()
  const list = useRef<HTMLOListElement>(null)
  /** What had the focus before the list was put in another order: moving an element takes the focus from it. */
  const pressed = useRef<string | null>(null)
  const ordered = inTurn(reviews)
  const order = ordered.map(({ id }) => id).join(' ')
  useLayoutEffect(() => {
    const { current: at } = pressed
    pressed.current = null
    if (at !== null) list.current?.querySelector<HTMLElement>(`[data-act="${CSS.escape(at)}"]`)?.focus()
  }, [order])

  const first = ordered.find(({ turn }) => turn !== null)
  if (!first?.turn || first.turn.of < 2) return null
  const { by, of } = first.turn
  const { id } = first
  // A monitor who is recused from one of them cannot say where it comes.
  const whole = of === ordered.length

  async function arrange(to: By, wanted: readonly ReviewView[], said: string): Promise<void> {
    const seed = to === 'random' ? { seed: drawnSeed() } : {}
    const reviewsWanted = to === 'hand' ? wanted.map((review) => review.id) : []
    if (await run({ kind: 'panel.arrange', review: id, by: to, reviews: reviewsWanted, ...seed }))
      announce(said)
  }

  function move(review: ReviewView, step: -1 | 1): void {
    const from = ordered.indexOf(review)
    const other = ordered[from + step]
    if (!other || pending) return
    pressed.current = `${step} ${review.id}`
    const { applicant } = review.application
    void arrange(
      'hand',
      ordered.with(from, other).with(from + step, review),
      `${applicant} comes ${from + step + 1} of ${ordered.length}.`,
    )
  }

  return (
    <section className="application-order" aria-labelledby="application-order">
      <div className="application-order-head">
        <h2 className="t-subheading" id="application-order">
          Order of the panel’s {counted(of, 'application')}
        </h2>
        <Menu
          label={`Order of the applications: ${orders[by]}`}
          choices={(['listed', 'random'] as const).map((to) => ({
            id: to,
            label: orders[to],
            now: to === by,
          }))}
          onPick={(to) =>
            void arrange(to, ordered, `The applications are ordered: ${orders[to].toLowerCase()}.`)
          }
        >
          {orders[by]}
        </Menu>
      </div>
      <ol ref={list}>
        {ordered.map((review, at) => {
          const { applicant } = review.application
          return (
            <li key={review.id} className="application-order-item">
              <span className="application-order-place" aria-hidden>
                {at + 1}
              </span>
              <span>{applicant}</span>
              {whole &&
                ([-1, 1] as const).map((step) => {
                  const label = `Move ${applicant} ${step < 0 ? 'up' : 'down'}`
                  return (
                    <button
                      key={step}
                      type="button"
                      className="application-order-move"
                      data-act={`${step} ${review.id}`}
                      aria-label={label}
                      title={label}
                      onClick={() => move(review, step)}
                    >
                      <Icon name={step < 0 ? 'chevron-up' : 'chevron-down'} size="small" />
                    </button>
                  )
                })}
            </li>
          )
        })}
      </ol>
      <p className="second">Order on record: {orders[by].toLowerCase()}.</p>
      <Refused sentence={refused} />
    </section>
  )
}
