// Where every command starts. Plain JavaScript without packages, because it runs before they are installed
// and on whichever Node is there; everything after it runs on the Node named in package.json.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (place) => path.join(root, place)
const pinnedNode = at(
  process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/node/bin/node',
)
const page = at('dist/client/index.html')

/** Ends with a plain sentence instead of a stack. */
function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Runs a program to its end, hands SIGTERM, SIGHUP and SIGINT on to it, and answers how it ended. */
function run(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options })
    const handOn = (signal) => {
      // Ctrl-C in a terminal reaches the whole process group: handed on, the child would see it twice.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, handOn)
    // npm hands a signal to its shell, and many a shell dies of it without a word to us: losing the parent
    // that npm gave us means the same as being told to stop.
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return
      clearInterval(watch)
      handOn('SIGTERM')
    }, 100)
    const settle = (answer) => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, handOn)
      answer()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('exit', (code, signal) => settle(() => resolve({ code, signal })))
  })
}

/** The newest change in a file or folder, in milliseconds since 1970; a deletion shows in its folder's own time. */
function newestChange(place) {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => newestChange(path.join(place, name))))
}

async function installPackages() {
  const installed = at('node_modules/.package-lock.json')
  if (existsSync(pinnedNode) && newestChange(installed) >= newestChange(at('package-lock.json'))) return
  console.log('Installing packages. The first time this takes about half a minute.')
  // Whoever sets NODE_ENV=production still gets one complete set, so that no later command finds half of it.
  const args = ['ci', '--loglevel=error', '--include=dev']
  const cli = process.env.npm_execpath
  const stdio = ['ignore', 'ignore', 'inherit']
  const ended = await (
    cli !== undefined && path.basename(cli) === 'npm-cli.js'
      ? run(process.execPath, [cli, ...args], { cwd: root, stdio })
      : run('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' })
  ).catch((error) =>
    giveUp(
      error.code === 'ENOENT'
        ? 'npm was not found. It comes with Node.js; install Node.js 20.19 or newer with npm and start again.'
        : `npm could not be run: ${error.message}.`,
    ),
  )
  if (ended.code !== 0) {
    giveUp(
      'The packages could not be installed; what npm said is above. The first start needs a network connection, ' +
        'a folder that may be written to and about 500 MB of disk. Start again once these are there.',
    )
  }
}

async function buildPages() {
  const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json']
  if (newestChange(page) >= Math.max(...sources.map((place) => newestChange(at(place)))) && existsSync(page))
    return
  console.log('Building the pages.')
  const begun = new Date()
  // Built beside the old pages and put in their place whole, so that a build cut short is never served.
  const fresh = at(`dist/client-${process.pid}`)
  const vite = at('node_modules/vite/bin/vite.js')
  const args = [
    vite,
    'build',
    '--config',
    at('vite.config.ts'),
    '--outDir',
    fresh,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  const ended = await run(pinnedNode, args, { cwd: root })
  if (ended.code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    giveUp('The pages could not be built; what Vite said is above.')
  }
  // An edit made while the build ran counts as newer than it.
  utimesSync(path.join(fresh, 'index.html'), begun, begun)
  rmSync(at('dist/client'), { recursive: true, force: true })
  renameSync(fresh, at('dist/client'))
}

/** Becomes the given TypeScript program as far as an outsider can tell: same signals, same exit code. */
async function become(program, flags) {
  const ended = await run(pinnedNode, [path.resolve(root, program), ...flags], {})
  if (ended.signal !== null) process.kill(process.pid, ended.signal)
  else process.exitCode = ended.code
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  giveUp(`Panelroom needs Node.js 20.19 or newer to start; this is ${process.versions.node}.`)
}

const [command, ...rest] = process.argv.slice(2)
await installPackages()
if (command === 'build') {
  await buildPages()
} else if (command === 'dev') {
  await become('server/main.ts', ['--dev', ...rest])
} else if (command === 'cluster') {
  await buildPages()
  await become('server/cluster/cluster.ts', rest)
} else if (command === 'test') {
  await become('test/run.ts', rest)
} else if (command === 'run') {
  if (rest[0] === undefined) giveUp('Say which program to run: node server/start.mjs run FILE.')
  await become(rest[0], rest.slice(1))
} else {
  await buildPages()
  await become('server/main.ts', process.argv.slice(2))
}
