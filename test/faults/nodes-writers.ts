import { expect } from 'vitest'
import * as Y from 'yjs'
import { readForm } from '../../shared/form/form-record.ts'
import { raceToTheTop } from '../../shared/rubric/race-to-the-top.ts'
import type { OpenCopy, SeatClient } from '../harness/seat-client.ts'
import type { Cluster, Node } from './nodes-cluster.ts'
import { inDocuments, type StoredDocument } from './nodes-check.ts'
import { typist } from './typist.ts'

/** A person at their own form, or at their own column of the room. */
export interface Desk {
  readonly person: string
  readonly review: string
  readonly inRoom: boolean
  /** The node that serves them first. */
  readonly node: Node
}

/** Somebody who types through whatever happens to their line, as a page does. */
export interface Writer {
  readonly desk: Desk
  /** The node that serves them now. */
  readonly node: () => Node
  readonly copy: () => OpenCopy
  /** Opens the document, with nothing of an earlier copy. */
  readonly open: () => Promise<void>
  /** Comes back through another node, with all that the copy holds. */
  readonly moveTo: (node: Node) => Promise<void>
  /** Types until so many more words are confirmed, or until the document is closed for good. */
  readonly type: (words: number) => Promise<void>
  readonly confirmed: () => number
  readonly typed: () => number
  /** The document's. */
  readonly name: string
  /** Everything that was confirmed is served to a fresh line of theirs, and what is served is what the log holds. */
  readonly expectAllThere: (seat: SeatClient, stored: StoredDocument, when: string) => Promise<void>
}

export function openWriter(cluster: Cluster, desk: Desk): Writer {
  const { person, review, inRoom } = desk
  const number = Number(person.split('-')[1])
  const typing = typist(number)
  let at = desk.node
  let here: { readonly seat: SeatClient; readonly copy: OpenCopy } | null = null
  /** Pending while the person goes from one node to another: nothing is typed meanwhile. */
  let moving: Promise<void> | null = null
  let atTheKeys: Promise<void> = Promise.resolve()

  const copy = (): OpenCopy => {
    if (!here) throw new Error(`${person} has nothing open.`)
    return here.copy
  }
  const name = `${cluster.competition()}/${review}/${inRoom ? 'room' : `form-${number}`}`
  const open = async (): Promise<void> => {
    here?.seat.close()
    const seat = await cluster.seat(person, at)
    here = { seat, copy: await seat.open(name) }
    typing.open(here.copy, inRoom)
  }

  return {
    desk,
    node: () => at,
    copy,
    open,
    moveTo: (node) => {
      const move = async (): Promise<void> => {
        copy().provider.disconnect()
        await atTheKeys
        const before = Y.encodeStateAsUpdate(copy().doc)
        at = node
        await open()
        Y.applyUpdate(copy().doc, before)
        moving = null
      }
      return (moving = move())
    },
    type: async (words) => {
      const enough = typing.confirmed() + words
      const isEnough = (): boolean => moving !== null || typing.confirmed() >= enough
      for (;;) {
        await moving
        if (typing.confirmed() >= enough || !copy().provider.shouldConnect) return
        atTheKeys = typing.typeUntilGone(isEnough)
        await atTheKeys
      }
    },
    confirmed: typing.confirmed,
    typed: typing.typed,
    name,
    expectAllThere: async (seat, { record }, when) => {
      const fresh = await seat.open(name)
      typing.open(fresh, inRoom)
      typing.expectAllThere(when)
      const column = inRoom ? number : undefined
      expect(readForm(fresh.doc, raceToTheTop, column), when).toEqual(record(column))
      if (here) typing.open(here.copy, inRoom)
    },
  }
}

/** Everything that was confirmed is there after a fault: served by both nodes to fresh lines, and in the log. */
export async function expectAllThere(
  cluster: Cluster,
  writers: readonly Writer[],
  when: string,
): Promise<void> {
  const names = writers.map(({ name }) => name)
  await inDocuments(cluster, names, async (stored) => {
    for (const node of cluster.nodes) {
      const people = [...new Set(writers.map(({ desk }) => desk.person))]
      const seats = await Promise.all(people.map((person) => cluster.seat(person, node)))
      for (const [index, writer] of writers.entries()) {
        const [seat, document] = [seats[people.indexOf(writer.desk.person)], stored[index]]
        if (!seat || !document) throw new Error(`${writer.desk.person} has no seat.`)
        await writer.expectAllThere(seat, document, `${when}, from node ${node.name}`)
      }
      for (const seat of seats) seat.close()
    }
  })
}

/** How many words were confirmed to them, all together. */
export function confirmedOf(writers: readonly Writer[]): number {
  return writers.reduce((sum, writer) => sum + writer.confirmed(), 0)
}
