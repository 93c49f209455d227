import { expect, onTestFinished, test } from 'vitest'
import { summaryField } from '../../shared/form/summary.ts'
import { furtherComments } from '../../shared/rehearsal/discussion-sentences.ts'
import { play, reviewers } from '../harness/played.ts'
import { readJournal } from '../harness/read-journal.ts'
import { must, openRoom } from '../harness/review-moves.ts'
import { startServer, type RunningServer } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

/** Ready to be revealed when a rehearsal opens. */
const review = 'missouri.1.1'

async function opened(): Promise<RunningServer> {
  const server = await startServer()
  onTestFinished(server.close)
  return server
}

test('PLAYED-16 a played reviewer whose form is returned says more in a comment, changes no points, and is ready again', async () => {
  const { port, seat, log } = await opened()
  const monitor = await seat('monitor')
  await play(port, 'reviewer-2')
  const reason = 'The comment on your lowest points could say what you miss.'
  await must(monitor, { kind: 'form.return', review, seat: 2, reason })
  await until('it is ready again', () => monitor.review(review).ready?.count === 5, 40_000)
  const attested = (await readJournal(log)).flatMap((event) =>
    event.kind === 'form.attested' && event.data.review === review && event.data.seat === 2
      ? event.data.record
      : [],
  )
  expect(attested).toHaveLength(2)
  expect(attested[1]?.scores).toEqual(attested[0]?.scores)
  await must(monitor, { kind: 'review.reveal', review })
  const room = await openRoom(monitor, review)
  const said = [...room.doc.share.keys()]
    .filter((root) => /^r2\/(strengths|weaknesses):/.test(root))
    .map((root) => room.doc.getText(root).toString())
  for (const sentence of furtherComments)
    expect(said.filter((text) => text.includes(sentence))).toHaveLength(1)
})

test('PLAYED-17 played reviewers agree with a summary as it stands, most of them, and read it again once it is another', async () => {
  const { port, seat } = await opened()
  const monitor = await seat('monitor')
  await must(monitor, { kind: 'review.reveal', review })
  const room = await openRoom(monitor, review)
  const text = room.doc.getText(summaryField('(A)(1)'))
  text.insert(0, 'The agenda is one argument; how districts are bound stays open.')
  await room.saved()
  await play(port, ...reviewers)
  const agreed = () => monitor.review(review).summary?.agreed['(A)(1)'] ?? []
  const hashes = () => new Set(agreed().map(({ hash }) => hash))
  await until('most agree', () => agreed().length >= 3 && hashes().size === 1, 40_000)
  const [before] = hashes()
  text.insert(text.length, ' The panel differs on the goals.')
  await room.saved()
  await until(
    'they agree with what it says now',
    () => hashes().size === 1 && !hashes().has(before ?? ''),
    40_000,
  )
})

test('PLAYED-18 in a recess a played panel writes nothing, and goes on when it is over', async () => {
  const { port, seat, log } = await opened()
  const monitor = await seat('monitor')
  await must(monitor, { kind: 'review.reveal', review })
  await must(monitor, { kind: 'focus.set', review, row: '(A)(3)(i)' })
  await must(monitor, { kind: 'recess.set', review, on: true })
  await play(port, ...reviewers)
  const rows = () => monitor.review('massachusetts.1.1').progress?.map(({ rows: done }) => done) ?? []
  await until(
    'they read on alone',
    () =>
      rows()
        .slice(0, 5)
        .every((done) => done > 22),
    40_000,
  )
  const written = async () => (await readJournal(log)).filter(({ kind }) => kind === 'thread.written').length
  expect(await written()).toBe(0)
  await must(monitor, { kind: 'recess.set', review, on: false })
  await until('two have written', async () => (await written()) >= 2, 40_000)
})
