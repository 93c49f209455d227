import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startProcess } from '../harness/server-process.ts'

/** What stands behind the pages: one server, or several that are one. */
export interface Serving {
  /** The port under which a seat opens its pages; without a seat, where the list of seats is read. */
  readonly portOf: (label?: string) => number
  /** All servers stand still, as on machines that have other things to do; their connections stay open. */
  readonly pause: () => void
  readonly resume: () => void
  /** Ends all of it and takes its folder away. */
  readonly close: () => Promise<void>
}

/** One server as a newcomer starts it, on a free port and a folder of its own. */
export async function serveAlone(): Promise<Serving> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-browser-'))
  const server = await startProcess(folder)
  return {
    portOf: () => server.port,
    pause: server.pause,
    resume: server.resume,
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
