import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterEach, expect } from 'vitest'
import { openApp } from '../../server/app.ts'
import { openFiles, type Files } from '../../server/files/files.ts'
import { loadSigner, type Signer } from '../../server/journal/signing.ts'
import type { Hints } from '../../server/live/hints.ts'
import type { Log } from '../../server/log/log.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { realPorts, type Ports } from '../../server/ports.ts'
import { reined, type Reins } from './node-log.ts'
import { seatsOn, type SeatsOn } from './running-server.ts'

/** One of several servers over one log. */
export interface Node extends SeatsOn {
  /** The log as this node has it: it can be made to lag, to wait or not to answer. */
  readonly log: Log & Reins
  /** Whatever went wrong on it that nobody expected. */
  readonly failures: readonly string[]
  /** Ends it; the pages on it stay open, and find nobody. */
  readonly stop: () => Promise<void>
}

export interface Nodes {
  readonly all: readonly Node[]
  /** The first two: most tests need no more. */
  readonly a: Node
  readonly b: Node
  /** What all of them write to. */
  readonly log: Log
  readonly signer: Signer
  /** Starts one more over the same log, or over the one given. */
  readonly start: (starting?: StartingNode) => Promise<Node>
  readonly close: () => Promise<void>
}

export interface StartingNode {
  readonly log?: Log
  readonly signer?: Signer
  readonly hints?: Hints
  /** Called where a process would end; what went wrong, one more failure, where none is given. */
  readonly onDamage?: (damage: unknown) => void
}

export interface StartingNodes {
  /** What carries the log; one in memory, shared by all, where none is given. */
  readonly log?: Log
  readonly ports?: Ports
  /** The key of all; one of their own where none is given. */
  readonly signer?: Signer
}

/** Starts as many whole servers in this process over one log, one after the other; each knows of the others by the log alone. */
export async function startNodes(
  count: number,
  { log = openMemoryLog(), ports = realPorts, signer: given }: StartingNodes = {},
): Promise<Nodes> {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-nodes-'))
  const signer = given ?? (await loadSigner(folder))
  const files = openFiles(path.join(folder, 'files'))
  const nodes: (Node & { readonly close: () => Promise<void> })[] = []

  const start = async (starting: StartingNode = {}): Promise<Node> => {
    const node = await startNode({ log, signer, files, ...starting, ports })
    nodes.push(node)
    return node
  }
  for (let number = 1; number <= count; number += 1) await start()

  const at = (index: number): Node => {
    const node = nodes[index]
    if (!node) throw new Error(`There is no node ${index + 1}.`)
    return node
  }
  return {
    all: nodes,
    get a() {
      return at(0)
    },
    get b() {
      return at(1)
    },
    log,
    signer,
    start,
    close: async () => {
      for (const node of nodes) await node.close()
      await log.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Starts nodes that end with the test that started them, and on which nothing may have gone wrong but what is expected to. To be
 * called once, at the top of a file.
 */
export function nodesOfTests({ mayFail }: { readonly mayFail?: RegExp } = {}): (
  count: number,
  starting?: StartingNodes,
) => Promise<Nodes> {
  const started: Nodes[] = []
  afterEach(async () => {
    for (const nodes of started.splice(0)) {
      await nodes.close()
      const failures = nodes.all.flatMap((node) => node.failures)
      expect(failures.filter((failure) => !mayFail?.test(failure))).toEqual([])
    }
  })
  return async (count, starting) => {
    const nodes = await startNodes(count, starting)
    started.push(nodes)
    return nodes
  }
}

interface StartingOne extends StartingNode {
  readonly log: Log
  readonly signer: Signer
  readonly files: Files
  readonly ports: Ports
}

async function startNode({
  log: shared,
  signer,
  files,
  ports,
  hints,
  onDamage,
}: StartingOne): Promise<Node & { readonly close: () => Promise<void> }> {
  const failures: string[] = []
  const logger = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) })
  const log = reined(shared)
  const app = await openApp({
    log,
    signer,
    files,
    ports,
    host: '127.0.0.1',
    port: 0,
    logger,
    ...(hints ? { hints } : {}),
    ...(onDamage ? { onDamage } : {}),
  })
  const { closeSeats, ...seats } = seatsOn(app.port)
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= app.close())
  return {
    ...seats,
    log,
    failures,
    stop,
    close: async () => {
      closeSeats()
      log.flow()
      await stop()
    },
  }
}
