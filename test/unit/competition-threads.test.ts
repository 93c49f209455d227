import { expect, test } from 'vitest'
import { commandSchema } from '../../shared/competition/command.ts'
import { threadView } from '../../shared/competition/discussion-view.ts'
import { limits } from '../../shared/protocol/limits.ts'
import {
  alpha,
  excuse,
  newestMessage,
  playTo,
  recuse,
  replace,
  startPlay,
  type Play,
  type Say,
} from '../harness/pure-play.ts'

const row = '(E)(1)'
const write = (text: string, replyTo: number | null = null, on = row): Say => ({
  kind: 'thread.write',
  row: on,
  text,
  replyTo,
})
const edit = (message: number, text: string): Say => ({ kind: 'thread.edit', message, text })
const read = (play: Play, who = 'r1', on = row) =>
  threadView(play.state(), play.review(), on, who, play.facts.text)
const counted = (play: Play) => play.sees('r1')?.discussion?.threads

test('THREAD-1 author and time of a message are the server’s', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r2', write('Page 27 has it.'))
  play.must('monitor', write('Which of the two tables?'))
  expect(read(play, 'r2')).toMatchObject([
    { seat: 2, label: 'Reviewer 2', yours: true, text: 'Page 27 has it.', at: play.state().at - 1000 },
    { seat: null, label: 'Panel monitor', yours: false, at: play.state().at },
  ])
  expect(play.events().at(-1)).toMatchObject({ kind: 'thread.written', by: 'monitor' })
})

test('THREAD-1 a message that says by whom or when it is, is none', () => {
  const command = { ...write('Page 27 has it.'), review: alpha }
  expect(commandSchema.safeParse(command).success).toBe(true)
  for (const forged of [{ by: 'r2' }, { author: 'r2' }, { seat: 2 }, { at: 1 }, { id: 9 }])
    expect(commandSchema.safeParse({ ...command, ...forged }).success).toBe(false)
  const editing = { ...edit(3, 'Page 28 has it.'), review: alpha }
  for (const forged of [{ by: 'r2' }, { author: 'r2' }, { seat: 2 }, { earlier: [] }])
    expect(commandSchema.safeParse({ ...editing, ...forged }).success).toBe(false)
})

test('THREAD-2 only its author changes a message, and what stood there before stays readable with its moment', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r1', write('Page 27 has it.'))
  const id = newestMessage(play)
  play.must('r1', edit(id, 'Page 28 has it.'))
  const first = play.state().at
  play.must('r1', edit(id, 'Page 29 has it.'))
  const [message] = read(play, 'r2')
  expect(message).toMatchObject({
    id,
    text: 'Page 29 has it.',
    earlier: [
      { until: first, text: 'Page 27 has it.' },
      { until: play.state().at, text: 'Page 28 has it.' },
    ],
  })
  const before = play.state()
  for (const who of ['r2', 'monitor'])
    expect(play.send(who, edit(id, 'Nonsense.'))?.refused).toBe('not-yours')
  expect(play.send('r1', edit(id + 50, 'Nonsense.'))?.refused).toBe('out-of-turn')
  expect(play.state()).toBe(before)
})

test('THREAD-2 a message is changed twenty times, no more', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r1', write('0'))
  const id = newestMessage(play)
  for (let time = 1; time <= 20; time += 1) play.must('r1', edit(id, `${time}`))
  expect(play.send('r1', edit(id, '21'))?.refused).toBe('too-many')
})

test('THREAD-3 a reply is to a message on the same row', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r1', write('Page 27 has it.'))
  const id = newestMessage(play)
  play.must('r2', write('I read it otherwise.', id))
  expect(read(play)[1]).toMatchObject({ replyTo: id, seat: 2 })
  for (const say of [write('Where?', id, '(C)(1)'), write('Where?', id + 50)])
    expect(play.send('r3', say)?.refused).toBe('malformed')
})

