import { expect } from 'vitest'
import { together, type Panel } from '../panel.ts'
import * as seats from '../seats.ts'
import { column, soon, yourForm } from '../seats.ts'

/** Forms are finished and attested; one is taken back and given again. Who leads sees rows and ready, peers a count alone. */
export async function ready({ reviewers, reviewer, monitor, staff }: Panel): Promise<void> {
  for (const [number, rows] of [2, 2, 1, 2, 1].entries()) {
    await monitor
      .getByRole('row', { name: new RegExp(`^Reviewer ${number + 1} .*${rows} of 41 not yet`) })
      .waitFor()
    await staff.getByRole('row', { name: new RegExp(`^Reviewer ${number + 1} .*${rows} of 41`) }).waitFor()
  }

  await seats.toReadyCheck(reviewer(1))
  const missing = column(reviewer(1), 'Ready check').getByRole('listitem')
  // 39 rows, strengths and weaknesses of the 18 criteria besides (A)(1), two determinations.
  await reviewer(1).getByText('Not ready yet: 77 things').waitFor()
  expect(await missing.getByRole('link').count()).toBe(77)
  await missing.getByRole('link', { name: '(D)(4)(ii) has no points.' }).click()
  await yourForm(reviewer(1)).getByText('(D)(4)(ii)', { exact: true }).waitFor()

  await together(reviewers, async (page) => {
    await seats.fillTheRest(page)
    await seats.toReadyCheck(page)
  })
  await together(reviewers.slice(0, 4), seats.sayReady)
  await reviewer(5).getByText('4 of 5 ready').waitFor()
  expect(await reviewer(5).getByRole('main').innerText()).not.toMatch(/Reviewer \d/)
  await monitor.getByText('4 of 5 ready').waitFor()
  await monitor.getByRole('row', { name: /^Reviewer 5 .*41 of 41 not yet/ }).waitFor()
  await staff.getByText('4 of 5 ready').waitFor()
  expect(await monitor.getByRole('button', { name: 'Reveal: 1 reviewer not ready' }).count()).toBe(1)

  await reviewer(1).getByRole('button', { name: 'Take back' }).click()
  await monitor.getByText('3 of 5 ready').waitFor()
  await reviewer(5).getByText('3 of 5 ready').waitFor()
  await together([reviewer(1), reviewer(5)], seats.sayReady)
  await together([monitor, staff, ...reviewers], (page) => page.getByText('5 of 5 ready').waitFor())
  await together(reviewers, (page) => soon(() => seats.editors(page)).toEqual([]))
}
