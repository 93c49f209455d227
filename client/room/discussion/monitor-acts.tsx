import type { Command } from '../../../shared/competition/command.ts'
import { findRow } from '../../../shared/rubric/rubric.ts'
import { usePage } from '../../pages.ts'
import { announce } from '../../ui/announce.tsx'
import { Button } from '../../ui/button.tsx'
import type { OpenRoom } from '../open-room.tsx'
import { useCommand } from '../use-command.ts'

/** What a monitor does from the page of a row: brings everybody there, or says that it has been discussed. */
export function MonitorActs({ room: { review, rubric } }: { readonly room: OpenRoom }) {
  const page = usePage()
  const row = page.page === 'room' && page.item !== null && findRow(rubric, page.item) ? page.item : null
  const { discussion } = review
  const { pending, refused, run } = useCommand()
  if (row === null || !discussion || review.closed) return null
  const act = async (command: Command, done: string): Promise<void> => {
    if (await run(command)) announce(done)
  }
  const why = refused !== null && (
    <span className="hand-refused" role="alert">
      {refused}
    </span>
  )
  if (discussion.focus?.row !== row) {
    const bring = (): Promise<void> =>
      act({ kind: 'focus.set', review: review.id, row }, `Everyone is brought to ${row}.`)
    return (
      <>
        {why}
        <Button kind="primary" pending={pending} onClick={() => void bring()}>
          Bring everyone here
        </Button>
      </>
    )
  }
  const discussed = discussion.marks[row]?.as === 'discussed'
  const mark = (): Promise<void> =>
    act(
      { kind: 'row.mark', review: review.id, row, as: discussed ? 'open' : 'discussed' },
      discussed ? `${row} is open again.` : `${row} is marked as discussed.`,
    )
  return (
    <>
      {why}
      <Button
        aria-pressed={discussed}
        icon={discussed ? 'check' : undefined}
        pending={pending}
        onClick={() => void mark()}
      >
        Discussed
      </Button>
    </>
  )
}
