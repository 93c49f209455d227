import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { verifyExport } from '../../server/exports/verify.ts'
import { loadSigner } from '../../server/journal/signing.ts'
import { placesSchema } from '../../shared/application/places.ts'
import { commandMessageSchema, type Command } from '../../shared/competition/command.ts'
import { setUpCommandSchema } from '../../shared/competition/command-set-up.ts'
import { parseEvent } from '../../shared/competition/event.ts'
import { sittingSeats } from '../../shared/competition/state.ts'
import { elementsField, inColumn, noneFoundField, strengthsField } from '../../shared/form/fields.ts'
import { lookSchema } from '../../shared/protocol/looks.ts'
import { changeWhole, idFault } from '../../shared/rubric/edit/changed.ts'
import { readRubric } from '../../shared/rubric/edit/read-rubric.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'
import { longestBoxId, longestId, mostUnits } from '../../shared/rubric/rubric-limits.ts'
import { rubricFileSchema } from '../../shared/rubric/rubric-schema.ts'
import { rowsOf, type Rubric } from '../../shared/rubric/rubric.ts'
import { fullForm } from '../harness/full-form.ts'
import { presetRubric } from '../harness/preset-rubrics.ts'
import { startSetUp } from '../harness/set-up-play.ts'
import { alphaReview, openAlpha, setRubric } from '../harness/set-up-steps.ts'
import { setUpExport } from '../harness/set-up-whole.ts'
import { smallRubric } from '../harness/small-rubric.ts'

/** The rubric with ids of so many characters, each still its own. */
function withIds(rubric: Rubric, length: number, boxLength: number): Rubric {
  const long = (id: string) => id.padEnd(length, 'x')
  return {
    ...rubric,
    areas: rubric.areas.map((area) => ({ ...area, id: long(area.id) })),
    criteria: rubric.criteria.map((criterion) => ({
      ...criterion,
      id: long(criterion.id),
      area: long(criterion.area),
      rows: criterion.rows.map((row) => ({
        ...row,
        id: long(row.id),
        rule:
          row.rule?.kind === 'elements'
            ? {
                ...row.rule,
                elements: row.rule.elements.map((box) => ({ ...box, id: box.id.padEnd(boxLength, 'x') })),
              }
            : row.rule,
      })),
    })),
    priorities: rubric.priorities.map((priority) => ({ ...priority, id: long(priority.id) })),
  }
}

const longest = withIds(smallRubric, longestId, longestBoxId)
const tooLong = /is longer than an id may be, which is 80 characters\.$/

test('HELD-21 an id of more than 80 characters is a fault at each part that has one, and of a box one of more than 40', () => {
  expect(rubricFaults(longest)).toEqual([])
  const parts = new Set([
    ...smallRubric.areas.map(({ id }) => id),
    ...smallRubric.criteria.map(({ id }) => id),
    ...rowsOf(smallRubric).map(({ id }) => id),
    ...smallRubric.priorities.map(({ id }) => id),
  ])
  const faults = rubricFaults(withIds(smallRubric, longestId + 1, longestBoxId))
  expect(faults.every((fault) => tooLong.test(fault))).toBe(true)
  for (const id of parts) expect(faults.join('\n')).toContain(`“${id}xxx`)
  expect(rubricFaults(withIds(smallRubric, longestId, longestBoxId + 1))).toEqual([
    expect.stringMatching(/^An element of .* has an id of more than 40 characters\.$/),
  ])
  expect(rubricFaults(changeWhole(smallRubric, { id: 'x'.repeat(81) }))).toEqual([
    expect.stringMatching(tooLong),
  ])
})

test('HELD-21 the editor, a file and the server refuse a longer id, and the published JSON Schema says how long one may be', () => {
  const rubric = withIds(smallRubric, longestId + 1, longestBoxId)
  const at = { of: 'row', id: '(B)(1)(i)' } as const
  expect(idFault(smallRubric, at, 'x'.repeat(longestId))).toBeNull()
  expect(idFault(smallRubric, at, 'x'.repeat(longestId + 1))).toBe('An id has at most 80 characters.')
  const read = readRubric(JSON.stringify(rubric))
  expect('faults' in read && read.faults[0]?.sentence).toMatch(tooLong)
  const play = startSetUp()
  expect(play.ask('staff-1', setRubric(rubric))?.sentence).toMatch(tooLong)
  const schema = JSON.stringify(z.toJSONSchema(rubricFileSchema))
  const bounds = [...schema.matchAll(/"id":(\{[^}]*\})/g)].map(([, id = '{}']) => JSON.parse(id).maxLength)
  expect(new Set(bounds)).toEqual(new Set([80, 40]))
})

