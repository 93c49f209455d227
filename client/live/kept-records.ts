import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Unsaved } from './unsaved.ts'

/** What one copy of a document held that the server had not confirmed, as it lies on this device. */
export interface KeptRecord {
  /** Of the copy; also names its lock. */
  readonly id: string
  readonly person: string
  readonly document: string
  /** When it was written, in milliseconds since 1970. */
  readonly at: number
  /** The whole state of the copy as one update, V1. */
  readonly update: Uint8Array
  /** Where edits are not confirmed. */
  readonly fields: readonly Unsaved[]
}

interface Schema extends DBSchema {
  unsent: { key: string; value: KeptRecord; indexes: { person: string } }
}

let opening: Promise<IDBPDatabase<Schema>> | null = null

/** Opens the place for records. Rejects where this browser keeps nothing, as in a private window. Opened only when it is asked for. */
function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= open()
  return opening
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const forget = (): void => {
    opening = null
  }
  try {
    return await openDB<Schema>('panelroom', 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('unsent', { keyPath: 'id' }).createIndex('person', 'person')
      },
      terminated: forget,
    })
  } catch (error) {
    forget()
    throw error
  }
}

/** Whether this browser can keep records, and tell those of a tab that is gone from those of one that is there. */
export async function canKeep(): Promise<boolean> {
  if (!('locks' in navigator)) return false
  return database().then(
    () => true,
    () => false,
  )
}

/** Writes a record over the one of the same copy. */
export async function putRecord(record: KeptRecord): Promise<void> {
  await (await database()).put('unsent', record)
}

export async function removeRecord(id: string): Promise<void> {
  await (await database()).delete('unsent', id)
}

/** What is kept here for a person by tabs that are gone, the oldest first. */
export async function abandonedOf(person: string): Promise<readonly KeptRecord[]> {
  const found = await (await database()).getAllFromIndex('unsent', 'person', person)
  const { held = [] } = await navigator.locks.query()
  const alive = new Set(held.map(({ name }) => name))
  return found.filter(({ id }) => !alive.has(lockOf(id))).toSorted((left, right) => left.at - right.at)
}

/** Takes away all that is kept here for a person. */
export async function removeAllOf(person: string): Promise<void> {
  const transaction = (await database()).transaction('unsent', 'readwrite')
  const ids = await transaction.store.index('person').getAllKeys(person)
  await Promise.all(ids.map((id) => transaction.store.delete(id)))
  await transaction.done
}

/** Holds the lock of a copy until the returned function is called, or this tab is gone. */
export async function holdLock(id: string): Promise<() => void> {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const granted = Promise.withResolvers<void>()
  navigator.locks
    .request(lockOf(id), () => {
      granted.resolve()
      return held
    })
    .catch(granted.reject)
  await granted.promise
  return release
}

/** Works on a record whose copy is gone, alone of all tabs; does nothing where the copy still is or the record is not there. */
export async function withAbandoned(id: string, work: (record: KeptRecord) => Promise<void>): Promise<void> {
  await navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
    const record = lock && (await (await database()).get('unsent', id))
    if (record) await work(record)
  })
}

function lockOf(id: string): string {
  return `panelroom unsent ${id}`
}
