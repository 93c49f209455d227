import { expect, test } from 'vitest'
import { liveEffects } from '../../client/monitor/line/live-effects.ts'
import { formTotal } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import { legalPoints, fullForm } from '../harness/full-form.ts'
import { startPlay } from '../harness/pure-play.ts'
import { roomColumn } from '../harness/room-column.ts'

const everybody = ['r1', 'r2', 'r5', 'other', 'monitor', 'other-monitor', 'staff', 'official']

test('EFFECT-17 with the line left to staff nobody’s view has it, whoever they are', () => {
  for (const rules of [undefined, { scoreLine: 333 }, { scoreLine: 333, lineSeenBy: 'staff' as const }]) {
    const play = startPlay(rules ? { rules } : {})
    for (const person of everybody) {
      expect(play.view(person).competition.line, person).toBeNull()
      expect(canonicalJson(play.view(person)), person).not.toMatch(/333|scoreLine|lineSeenBy/)
    }
  }
})

test('EFFECT-17 a competition can let monitors see it; reviewers and the selecting official still do not', () => {
  const play = startPlay({ rules: { scoreLine: 333, lineSeenBy: 'monitors' } })
  for (const person of everybody) {
    const line = person.endsWith('monitor') ? 333 : null
    expect(play.view(person).competition.line, person).toBe(line)
    if (line === null) expect(canonicalJson(play.view(person)), person).not.toContain('333')
  }
})

const rows = rowsOf(raceToTheTop)

/** A form with about this share of every row's points. */
function form(share: number) {
  const points = rows.map((row) => [
    row.id,
    legalPoints(row).findLast((each) => each <= row.max * share) ?? 0,
  ])
  return fullForm(raceToTheTop, { points: Object.fromEntries(points) })
}

test('EFFECT-18 what a monitor sees is of the scores of this moment: excused seats do not count, and an open priority adds nothing', () => {
  const columns = [0.9, 0.8, 0.7, 0.1].map((share, at) =>
    roomColumn(at + 1, form(share), { excused: at === 3 }),
  )
  const given = { review: 'maine.1.1', rubric: raceToTheTop, columns }
  const open = liveEffects({ ...given, result: null }, 400)
  expect(open?.seats.map(({ seat, total }) => [seat, total])).toEqual(
    columns.slice(0, 3).map(({ seat, record }) => [seat, formTotal(raceToTheTop, record)]),
  )
  expect(open?.vote).toBeNull()
  const answers = [1, 2, 3, 4].map((seat) => ({
    seat,
    form: 'yes' as const,
    answer: 'yes' as const,
    reasons: null,
  }))
  const result = {
    ...{ yes: 4, needed: 3, awarded: true, points: 15, closedAt: 1, closedBy: 'Panel monitor' },
    ...{ recused: 0, excused: 1, answers },
  }
  const closed = liveEffects({ ...given, result }, 400)
  expect(closed?.seats.map(({ total }) => total)).toEqual(open?.seats.map(({ total }) => total + 15))
  expect(closed?.vote?.outcome).toEqual({ seats: 4, yes: 4, no: 0, needed: 3, awarded: true })
  expect(liveEffects({ ...given, columns: [], result: null }, 400)).toBeNull()
})
