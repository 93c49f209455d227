import { randomUUID } from 'node:crypto'
import type { SetUpCommand } from '../../shared/competition/command-set-up.ts'
import { formHash, readForm, type FormRecord } from '../../shared/form/form-record.ts'
import { writeRecord } from '../../shared/form/write-record.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import type { Preset } from '../../shared/rubric/presets/presets.ts'
import type { Ports } from '../../server/ports.ts'
import { fullForm } from './full-form.ts'
import { startPeopleServer, type PeopleServer } from './people-server.ts'
import { must, openForm, openRoom } from './review-moves.ts'
import { openSeat, type SeatClient } from './seat-client.ts'
import { applications, cast, checklist, declare, draft, judge, open } from './set-up-steps.ts'

/** A competition that was set up over HTTP, with everybody of the cast signed in. */
export interface SetUpServer {
  readonly server: PeopleServer
  readonly cookie: (person: string) => string
  /** Gives a set-up command and answers with what came of it. */
  readonly send: (person: string, command: SetUpCommand, id?: string) => Promise<Sent>
  /** The same where a refusal would be the test's own fault. */
  readonly must: (person: string, command: SetUpCommand) => Promise<void>
  /** Opens the live line of somebody. */
  readonly seat: (person: string) => Promise<SeatClient>
  readonly close: () => Promise<void>
}

export type Sent = { readonly done?: boolean; readonly refused?: string; readonly sentence?: string }

/** Alpha is open to panel one, on a preset's rubric and rules, or on those of 2010; on real ports unless others are given. */
export async function startSetUpServer(preset?: Preset, ports?: Ports): Promise<SetUpServer> {
  const server = await startPeopleServer(ports ? { ports } : {})
  const cookies = new Map([['staff-1', server.staff]])
  const seats: SeatClient[] = []
  const cookie = (person: string): string => cookies.get(person) ?? ''
  const send: SetUpServer['send'] = async (person, command, id = randomUUID()) => {
    for (;;) {
      const answer = await server.post('/api/set-up/command', { id, command }, cookie(person))
      const sent: Sent = JSON.parse(answer.body)
      if (sent.refused !== 'too-many') return sent
    }
  }
  const mustSend = async (person: string, command: SetUpCommand): Promise<void> => {
    const { done, sentence } = await send(person, command)
    if (!done) throw new Error(`${person} may not ${command.kind}: ${sentence}`)
  }

  if (preset) {
    const { id, rules } = preset
    const rubric = JSON.parse(JSON.stringify(preset.rubric))
    await mustSend('staff-1', { kind: 'preset.take', preset: id, rubric, rules, checklist })
  } else await mustSend('staff-1', { kind: 'checklist.set', items: checklist })
  await mustSend('staff-1', { kind: 'people.set', people: [...cast] })
  const others = cast.filter(({ id }) => id !== 'staff-1').map(({ id }) => id)
  const invited = await server.post('/api/people/invite', { people: others, copy: true }, server.staff)
  const { links }: { links: { person: string; link: string }[] } = JSON.parse(invited.body)
  for (const { person, link } of links) cookies.set(person, (await server.signIn(link)) ?? '')
  await mustSend('staff-1', { kind: 'applications.set', applications })
  for (const { id } of applications) await mustSend('staff-1', judge(id))
  for (const { id } of cast) {
    const answers = applications.map(({ id: application }) => ({
      application,
      answer: 'certified' as const,
      reason: '',
    }))
    await mustSend(id, { ...declare('alpha', 'certified'), answers } as SetUpCommand)
  }
  await mustSend('staff-1', draft)
  await mustSend('staff-1', open('alpha'))

  return {
    server,
    cookie,
    send,
    must: mustSend,
    seat: async (person) => {
      const seat = await openSeat({ port: server.port, host: 'localhost', cookie: cookie(person) })
      seats.push(seat)
      return seat
    },
    close: async () => {
      seats.forEach((seat) => seat.close())
      await server.close()
    },
  }
}

/** Fills a seat's form and says ready with it. */
export async function giveForm(
  seat: SeatClient,
  rubric: Rubric,
  review: string,
  record: FormRecord = fullForm(rubric),
): Promise<void> {
  const form = await openForm(seat, review)
  writeRecord({ doc: form.doc }, record)
  await form.saved()
  await must(seat, { kind: 'form.attest', review, hash: formHash(readForm(form.doc, rubric)) })
  form.provider.destroy()
}

/** Signs a seat's column as it stands in the room. */
export async function signColumn(seat: SeatClient, rubric: Rubric, review: string): Promise<void> {
  const room = await openRoom(seat, review)
  const number = seat.review(review).mine?.seat ?? 0
  await must(seat, { kind: 'column.sign', review, hash: formHash(readForm(room.doc, rubric, number)) })
  room.provider.destroy()
}
