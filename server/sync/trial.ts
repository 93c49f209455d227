import * as Y from 'yjs'
import type { Field } from '../../shared/form/fields.ts'
import { contentFault } from './field-content.ts'
import type { GateRules } from './gate.ts'
import { isKnown } from './known.ts'
import { conflictSteps, hasItsNeighbors, isFree, see, unseenBetween, type Place, type Seen } from './place.ts'
import { refuse, type Refused } from './refused.ts'
import { rootName } from './root-name.ts'
import type { DeleteSet, ReadUpdate } from './update-reader.ts'

/** One update on its way into a copy. */
interface Trial {
  readonly transaction: Y.Transaction
  readonly store: Y.Doc['store']
  readonly rules: GateRules
  /** By root name: what the update has touched so far. */
  readonly touched: Map<string, Touched>
  /** Client ids that were nobody's before. */
  readonly clients: Set<number>
  /** By client id: what its author must have seen. Filled only for who wrote at the same time as others. */
  readonly seen: Map<number, Seen>
  /** Items that were looked at for that, and how many Yjs compares. */
  looked: number
  steps: number
}

/** A field that may be written, and how long it was before: a text in characters, a map that has a limit in entries. */
interface Touched {
  readonly field: Field
  readonly type: Y.AbstractType<unknown>
  readonly lengthBefore: number
}

/** Of one update; typing in the same field in two tabs for hours stays far below. */
const mostLooked = 500_000
const mostSteps = 20_000

/**
 * Lets an update into the copy of a transaction, item by item, each judged before it is in. Answers the client ids that are new,
 * or stops at the first thing that may not be: the copy is then half changed and of no more use.
 */
export function letIn(
  transaction: Y.Transaction,
  { items, deletes }: ReadUpdate,
  rules: GateRules,
): readonly number[] | Refused {
  const { store } = transaction.doc
  const touched: Trial['touched'] = new Map()
  const clients: Trial['clients'] = new Set()
  const trial: Trial = { transaction, store, rules, touched, clients, seen: new Map(), looked: 0, steps: 0 }
  return addItems(trial, items) ?? deleteItems(trial, deletes) ?? tooLong(trial) ?? [...trial.clients]
}

/** Adds each item once those before it and beside it are there. What is left over builds on something unknown. */
function addItems(trial: Trial, items: ReadUpdate['items']): Refused | null {
  const queues = [...items.values()].map((list) => ({ list, next: 0 }))
  for (let moved = true; moved; ) {
    moved = false
    for (const queue of queues) {
      let item = queue.list[queue.next]
      for (; item && canStand(trial.store, item); item = queue.list[queue.next]) {
        const refused = isKnown(trial.store, item) ? null : addItem(trial, item)
        if (refused) return refused
        queue.next += 1
        moved = true
      }
    }
  }
  return queues.some(({ list, next }) => next < list.length) ? refuse('unusableCopy') : null
}

function addItem(trial: Trial, item: Y.Item): Refused | null {
  const { transaction, store, rules } = trial
  const { client, clock } = item.id
  const owner = rules.ownerOf(client)
  if (owner === undefined) trial.clients.add(client)
  else if (owner !== rules.person) return refuse('notYours')

  const parent: unknown = item.parent
  if (parent instanceof Y.ID) return refuse('offRule')
  if (typeof parent === 'string') item.parent = transaction.doc.get(parent)
  item.getMissing(transaction, store)
  const touched = touch(trial, item.parent)
  if ('kind' in touched) return touched
  const fault = contentFault(touched.field, item)
  if (fault) return fault

  const known = Y.getState(store, client) - clock
  const before = known > 0 ? Y.createID(client, clock + known - 1) : null
  const left = before ? Y.getItemCleanEnd(transaction, store, before) : item.left
  if (!inOneList(left, item) || !inOneList(item, item.right)) return refuse('offRule')
  if (!canStandAt(trial, { item, left })) return refuse('unusableCopy')
  item.integrate(transaction, known)
  return null
}

/** Whether an item can have been written at its place, and is let in at a fair price. */
function canStandAt(trial: Trial, place: Place): boolean {
  if (!hasItsNeighbors(place)) return false
  if (isFree(place)) return true
  const { store } = trial
  const { id, origin, rightOrigin } = place.item
  const seen = trial.seen.get(id.client) ?? new Map<number, number>()
  trial.seen.set(id.client, seen)
  const known = Y.getState(store, id.client)
  const own = known > 0 ? Y.createID(id.client, known - 1) : null
  trial.looked += see(store, seen, [own, origin, rightOrigin], mostLooked - trial.looked)
  const unseen = unseenBetween(place, seen, mostLooked - trial.looked)
  if (unseen === null) return false
  trial.looked += unseen
  trial.steps += conflictSteps(store, place, mostSteps - trial.steps)
  return trial.looked <= mostLooked && trial.steps <= mostSteps
}

/** Deletes what is not deleted yet, whoever wrote it, where the person may write. */
function deleteItems(trial: Trial, deletes: DeleteSet): Refused | null {
  for (const [client, ranges] of deletes.clients) {
    const last = ranges.at(-1)
    if (last && last.clock + last.len > Y.getState(trial.store, client)) return refuse('unusableCopy')
  }
  let refused: Refused | null = null
  Y.iterateDeletedStructs(trial.transaction, deletes, (struct) => {
    if (refused || struct.deleted || !(struct instanceof Y.Item)) return
    const touched = touch(trial, struct.parent)
    if ('kind' in touched) refused = touched
    else struct.delete(trial.transaction)
  })
  return refused
}

/** Asks once for each field whether the person may write it. Only roots are fields: nothing is nested. */
function touch({ rules, touched }: Trial, type: Y.Item['parent']): Touched | Refused {
  if (!(type instanceof Y.AbstractType) || type._item) return refuse('offRule')
  const root = rootName(type)
  const before = touched.get(root)
  if (before) return before
  const writing = rules.mayWriteRoot(root)
  if (writing !== 'yes') return refuse(writing)
  const field = rules.fieldOf(root)
  if (!field) return refuse('offRule')
  const now = { field, type, lengthBefore: lengthOf(field, type) }
  touched.set(root, now)
  return now
}

function lengthOf(field: Field, type: Y.AbstractType<unknown>): number {
  if (field.shape === 'text') return type._length
  return field.most === undefined ? 0 : [...type._map.values()].filter(({ deleted }) => !deleted).length
}

/** A field over its limit is refused, unless it has become shorter. */
function tooLong({ touched }: Trial): Refused | null {
  for (const { field, type, lengthBefore } of touched.values()) {
    if (field.most === undefined || lengthOf(field, type) <= Math.max(field.most, lengthBefore)) continue
    const what = field.shape === 'text' ? 'A text here holds' : 'This takes up to'
    const unit = field.shape === 'text' ? 'characters' : 'entries'
    return refuse('tooLarge', `${what} ${field.most} ${unit}. Nothing was changed.`)
  }
  return null
}

/** Whether an item is known, or all is there that it builds on. */
function canStand(store: Y.Doc['store'], item: Y.Item): boolean {
  const isThere = (id: Y.ID | null) => !id || id.clock < Y.getState(store, id.client)
  if (isKnown(store, item)) return true
  return (
    item.id.clock <= Y.getState(store, item.id.client) && isThere(item.origin) && isThere(item.rightOrigin)
  )
}

/** Yjs takes an item's list from one neighbor and its place in it from another: an update can name neighbors of two fields. */
function inOneList(left: Y.Item | null, right: Y.Item | null): boolean {
  return !left || !right || (left.parent === right.parent && left.parentSub === right.parentSub)
}
