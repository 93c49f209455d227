import { expect, test } from 'vitest'
import { announce, announced, onAnnouncement } from '../../client/ui/announce.tsx'

test('WORK-11 what happens within a moment is announced together, each thing once', async () => {
  const texts: string[] = []
  const leave = onAnnouncement(() => texts.push(announced().text))
  announce('p. 45 is cited.')
  announce('The line is back.')
  announce('p. 45 is cited.')
  await expect.poll(() => texts).toEqual(['p. 45 is cited. The line is back.'])
  announce('p. 45 is cited.')
  await expect.poll(() => texts.length).toBe(2)
  expect(texts[1]).toBe('p. 45 is cited.')
  leave()
})
