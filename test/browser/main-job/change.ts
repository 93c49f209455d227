import { expect } from 'vitest'
import { together, type Panel } from '../panel.ts'
import * as room from '../room.ts'
import { column, soon } from '../seats.ts'

const line = 'The table on page 7 counts districts that signed with conditions.'

/** Reviewer 1 has changed (A)(1)(ii) from 31 to 12: it stays beside the new one, and signing asks why. */
export async function change({ reviewer, monitor }: Panel): Promise<void> {
  const own = column(reviewer(1), 'Your column')
  await own.getByText('attested before the reveal: 31').waitFor()
  expect(await own.getByRole('deletion').allTextContents()).toEqual(['31'])
  await own.getByText('Reason needed before you sign.').waitFor()
  const seen = room.comments(reviewer(2), 'Reviewer 1')
  await soon(() => seen.getByRole('deletion').allTextContents()).toEqual(['before: 31'])
  expect(await seen.getByRole('insertion').allTextContents()).toEqual(['12'])
  await seen.getByText('No reason yet.').waitFor()

  await room.toBoard(reviewer(1))
  await room.toFinal(reviewer(1))
  const blockers = column(reviewer(1), 'Signature')
  await blockers.getByRole('link', { name: '(A)(1)(ii) was changed and has no reason.' }).waitFor()
  expect(await blockers.getByRole('button', { name: 'Sign my final form' }).count()).toBe(0)
  await blockers.getByRole('link', { name: '(A)(1)(ii) was changed and has no reason.' }).click()
  await own.getByRole('combobox', { name: 'Reason' }).selectOption({ label: 'Re-read the evidence' })
  await own.getByText('A line of text is needed before you sign.').waitFor()
  await own.getByRole('textbox', { name: 'In a line' }).pressSequentially(line)

  await room.toBoardRow(monitor, '(A)(1)(ii)')
  await together([reviewer(2), monitor], async (page) => {
    const reason = room.comments(page, 'Reviewer 1').getByText(`Re-read the evidence. ${line}`)
    await reason.waitFor()
  })
  await room.toBoard(monitor)
  await room.toBoard(reviewer(2))
}
