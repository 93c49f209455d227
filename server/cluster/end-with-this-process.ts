import { spawn, type ChildProcess } from 'node:child_process'

/** A shell that waits on a pipe of this process and ends the child when the pipe does, even where this one was killed. */
export function endWithThisProcess(child: ChildProcess, pid: number): void {
  const watch = spawn('/bin/sh', ['-c', 'read _; kill -KILL "$0"', `${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watch.once('error', () => child.kill('SIGKILL'))
  watch.unref()
  child.once('close', () => watch.kill('SIGKILL'))
}
