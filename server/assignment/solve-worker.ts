import { parentPort, workerData } from 'node:worker_threads'
import type { Given } from './solve.ts'
import { openSolver } from './solver.ts'
import { workedOut } from './worked-out.ts'

const { problem, patience }: Given = workerData
parentPort?.postMessage(workedOut(problem, await openSolver(), patience))
