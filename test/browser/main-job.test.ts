import { test } from 'vitest'
import { openHouse } from './house.ts'
import { mainJob } from './main-job/main-job.ts'

const tell = mainJob(() => openHouse({ acceptDownloads: true }))

test('MAIN-1 each reviewer certifies, asks staff or recuses; a recusal takes the application away at once and can be undone', () =>
  tell(1))
test('MAIN-2 a reviewer scores every kind of row beside the application, and reads when it is on the server', () =>
  tell(2))
test('MAIN-3 a form says what it lacks, is attested and taken back, and the panel learns the count alone', () =>
  tell(3))
test('MAIN-4 the reveal shows all scores, ranges and flags to the whole panel, and they move as people change them', () =>
  tell(4))
test('MAIN-5 a changed score keeps the old one struck through and needs a reason and a line', () => tell(5))
test('MAIN-6 a sealed vote on STEM is shown to all at once, with its count, its seats and the hurdle', () =>
  tell(6))
test('MAIN-7 all sign, the monitor closes, staff lock, and nothing of the review can be written from then on', () =>
  tell(7))
test('MAIN-8 the downloaded export verifies with the downloaded key, and no longer with a byte altered', () =>
  tell(8))
