import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('./peers', import.meta.url))

/** Installs the other servers' packages beside them where they are not, or are older than the lock file. */
export function installPeers(): void {
  if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return
  console.log('Installing the servers to compare with.')
  const cli = process.env['npm_execpath']
  const args = ['ci', '--loglevel=error']
  const [program, all] = cli?.endsWith('npm-cli.js') ? [process.execPath, [cli, ...args]] : ['npm', args]
  const { status } = spawnSync(program, all, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0)
    throw new Error('The servers to compare with could not be installed; what npm said is above.')
}

function changedAt(name: string): number {
  return statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
}
