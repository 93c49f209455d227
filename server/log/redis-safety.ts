/** What decides whether a Redis keeps what it acknowledges, as it tells it; null for what it does not tell. */
export interface RedisSettings {
  readonly version: string | null
  readonly role: string | null
  readonly appendOnly: string | null
  /** Switched on while it runs, Redis first has to write all that it holds; what it keeps meanwhile does not count yet. */
  readonly firstFile: 'there' | 'being written'
  readonly appendFsync: string | null
  readonly noFsyncOnRewrite: string | null
  readonly evictionPolicy: string | null
  readonly lastWrite: string | null
}

/** `wrong` tells who runs the Redis what to set; `risk` tells program staff what the promise has become. */
export interface Fault {
  readonly wrong: string
  readonly risk: string
}

const OLDEST: readonly [number, number] = [6, 2]

/** Why the log cannot be kept in this Redis whatever anybody accepts, as a sentence; null when it can. */
export function unsuitable({ version, role }: RedisSettings): string | null {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    return `It is version ${version ?? 'unknown'}; version ${OLDEST.join('.')} or newer is needed.`
  }
  if (role !== 'master') return 'It is a replica, which takes no writes; give the address of its master.'
  return null
}

/** Everything by which this Redis might lose what it acknowledged, the worst first. A setting that it does not tell counts. */
export function unsafe(settings: RedisSettings): Fault[] {
  return [
    appendOnlyFault(settings.appendOnly),
    settings.appendOnly === 'yes' ? appendFsyncFault(settings.appendFsync) : null,
    settings.firstFile === 'there' ? null : firstFileFault,
    evictionFault(settings.evictionPolicy),
    rewriteFault(settings.noFsyncOnRewrite),
    lastWriteFault(settings.lastWrite),
  ].filter((fault) => fault !== null)
}

function appendOnlyFault(value: string | null): Fault | null {
  if (value === 'yes') return null
  return {
    wrong: `appendonly is ${told(value)}; set it to yes.`,
    risk: 'Redis keeps what is saved in memory only: when it ends, everything that was saved can be lost.',
  }
}

const firstFileFault: Fault = {
  wrong: 'appendonly was switched on, but its file is not complete yet; wait until it is.',
  risk: 'Redis is still writing its file for the first time: when it ends before, everything that was saved can be lost.',
}

function appendFsyncFault(value: string | null): Fault | null {
  if (value === 'always') return null
  return {
    wrong: `appendfsync is ${told(value)}; set it to always.`,
    risk:
      value === 'everysec'
        ? 'Redis writes to disk once a second: what was saved in the last second before a crash can be lost.'
        : 'Redis does not say when it writes to disk: what was saved in the last minute before a crash can be lost.',
  }
}

function evictionFault(value: string | null): Fault | null {
  if (value === 'noeviction') return null
  return {
    wrong: `maxmemory-policy is ${told(value)}; set it to noeviction.`,
    risk: 'When its memory is full, Redis may throw out what was saved.',
  }
}

function rewriteFault(value: string | null): Fault | null {
  if (value === 'no') return null
  return {
    wrong: `no-appendfsync-on-rewrite is ${told(value)}; set it to no.`,
    risk: 'While Redis rewrites its file, what was saved in the last half minute before a crash can be lost.',
  }
}

function lastWriteFault(value: string | null): Fault | null {
  if (value === 'ok') return null
  return {
    wrong: `its last write to the append-only file ended with ${told(value)}; see to its disk.`,
    risk: 'Redis could not write to its disk: what was saved since then can be lost in a crash.',
  }
}

function told(value: string | null): string {
  return value ?? 'not told (INFO and CONFIG GET must be allowed)'
}