test('HELD-21 with ids as long as they may be a review is voted on, signed and locked, and its export verifies', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'panelroom-ids-'))
  const signer = await loadSigner(folder)
  const play = openAlpha(startSetUp({ rubric: longest, signer }))
  for (const [person, answer] of [
    ['r1', 'yes'],
    ['r2', 'no'],
    ['r3', 'no'],
  ] as const) {
    play.type(person, alphaReview, fullForm(longest, { answer }))
    expect(play.attest(person, alphaReview)).toBeNull()
  }
  play.mustSay('monitor-1', alphaReview, { kind: 'review.reveal' })
  play.mustSay('monitor-1', alphaReview, { kind: 'vote.open' })
  play.mustSay('monitor-1', alphaReview, { kind: 'vote.close' })
  for (const { person } of sittingSeats(play.review(alphaReview)))
    expect(play.sign(person, alphaReview)).toBeNull()
  play.mustSay('monitor-1', alphaReview, { kind: 'review.close', commentsRead: true })
  play.lock('staff-1', alphaReview)
  const verified = verifyExport(JSON.parse(JSON.stringify(setUpExport(play, signer))), signer.publicKeyPem)
  expect(verified.ok ? 'It verifies.' : verified.fault).toBe('It verifies.')
  await rm(folder, { recursive: true, force: true })
})

test('HELD-21 whatever a page says of such a part is taken: rows, places, and texts that did not count', () => {
  const review = alphaReview
  const rows = rowsOf(longest)
  const id = rows[0]?.id ?? ''
  const boxes = rows.find(({ rule }) => rule?.kind === 'elements')
  const [box] = boxes?.rule?.kind === 'elements' ? boxes.rule.elements : []
  const fields = [
    inColumn(99, `${elementsField(boxes?.id ?? '')}:${box?.id ?? ''}`),
    inColumn(99, `${noneFoundField}:${strengthsField(longest.criteria[0]?.id ?? '')}`),
  ]
  const said: readonly Command[] = [
    ...fields.map((field): Command => ({ kind: 'text.keep', review, field, text: 'Mine.' })),
    { kind: 'question.ask', review, row: id, text: 'Which page?' },
    { kind: 'places.confirm', review, places: { [id]: null } },
    { kind: 'focus.set', review, row: id },
    { kind: 'agenda.arrange', review, items: [{ row: id, minutes: 5 }] },
    {
      kind: 'absolute.answer',
      review,
      priority: longest.priorities[0]?.id ?? '',
      answer: 'yes',
      reasons: '',
    },
  ]
  for (const command of said)
    expect(commandMessageSchema.safeParse({ id: 'command-1', command }).success, command.kind).toBe(true)
  expect(placesSchema.safeParse({ [id]: null }).success).toBe(true)
  expect(lookSchema.safeParse({ review, row: id, caret: null }).success).toBe(true)
})

test('HELD-22 a journal in which a rubric has longer ids, no title or version 0 is read as it was', () => {
  const rubric = { ...withIds(smallRubric, longestId + 13, longestBoxId + 13), title: '', version: 0 }
  const [opening] = startSetUp().entries()
  const data = { rubric: JSON.parse(JSON.stringify(rubric)), why: null, touched: [] }
  const read = parseEvent({ ...opening?.event, kind: 'rubric.set', data })
  expect('event' in read && read.event.data).toEqual(data)
})

test('HELD-25 a rubric needs a title and an id, and its versions count from 1', () => {
  const faults = rubricFaults({ ...smallRubric, title: ' ', id: '', version: 0 })
  expect(faults).toEqual([
    'The rubric has no title.',
    'The version of a rubric counts from 1.',
    'The rubric needs an id.',
  ])
})

test('HELD-25 a row is not called as another criterion or a priority is; as its own criterion it may be', () => {
  const horizon = presetRubric('horizon-europe-ria')
  expect(rubricFaults(horizon)).toEqual([])
  const called = (from: string, to: string): Rubric => ({
    ...horizon,
    criteria: horizon.criteria.map((criterion) => ({
      ...criterion,
      rows: criterion.rows.map((row) => (row.id === from ? { ...row, id: to } : row)),
    })),
    priorities: [{ kind: 'invitational', id: 'P1', title: 'Comment', summary: '', points: 0 }],
  })
  expect(rubricFaults(called('C1', 'P1'))).toEqual([
    'P1 is the id of a row in C1 and of a priority. Each needs one of its own.',
  ])
  expect(rubricFaults(called('C1', 'C2'))).toContain(
    'C2 is the id of a row in C1 and of another criterion. Each needs one of its own.',
  )
})

test('HELD-26 the line and what is called a split reach as far as a rubric can count, in its units', () => {
  const { rules } = startSetUp().state()
  const percent = 40
  const taken = (units: number): boolean =>
    setUpCommandSchema.safeParse({
      kind: 'rules.set',
      rules: {
        ...rules,
        scoreLine: units,
        flags: { split: { percent, points: units }, spread: { percent, points: 1 } },
      },
    }).success
  expect(taken(mostUnits)).toBe(true)
  expect(taken(mostUnits + 1)).toBe(false)
})
