import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { refuse, type Refusal } from '../../../shared/competition/refusal.ts'
import type { Person } from '../../../shared/competition/setup.ts'
import { tableNamed, type Table } from '../../../shared/set-up-tables/columns.ts'
import { contentOf, templateOf, type TableContent } from '../../../shared/set-up-tables/content.ts'
import type { TableFault } from '../../../shared/set-up-tables/preview.ts'
import type { RawTable } from '../../../shared/set-up-tables/raw-table.ts'
import { tableLimits } from '../../../shared/set-up-tables/table-limits.ts'
import type { Files } from '../../files/files.ts'
import { fromOwnPage } from '../../http/origin.ts'
import { foreignPage, nothingHere, refused, unreadable } from '../../http/refused.ts'
import { openTurns } from '../../import/turns.ts'
import type { Signer } from '../../journal/signing.ts'
import { describePeople } from '../../people/described.ts'
import type { People } from '../../people/people.ts'
import { changeRoster } from '../../people/roster.ts'
import type { Sessions } from '../../sign-in/sessions.ts'
import type { Stage } from '../../stage.ts'
import type { Stages } from '../../stages.ts'
import { tooLarge } from './file-faults.ts'
import { deskOf, knownOf } from './known-of.ts'
import { planOf, type Planned } from './preview-of.ts'
import { readTableFile } from './read-table-file.ts'
import { fileTypes, written, type FileType } from './written.ts'

interface Parts {
  readonly stages: Pick<Stages, 'current'>
  readonly sessions: Sessions
  readonly people: Pick<People, 'forgetRemoved'>
  readonly files: Pick<Files, 'draft'>
  readonly signer: Pick<Signer, 'secretFor'>
  /** A new id for a command. */
  readonly newId: () => string
  /** The person of a request's session, or null. */
  readonly personOf: (request: Request) => Person | null
  /** The same by now, on all nodes. */
  readonly personNow: (request: Request) => Promise<Person | null>
}

const askedSchema = z.object({
  /** What the file is called where it comes from. */
  name: z.string().max(255).default(''),
  /** The digest of the preview that is to be carried out. */
  apply: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The edition of the set-up that a form showed; without one, what there is now is what is changed. */
  since: z.coerce.number().int().min(0).optional(),
})

/** Files that are read at the same time on this node: each takes a processor and some hundred megabytes. */
const readAtATime = 2

/** Tables of the set-up as files, in and out. For program staff alone; for everybody else there is nothing here. */
export function tablesApi({
  stages,
  sessions,
  people,
  files,
  signer,
  newId,
  personOf,
  personNow,
}: Parts): Router {
  const api = express.Router()
  const turns = openTurns(readAtATime)

  api.use(['/tables', '/templates'], (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    if (personOf(request)?.role === 'staff') next()
    else nothingHere(response)
  })

  api.get('/templates/:file', (request, response) =>
    answerFile(request, response, (table) => templateOf(table.name)),
  )

  api.get('/tables/:file', async (request, response) => {
    const stage = stages.current()
    const person = personOf(request)
    if (!person) return nothingHere(response)
    await stage.roll.catchUp()
    await answerFile(request, response, (table) => contentOf(table.name, knownOf(stage, person)))
  })

  api.post('/tables/:table', async (request, response) => {
    if (!fromOwnPage(request)) return foreignPage(response)
    const table = tableNamed(String(request.params['table']))
    if (!table) return nothingHere(response)
    const asked = askedSchema.safeParse(request.query)
    if (!asked.success) return unreadable(response)
    const { name, apply, since } = asked.data
    const raw = await received(request, name)
    const person = await personNow(request)
    if (person?.role !== 'staff') return nothingHere(response)
    // Asked for only now: another competition may have begun meanwhile.
    const stage = stages.current()
    await Promise.all([stage.journal.catchUp(), stage.roll.catchUp()])
    const plan = planOf({ table: table.name, raw, stage, desk: deskOf(stage, signer), person, since })
    if (apply === undefined) return void response.json(plan.preview)
    const refusal = plan.preview.digest === apply ? await carryOut(plan, stage, person) : another
    if (refusal) refused(response, 409, refusal.sentence)
    else response.json({ ...plan.preview, done: true })
  })
  return api

  /** Reads what a page sends. The file stands on disk only while it is read. */
  async function received(request: Request, name: string): Promise<RawTable | readonly TableFault[]> {
    const draft = await files.draft()
    try {
      let bytes = 0
      for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
        bytes += piece.byteLength
        if (bytes <= tableLimits.bytes) await draft.write(piece)
      }
      await draft.end()
      if (bytes > tableLimits.bytes) return [tooLarge()]
      const giveBack = await turns.take()
      return await readTableFile({ path: draft.path, name }).finally(giveBack)
    } finally {
      await draft.drop()
    }
  }

  /**
   * First the journal, then the directory: nobody's name stands there who is not of the competition. Where the server is killed in
   * between, the same file taken in again writes the names.
   */
  async function carryOut(
    { preview, command, entries }: Planned,
    stage: Stage,
    person: Person,
  ): Promise<Refusal | null> {
    if (preview.faults.length > 0) return refuse('malformed', 'Some rows cannot be taken, so nothing was.')
    if (command) {
      const message = { id: newId(), command }
      const answer = await changeRoster({ people, person, message }, () =>
        stage.commands.carryOutSetUp(person, message),
      )
      if ('refused' in answer) return answer
    }
    if (entries.length === 0) return null
    const refusal = await describePeople({ stage, sessions, entries, by: person.id })
    // Somebody else took an address in between: what stands in the journal stays, and it is said that names are lacking.
    if (!refusal || !command) return refusal
    return {
      ...refusal,
      sentence: `Everybody is entered, but without names and addresses: ${refusal.sentence} Mend that, and take in the file again.`,
    }
  }
}

const another = refuse(
  'screen-differs',
  'The competition has changed since you looked at this file. Look at the preview again, and take it in from there.',
)

/** Answers a path like `people.csv`. */
async function answerFile(
  request: Request,
  response: Response,
  contentFor: (table: Table) => TableContent,
): Promise<void> {
  const [, name = '', type = ''] = /^([a-z]+)\.([a-z]+)$/.exec(String(request.params['file'])) ?? []
  const table = tableNamed(name)
  if (!table || !isFileType(type)) return nothingHere(response)
  const bytes = await written(table, contentFor(table), type)
  response.setHeader('Content-Type', fileTypes[type])
  response.setHeader('Content-Disposition', `attachment; filename="${name}.${type}"`)
  response.end(bytes)
}

function isFileType(type: string): type is FileType {
  return Object.hasOwn(fileTypes, type)
}
