import { setScore } from '../../../shared/form/edits.ts'
import { raceToTheTop } from '../../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../../shared/rubric/rubric.ts'
import { maine, openRoom } from '../../harness/review-moves.ts'
import type { SeatClient } from '../../harness/seat-client.ts'

/** Lets a seat give another row other points once a second, until the answer is called. */
export async function changeEverySecond(seat: SeatClient): Promise<() => void> {
  const room = await openRoom(seat)
  const number = seat.review(maine).mine?.seat ?? 0
  const rows = rowsOf(raceToTheTop).filter(({ rule }) => rule === null)
  let turn = 0
  const timer = setInterval(() => {
    turn += 1
    const row = rows[(turn * 7 + number) % rows.length]
    if (row) setScore({ doc: room.doc, seat: number }, row.id, (turn * 5 + number) % (row.max + 1))
  }, 1000)
  return () => {
    clearInterval(timer)
    room.provider.destroy()
  }
}
