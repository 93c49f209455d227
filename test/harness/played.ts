import { readdirSync, readFileSync } from 'node:fs'
import type { PlayAnswer, RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { ask, type Answer } from './ask.ts'

export const reviewers = [1, 2, 3, 4, 5].map((number) => `reviewer-${number}`)

/** Asks something of the list of seats, from its own page unless told otherwise. */
export function tell(
  port: number,
  what: 'play' | 'stop' | 'pace',
  json: unknown,
  headers: Readonly<Record<string, string>> = { origin: `http://localhost:${port}` },
): Promise<Answer> {
  return ask(port, 'localhost', `/api/rehearsal/${what}`, { method: 'POST', headers, json })
}

/** Lets seats be played as fast as they may; answers with the labels of those in which somebody sits. */
export async function play(port: number, ...people: readonly string[]): Promise<readonly string[]> {
  await tell(port, 'pace', { pace: 'fast' })
  const { status, body } = await tell(port, 'play', { people })
  if (status !== 200) throw new Error(`No seat is played: ${status} ${body}`)
  const answer: PlayAnswer = JSON.parse(body)
  return answer.taken
}

/** The list of seats. */
export async function seatList(port: number): Promise<RehearsalPage> {
  return JSON.parse((await ask(port, 'localhost', '/api/rehearsal')).body)
}

/** Who sits where, by person. */
export async function sitting(port: number): Promise<Readonly<Record<string, string>>> {
  const { seats } = await seatList(port)
  return Object.fromEntries(seats.map((seat) => [seat.person, seat.sitting]))
}

/** The processes that play seats of the server on a port, by their ids (Linux). */
export function playProcesses(port: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const [program, , at] = argumentsOf(pid).slice(1)
      return program?.endsWith('played/play.ts') && at === `${port}`
    })
    .map(Number)
}

function argumentsOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
