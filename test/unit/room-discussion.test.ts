import { expect, test } from 'vitest'
import {
  itemWords,
  takenOutWords,
  topicName,
  topicPath,
  whereWords,
} from '../../client/room/discussion/discussion-words.ts'
import { nothing, unsentOf, type Outgoing } from '../../client/room/thread/kept-messages.ts'
import { stillOutgoing } from '../../client/room/thread/outbox.ts'
import type { AgendaOrder } from '../../shared/competition/discussion.ts'
import type { DiscussionView, MessageView } from '../../shared/competition/discussion-view.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'

const silent: DiscussionView = {
  agenda: null,
  focus: null,
  timer: null,
  slot: null,
  recess: null,
  hands: [],
  stands: {},
  marks: {},
  spent: {},
  focusRuns: null,
  threads: {},
  where: null,
}

function on(row: string, by: AgendaOrder): DiscussionView {
  const items = ['(A)(1)(ii)', '(B)(3)', 'P2'].map((each) => ({ row: each, minutes: 10 }))
  return { ...silent, agenda: { by, items, at: 1 }, focus: { row, at: 2 } }
}

test('DISCUSS-4 the item says its place and how the order was set, and nothing where it is not on the agenda', () => {
  expect(itemWords(on('(B)(3)', 'hand'))).toBe('Item 2 of 3, order set by hand')
  expect(itemWords(on('(A)(1)(ii)', 'random'))).toBe('Item 1 of 3, in an order drawn at random')
  expect(itemWords(on('P2', 'rubric'))).toBe('Item 3 of 3, in the order of the rubric')
  expect(itemWords(on('(E)(1)', 'spread'))).toBeNull()
  expect(itemWords({ ...on('(B)(3)', 'spread'), focus: null })).toBeNull()
})

test('DISCUSS-4 where the panel talks is said with what one needs for it', () => {
  expect(whereWords({ how: 'phone', words: '' }).sentence).toBe('We talk by phone')
  expect(whereWords({ how: 'phone', words: '555 0100' }).sentence).toBe('We talk by phone: 555 0100')
  expect(whereWords({ how: 'room', words: 'Room 4' })).toMatchObject({
    sentence: 'We talk in the room: Room 4',
    href: null,
  })
  expect(whereWords({ how: 'link', words: 'https://talk.example' }).href).toBe('https://talk.example')
})

test('DISCUSS-4 a row is talked about on its page, the voted priority on that of the vote, others where the priorities are', () => {
  expect(topicPath('x.1.1', raceToTheTop, '(B)(3)')).toBe('/review/x.1.1/room/(B)(3)')
  const voted = raceToTheTop.priorities.find(({ kind }) => kind === 'competitive')?.id ?? ''
  const absolute = raceToTheTop.priorities.find(({ kind }) => kind === 'absolute')?.id ?? ''
  expect(topicPath('x.1.1', raceToTheTop, voted)).toBe('/review/x.1.1/vote')
  expect(topicPath('x.1.1', raceToTheTop, absolute)).toBe('/review/x.1.1/final')
  expect(topicName(voted)).toMatch(/^Priority \d$/)
})

function read(id: number, text: string, yours = true): MessageView {
  return { id, seat: 1, label: 'Reviewer 1', yours, at: id, text, replyTo: null, gone: null, earlier: [] }
}

function sent(key: number, text: string, after: number): Outgoing {
  return { key, text, replyTo: null, refused: null, after, done: false }
}

test('DISCUSS-13 a message on its way is shown until its own has come, each once, also where the same was said before', () => {
  const keys = (outgoing: readonly Outgoing[], messages: readonly MessageView[]) =>
    stillOutgoing(outgoing, messages).map(({ key }) => key)
  expect(keys([sent(1, 'Yes.', 4)], [read(3, 'Yes.'), read(5, 'Yes.', false)])).toEqual([1])
  expect(keys([sent(1, 'Yes.', 4)], [read(3, 'Yes.'), read(6, 'Yes.')])).toEqual([])
  expect(keys([sent(1, 'Yes.', 4), sent(2, 'Yes.', 4)], [read(6, 'Yes.')])).toEqual([2])
  // Changed before it was read here.
  const edited = { ...read(6, 'Yes, fully.'), earlier: [{ until: 7, text: 'Yes.' }] }
  expect(keys([sent(1, 'Yes.', 4)], [edited])).toEqual([])
})

test('DISCUSS-19 what is only here is the draft, a change that says something else, and what was refused', () => {
  const kept = {
    draft: ' Not yet. ',
    replyTo: null,
    edits: { 4: { was: 'Yes.', text: 'Yes, fully.' }, 5: { was: 'No.', text: 'No. ' } },
    outgoing: [sent(1, 'On its way.', 4), { ...sent(2, 'Too late.', 4), refused: 'The review is closed.' }],
  }
  expect(unsentOf('(B)(3)', kept)).toEqual([
    { row: '(B)(3)', is: 'draft', key: 0, text: 'Not yet.', why: null },
    { row: '(B)(3)', is: 'edit', key: 4, text: 'Yes, fully.', why: null },
    { row: '(B)(3)', is: 'refused', key: 2, text: 'Too late.', why: 'The review is closed.' },
  ])
  expect(unsentOf('(B)(3)', nothing)).toEqual([])
})

test('DISCUSS-22 in the place of a message that was taken out stands whether its author is recused or was replaced', () => {
  expect(takenOutWords({ gone: 'replaced' })).toBe(
    'Taken out: its author was replaced. It stays in the record.',
  )
  expect(takenOutWords({ gone: 'recused' })).toBe('Taken out: its author is recused. It stays in the record.')
})
