import { useLayoutEffect, useRef } from 'react'
import type { AgendaItem } from '../../../shared/competition/discussion.ts'
import { limits } from '../../../shared/protocol/limits.ts'
import { topicName, topicTitle } from '../../room/discussion/discussion-words.ts'
import type { OpenRoom } from '../../room/open-room.tsx'
import { ListTool } from '../../ui/list-tool.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { arranged } from '../steer.ts'
import type { Steering } from '../use-steering.ts'
import { itemsOf, moved, stateOf } from './agenda-state.ts'
import { ItemSign } from './agenda-items.tsx'

export interface AgendaEditedProps {
  readonly room: OpenRoom
  readonly steering: Steering
  readonly items: readonly AgendaItem[]
}

/** What is said aloud of the agenda as it is to be. */
type Said = (after: readonly AgendaItem[]) => string

/** The agenda put in order by hand: each item up, down, off, and its minutes. Each press is put on record at once. */
export function AgendaEdited({ room, steering, items }: AgendaEditedProps) {
  const { review, rubric } = room
  const list = useRef<HTMLOListElement>(null)
  /** What had the focus before the list was put in another order: moving an element takes the focus from it. */
  const pressed = useRef<string | null>(null)
  const order = items.map(({ row }) => row).join(' ')
  useLayoutEffect(() => {
    const { current: at } = pressed
    pressed.current = null
    if (at !== null) list.current?.querySelector<HTMLElement>(`[data-act="${CSS.escape(at)}"]`)?.focus()
  }, [order])

  const { discussion } = review
  if (!discussion) return null

  /** Each press is of the agenda as it is by then, on which the row may not be any more. */
  function record(
    row: string,
    next: (items: readonly AgendaItem[]) => readonly AgendaItem[],
    said: Said,
  ): void {
    void steering.steer(review.id, (now) => {
      const before = itemsOf(now)
      const after = next(before)
      const isThere = before.some((item) => item.row === row)
      return isThere && after !== before ? arranged(review.id, after, said(after)) : null
    })
  }

  function move(row: string, by: -1 | 1): void {
    record(
      row,
      (before) => moved(before, row, by),
      (after) => {
        pressed.current = `${by} ${row}`
        return `${topicName(row)} is item ${after.findIndex((item) => item.row === row) + 1}.`
      },
    )
  }

  return (
    <ol className="agenda-items" aria-label="Agenda, being arranged" ref={list}>
      {items.map(({ row, minutes }, at) => (
        <li key={row} className="agenda-item" data-state={stateOf(discussion, row)}>
          <ItemSign state={stateOf(discussion, row)} place={at + 1} />
          <div>
            <p>
              <strong>{topicName(row)}</strong> {topicTitle(rubric, row)}
            </p>
            <div className="agenda-tools">
              <ListTool
                act={`-1 ${row}`}
                icon="chevron-up"
                label={`Move ${topicName(row)} up`}
                onPress={() => move(row, -1)}
              />
              <ListTool
                act={`1 ${row}`}
                icon="chevron-down"
                label={`Move ${topicName(row)} down`}
                onPress={() => move(row, 1)}
              />
              <ListTool
                act={`off ${row}`}
                icon="close"
                label={`Take ${topicName(row)} off the agenda`}
                onPress={() =>
                  record(
                    row,
                    (before) => before.filter((item) => item.row !== row),
                    () => `${topicName(row)} is off the agenda.`,
                  )
                }
              />
              <span className="agenda-minutes">
                <NumberField
                  label={`Minutes for ${topicName(row)}`}
                  value={minutes}
                  max={limits.itemMinutes}
                  check={minutesFault}
                  onCommit={(next) => {
                    if (next === null || next === minutes) return
                    record(
                      row,
                      (before) => before.map((item) => (item.row === row ? { row, minutes: next } : item)),
                      () => `${topicName(row)} has ${next} minutes.`,
                    )
                  }}
                />
                <span aria-hidden>min</span>
              </span>
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}

function minutesFault(minutes: number): string | null {
  return minutes >= 1 && minutes <= limits.itemMinutes ? null : `From 1 to ${limits.itemMinutes} minutes.`
}
