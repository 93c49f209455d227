import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mayWrite } from '../../shared/competition/access.ts'
import { setScore, writeText } from '../../shared/form/edits.ts'
import { inColumn, minorityField, strengthsField } from '../../shared/form/fields.ts'
import { summaryField } from '../../shared/form/summary.ts'
import { limits } from '../../shared/protocol/limits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { close, excuse, playTo, recuse, sign } from '../harness/pure-play.ts'
import { openDesk, room, type Desk } from './sync-desk.ts'

const root = summaryField('(A)(1)')
const writers = ['r1', 'r2', 'r3', 'r4', 'r5', 'monitor']

/** A room in which r1 has begun a summary and a text of their own. */
function begun(): Desk {
  const desk = openDesk(room, 'revealed')
  const update = desk.edit((doc) => {
    doc.getText(root).insert(0, 'The plan is whole.')
    writeText({ doc, seat: 1 }, strengthsField('(A)(1)'), 'Mine.')
  })
  expect(desk.tell('r1', update)).toBe('accepted')
  return desk
}

const say = (desk: Desk, words: string): Uint8Array =>
  desk.edit((doc) => doc.getText(root).insert(doc.getText(root).length, words))

test('SUMMARY-1 the panel’s sitting seats and its monitor write a summary, and nobody else does', () => {
  const desk = begun()
  for (const who of writers) expect(desk.tell(who, say(desk, ` ${who}`)), who).toBe('accepted')
  for (const who of ['staff', 'other', 'other-monitor']) {
    expect(desk.tell(who, say(desk, ' And I.')), who).toBe('notYours')
  }
  desk.play.must('r3', recuse)
  expect(desk.tell('r3', say(desk, ' Still I.'))).toBe('notYours')
  expect(desk.served.getText(root).toString()).toBe('The plan is whole. r1 r2 r3 r4 r5 monitor')
})

test('SUMMARY-1 it is written by who has signed, and not by who is excused, until the review is closed', () => {
  const desk = openDesk(room, 'score')
  desk.play.must('staff', excuse(5))
  playTo(desk.play, 'voted')
  expect(desk.tell('r5', say(desk, 'Excused.'))).toBe('readOnly')
  for (const seat of [1, 2, 3, 4]) desk.play.must(`r${seat}`, sign(desk.play, `r${seat}`))
  expect(desk.tell('r1', say(desk, 'Signed.'))).toBe('accepted')
  desk.play.must('monitor', close)
  for (const who of ['r1', 'monitor']) expect(desk.tell(who, say(desk, ' Closed.')), who).toBe('readOnly')
  expect(desk.served.getText(root).toString()).toBe('Signed.')
})

test('SUMMARY-1 there is a summary for each criterion of the rubric and for nothing else', () => {
  const desk = begun()
  for (const field of ['summary:(Z)(9)', 'summary:', 'summary', inColumn(1, root), minorityField('(A)(1)')]) {
    const update = desk.edit((doc) => doc.getText(field).insert(0, 'x'))
    expect(desk.tell('r1', update), field).toBe('offRule')
  }
})

test('SUMMARY-2 in a summary everybody deletes what anybody wrote, and nothing beside it goes along', () => {
  const desk = begun()
  const erased = desk.edit((doc) => doc.getText(root).delete(0, 4))
  expect(desk.tell('monitor', erased)).toBe('accepted')
  const more = desk.edit((doc) => {
    doc.getText(root).delete(0, 1)
    doc.getText(inColumn(1, strengthsField('(A)(1)'))).delete(0, 1)
  })
  const before = desk.bytes()
  for (const who of ['monitor', 'r2']) expect(desk.tell(who, more), who).toBe('notYours')
  expect(desk.bytes()).toBe(before)
})

test('SUMMARY-2 a summary takes plain text of so many characters, under nobody’s client id but one’s own', () => {
  const desk = begun()
  const bold = desk.edit((doc) => doc.getText(root).format(0, 3, { bold: true }))
  expect(desk.tell('r2', bold)).toBe('offRule')
  const long = desk.edit((doc) => doc.getText(root).insert(0, 'x'.repeat(limits.textLength)))
  expect(desk.tell('r2', long)).toBe('tooLarge')
  const mine = desk.edit((doc) => doc.getText(root).insert(0, 'I say: '), 77)
  expect(desk.tell('r2', mine)).toBe('accepted')
  const forged = desk.edit((doc) => doc.getText(root).insert(0, 'So do I: '), 77)
  expect(desk.tell('r3', forged)).toBe('notYours')
})

test('SUMMARY-3 however five people type and delete in one summary at once, all of it is let in and reads the same to all', () => {
  const doing = fc.record({
    who: fc.integer({ min: 0, max: 4 }),
    at: fc.nat(40),
    words: fc.constantFrom('a', 'bb', 'ccc', ''),
    gone: fc.nat(6),
    hears: fc.boolean(),
    tells: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(doing, { minLength: 1, maxLength: 60 }), (doings) => {
      const desk = begun()
      const pages = writers.slice(0, 5).map((_, at) => desk.copy(1000 + at))
      const tell = (page: Y.Doc, who: number) => {
        const update = Y.encodeStateAsUpdate(page, Y.encodeStateVector(desk.served))
        expect(['accepted', 'nothing']).toContain(desk.tell(writers[who] ?? '', update))
      }
      for (const { who, at, words, gone, hears, tells } of doings) {
        const page = pages[who]
        if (!page) continue
        if (hears) Y.applyUpdate(page, Y.encodeStateAsUpdate(desk.served))
        const text = page.getText(root)
        const start = Math.min(at, text.length)
        text.delete(start, Math.min(gone, text.length - start))
        if (words !== '') text.insert(start, words)
        if (tells) tell(page, who)
      }
      pages.forEach((page, who) => tell(page, who))
      for (const page of pages) Y.applyUpdate(page, Y.encodeStateAsUpdate(desk.served))
      const read = pages.map((page) => page.getText(root).toString())
      expect(new Set(read)).toEqual(new Set([desk.served.getText(root).toString()]))
    }),
    { numRuns: 60 },
  )
})

test('SUMMARY-4 nobody writes another’s minority view', () => {
  const desk = begun()
  const view = (seat: number) =>
    desk.edit((doc) => writeText({ doc, seat }, minorityField('(A)(1)'), 'I differ.'))
  expect(desk.tell('r2', view(2))).toBe('accepted')
  for (const who of ['r1', 'monitor', 'staff']) expect(desk.tell(who, view(3)), who).toBe('notYours')
  const score = desk.edit((doc) => setScore({ doc, seat: 2 }, '(A)(1)(i)', 1))
  expect(desk.tell('monitor', score)).toBe('notYours')
})

test('SUMMARY-1 where the competition has no summaries nobody writes one, nor a view beside it', () => {
  const { play } = begun()
  const state = { ...play.state(), rules: { summary: 'off' as const } }
  const writes = (who: string, field: string) => mayWrite(state, raceToTheTop, play.person(who), room, field)
  expect([writes('r1', root), writes('monitor', root)]).toEqual(['readOnly', 'readOnly'])
  expect(writes('r1', inColumn(1, minorityField('(A)(1)')))).toBe('readOnly')
  expect(writes('r1', inColumn(1, strengthsField('(A)(1)')))).toBe('yes')
})
