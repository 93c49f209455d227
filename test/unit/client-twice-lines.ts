import * as Y from 'yjs'
import { watchTwiceScored } from '../../client/live/twice-scored.ts'
import { unsavedFields } from '../../client/live/unsaved.ts'
import { setScore, settleDiffers } from '../../shared/form/edits.ts'
import { differsField, scoresField } from '../../shared/form/fields.ts'

// Copies of one person's form and the server's, with what travels between them: delivered message by message, lost when a line is cut.

type Message =
  | { readonly is: 'has'; readonly state: Uint8Array }
  | { readonly is: 'update'; readonly update: Uint8Array }
  | { readonly is: 'number'; readonly number: number }

/** One tab with the form open. */
export interface Tab {
  readonly doc: Y.Doc
  readonly give: (row: string, points: number | null) => void
  readonly choose: (row: string, points: number | null) => void
  readonly points: (row: string) => unknown
  /** The other of two values; undefined where nothing is asked. */
  readonly asks: (row: string) => unknown
  readonly cut: () => void
  readonly connect: () => void
  /** Delivers the oldest message on its way to the server, or from it; false where there is none. */
  readonly up: () => boolean
  readonly down: () => boolean
}

export interface Lines {
  readonly tabs: readonly Tab[]
  /** Delivers until nothing is on its way. */
  readonly deliver: () => void
  /** Opens every line and delivers. */
  readonly settleDown: () => void
}

/** Tabs of one person with those client ids, all without a line. */
export function openLines(clients: readonly number[]): Lines {
  const server = new Y.Doc()
  const readers = new Set<(update: Uint8Array) => void>()
  let effect: Uint8Array | null = null
  server.on('update', (update: Uint8Array) => (effect = update))

  function openTab(client: number): Tab {
    const doc = new Y.Doc()
    doc.clientID = client
    const fields = unsavedFields(doc)
    const toServer: Message[] = []
    const toTab: Message[] = []
    let edits = 0
    let has: ReadonlyMap<number, number> = new Map()
    let line = false
    let answered = false

    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (!transaction.local || transaction.changed.size === 0) return
      edits += 1
      fields.touch(transaction, edits)
    })
    watchTwiceScored({
      doc,
      unsaved: fields.list,
      onServer: ({ client: writer, clock }) => clock < (has.get(writer) ?? 0),
    })
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === server || !answered) return
      toServer.push({ is: 'update', update }, { is: 'number', number: edits })
    })
    const read = (update: Uint8Array): void => void toTab.push({ is: 'update', update })

    const tab: Tab = {
      doc,
      give: (row, points) => setScore({ doc }, row, points),
      choose: (row, points) => settleDiffers({ doc }, row, points),
      points: (row) => doc.getMap(scoresField).get(row),
      asks: (row) => doc.getMap(differsField).get(row),
      cut: () => {
        toServer.length = 0
        toTab.length = 0
        line = false
        answered = false
        readers.delete(read)
      },
      connect: () => {
        if (line) return
        line = true
        toTab.push({ is: 'has', state: Y.encodeStateVector(server) })
        toServer.push({ is: 'has', state: Y.encodeStateVector(doc) })
      },
      up: () => {
        const message = toServer.shift()
        if (!message) return false
        if (message.is === 'has') {
          toTab.push({ is: 'update', update: Y.encodeStateAsUpdate(server, message.state) })
          readers.add(read)
        } else if (message.is === 'number') toTab.push(message)
        else {
          effect = null
          Y.applyUpdate(server, message.update)
          for (const reader of readers) if (effect && reader !== read) reader(effect)
        }
        return true
      },
      down: () => {
        const message = toTab.shift()
        if (!message) return false
        if (message.is === 'has') {
          has = Y.decodeStateVector(message.state)
          answered = true
          toServer.push({ is: 'update', update: Y.encodeStateAsUpdate(doc, message.state) })
          toServer.push({ is: 'number', number: edits })
        } else if (message.is === 'number') fields.confirm(message.number)
        else Y.applyUpdate(doc, message.update, server)
        return true
      },
    }
    return tab
  }

  const tabs = clients.map(openTab)
  const deliver = (): void => {
    while (tabs.some((tab) => tab.up() || tab.down()));
  }
  return {
    tabs,
    deliver,
    settleDown: () => {
      for (const tab of tabs) tab.connect()
      deliver()
    },
  }
}
