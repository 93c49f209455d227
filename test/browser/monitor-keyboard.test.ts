import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyboardOn } from './access-keys.ts'
import { agenda, controls, revealedRoom, type MonitorRoom } from './monitor-room.ts'

let room: MonitorRoom

beforeAll(async () => {
  room = await revealedRoom()
})
afterAll(() => room.close())

test('BOARD-10 from the keyboard alone a panel gets its agenda, is brought to a row, kept in time and led on; the focus stays where the work is', async () => {
  const { monitor } = room
  const me = keyboardOn(monitor)
  await monitor.getByRole('main').focus()
  await me.tabTo('button', 'Widest first')
  await me.press('Enter')
  await agenda(monitor).getByText('Order on record: widest first.').waitFor()
  await me.tabTo('button', /^\(F\)\(3\): item 2 of the agenda/)
  await me.press('Enter')
  await me.arrivesAt('button', 'Bring everyone here')
  await me.press('Escape')
  await me.arrivesAt('button', /^\(F\)\(3\): item 2 of the agenda/)
  await me.press('Enter')
  await me.arrivesAt('button', 'Bring everyone here')
  await me.press('ArrowDown', 'ArrowUp', 'Enter')
  await me.arrivesAt('button', /^\(F\)\(3\): in focus/)
  await me.tabTo('button', 'Hold')
  await me.press('Enter')
  await me.arrivesAt('button', 'Go on')
  await me.tabTo('button', '2 more minutes')
  await me.press('Space')
  await controls(monitor).getByText('left of 12').waitFor()
  await me.tabTo('button', 'Discussed, go to (C)(1)')
  await me.press('Enter')
  await controls(monitor)
    .getByRole('heading', { name: /^\(C\)\(1\)/ })
    .waitFor()
  await me.arrivesAt('button', 'Discussed, go to (C)(2)')
  await me.tabTo('button', 'Call staff')
  await me.press('Enter')
  await monitor.getByRole('dialog').waitFor()
  await me.press('Escape')
  await me.arrivesAt('button', 'Call staff')
  expect(me.faults).toEqual([])
})
