import type { Ref } from 'react'
import { setBox, setNoElements, setScore } from '../../shared/form/edits.ts'
import { Remarks } from '../reviewer/remarks.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Choice } from '../ui/choice.tsx'
import { ElementBoxes } from '../ui/element-boxes.tsx'
import { PointsEntry } from '../ui/points-entry.tsx'
import { elementsRule } from './boxes.ts'
import { numberWord } from './number-words.ts'
import type { MyColumn, OpenRoom } from './open-room.tsx'
import { ReadOnlyColumn } from './read-only-column.tsx'
import { isChanged, type RowScores } from './row-scores.ts'
import { WhyChanged } from './why-changed.tsx'
import './your-score.css'

export interface YourScoreProps {
  readonly room: OpenRoom
  readonly mine: MyColumn
  readonly scores: RowScores
  readonly ref?: Ref<HTMLElement>
}

/** One's own column on a row: the score with the attested one struck, why it changed, and the criterion's comments. */
export function YourScore({ room, mine, scores, ref }: YourScoreProps) {
  const own = scores.scores.find(({ yours }) => yours)
  if (!own) return null
  return (
    <section className="your-score" ref={ref} aria-label="Your score">
      <header className="your-score-head">
        <h2 className="t-heading">Your score</h2>
        <p>attested before the reveal: {own.attested ?? '–'}</p>
      </header>
      {mine.writable ? (
        <>
          <Entry mine={mine} scores={scores} points={own.points} was={own.attested} />
          {isChanged(own) && <WhyChanged review={room.review} mine={mine} row={scores.row.id} />}
          <div className="your-score-comments">
            <h2 className="t-heading">Your comments</h2>
            <Remarks
              criterion={scores.criterion}
              record={mine.column.record}
              place={mine.place}
              copy={room.document.copy}
              readOnly={false}
            />
          </div>
        </>
      ) : (
        <ReadOnlyColumn room={room} mine={mine} own={own} />
      )}
    </section>
  )
}

interface EntryProps {
  readonly mine: MyColumn
  readonly scores: RowScores
  readonly points: number | null
  readonly was: number | null
}

function Entry({ mine: { place, column }, scores: { row }, points, was }: EntryProps) {
  const rule = elementsRule(row)
  const ticked = column.record.elements[row.id] ?? []
  const struck = was === null || was === points ? undefined : was
  return (
    <>
      <PointsEntry
        row={row}
        value={points}
        was={struck}
        readOnly={rule !== null}
        onCommit={(next) => setScore(place, row.id, next)}
      />
      {row.rule?.kind === 'choice' && (
        <Choice
          label="Which of these is so"
          value={points === null ? null : String(points)}
          options={row.rule.choices.map((choice) => ({
            value: String(choice.points),
            label: (
              <>
                <strong>{choice.points}</strong> {choice.when}
              </>
            ),
          }))}
          onChange={(chosen) => setScore(place, row.id, Number(chosen))}
        />
      )}
      {rule && (
        <>
          <ElementBoxes
            label={`Elements of ${row.id}, ${rule.each} points each`}
            elements={rule.elements}
            checked={new Set(ticked)}
            each={rule.each}
            max={row.max}
            onToggle={(box, now) => setBox(place, row.id, box, now)}
          />
          <Checkbox checked={points === 0} onChange={(none) => setNoElements(place, row.id, none)}>
            None of the {numberWord(rule.elements.length)}
          </Checkbox>
        </>
      )}
    </>
  )
}
