import { useState } from 'react'
import type { ReviewView, View } from '../../shared/competition/view.ts'
import { formHash, formTotal, type FormRecord } from '../../shared/form/form-record.ts'
import { countedRows, type Rubric } from '../../shared/rubric/rubric.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { missesInWords, reachInWords, reachOfTotal } from '../../shared/rubric/told-points.ts'
import { scoreRow } from '../../shared/rubric/total-words.ts'
import { send, useLine } from '../live/connection.ts'
import { whenSaved, type OpenDocument } from '../live/documents.ts'
import { recordOf } from '../live/use-record.ts'
import { goTo, reviewPath } from '../pages.ts'
import { useHeld } from '../pause/use-held.ts'
import { counted } from '../room/number-words.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { FieldSentence } from '../ui/field-sentence.tsx'
import type { Lacking } from './ready-items.ts'
import './attest.css'

interface AttestProps {
  readonly view: View
  readonly review: ReviewView
  readonly rubric: Rubric
  readonly record: FormRecord
  readonly parts: readonly Lacking[]
  readonly open: OpenDocument
}

/** Saying ready: what is attested, in the competition’s own words where it has some; or how much is missing, and the way to it. */
export function Attest({ view, review, rubric, record, parts, open }: AttestProps) {
  const held = useHeld()
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const line = useLine()
  const first = parts[0]?.things[0]
  const { attestation } = view.competition

  async function attest(): Promise<void> {
    setPending(true)
    setRefused(null)
    await whenSaved(open.name)
    const hash = formHash(recordOf(open.doc, rubric))
    const answer = await send({ kind: 'form.attest', review: review.id, hash, rubric: review.rubric })
    setPending(false)
    if ('refused' in answer) setRefused(answer.sentence)
    else announce('You are ready. Your form can be read and no longer written.')
  }

  if (first) {
    const things = parts.reduce((sum, part) => sum + part.things.length, 0)
    return (
      <div>
        <Button kind="cannotYet" onClick={() => goTo(reviewPath(review.id, 'score', first.item))}>
          Say ready: {counted(things, 'thing')} missing
        </Button>
      </div>
    )
  }
  return (
    <div className="ready-attest">
      <p>
        <Sum rubric={rubric} record={record} />{' '}
        {attestation === null &&
          'These are my own preliminary scores and comments. I gave them without knowing those of the other reviewers.'}
      </p>
      {attestation !== null && <p className="attest-words">{attestation}</p>}
      <p className="second">
        Saying ready attests to this and closes your form. You can take it back until{' '}
        {review.tier === 0 ? 'staff open the spread of the sample' : 'the scores are revealed'}.
        {review.tier > 0 &&
          view.competition.rules.monitorReadsAttested &&
          ' From then on your panel monitor may open it to prepare; each opening is recorded.'}
      </p>
      <div>
        <Button kind="primary" pending={pending || held} onClick={() => void attest()}>
          Say ready
        </Button>
      </div>
      {pending && (line === 'offline' || open.status.since !== null) && (
        <p className="second" role="status">
          {open.status.unable
            ? 'The server cannot save at the moment. You are ready once it can; keep this tab open.'
            : 'There is no line. You are ready once it is back; keep this tab open.'}
        </p>
      )}
      {refused && (
        <FieldSentence id="attest-refused" kind="fault">
          {refused}
        </FieldSentence>
      )}
    </div>
  )
}

function Sum({ rubric, record }: { readonly rubric: Rubric; readonly record: FormRecord }) {
  const total = formTotal(rubric, record)
  const only = scoreRow(rubric)
  const reach = { ...reachOfTotal(rubric), max: rubric.totals.points }
  const missed = missesInWords(rubric, total, rubric.threshold)
  return (
    <>
      {only ? `My score, ${only.title}, is` : `My ${countedRows(rubric).length} rows add up to`}{' '}
      <strong>{shownPoints(rubric, total)}</strong>
      {reach.min === 0 ? ' ' : ', '}
      {reachInWords(rubric, reach)}
      {missed !== null && `: ${missed}`}.
    </>
  )
}
