import { expect, onTestFinished, test } from 'vitest'
import { verifyExport } from '../../server/exports/verify.ts'
import type { Export } from '../../server/exports/export-format.ts'
import { setReason, setScore, textAt } from '../../shared/form/edits.ts'
import { lineField } from '../../shared/form/fields.ts'
import { presets, type Preset } from '../../shared/rubric/presets/presets.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { leastOf, rowsOf } from '../../shared/rubric/rubric.ts'
import { fullForm, legalPoints } from '../harness/full-form.ts'
import { must, openForm, openRoom } from '../harness/review-moves.ts'
import { giveForm, signColumn, startSetUpServer, type SetUpServer } from '../harness/set-up-server.ts'
import {
  alphaReview as review,
  nextVersion,
  otherWords,
  pause,
  resume,
  sampleReview,
  setRubric,
} from '../harness/set-up-steps.ts'
import { until } from '../harness/until.ts'

async function started(preset?: Preset): Promise<SetUpServer> {
  const set = await startSetUpServer(preset)
  onTestFinished(async () => {
    expect(set.server.failures).toEqual([])
    await set.close()
  })
  return set
}

test.for(presets)(
  'SETUP-32 set up from nothing on the preset $id a panel comes to its lock, and its export verifies',
  async (preset) => {
    const set = await started(preset)
    const { server } = set
    const panel = await Promise.all(['r1', 'r2', 'r3'].map(set.seat))
    const [first] = panel
    const monitor = await set.seat('monitor-1')
    const staff = await set.seat('staff-1')
    if (!first) throw new Error('There is a panel.')
    const [row] = rowsOf(preset.rubric).filter(({ rule }) => rule?.kind !== 'elements')
    if (!row) throw new Error('The rubric has rows.')
    const lowest = legalPoints(row).find((points) => points >= leastOf(row)) ?? 0
    const low = fullForm(preset.rubric, { points: { [row.id]: lowest } })
    await giveForm(first, preset.rubric, review, low)
    // Other words touch nobody who is ready; the review moves to the version, and is locked by it.
    const rubric = nextVersion(preset.rubric, otherWords)
    await set.must('staff-1', setRubric(rubric))
    for (const seat of panel.slice(1)) await giveForm(seat, rubric, review)
    await until('all to be ready', () => monitor.review(review).ready?.count === 3)
    await must(monitor, { kind: 'review.reveal', review })
    await until('the room', () => first.review(review).room !== null)
    const room = await openRoom(first, review)
    setScore({ doc: room.doc, seat: 1 }, row.id, row.max)
    setReason({ doc: room.doc, seat: 1 }, row.id, 'evidence')
    textAt({ doc: room.doc, seat: 1 }, lineField(row.id)).insert(0, 'Page 12 says so.')
    await room.saved()
    for (const seat of panel) await signColumn(seat, rubric, review)
    await until('all to have signed', () => monitor.review(review).blockers?.close.length === 0)
    await must(monitor, { kind: 'review.close', review, commentsRead: true })
    await must(staff, { kind: 'review.lock', review })
    await until('the lock', () => staff.review(review).lock?.status === 'locked')
    const exported: Export = JSON.parse((await server.get('/api/export', server.staff)).body)
    const key = (await server.get('/api/key', server.staff)).body
    expect(verifyExport(exported, key)).toMatchObject({ ok: true })
    const [result] = exported.results
    expect(result?.record.seats.map(({ form }) => form?.scores[row.id])).toEqual([row.max, row.max, row.max])
    expect(result?.record.rubric.slice(0, 12)).toBe(staff.review(review).rubric)
  },
)

test('SETUP-33 a pause makes forms that are open read only at once, and resuming gives them back', async () => {
  const set = await started()
  const seat = await set.seat('r1')
  const form = await openForm(seat, review)
  const [row] = rowsOf(raceToTheTop)
  if (!row) throw new Error('The rubric has rows.')
  setScore({ doc: form.doc }, row.id, 0)
  await form.saved()
  await set.must('staff-1', pause)
  await until('the page to be told', () => seat.view().paused !== null)
  expect(seat.review(review).mine?.form.writable).toBe(false)
  setScore({ doc: form.doc }, row.id, 1)
  await until('what was written meanwhile to be refused', () => form.closed() === 4423)
  await set.must('staff-1', resume)
  await until('the form to be open', () => seat.review(review).mine?.form.writable === true)
  const again = await openForm(seat, review)
  expect(again.doc.getMap('scores').get(row.id)).toBe(0)
  setScore({ doc: again.doc }, row.id, 2)
  await again.saved()
})

test('SETUP-34 a real form opens to be written as soon as its reviewer’s sample is ready', async () => {
  const preset = presets.find(({ id }) => id === 'foundation')
  if (!preset) throw new Error('There is such a preset.')
  const set = await started(preset)
  const seat = await set.seat('r1')
  await set.must('staff-1', { kind: 'calibration.start', application: 'gamma' })
  await until('the sample', () => seat.view().calibration?.due === true)
  const form = await openForm(seat, review)
  setScore({ doc: form.doc }, rowsOf(preset.rubric)[0]?.id ?? '', 1)
  await until('what was written before the sample to be refused', () => form.closed() === 4423)
  await giveForm(seat, preset.rubric, sampleReview)
  await until('the real form to be open', () => seat.review(review).mine?.form.writable === true)
  await giveForm(seat, preset.rubric, review)
  expect((await set.server.get('/api/calibration', set.cookie('r1'))).status).toBe(404)
  await set.must('staff-1', { kind: 'calibration.show' })
  const shown = JSON.parse((await set.server.get('/api/calibration', set.cookie('r1'))).body)
  expect(shown).toMatchObject({ ready: 1, of: 7 })
})
