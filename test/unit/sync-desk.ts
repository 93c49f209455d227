import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { documentName, type DocumentKey } from '../../shared/protocol/names.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import { createCandidate } from '../../server/sync/candidate.ts'
import type { Verdict } from '../../server/sync/gate.ts'
import { writingRules } from '../../server/sync/writing-rules.ts'
import { alpha, playTo, startPlay, type Play, type PlayStep } from '../harness/pure-play.ts'

/** A document with its gate and no server around it: what is accepted is served at once. */
export interface Desk {
  readonly play: Play
  readonly served: Y.Doc
  /** Judges an update of a person's, and serves it if it is accepted. */
  readonly offer: (person: string, update: Uint8Array) => Verdict
  /** In one word: accepted, nothing, or why not. */
  readonly tell: (person: string, update: Uint8Array) => string
  /** A copy of what is served, under a client id of its own or the one given. */
  readonly copy: (client?: number) => Y.Doc
  /** What a person does to a fresh copy, as one update with all that it brings. */
  readonly edit: (change: (doc: Y.Doc) => void, client?: number) => Uint8Array
  /** The served document, byte for byte. */
  readonly bytes: () => string
}

export const form1: DocumentKey = { competition: 'trial', review: alpha, kind: 'form', seat: 1 }
export const room: DocumentKey = { competition: 'trial', review: alpha, kind: 'room' }

export function openDesk(key: DocumentKey = form1, step: PlayStep = 'score'): Desk {
  const play = playTo(startPlay({ rubric: raceToTheTop }), step)
  const served = new Y.Doc()
  const owners = new Map<number, string>()
  let version = 0
  const candidate = createCandidate({ doc: () => served, owners, version: () => version })
  const rules = writingRules(raceToTheTop, play.state)(key)

  const offer = (person: string, update: Uint8Array): Verdict => {
    const verdict = candidate.start()(update, rules.of(play.person(person)), rules.mostBytes())
    if (verdict.kind !== 'accepted') return verdict
    for (const client of verdict.clients) owners.set(client, person)
    Y.applyUpdate(served, verdict.update)
    if (served.store.pendingStructs || served.store.pendingDs) {
      throw new Error(`${documentName(key)} was given an update with a gap.`)
    }
    version += 1
    return verdict
  }
  const copy = (client?: number): Y.Doc => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(served))
    if (client !== undefined) doc.clientID = client
    return doc
  }
  return {
    play,
    served,
    offer,
    tell: (person, update) => {
      const verdict = offer(person, update)
      return verdict.kind === 'refused' ? verdict.reason : verdict.kind
    },
    copy,
    edit: (change, client) => {
      const doc = copy(client)
      const before = Y.encodeStateVector(doc)
      change(doc)
      return Y.encodeStateAsUpdate(doc, before)
    },
    bytes: () => Buffer.from(Y.encodeStateAsUpdate(served)).toString('hex'),
  }
}

export interface RawItem {
  readonly origin?: readonly [client: number, clock: number]
  readonly rightOrigin?: readonly [client: number, clock: number]
  /** The root's name and perhaps a key, or the item that holds it; only without neighbors. */
  readonly root?: string
  readonly parent?: readonly [client: number, clock: number]
  readonly key?: string
  readonly content:
    | { readonly text: string }
    | { readonly values: readonly encoding.AnyEncodable[] }
    | { readonly gone: number }
}

export interface RawSection {
  readonly client: number
  readonly clock: number
  readonly items: readonly RawItem[]
}

/** An update written by hand, which no Yjs client would write. */
export function rawUpdate(
  sections: readonly RawSection[],
  deletes: readonly (readonly [
    client: number,
    ranges: readonly (readonly [clock: number, length: number])[],
  ])[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    const number = (value: number) => encoding.writeVarUint(encoder, value)
    number(sections.length)
    for (const { client, clock, items } of sections) {
      number(items.length)
      number(client)
      number(clock)
      for (const item of items) writeItem(encoder, item)
    }
    number(deletes.length)
    for (const [client, ranges] of deletes) {
      number(client)
      number(ranges.length)
      for (const [clock, length] of ranges) {
        number(clock)
        number(length)
      }
    }
  })
}

function writeItem(
  encoder: encoding.Encoder,
  { origin, rightOrigin, root, parent, key, content }: RawItem,
): void {
  const kind = 'text' in content ? 4 : 'values' in content ? 8 : 1
  const flags = (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (key === undefined ? 0 : 32)
  encoding.writeUint8(encoder, kind | flags)
  for (const id of [origin, rightOrigin]) id?.forEach((part) => encoding.writeVarUint(encoder, part))
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(encoder, parent ? 0 : 1)
    if (parent) parent.forEach((part) => encoding.writeVarUint(encoder, part))
    else encoding.writeVarString(encoder, root ?? '')
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  if ('text' in content) encoding.writeVarString(encoder, content.text)
  else if ('gone' in content) encoding.writeVarUint(encoder, content.gone)
  else {
    encoding.writeVarUint(encoder, content.values.length)
    for (const value of content.values) encoding.writeAny(encoder, value)
  }
}
