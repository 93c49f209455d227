import { describe, expect, test } from 'vitest'
import type { Signer } from '../../server/journal/signing.ts'
import { strengthsField } from '../../shared/form/fields.ts'
import { writeText } from '../../shared/form/edits.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { attest, certify, maine, must, openForm } from '../harness/review-moves.ts'
import { rubricPath } from '../harness/rubric-path.ts'
import { until } from '../harness/until.ts'
import { firstDifference, watchedPage, type Recording } from '../harness/watched-page.ts'
import { fillHidden, giveRow, openStage, seatOthers, type Hidden, threePlays } from './blind-play.ts'

type Values = Pick<Hidden, 'values' | 'length' | 'detours'>
type Watching = 'monitor' | 'staff'

interface Played {
  readonly beforeReveal: Readonly<Record<Watching, Recording>>
  readonly afterReveal: Recording
}

const plays = threePlays<Values, Played>(
  play,
  { values: 2, length: 12, detours: 0 },
  { values: 7, length: 1900, detours: 12 },
)

describe.each(['monitor', 'staff'] as const)('what %s receives', (who) => {
  test('BLIND-4 is the same in two plays with the same hidden part, and follows the counts', () => {
    const [first, second] = [plays()[0].beforeReveal[who], plays()[1].beforeReveal[who]]
    expect(firstDifference(first, second)).toBeNull()
    expect(first.get('live')?.filter((frame) => frame.includes('"rows":3,'))).not.toEqual([])
  })

  test('BLIND-5 before the reveal depends on counts alone, not on what is given or written', () => {
    expect(firstDifference(plays()[0].beforeReveal[who], plays()[2].beforeReveal[who])).toBeNull()
  })
})

test('BLIND-6 once revealed, what the monitor receives does depend on it', () => {
  expect(firstDifference(plays()[0].afterReveal, plays()[2].afterReveal)).toMatch(
    /after “all ready”.*\n.*"revealed":/s,
  )
})

/** One play: five fill in their forms, row by row where the count shows, under the eyes of the monitor and staff. */
async function play(signer: Signer, hidden: Values): Promise<Played> {
  const { server, ports } = await openStage(signer)
  try {
    const people = [1, 2, 3, 4, 5].map((number) => `reviewer-${number}`)
    const { seat } = await ports.turn('others', () => seatOthers(server, people))
    const monitor = await ports.turn('monitor', () => watchedPage(server, 'monitor'))
    const staff = await ports.turn('staff', () => watchedPage(server, 'staff'))
    const watching = { monitor, staff }

    const step = async (name: string, doing: () => Promise<void>): Promise<void> => {
      ports.pass(60_000)
      await ports.turn('others', doing)
      for (const [who, page] of Object.entries(watching)) {
        await ports.turn(who, async () => {
          for (const asked of paths) await page.ask(asked)
          await page.mark(name)
        })
      }
    }
    const rowsShown = (number: number) =>
      monitor
        .seat()
        .review(maine)
        .progress?.find((member) => member.seat === number)?.rows

    await step('certified', async () => {
      for (const person of people) await certify(seat(person))
    })
    await ports.turn('monitor', () => certify(monitor.seat()))
    for (const [at, person] of people.entries()) {
      await step(`${person} gives points`, async () => {
        const form = await openForm(seat(person))
        for (const [given, row] of rowsOf(raceToTheTop).slice(0, 5).entries()) {
          giveRow(form, row, hidden.values + given)
          for (let again = 0; again < hidden.detours; again += 1) giveRow(form, row, again)
          await form.saved()
          await until(`${given + 1} rows`, () => rowsShown(at + 1) === given + 1)
        }
        writeText({ doc: form.doc }, strengthsField('(A)(1)'), 'x'.repeat(hidden.length))
        await form.saved()
        form.provider.destroy()
      })
    }
    await step('all ready', async () => {
      for (const [at, person] of people.entries()) {
        const form = await openForm(seat(person))
        await fillHidden(form, at + 1, { ...hidden })
        // Counts are told together, four times a second: each is waited for, so that no play tells two at once.
        await until('all rows', () => rowsShown(at + 1) === rowsOf(raceToTheTop).length)
        await attest(seat(person), form)
      }
    })
    const beforeReveal = { monitor: monitor.recording(), staff: staff.recording() }
    await ports.turn('monitor', async () => {
      await must(monitor.seat(), { kind: 'review.reveal', review: maine }, 'the-reveal')
      await monitor.mark('revealed')
    })
    return { beforeReveal, afterReveal: monitor.recording() }
  } finally {
    await server.close()
  }
}

const paths = ['/api/applications/maine', rubricPath, '/api/export', '/api/nothing']
