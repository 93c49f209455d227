import { expect } from 'vitest'
import { together, type Panel } from '../panel.ts'
import * as room from '../room.ts'
import { column } from '../seats.ts'

const changedToYes = 'The museum partners reach every grade after all.'
const changedToNo = 'I had read the course list as new; it is the present one.'

/**
 * The forms say yes, yes, no, yes, no. Reviewer 3 changes to yes and reviewer 4 to no, two confirm, reviewer 5 does not vote and
 * stands by the form: three of five, so the application has the points.
 */
export async function vote({ reviewers, reviewer, monitor, staff }: Panel): Promise<void> {
  await monitor.getByText('The forms differ: 3 yes, 2 no.').waitFor()
  await room.openVote(monitor)
  await together(reviewers, async (page) => {
    await page.getByText('The monitor has opened the sealed vote.').waitFor()
    await page.getByRole('button', { name: 'Go to the vote' }).click()
    await page.getByRole('heading', { name: 'Should Maine have the 15 STEM points?' }).waitFor()
  })
  await together(
    [
      () => room.vote(reviewer(1), 'Yes'),
      () => room.vote(reviewer(2), 'Yes'),
      () => room.vote(reviewer(3), 'Yes', changedToYes),
      () => room.vote(reviewer(4), 'No', changedToNo),
    ],
    (votes) => votes(),
  )
  await together(reviewers, (page) => page.getByRole('img', { name: '4 of 5 have voted, sealed' }).waitFor())
  await monitor.getByText('The vote is open: 4 of 5 have voted.').waitFor()
  await monitor.getByRole('link', { name: 'What the forms say' }).click()
  await monitor.getByRole('img', { name: '4 of 5 have voted, sealed' }).waitFor()
  for (const page of [reviewer(1), reviewer(5), monitor, staff]) {
    const words = await page.getByRole('main').innerText()
    expect(words).not.toContain(changedToYes)
    expect(words).not.toContain(changedToNo)
  }

  await room.closeVote(monitor)
  await together([...reviewers, monitor], async (page) => {
    await page.getByRole('img', { name: '3 of 5 say yes, 3 needed' }).waitFor()
    await page.getByText('of 5 say yes. 3 were needed, so all 15 points go to the application.').waitFor()
    const answers = column(page, 'Determinations').getByRole('listitem')
    expect(await answers.count()).toBe(5)
    await answers.nth(2).getByText(changedToYes).waitFor()
    expect(await answers.nth(2).getByRole('deletion').allTextContents()).toEqual(['before: No'])
    expect(await answers.nth(3).getByRole('deletion').allTextContents()).toEqual(['before: Yes'])
    expect(await answers.nth(4).getByRole('insertion').allTextContents()).toEqual(['No'])
  })
  expect(await staff.getByRole('main').innerText()).not.toMatch(/say yes/)
}
