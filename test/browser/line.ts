import { startProxy } from '../harness/tcp-proxy.ts'
import { serveAlone, type Serving } from './serving.ts'

/** A server behind a line that can be taken away. A browser's own "offline" leaves sockets open that are there already. */
export interface ServingBehindLine extends Serving {
  /** Ends every connection; new ones are refused until the line is back. */
  readonly cut: () => void
  readonly heal: () => void
}

/** One server as a newcomer starts it; every page of every seat is on the far side of its line. */
export async function serveBehindLine(): Promise<ServingBehindLine> {
  const serving = await serveAlone()
  const line = await startProxy(serving.portOf())
  return {
    ...serving,
    portOf: () => line.port,
    cut: () => {
      line.cut()
      line.reset()
    },
    heal: line.heal,
    close: async () => {
      await line.close()
      await serving.close()
    },
  }
}
