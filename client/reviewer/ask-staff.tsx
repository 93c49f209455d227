import { useEffect, useRef, useState } from 'react'
import type { AskedView } from '../../shared/competition/question-view.ts'
import type { ReviewView } from '../../shared/competition/view.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { send, useLine, useView } from '../live/connection.ts'
import { useHeld } from '../pause/use-held.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Dated } from './dated.tsx'
import { itemInSentence } from './field-words.ts'
import './ask-staff.css'

interface AskStaffProps {
  readonly review: ReviewView
  /** A row, or a priority that takes an answer. */
  readonly item: string
  readonly kind: 'row' | 'priority'
}

/** What was typed and not sent yet, by person, review and row: it is there again for whoever comes back to the row. */
const drafts = new Map<string, string>()

/** A reviewer's questions to staff about a row: those that were asked, and asking another. */
export function AskStaff({ review, item, kind }: AskStaffProps) {
  const draft = `${useView()?.me.person} ${review.id} ${item}`
  const [open, setOpen] = useState(() => drafts.has(draft))
  const button = useRef<HTMLButtonElement>(null)
  const asked = review.mine?.questions.filter(({ row }) => row === item) ?? []
  const over = review.lock !== null
  if (over && asked.length === 0) return null
  function close(): void {
    setOpen(false)
    // The button that opened it is drawn again first.
    requestAnimationFrame(() => button.current?.focus({ preventScroll: true }))
  }
  return (
    <section className="ask-staff" aria-label={`Your questions about ${itemInSentence(item)}`}>
      {asked.map((question) => (
        <Asked key={`${question.at} ${question.text}`} question={question} />
      ))}
      {over ? null : open ? (
        <Asking review={review} item={item} draft={draft} onClose={close} />
      ) : (
        <div className="ask-staff-open">
          <Button kind="quiet" ref={button} onClick={() => setOpen(true)}>
            Ask staff about this {kind}
          </Button>
        </div>
      )}
    </section>
  )
}

function Asked({ question: { at, text, answeredAt } }: { readonly question: AskedView }) {
  return (
    <div className="asked">
      <p className="asked-when">
        You asked staff on <Dated at={at} />.{' '}
        {answeredAt === null ? (
          <strong>No answer yet.</strong>
        ) : (
          <>
            They answered on <Dated at={answeredAt} />.
          </>
        )}
      </p>
      <p className="asked-words t-side">{text}</p>
    </div>
  )
}

interface AskingProps extends Omit<AskStaffProps, 'kind'> {
  readonly draft: string
  readonly onClose: () => void
}

function Asking({ review, item, draft, onClose }: AskingProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const held = useHeld()
  const line = useLine()
  const whole = useRef<HTMLDivElement>(null)
  useEffect(() => {
    whole.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  async function ask(): Promise<void> {
    const text = area.current?.value.trim() ?? ''
    if (text === '') {
      setFault('Write your question first.')
      area.current?.focus()
      return
    }
    setPending(true)
    setFault(null)
    const answer = await send({ kind: 'question.ask', review: review.id, row: item, text })
    setPending(false)
    if ('refused' in answer) {
      setFault(answer.sentence)
      return
    }
    drafts.delete(draft)
    announce('Your question is with staff.')
    onClose()
  }

  return (
    <div className="asking" ref={whole}>
      <TextArea
        // Whoever pressed the button wants to write now.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        ref={area}
        label={`Your question about ${itemInSentence(item)}, for staff`}
        most={limits.reasonLength}
        rows={3}
        defaultValue={drafts.get(draft) ?? ''}
        readOnly={pending}
        onInput={({ currentTarget: { value } }) => {
          if (value.trim() === '') drafts.delete(draft)
          else drafts.set(draft, value)
        }}
      />
      <p className="second t-small">
        Only staff read it. Their answer appears at this row in every panel and names nobody.
      </p>
      {fault !== null && (
        <FieldSentence id="asking-fault" kind="fault">
          {fault}
        </FieldSentence>
      )}
      {pending && line === 'offline' && (
        <p className="second t-small" role="status">
          There is no line. It goes to staff once it is back; keep this tab open.
        </p>
      )}
      <div className="asking-ways">
        <Button onClick={onClose}>Not now</Button>
        <Button kind="primary" pending={pending || held} onClick={() => void ask()}>
          Send to staff
        </Button>
      </div>
    </div>
  )
}
