import * as Y from 'yjs'
import { seatOfPerson } from '../../shared/competition/access.ts'
import type { Command } from '../../shared/competition/command.ts'
import { findReview } from '../../shared/competition/state.ts'
import { formHash } from '../../shared/form/form-record.ts'
import type { DocumentKey } from '../../shared/protocol/names.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import type { Files } from '../files/files.ts'
import type { Stage } from '../stage.ts'
import { LogFailed } from '../log/log-errors.ts'
import { steadyClient } from '../sync/steady-client.ts'
import { rehearsalSetup, reviewers, seats, shipped } from './rehearsal.ts'

/**
 * Opens a rehearsal where there is none yet: Missouri with all five ready, Massachusetts half scored, Maine untouched. Every
 * step is a command with an id of its own, carried out in the name of the seat, so that what was cut short is gone on with. The
 * files come first: what the journal names is there.
 */
export async function openRehearsal(stage: Stage, files: Files): Promise<void> {
  const { journal } = stage
  const setup = rehearsalSetup(stage.competition)
  // Journals from before files had names go on showing what comes with the program.
  const named = journal.state().applications.every(({ digest }) => digest !== undefined)
  if (!journal.holds('server', opening) || !named) for (const { bytes } of shipped) await files.put(bytes)
  const refusal = await journal.write({ person: 'server', command: opening }, () => ({
    events: [{ kind: 'competition.opened', data: { setup } }],
    texts: {},
  }))
  if (refusal) throw new LogFailed(refusal.sentence)
  if (journal.holds('monitor', lastStep)) return
  for (const person of reviewers) {
    await certify(stage, person.id, 'missouri')
    await fill(stage, person.id, 'missouri', undefined)
    await attest(stage, person.id, 'missouri')
    await certify(stage, person.id, 'massachusetts')
    await fill(stage, person.id, 'massachusetts', 7 + ((reviewers.indexOf(person) + 1) % 3))
  }
  await certify(stage, 'monitor', 'missouri')
  await certify(stage, 'monitor', 'massachusetts', lastStep)
}

const opening = 'open-rehearsal'
const lastStep = 'rehearsal-is-open'

async function certify(stage: Stage, person: string, application: string, id?: string): Promise<void> {
  const review = reviewOf(application)
  await carryOut(stage, person, id ?? `certify-${application}`, {
    kind: 'conflict.answer',
    review,
    answer: 'certified',
    reason: '',
  })
}

async function fill(
  stage: Stage,
  person: string,
  application: string,
  criteria: number | undefined,
): Promise<void> {
  const form = formOf(stage, person, application)
  const doc = new Y.Doc()
  // The same client id each time: filling again after a cut adds nothing.
  doc.clientID = steadyClient(`${stage.competition} ${application} ${person}`)
  fillRest({ doc }, stage.rubric, application, form.seat, criteria)
  await stage.documents.publish(form, Y.encodeStateAsUpdate(doc))
  doc.destroy()
}

async function attest(stage: Stage, person: string, application: string): Promise<void> {
  const record = await stage.documents.record(formOf(stage, person, application))
  await carryOut(stage, person, `attest-${application}`, {
    kind: 'form.attest',
    review: reviewOf(application),
    hash: formHash(record),
  })
}

async function carryOut(stage: Stage, personId: string, id: string, command: Command): Promise<void> {
  const person = seats.find((candidate) => candidate.id === personId)
  if (!person) throw new Error(`A rehearsal has no seat ${personId}.`)
  const answer = await stage.commands.carryOut(person, { id, command })
  if ('refused' in answer) throw new Error(`The rehearsal could not be opened: ${answer.sentence}`)
}

function reviewOf(application: string): string {
  return `${application}.1.1`
}

function formOf(
  { journal, competition }: Stage,
  person: string,
  application: string,
): DocumentKey & { kind: 'form' } {
  const review = reviewOf(application)
  const found = findReview(journal.state(), review)
  const seat = found && seatOfPerson(found, person)
  if (!seat) throw new Error(`${person} has no seat on ${review}.`)
  return { competition, review, kind: 'form', seat: seat.number }
}
