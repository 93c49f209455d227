import * as Y from 'yjs'
import { rowScores } from '../../../client/room/row-scores.ts'
import { formTotal, readForm } from '../../../shared/form/form-record.ts'
import { raceToTheTop } from '../../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../../shared/rubric/rubric.ts'
import { covarianceShares } from '../../../shared/statistics/covariance-share.ts'
import { flagRules } from '../../../shared/statistics/disagreement.ts'
import { influences } from '../../../shared/statistics/influence.ts'
import { roomMeasures } from '../../harness/room-measures.ts'
import { roomColumn } from '../../harness/room-column.ts'

// What runs in the page that measures: every measure of a room, computed from the bytes of its document.

export interface Measures {
  /** Opens the document of a room. */
  readonly open: (update: string) => void
  /** Computes everything from nothing, so often; answers what each time took, in milliseconds. */
  readonly compute: (times: number) => number[]
}

declare global {
  interface Window {
    measures: Measures
  }
}

const seats = [1, 2, 3, 4, 5]
/** Points that a total is held against; what it is costs nothing. */
const line = 400
let room = new Y.Doc()

window.measures = {
  open: (update) => {
    room = new Y.Doc()
    Y.applyUpdate(
      room,
      Uint8Array.from(atob(update), (byte) => byte.charCodeAt(0)),
    )
  },
  compute: (times) =>
    Array.from({ length: times }, () => {
      const begun = performance.now()
      const columns = seats.map((seat) => roomColumn(seat, readForm(room, raceToTheTop, seat)))
      const records = columns.map(({ record }) => record)
      const found = [
        rowsOf(raceToTheTop).map((row) => rowScores(raceToTheTop, row, columns)),
        roomMeasures(
          raceToTheTop,
          records.map(({ scores }) => scores),
          flagRules,
        ),
        influences(
          records.map((record) => formTotal(raceToTheTop, record)),
          line,
        ),
        covarianceShares(rowsOf(raceToTheTop).map(({ id }) => records.map(({ scores }) => scores[id] ?? 0))),
      ]
      if (found.includes(null)) throw new Error('A measure says nothing of a full room.')
      return performance.now() - begun
    }),
}
