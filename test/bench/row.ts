import { cpSync, mkdirSync } from 'node:fs'
import type { Address, Headers } from './clients.ts'
import type { Serving } from './processes.ts'

/** A server of the bench. */
export interface Row {
  readonly name: string
  readonly label: string
  /** Where it keeps what it is given, and what of it outlives a kill. */
  readonly promise: string
  readonly dialect: Address['dialect']
  readonly path: string
  /** Whether it has a store to open rooms from. */
  readonly keeps: boolean
  /** Whether the rooms have to be filled by the load process. */
  readonly fill: boolean
  /** Why it cannot be measured here, or null. */
  readonly missing: () => string | null
  /** How long after its start it has no room open any more, in milliseconds. */
  readonly restMs: number
  /** Makes what each run starts from, once. */
  readonly prepare: (folder: string) => Promise<void>
  /** Starts it on a copy of what was prepared, or on what an earlier start left in the folder. */
  readonly start: (folder: string) => Promise<Serving>
  /** Signs in everybody, where the server asks who they are. */
  readonly signIn: (port: number) => Promise<Readonly<Record<string, Headers>> | null>
}

/** A folder for one run of a row, with what was prepared for it. */
export function freshFolder(prepared: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  cpSync(prepared, folder, { recursive: true })
  return folder
}
