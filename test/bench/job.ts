import type { Address, Headers } from './clients.ts'

/** What a load process is to do with a server that runs. */
export interface Job {
  readonly phase: 'load' | 'cold'
  readonly address: Address
  /** By person: what a browser of that seat sends along. Null where a server asks nobody who they are. */
  readonly sessions: Readonly<Record<string, Headers>> | null
  /** Whether the rooms are to be filled first: a server of ours is started on a log that has them. */
  readonly fill: boolean
  readonly warmUpMs: number
  readonly windowMs: number
}

/** Where the load process stops until what the server has used is written down. */
export type Point = 'begin' | 'end' | 'warm' | 'opened' | 'written'

/** What comes from the load process. */
export type Told =
  | { readonly kind: 'reached'; readonly point: Point }
  | { readonly kind: 'loaded'; readonly loaded: Loaded }
  | { readonly kind: 'cold'; readonly cold: Cold }

/** Of a window under load. Times in milliseconds. */
export interface Loaded {
  readonly edits: number
  /** Deliveries that never came; there should be none. */
  readonly lost: number
  readonly p50: number
  readonly p99: number
  /** From the cut of all lines until 99 % of the clients were in sync again, what the provider waits before it dials included. */
  readonly stormMs: number
  /** Of the load process itself: its share of a core, and how late its own timers were. */
  readonly ownCpu: number
  readonly ownDelayP99: number
}

/** Of opening rooms on a server that had none open. In milliseconds. */
export interface Cold {
  readonly p50: number
  readonly p99: number
}

/** The value below which that share of the values lies; NaN of none. The values are sorted. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}
