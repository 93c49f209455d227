import { useRef, useState } from 'react'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { send } from '../live/connection.ts'
import { reviewPath } from '../pages.ts'
import { ReviewFrame } from '../review-frame.tsx'
import { announce } from '../ui/announce.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { ClockTime } from '../ui/clock-time.tsx'
import { Column, Columns } from '../ui/columns.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { Involved } from './involved.tsx'
import { RecuseDialog } from './recuse.tsx'
import './conflicts-page.css'

interface ConflictsPageProps {
  readonly view: View
  readonly review: ReviewView
}

/** The one question before an application opens, with who is involved in it; and where one stands once it is answered. */
export function ConflictsPage({ view, review }: ConflictsPageProps) {
  const { id, applicant } = review.application
  return (
    <ReviewFrame
      view={view}
      review={review}
      document={null}
      who={{ icon: 'lock', sentence: 'Only you and staff can see your answer.', short: 'You and staff' }}
    >
      <Columns layout="halves">
        <Column kind="read" label={`Who is involved in ${applicant}`}>
          <h2 className="conflicts-heading t-heading">Who is involved</h2>
          <Involved application={id} />
        </Column>
        <Column kind="do" label="Your answer">
          <Answer review={review} words={view.competition.conflictText} />
        </Column>
      </Columns>
    </ReviewFrame>
  )
}

interface AnswerProps {
  readonly review: ReviewView
  /** What is certified, in the competition’s own words. */
  readonly words: string | null
}

function Answer({ review, words }: AnswerProps) {
  const { conflict } = review
  switch (conflict?.status) {
    case 'certified':
    case 'cleared':
      return <Certified review={review} at={conflict.at} cleared={conflict.status === 'cleared'} />
    case 'unsure':
      return <WaitsForStaff review={review} at={conflict.at} />
    default:
      return <Question review={review} words={words} />
  }
}

type Chosen = 'certified' | 'unsure' | 'recused'

function Question({ review, words: own }: AnswerProps) {
  const { applicant } = review.application
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [recusing, setRecusing] = useState(false)
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const reason = useRef<HTMLTextAreaElement>(null)

  async function answer(): Promise<void> {
    setFault(null)
    if (chosen === null) {
      setFault('Choose one of the three answers.')
      return
    }
    if (chosen === 'recused') {
      setRecusing(true)
      return
    }
    setPending(true)
    const given = chosen === 'unsure' ? (reason.current?.value.trim() ?? '') : ''
    const answered = await send({ kind: 'conflict.answer', review: review.id, answer: chosen, reason: given })
    setPending(false)
    if ('refused' in answered) setFault(answered.sentence)
    else
      announce(chosen === 'certified' ? `You certified. ${applicant} is open.` : 'Staff have your question.')
  }

  return (
    <div className="conflicts-answer">
      <h1 className="t-title">Do you have a conflict of interest with {applicant}?</h1>
      {own === null ? (
        <p className="second">
          A conflict is anything through which you, your family or your employer could gain or lose by this
          application, or that would make others doubt your judgment of it. The application opens once you
          have certified.
        </p>
      ) : (
        <>
          {own.split(/\n+/u).map((part) => (
            <p key={part}>{part}</p>
          ))}
          <p className="second">The application opens once you have certified.</p>
        </>
      )}
      <Choice<Chosen>
        label="Your answer"
        value={chosen}
        onChange={(next) => {
          setChosen(next)
          setFault(null)
        }}
        options={[
          { value: 'certified', label: 'I certify that I have none', hint: `${applicant} opens at once.` },
          {
            value: 'unsure',
            label: 'I am not sure: ask staff',
            hint: `${applicant} stays shut until staff decide.`,
          },
          {
            value: 'recused',
            label: 'I have one, and recuse myself',
            hint: `${applicant} disappears from your pages. Only staff can undo this.`,
          },
        ]}
      />
      {chosen === 'unsure' && (
        <TextArea ref={reason} label="What staff should know" most={limits.reasonLength} rows={3} />
      )}
      {fault && (
        <FieldSentence id="conflict-fault" kind="fault">
          {fault}
        </FieldSentence>
      )}
      <div>
        <Button
          kind={chosen === null ? 'cannotYet' : chosen === 'recused' ? 'removing' : 'primary'}
          pending={pending}
          onClick={() => void answer()}
        >
          {chosen === null ? 'Answer: choose one of the three' : words[chosen]}
        </Button>
      </div>
      <RecuseDialog review={review} open={recusing} onClose={() => setRecusing(false)} />
    </div>
  )
}

const words: { readonly [chosen in Chosen]: string } = {
  certified: 'Certify',
  unsure: 'Ask staff',
  recused: 'Recuse yourself',
}

function Certified({ review, at, cleared }: { review: ReviewView; at: number | null; cleared: boolean }) {
  return (
    <div className="conflicts-answer">
      <h1 className="t-title">
        {cleared ? 'Staff cleared you for ' : 'You certified for '}
        {review.application.applicant}
      </h1>
      <p className="second">
        {at !== null && (
          <>
            At <ClockTime at={at} />.{' '}
          </>
        )}
        You can still recuse yourself, from any page of this application.
      </p>
      <div>
        <Onward review={review} />
      </div>
    </div>
  )
}

/** A monitor has no form: what they lead is the panel's board. */
function Onward({ review: { id, room, mine } }: { review: ReviewView }) {
  const [page, words] = room
    ? (['room', 'Go to the panel room'] as const)
    : mine
      ? (['score', 'Go to your form'] as const)
      : (['board', 'Go to the panel board'] as const)
  return (
    <ButtonLink kind="primary" href={reviewPath(id, page)}>
      {words}
    </ButtonLink>
  )
}

function WaitsForStaff({ review, at }: { review: ReviewView; at: number | null }) {
  const { applicant } = review.application
  const [recusing, setRecusing] = useState(false)
  return (
    <div className="conflicts-answer">
      <h1 className="t-title">Staff have your question</h1>
      <p className="second">
        {at !== null && (
          <>
            You asked at <ClockTime at={at} />.{' '}
          </>
        )}
        {applicant} stays shut until they decide. This page changes by itself when they have. You need not
        wait for it to recuse yourself.
      </p>
      <div>
        <Button kind="removing" onClick={() => setRecusing(true)}>
          Recuse yourself
        </Button>
      </div>
      <RecuseDialog review={review} open={recusing} onClose={() => setRecusing(false)} />
    </div>
  )
}
