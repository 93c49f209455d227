import path from 'node:path'
import { findReview } from '../../shared/competition/state.ts'
import type { Command } from '../../shared/competition/command.ts'
import { formHash } from '../../shared/form/form-record.ts'
import type { DocumentKey } from '../../shared/protocol/names.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import { openFiles } from '../../server/files/files.ts'
import { loadSigner } from '../../server/journal/signing.ts'
import type { Log } from '../../server/log/log.ts'
import { realPorts } from '../../server/ports.ts'
import { rehearsalRubric, rehearsalSetup, seats, shipped } from '../../server/rehearsal/rehearsal.ts'
import { openStage, type Stage } from '../../server/stage.ts'
import * as Y from 'yjs'
import { applications, competition, people, reviewers } from './rooms.ts'

/**
 * Plays a competition into an empty log until all its reviews are revealed, by the very commands that people give. A server that
 * is started on it and on the data folder finds a rehearsal that is open, and goes on with it.
 */
export async function prepareLog(log: Log, folder: string): Promise<void> {
  const signer = await loadSigner(folder)
  const files = openFiles(path.join(folder, 'files'))
  for (const { bytes } of shipped) await files.put(bytes)
  const failures: unknown[] = []
  const stage = await openStage({
    log,
    ports: realPorts,
    signer,
    competition,
    rubric: rehearsalRubric,
    onDamage: (damage) => fail(String(damage)),
    onFailure: (error) => failures.push(error),
  })
  const setup = rehearsalSetup(competition)
  const listed = applications.flatMap((id, at) =>
    setup.applications.slice(0, 1).map((shown) => ({ ...shown, id, applicant: `Applicant ${at + 1}` })),
  )
  const opened = { kind: 'competition.opened', data: { setup: { ...setup, applications: listed } } } as const
  // The id under which a start looks whether a rehearsal has been opened.
  await stage.journal.write({ person: 'server', command: 'open-rehearsal' }, () => ({
    events: [opened],
    texts: {},
  }))
  for (const application of applications) await playToReveal(stage, application)
  // What the server looks after by itself may still be under way when it is closed; what failed before is a fault.
  if (failures.length > 0) fail(failures)
  await stage.close()
  const bytes = new TextEncoder().encode(JSON.stringify({ competition }))
  const outcome = await log.append('competitions', 0, [{ bytes }], { id: realPorts.id() })
  if (outcome.kind !== 'appended') fail(outcome)
}

async function playToReveal(stage: Stage, application: string): Promise<void> {
  const review = `${application}.1.1`
  for (const person of people) {
    await carryOut(stage, person, { kind: 'conflict.answer', review, answer: 'certified', reason: '' })
  }
  for (const [at, person] of reviewers.entries()) {
    const form: DocumentKey = { competition, review, kind: 'form', seat: at + 1 }
    const doc = new Y.Doc()
    fillRest({ doc }, stage.rubric, application, at + 1)
    await stage.documents.publish(form, Y.encodeStateAsUpdate(doc))
    const hash = formHash(await stage.documents.record(form))
    await carryOut(stage, person, { kind: 'form.attest', review, hash })
  }
  // The id of the last step of the rehearsal that a start would play itself.
  const id = application === applications.at(-1) ? 'rehearsal-is-open' : undefined
  await carryOut(stage, 'monitor', { kind: 'review.reveal', review }, id)
  if (!findReview(stage.journal.state(), review)?.revealed) fail(`${review} is not revealed.`)
}

async function carryOut(stage: Stage, who: string, command: Command, id = realPorts.id()): Promise<void> {
  const person = seats.find((seat) => seat.id === who)
  if (!person) throw new Error(`There is no seat ${who}.`)
  const answer = await stage.commands.carryOut(person, { id, command })
  if ('refused' in answer) fail(answer.sentence)
}

function fail(why: unknown): never {
  throw new Error('The rooms of the bench could not be prepared.', { cause: why })
}
