import { test } from 'vitest'
import { openHouseOf } from './house.ts'
import { mainJob } from './main-job/main-job.ts'
import { serveByNodes, type Where } from './nodes.ts'

// The main job with the panel spread over two nodes. Who comes through the balancer has each connection at another node in turn.

const places: Readonly<Record<string, Where>> = {
  'Reviewer 1': 0,
  'Reviewer 2': 1,
  'Reviewer 3': 'byTurns',
  'Reviewer 4': 'byTurns',
  'Reviewer 5': 1,
  'Panel monitor': 0,
  'Program staff': 'byTurns',
}

const tell = mainJob(async () =>
  openHouseOf(await serveByNodes((label) => places[label] ?? 'byTurns'), { acceptDownloads: true }),
)

test('NODE-20 conflicts are certified, asked about, recused from and brought back across nodes', () =>
  tell(1))
test('NODE-20 rows of every kind are scored at two nodes, and are on the server only once they are', () =>
  tell(2))
test('NODE-20 forms are attested and taken back, and all nodes count alike', () => tell(3))
test('NODE-20 a reveal at one node shows the same scores at the other, and they move as people change them', () =>
  tell(4))
test('NODE-20 a score changed at one node needs its reason and shows it at the other', () => tell(5))
test('NODE-20 a vote cast at two nodes is sealed until it is shown to all at once', () => tell(6))
test('NODE-20 what is signed at two nodes is closed and locked at others, and nothing can be written from then on', () =>
  tell(7))
test('NODE-20 an export asked of any node verifies with the key of any', () => tell(8))
