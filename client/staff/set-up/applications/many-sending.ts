import { isBusy, openSending, toApplication, type Sending, type SentFile } from '../../sending.ts'

/** Files that go to one application. */
export interface ForApplication {
  readonly application: string
  readonly applicant: string
  readonly review: string
  readonly files: readonly File[]
}

/** How far the files of one application are. */
export interface Lane extends Omit<ForApplication, 'files'> {
  readonly files: readonly SentFile[]
}

/** Files on their way into many applications, some applications at a time; within one in the order in which they were chosen. */
export interface ManySending {
  /** Sends one file another time. */
  readonly again: (application: string, id: number) => void
  /** Stops everything. What has arrived stays. */
  readonly stop: () => void
}

/** A node reads two files at a time; the third is on its way meanwhile. */
const atATime = 3

/** Begins to send. `onChange` is told of every change. */
export function openManySending(
  all: readonly ForApplication[],
  onChange: (lanes: readonly Lane[]) => void,
): ManySending {
  let lanes: readonly Lane[] = all.map(({ files: _, ...lane }) => ({ ...lane, files: [] }))
  const waiting = [...all]
  const sendings = new Map<string, Sending>()
  const begun = new Set<string>()
  let stopped = false

  function follow(application: string, files: readonly SentFile[]): void {
    lanes = lanes.map((lane) => (lane.application === application ? { ...lane, files } : lane))
    onChange(lanes)
    if (isBusy(files)) return
    begun.delete(application)
    goOn()
  }

  function goOn(): void {
    while (!stopped && begun.size < atATime) {
      const next = waiting.shift()
      if (!next) return
      begun.add(next.application)
      const sending = openSending(toApplication(next.review), (files) => follow(next.application, files))
      sendings.set(next.application, sending)
      sending.add(next.files)
    }
  }

  goOn()
  return {
    again: (application, id) => sendings.get(application)?.again(id),
    stop: () => {
      stopped = true
      for (const sending of sendings.values()) sending.stop()
    },
  }
}

/** How many files there are, how many have arrived, and how many were not added. */
export function sumOf(lanes: readonly Lane[], total: number) {
  const files = lanes.flatMap((lane) => lane.files)
  const done = files.filter(({ progress }) => progress.is === 'done').length
  const refused = files.filter(({ progress }) => progress.is === 'refused').length
  return { total, done, refused, over: done + refused === total }
}
