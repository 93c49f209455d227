import { readdirSync, readFileSync } from 'node:fs'

/** The processes that a process started and that still run, by their ids (Linux). */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)
}

/** Null where there is no such process, or only what is left of one that ended. */
function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? null : Number(parent)
  } catch {
    return null
  }
}

/** Whether a process still runs. */
export function runs(pid: number): boolean {
  return parentOf(pid) !== null
}
