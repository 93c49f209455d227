// The load process of the bench: one for each phase of each server, so that none profits from what an earlier one warmed up.
import { setTimeout as pause } from 'node:timers/promises'
import { clientsOf, type Client, type Headers } from './clients.ts'
import { openLines } from './lines.ts'
import { percentile, type Cold, type Job, type Loaded, type Point, type Told } from './job.ts'
import { markOf, openReader } from './reader.ts'
import { applications, fieldOf, filledRoom, loaded, people, reviewers, roomOf, writerOf } from './rooms.ts'
import { steadyLoad } from './steady.ts'

/** No wait of the bench is longer; what takes longer has failed. */
const longestWaitMs = 60_000
/** How long nobody writes before memory is looked at. */
const restMs = 10_000

process.on('disconnect', () => process.exit(1))
process.once('message', (job: Job) => void run(job))

async function run(job: Job): Promise<void> {
  if (job.phase === 'load') tell({ kind: 'loaded', loaded: await underLoad(job) })
  else tell({ kind: 'cold', cold: await coldOpens(job) })
  process.exit(0)
}

function tell(told: Told): void {
  process.send?.(told)
}

/** Stops until what the server has used has been written down. */
async function reached(point: Point): Promise<void> {
  const goOn = new Promise((resolve) => process.once('message', resolve))
  tell({ kind: 'reached', point })
  await goOn
}

async function underLoad(job: Job): Promise<Loaded> {
  const open = await clientsOf(job.address)
  const closeLines = await openLines(job)
  const writers = await inSteps(applications, async (application, room) => {
    const writer = open(roomOf(application), headersOf(job, reviewers[writerOf(room) - 1]))
    await within(writer, () => writer.synced())
    if (job.fill) writer.fill(filledRoom(application))
    if (room < loaded) return writer
    await pause(50)
    writer.close()
    return null
  })
  const busy = writers.filter((writer) => writer !== null)

  let onMark: (edit: number) => void = () => undefined
  const readers = await inSteps(applications.slice(0, loaded), async (application, room) => {
    const inRoom = othersIn(room).map((person) =>
      openReader(job.address, roomOf(application), {
        headers: headersOf(job, person),
        onMark: (edit) => onMark(edit),
      }),
    )
    await Promise.all(inRoom.map(({ ready }) => ready))
    return inRoom
  })
  const { warmUpMs, windowMs } = job
  const steady = await steadyLoad({
    writers: busy,
    readers: people.length - 1,
    onMark: (listener) => {
      onMark = listener
    },
    warmUpMs,
    windowMs,
    reached,
  })
  for (const reader of readers.flat()) reader.close()

  const others = await inSteps(applications.slice(0, loaded), async (application, room) => {
    const inRoom = othersIn(room).map((person) => open(roomOf(application), headersOf(job, person)))
    await Promise.all(inRoom.map((client) => within(client, () => client.synced())))
    return inRoom
  })
  await pause(500)
  const stormMs = await storm([...busy, ...others.flat()])
  closeLines()
  return { ...steady, stormMs }
}

/** Cuts all lines at once, and answers when 99 % of the clients are in sync again. */
async function storm(clients: readonly Client[]): Promise<number> {
  const begun = performance.now()
  for (const client of clients) client.cut()
  // All are told long before the first dials again.
  while (clients.some((client) => client.synced())) await pause(1)
  const back: number[] = []
  await Promise.all(
    clients.map(async (client) => {
      await within(client, () => client.synced())
      back.push(performance.now() - begun)
    }),
  )
  return percentile(back, 0.99)
}

async function coldOpens(job: Job): Promise<Cold> {
  const open = await clientsOf(job.address)
  const filled = fieldOf(1, 0)
  const took: number[] = []
  const clients: Client[] = []
  const [busy, first] = [applications.slice(0, loaded), applications.slice(loaded)]
  for (const application of [...first, ...busy]) {
    if (application === busy[0]) await reachedAtRest('warm')
    const begun = performance.now()
    const client = open(roomOf(application), headersOf(job, reviewers[0]))
    // A server may say that it is in sync before it has read its store: a person waits for what is in the room.
    await within(client, () => client.synced() && client.has(filled))
    took.push(performance.now() - begun)
    clients.push(client)
  }
  await reachedAtRest('opened')
  for (const client of clients.slice(first.length)) client.append(filled, markOf(0))
  await pause(1_000)
  await reached('written')
  const cold = took.slice(first.length).toSorted((left, right) => left - right)
  return { p50: percentile(cold, 0.5), p99: percentile(cold, 0.99) }
}

/** After some seconds without a word, as when people read: whatever a server does once nobody writes, it has done. */
async function reachedAtRest(point: Point): Promise<void> {
  await pause(restMs)
  await reached(point)
}

function othersIn(room: number): readonly string[] {
  return people.filter((person) => person !== reviewers[writerOf(room) - 1])
}

function headersOf({ sessions }: Job, person: string | undefined): Headers {
  return sessions?.[person ?? ''] ?? {}
}

function within(client: Client, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('A client was not in sync in time.')), longestWaitMs)
    const look = (): void => {
      if (!holds()) return
      clearTimeout(late)
      resolve()
    }
    client.onChange(look)
    look()
  })
}

/** Ten at a time, so that opening what is needed is no storm itself. */
async function inSteps<T, R>(items: readonly T[], each: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let at = 0; at < items.length; at += 10) {
    done.push(...(await Promise.all(items.slice(at, at + 10).map((item, next) => each(item, at + next)))))
  }
  return done
}
