import { startProxy } from '../harness/tcp-proxy.ts'
import { serveAlone, type Serving } from './serving.ts'

/** A server behind a line that can be taken away. A browser's own "offline" leaves sockets open that are there already. */
export interface ServingBehindLine extends Serving {
  /** The port of the server itself, for whoever keeps the line. */
  readonly direct: number
  /** Ends every connection; new ones are refused until the line is back. */
  readonly cut: () => void
  readonly heal: () => void
}

/** One server as a newcomer starts it; these seats, or all where none is named, open their pages on the far side of its line. */
export async function serveBehindLine(...labels: readonly string[]): Promise<ServingBehindLine> {
  const serving = await serveAlone()
  const direct = serving.portOf()
  const line = await startProxy(direct)
  const isBehind = (label: string | undefined): boolean =>
    labels.length === 0 || (label !== undefined && labels.includes(label))
  return {
    ...serving,
    direct,
    portOf: (label) => (isBehind(label) ? line.port : direct),
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
