import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findReview } from '../../shared/competition/state.ts'
import { readForm } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { attest, certify, must, openForm, openRoom } from '../harness/review-moves.ts'
import { hostOf, signIn } from '../harness/running-server.ts'
import { openSeat, type SeatClient } from '../harness/seat-client.ts'
import { startProcess } from '../harness/server-process.ts'
import { until } from '../harness/until.ts'
import { inJournalCopy } from './journal-copy.ts'
import { typist, type Typist } from './typist.ts'

/** How often the server is killed: `KILLS=300` for a long run. */
const rounds = Number(process.env['KILLS'] ?? 20)
/** The round whose decision is the reveal. Even, so that the form which is taken back and attested in turn is attested. */
const reveals = 2 * Math.ceil(rounds / 4)
/** Confirmed edits of a round, of all five together, before the kill. */
const editsOfRound = 50

const missouri = 'missouri.1.1'
const reviewers = [1, 2, 3, 4, 5].map((number) => `reviewer-${number}`)

test(
  `KILL-1 killed ${rounds} times while five type and decide, the server loses nothing that it confirmed`,
  { timeout: 60_000 + rounds * 8_000 },
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-kill-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    let server = await startProcess(folder)
    onTestFinished(() => server.kill())
    const cookies = new Map<string, string>()
    for (const person of [...reviewers, 'monitor']) cookies.set(person, await signIn(server.port, person))
    const sit = (people: readonly string[]): Promise<readonly SeatClient[]> =>
      Promise.all(
        people.map((person) =>
          openSeat({ port: server.port, host: hostOf(person), cookie: cookies.get(person) ?? '' }),
        ),
      )
    const decided: string[] = []
    const decide = async (round: number): Promise<void> => {
      const id = `decision-of-round-${round}`
      const [one] = await sit([round === reveals ? 'monitor' : 'reviewer-1'])
      if (!one) throw new Error('Nobody sits.')
      if (round === reveals) await must(one, { kind: 'review.reveal', review: missouri }, id)
      else if (round > reveals)
        await must(one, { kind: 'text.keep', review: missouri, field: 'strengths:(A)(1)', text: id }, id)
      else if (round % 2 === 0) await must(one, { kind: 'form.takeBack', review: missouri }, id)
      else await attest(one, await openForm(one, missouri), missouri, id)
      decided.push(id)
      one.close()
    }

    const forms = reviewers.map((_, at) => typist(at + 1))
    const columns = reviewers.map((_, at) => typist(at + 1))
    const openAll = async (typists: readonly Typist[], inRoom: boolean): Promise<void> => {
      const copies = seats.map((seat) => (inRoom ? openRoom(seat, missouri) : openForm(seat)))
      for (const [at, copy] of (await Promise.all(copies)).entries()) typists[at]?.open(copy, inRoom)
    }

    let seats = await sit(reviewers)
    for (const seat of seats) await certify(seat)
    for (let round = 0; round < rounds; round += 1) {
      const inRoom = round > reveals && round % 2 === 1
      const typists = inRoom ? columns : forms
      await openAll(typists, inRoom)
      const before = confirmedOf(typists)
      const typing = typists.map((one) => one.typeUntilGone())
      await decide(round)
      // Not always at the same place: the moment of the kill wanders through the commits.
      const enough = before + editsOfRound + ((round * 7) % 23)
      await until(
        `${editsOfRound} edits of round ${round} to be confirmed`,
        () => confirmedOf(typists) >= enough,
      )
      await server.kill()
      await Promise.all(typing)
      for (const seat of seats) seat.close()

      await inJournalCopy(folder, (journal) => {
        const held = journal.entries().flatMap(({ event }) => (event.command ? [event.command] : []))
        expect(held.filter((command) => command.startsWith('decision-of-round'))).toEqual(decided)
      })
      server = await startProcess(folder)
      seats = await sit(reviewers)
      await openAll(typists, inRoom)
      for (const one of typists) one.expectAllThere(`after kill ${round + 1}`)
    }

    // At the end everything of all rounds, not only what the last of them touched.
    await openAll(forms, false)
    await openAll(columns, true)
    for (const one of [...forms, ...columns]) one.expectAllThere('at the end')
    const rooms = await Promise.all(seats.map((seat) => openRoom(seat, missouri)))
    const scores = rooms.map(({ doc }, at) => readForm(doc, raceToTheTop, at + 1).scores)
    for (const seat of seats) seat.close()
    expect(await server.stop()).toBe(0)
    await inJournalCopy(folder, (journal) => {
      const witnessed = findReview(journal.state(), missouri)?.seats.map((seat) => seat.scores)
      expect(witnessed, 'every score that changed in the room is in the journal').toEqual(scores)
    })
  },
)

function confirmedOf(typists: readonly Typist[]): number {
  return typists.reduce((sum, one) => sum + one.confirmed(), 0)
}
