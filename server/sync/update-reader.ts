import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { CloseReason } from '../../shared/protocol/close-codes.ts'
import { refuse, type Refused } from './refused.ts'

/** What an update says, read whole and not applied anywhere. */
export interface ReadUpdate {
  readonly kind: 'read'
  /** By client id: consecutive items, none of them empty. Some or all may be known already. */
  readonly items: ReadonlyMap<number, readonly Y.Item[]>
  /** By client id: ranges in ascending order that do not overlap. */
  readonly deletes: DeleteSet
}

export type DeleteSet = ReturnType<typeof Y.createDeleteSet>

/** The kinds of content a document of flat texts and maps is made of, as Yjs numbers them: deleted, string, any. */
const kindsKept: ReadonlySet<number> = new Set([1, 4, 8])
/** Stands for items that were left out. */
const skip = 10
/** Clients of one update: a page, its earlier lives and a few tabs, with room to spare. */
const mostClients = 64
/** Clocks beyond this are no typing, and would overflow every state vector in the end. */
const mostClock = 2 ** 31

/** Stops decoding at the first content that is not kept. */
class ContentNotKept extends Error {
  override readonly name = 'ContentNotKept'
  readonly reason: CloseReason

  constructor(kind: number) {
    super(`Content of kind ${kind} is not kept.`)
    this.reason = kind === skip ? 'unusableCopy' : 'offRule'
  }
}

/** Yjs makes its decoder for itself; this leads to the bytes that it reads from. */
let latestRest: decoding.Decoder | null = null

class KeptKindsDecoder extends Y.UpdateDecoderV1 {
  constructor(rest: decoding.Decoder) {
    super(rest)
    latestRest = rest
  }

  override readInfo(): number {
    // Where the bytes end, lib0 reads on and finds nothing at all.
    if (!decoding.hasContent(this.restDecoder)) throw new Error('The update ends too early.')
    const info = super.readInfo()
    const kind = info & 0b11111
    if (!kindsKept.has(kind)) throw new ContentNotKept(kind)
    return info
  }
}

/**
 * Reads an update (V1) to its last byte. Refused as malformed: what does not decode, bytes that follow it, empty items, ranges
 * out of order. Refused as an unusable copy: gaps. Refused by rule: any content but plain text and plain values, before it is
 * even built. Costs what the bytes cost: no number that the update declares is believed.
 */
export function readUpdate(update: Uint8Array): ReadUpdate | Refused {
  try {
    const { structs, ds } = Y.decodeUpdateV2(update, KeptKindsDecoder)
    if (latestRest?.pos !== update.length || !areInOrder(ds)) return refuse('malformed')
    return byClient(structs, ds)
  } catch (error) {
    // Whatever else a decoder trips over, the bytes are no update.
    return refuse(error instanceof ContentNotKept ? error.reason : 'malformed')
  }
}

function byClient(structs: readonly unknown[], deletes: DeleteSet): ReadUpdate | Refused {
  const items = new Map<number, Y.Item[]>()
  for (const item of structs) {
    if (!(item instanceof Y.Item) || item.length < 1) return refuse('malformed')
    const { client, clock } = item.id
    if (clock + item.length > mostClock) return refuse('tooLarge')
    const before = items.get(client)
    const last = before?.at(-1)
    if (last && last.id.clock + last.length !== clock) return refuse('malformed')
    if (before) before.push(item)
    else items.set(client, [item])
  }
  return items.size > mostClients ? refuse('tooLarge') : { kind: 'read', items, deletes }
}

/** Ranges that overlap would have the same items gone through again and again. */
function areInOrder(deletes: DeleteSet): boolean {
  return [...deletes.clients.values()].every((ranges) => {
    let from = 0
    return ranges.every(({ clock, len }) => {
      const follows = clock >= from && len > 0 && clock + len <= mostClock
      from = clock + len
      return follows
    })
  })
}