test('THREAD-4 a thread is on a row or a priority, and the panel’s seats and monitor write in it', () => {
  const play = playTo(startPlay(), 'revealed')
  for (const on of [row, 'P2']) play.must('r1', write('Here.', null, on))
  expect(play.send('r1', write('Here.', null, '(Z)(9)'))?.refused).toBe('malformed')
  expect(
    [read(play), read(play, 'r1', 'P2'), read(play, 'r1', '(C)(1)')].map(({ length }) => length),
  ).toEqual([1, 1, 0])
  for (const who of ['staff', 'official', 'other', 'spare'])
    expect(['not-yours', 'not-found']).toContain(play.send(who, write('Here.'))?.refused)
})

test('THREAD-5 what somebody recused wrote is out of what the panel reads, with whose it was, and stays in the record', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r5', write('I know that program well.'))
  const id = newestMessage(play)
  play.must('r5', edit(id, 'I know that program very well.'))
  play.must('r1', write('How so?', id))
  play.must('r5', recuse)
  for (const who of ['r1', 'monitor']) {
    const [first, reply] = read(play, who)
    expect(first).toMatchObject({
      id,
      seat: null,
      label: 'Recused',
      gone: 'recused',
      text: null,
      earlier: [],
    })
    expect(reply).toMatchObject({ replyTo: id, text: 'How so?' })
    expect(JSON.stringify(read(play, who))).not.toMatch(/program|Reviewer 5/)
  }
  const [kept] = play.review().discussion.messages
  expect(kept && [kept.by, play.facts.text(kept.text)]).toEqual(['r5', 'I know that program very well.'])
})

test('THREAD-5 so is what somebody wrote whose seat another has taken', () => {
  const play = playTo(startPlay(), 'revealed')
  play.must('r5', write('I have to leave.'))
  play.must('staff', excuse(5))
  expect(read(play)[0]).toMatchObject({ seat: 5, gone: null, text: 'I have to leave.' })
  play.must('staff', replace(5))
  expect(read(play)[0]).toMatchObject({ seat: null, label: 'Replaced', gone: 'replaced', text: null })
})

test('THREAD-6 the view counts messages by row, with a number that is another whenever they are to be read again', () => {
  const play = playTo(startPlay(), 'revealed')
  const seen: (string | undefined)[] = []
  const look = () => seen.push(counted(play)?.[row]?.edition)
  look()
  play.must('r5', write('One.'))
  look()
  play.must('r5', edit(newestMessage(play), 'Two.'))
  look()
  play.must('r1', write('Three.'))
  look()
  play.must('r1', write('Elsewhere.', null, 'P2'))
  expect(counted(play)).toMatchObject({ [row]: { messages: 2, edition: seen.at(-1) }, P2: { messages: 1 } })
  play.must('r5', recuse)
  look()
  play.must('staff', { kind: 'conflict.decide', person: 'r5', outcome: 'cleared', reason: 'Long ago.' })
  expect(new Set(seen).size).toBe(seen.length)
  expect(JSON.stringify(play.view('r2'))).not.toMatch(/One\.|Two\.|Three\.|Elsewhere/)
})

test('THREAD-6 messages are numbered by themselves, so that no number says what else is decided', () => {
  const plays = [0, 3].map((questions) => {
    const play = playTo(startPlay(), 'revealed')
    play.must('r1', write('One.'))
    const ask: Say = { kind: 'question.ask', row, text: 'Does a draft count?' }
    for (let asked = 0; asked < questions; asked += 1) play.must('r2', ask)
    play.must('r1', write('Two.'))
    return read(play).map(({ id }) => id)
  })
  expect(plays).toEqual([
    [1, 2],
    [1, 2],
  ])
})

test('THREAD-7 a panel writes so many messages on an application and no more', () => {
  const play = playTo(startPlay(), 'revealed')
  const data = { review: alpha, row, text: { text: 'e'.repeat(64) }, replyTo: null }
  for (let written = 1; written < limits.messages; written += 1) play.happen({ kind: 'thread.written', data })
  play.must('r1', write('The last one.'))
  expect(play.send('r1', write('One more.'))?.refused).toBe('too-many')
})
