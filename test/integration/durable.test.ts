import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import type { CommandAnswer } from '../../shared/protocol/messages.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { textAt, writeText } from '../../shared/form/edits.ts'
import { canonicalJson } from '../../shared/record/canonical.ts'
import type { SqliteLog } from '../../server/log/sqlite-log.ts'
import { holdCommits, type Holding } from '../harness/held-log.ts'
import { certify, formName, maine, must, openForm, openRoom } from '../harness/review-moves.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import type { OpenCopy, SeatClient } from '../harness/seat-client.ts'
import { until } from '../harness/until.ts'

let server: RunningServer
let commits: Holding
let seat: SeatClient
let secondTab: SeatClient
let monitor: SeatClient

beforeEach(async () => {
  server = await startServer({
    around: (log: SqliteLog) => {
      const held = holdCommits(log)
      commits = held
      return held
    },
  })
  const cookie = await server.signIn('reviewer-1')
  seat = await server.again('reviewer-1', cookie)
  secondTab = await server.again('reviewer-1', cookie)
  monitor = await server.seat('monitor')
  await certify(seat)
})
afterEach(async () => {
  // A server waits for its commits before it ends.
  commits.release()
  await server.close()
})

const field = strengthsField('(A)(1)')
const words = (copy: OpenCopy): string => textAt(copy, field).toString()

/** Types into a copy, asks whether it is saved, and tells when that was answered. */
function type(copy: OpenCopy, text: string): { readonly answered: () => 'saved' | 'closed' | null } {
  let answered: 'saved' | 'closed' | null = null
  writeText(copy, field, text)
  copy.saved().then(
    () => (answered = 'saved'),
    () => (answered = 'closed'),
  )
  return { answered: () => answered }
}

/** What is on its way to a page has arrived after this: the answer to a message of its own comes behind it on the same line. */
async function settled(page: SeatClient): Promise<string> {
  await page.socket.timeout(5000).emitWithAck('command', null as never)
  return canonicalJson(page.view())
}

test('SAVE-1 the running server’s log is flushed with every commit', async () => {
  expect(await server.sqlite.pragmas()).toEqual({ synchronous: 2, journalMode: 'wal' })
})

describe('while nothing can be committed', () => {
  test('SAVE-2 an edit is neither confirmed nor shown, and both once it is on disk', async () => {
    const copy = await openForm(seat)
    const peer = await secondTab.open(formName(seat))
    commits.hold()
    const typed = type(copy, 'Nothing is lost.')
    await until('the edit to wait for its commit', () => commits.held() > 0)
    const fresh = await secondTab.open(formName(seat))
    await Promise.all([copy, peer].map((tab) => tab.caughtUp()))
    expect([words(fresh), words(peer)]).toEqual(['', ''])
    expect(copy.savedUpTo()).toBe(0)
    expect(typed.answered()).toBeNull()
    commits.release()
    await until('the edit to be confirmed', () => typed.answered() === 'saved')
    await until('both tabs to show it', () => [peer, fresh].every((tab) => words(tab) === 'Nothing is lost.'))
  })

  test('SAVE-2 an edit of the room reaches no member of the panel', async () => {
    await must(monitor, { kind: 'review.reveal', review: 'missouri.1.1' })
    await until('the room', () => seat.review('missouri.1.1').room !== null)
    const member = await server.seat('reviewer-2')
    const [own, theirs] = [await openRoom(seat, 'missouri.1.1'), await openRoom(member, 'missouri.1.1')]
    const before = theirs.doc.getText('r1/strengths:(A)(1)').toString()
    commits.hold()
    own.doc.getText('r1/strengths:(A)(1)').insert(0, 'Said in the room. ')
    await until('the edit to wait for its commit', () => commits.held() > 0)
    const late = await openRoom(member, 'missouri.1.1')
    await theirs.caughtUp()
    expect(late.doc.getText('r1/strengths:(A)(1)').toString()).toBe(before)
    expect(theirs.doc.getText('r1/strengths:(A)(1)').toString()).toBe(before)
    commits.release()
    await until('the member to see it', () =>
      theirs.doc.getText('r1/strengths:(A)(1)').toString().startsWith('Said in the room. '),
    )
  })

  test('SAVE-3 a command is not answered, and nobody’s view shows it', async () => {
    const other = await server.seat('reviewer-2')
    const everybody = [seat, secondTab, monitor, other]
    const before = await Promise.all(everybody.map(settled))
    let answer: CommandAnswer | null = null
    commits.hold()
    const sent = other.send({ kind: 'conflict.answer', review: maine, answer: 'certified', reason: '' })
    void sent.then((came) => (answer = came))
    await until('the decision to wait for its commit', () => commits.held() > 0)
    expect(await Promise.all(everybody.map(settled))).toEqual(before)
    expect(answer).toBeNull()
    commits.release()
    expect(await sent).toEqual({ done: true })
    expect(other.review(maine).conflict?.status).toBe('certified')
    await until('the monitor to see it', () =>
      Boolean(monitor.review(maine).progress === null || other.review(maine).mine),
    )
  })
})

describe('when a commit fails', () => {
  const cannot = 'The disk of the data folder is full.'

  test('SAVE-4 the author of an edit is told, nobody sees it, and it arrives once there is room', async () => {
    const copy = await openForm(seat)
    const peer = await secondTab.open(formName(seat))
    commits.hold()
    type(copy, 'Kept on the page.')
    await until('the edit to wait for its commit', () => commits.held() > 0)
    commits.fail(cannot)
    await until('the author to be told', () => copy.refusal() !== null || copy.closed() !== null)
    expect(copy.refusal()).toMatchObject({ code: 4503, sentence: closeSentences.notSaved })
    await until('the line to be closed', () => copy.closed() !== null)
    expect(copy.closed()).toBe(4503)
    expect(copy.savedUpTo()).toBe(0)
    expect(words(peer)).toBe('')
    commits.release()
    // The stock client comes back by itself after 45xx and offers what it has.
    await until('the edit to arrive after all', () => words(peer) === 'Kept on the page.')
    await copy.saved()
  })

  test('SAVE-5 whoever sent a command is told that it may not be saved, and the same again is carried out', async () => {
    const other = await server.seat('reviewer-2')
    const before = await Promise.all([seat, monitor, other].map(settled))
    const command = { kind: 'conflict.answer', review: maine, answer: 'certified', reason: '' } as const
    commits.fail(cannot)
    expect(await other.send(command, 'sent-twice')).toEqual({
      refused: 'not-saved',
      sentence: 'The server cannot tell whether that was saved. Look again in a moment before you repeat it.',
    })
    expect(await Promise.all([seat, monitor, other].map(settled))).toEqual(before)
    commits.release()
    expect(await other.send(command, 'sent-twice')).toEqual({ done: true })
    expect(other.review(maine).mine).not.toBeNull()
  })
})
