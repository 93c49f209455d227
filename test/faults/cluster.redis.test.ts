import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { RehearsalPage } from '../../shared/protocol/rehearsal-page.ts'
import { ask } from '../harness/ask.ts'
import { signIn } from '../harness/running-server.ts'
import { until } from '../harness/until.ts'

/** Starting anything takes its time on a machine that has other things to do. */
const PATIENCE_MS = 60_000
const program = fileURLToPath(new URL('../../server/cluster/cluster.ts', import.meta.url))

function folderOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-cluster-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** `npm run cluster`, with what it has said so far. Whatever it started is gone after the test. */
function startCluster(flags: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [program, ...flags], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  for (const pipe of ['stdout', 'stderr'] as const)
    child[pipe].setEncoding('utf8').on('data', (some: string) => (said[pipe] += some))
  const closed = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  /** The processes of a part, in the order in which they were started. */
  const pidsOf = (part: string): readonly number[] =>
    [...said.stdout.matchAll(new RegExp(`^${part} is process (\\d+)`, 'gm'))].map(([, pid]) => Number(pid))
  const everyPid = (): readonly number[] => pidsOf('(?:Redis|Node \\d)')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await closed
    await until('every part is gone', () => !everyPid().some(lives))
  })
  return {
    said,
    closed,
    pidsOf,
    everyPid,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Its port, once it is open. */
    open: async (): Promise<number> => {
      const address = /open at http:\/\/localhost:(\d+)\n$/
      await until(
        'the cluster opens',
        () => {
          if (child.exitCode !== null) throw new Error(`It ended: ${said.stdout}${said.stderr}`)
          return address.test(said.stdout)
        },
        PATIENCE_MS,
      )
      return Number(address.exec(said.stdout)?.[1])
    },
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Steps of the reviews as the list of seats has them; null where nobody answers just now. */
async function steps(port: number): Promise<readonly string[] | null> {
  const answer = await ask(port, 'localhost', '/api/rehearsal').catch(() => null)
  if (answer?.status !== 200) return null
  const page: RehearsalPage = JSON.parse(answer.body)
  return page.reviews.map(({ id, step }) => `${id} ${step}`)
}

async function expectServed(port: number, before: readonly string[] | null): Promise<void> {
  await until(
    'every one of ten connections in a row is served',
    async () => {
      const answers: unknown[] = []
      for (let times = 0; times < 10; times += 1) answers.push(await steps(port))
      return answers.every((answer) => JSON.stringify(answer) === JSON.stringify(before))
    },
    PATIENCE_MS,
  )
}

test('CLUSTER-6 two nodes serve one competition at one address; a part that is killed is started again, and the end is orderly', async () => {
  const cluster = startCluster(['--port', '0', '--data', folderOfOwn()])
  const port = await cluster.open()
  expect(cluster.said.stdout.split('\n').map((line) => line.replaceAll(/\d{3,}/g, '#'))).toEqual([
    'Redis is process # on port #.',
    'Node 1 is process # on port #.',
    'Node 2 is process # on port #.',
    'The balancer is process #, which ends all of them when it is ended with Ctrl-C.',
    'Panelroom is open at http://localhost:#',
    '',
  ])
  const before = await steps(port)
  expect(before).toHaveLength(3)
  await expectServed(port, before)
  // Links are made on one node and used on whichever has its turn.
  for (const person of ['reviewer-1', 'reviewer-2', 'staff'])
    expect(await signIn(port, person)).toContain('=')

  for (const part of ['Node 1', 'Node 2', 'Redis']) {
    const [pid = 0] = cluster.pidsOf(part)
    process.kill(pid, 'SIGKILL')
    if (part !== 'Redis') {
      await until('the balancer has noticed', () =>
        cluster.said.stdout.includes(`(process ${pid}) has ended.`),
      )
      expect(await steps(port)).toEqual(before)
    }
    await until(`${part} is there again`, () => cluster.pidsOf(part).length === 2, PATIENCE_MS)
    expect(cluster.said.stdout).toContain(
      `${part} (process ${pid}) has ended. It is started again in a second.\n`,
    )
    await expectServed(port, before)
  }

  cluster.kill('SIGTERM')
  expect(await cluster.closed).toBe(0)
  expect(cluster.everyPid().filter(lives)).toEqual([])
  expect(await steps(port)).toBeNull()
  expect(cluster.said.stderr).toBe('')
})

describe('nothing stays behind', () => {
  test.each(['SIGINT', 'SIGHUP'] as const)(
    'CLUSTER-7 when it is ended by %s while it is starting',
    async (signal) => {
      const cluster = startCluster(['--port', '0', '--data', folderOfOwn()])
      await until('Redis is there', () => cluster.pidsOf('Redis').length === 1)
      cluster.kill(signal)
      expect(await cluster.closed).toBe(0)
      expect(cluster.everyPid().filter(lives)).toEqual([])
      expect(cluster.said.stdout).not.toContain('open at')
    },
  )

  test('CLUSTER-7 when it is killed itself, and what was there is served by the next', async () => {
    const data = folderOfOwn()
    const first = startCluster(['--port', '0', '--data', data])
    const before = await steps(await first.open())
    first.kill('SIGKILL')
    await first.closed
    await until('every part is gone', () => !first.everyPid().some(lives))
    const next = startCluster(['--port', '0', '--data', data])
    await expectServed(await next.open(), before)
  })

  test('CLUSTER-8 where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const cluster = startCluster(['--port', `${port}`, '--data', folderOfOwn()])
    expect(await cluster.closed).toBe(1)
    expect(cluster.said).toEqual({
      stdout: '',
      stderr: `Port ${port} is taken. Stop what uses it, or choose another: npm run cluster -- --port ${port + 1}\n`,
    })
  })

  test('CLUSTER-8 where another cluster uses the folder, which goes on', async () => {
    const data = folderOfOwn()
    const first = startCluster(['--port', '0', '--data', data])
    const port = await first.open()
    const second = startCluster(['--port', '0', '--data', data])
    expect(await second.closed).toBe(1)
    expect(second.said.stdout).toBe('')
    expect(second.said.stderr).toBe(
      `Another Panelroom server is using the data folder ${path.join(data, 'redis')}. Stop it first, or give this one another folder.\n`,
    )
    await expectServed(port, await steps(port))
  })

  test('CLUSTER-8 where there is no redis-server, and where a node does not start', async () => {
    const without = startCluster(['--port', '0', '--data', folderOfOwn()], { REDIS_SERVER: '/nowhere/redis' })
    expect(await without.closed).toBe(1)
    expect(without.said.stdout).toBe('')
    expect(without.said.stderr).toMatch(/^There is no redis-server\. Install it .*\n$/)

    const data = folderOfOwn()
    mkdirSync(path.join(data, 'keys'))
    writeFileSync(path.join(data, 'keys', 'signing.pem'), 'no key')
    const broken = startCluster(['--port', '0', '--data', data])
    expect(await broken.closed).toBe(1)
    expect(broken.said.stdout).toMatch(/^Node 1: .*signing\.pem.*$/m)
    expect(broken.said.stderr).toBe('A node ended before it was open; what it said is above.\n')
    expect(broken.everyPid().filter(lives)).toEqual([])
  })

  test.each([['--prot'], ['--port=many'], ['3000']])(
    'CLUSTER-8 where the flags are wrong (%s)',
    async (flag) => {
      const cluster = startCluster([flag])
      expect(await cluster.closed).toBe(1)
      expect(cluster.said.stderr).toMatch(
        /^(The flags could not be read\.|The port is a whole number .*) Flags: --port 3000/,
      )
    },
  )
})
