import { attest, certify, fillForm, maine, must, openForm, openRoom, sign } from '../harness/review-moves.ts'
import { until } from '../harness/until.ts'
import type { AccessStage, Screen } from './access-stage.ts'
import * as seats from './seats.ts'
import { column, foot, yourForm } from './seats.ts'

const massachusetts = 'massachusetts.1.1'
const missouri = 'missouri.1.1'

/** Where the line is cut, the session over, something refused or the review locked; and the pages about a whole form. */
export const apart: readonly Screen[] = [
  {
    name: 'ready check, something missing',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 2')
      await seats.openApplication(page, 'Massachusetts')
      await seats.toReadyCheck(page)
      return page
    },
  },
  {
    name: 'a row, without a line',
    reach: async ({ sit, house }) => {
      const page = await sit('Reviewer 2')
      await seats.openApplication(page, 'Massachusetts')
      await seats.toRow(page, '(F)(3)')
      house.serving.cut()
      await foot(page).getByText('Not being saved.').waitFor()
      const field = { name: 'Strengths of (F)(3)' }
      await yourForm(page).getByRole('textbox', field).pressSequentially('Seen on the train.')
      return page
    },
  },
  {
    name: 'what came too late and did not count',
    reach: async ({ sit, house, direct }) => {
      const page = await sit('Reviewer 2')
      const elsewhere = await direct.seat('reviewer-2')
      const form = await openForm(elsewhere, massachusetts)
      await fillForm(elsewhere, form, massachusetts)
      await attest(elsewhere, form, massachusetts)
      house.serving.heal()
      await page.getByRole('region', { name: 'Not counted' }).getByText('Seen on the train.').waitFor()
      return page
    },
  },
  {
    name: 'the session over',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 3')
      await seats.openApplication(page, 'Massachusetts')
      await seats.toRow(page, '(F)(3)')
      await yourForm(page).getByRole('textbox', { name: 'Strengths of (F)(3)' }).fill('Mid-sentence, ')
      await page.evaluate(() => fetch('/api/sign-out', { method: 'POST' }))
      await page.getByRole('dialog', { name: 'Sign in again' }).waitFor()
      return page
    },
  },
  {
    name: 'the session over, put aside',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 3')
      await page.keyboard.press('Escape')
      await page.getByText(/^You are signed out\./).waitFor()
      return page
    },
  },
  {
    name: 'my applications, something kept of one that is recused',
    reach: async ({ sit, direct }) => {
      const seat = await direct.seat('reviewer-4')
      await certify(seat)
      const { send } = seat
      await send({ kind: 'text.keep', review: maine, field: 'strengths:(F)(3)', text: 'Too late.' })
      await send({ kind: 'conflict.answer', review: maine, answer: 'recused', reason: 'A cousin.' })
      const page = await sit('Reviewer 4')
      await seats.toAll(page)
      await page.getByText(/did not count and is kept/).waitFor()
      return page
    },
  },
  {
    name: 'ready check, nothing missing',
    reach: async ({ sit, direct }) => {
      const seat = await direct.seat('reviewer-5')
      await certify(seat)
      await fillForm(seat, await openForm(seat))
      const page = await sit('Reviewer 5')
      await page.goto(new URL(`/review/${maine}/ready`, page.url()).href)
      await page.getByText('Nothing is missing.').waitFor()
      return page
    },
  },
  {
    name: 'ready check, said ready',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 5')
      await seats.sayReady(page)
      return page
    },
  },
  {
    name: 'print view',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 5')
      await page.getByRole('link', { name: 'Print view of your form' }).click()
      await column(page, 'Your form, for print').getByRole('article').waitFor()
      return page
    },
  },
  {
    name: 'a form that is ready, to be read',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 5')
      await page.getByRole('link', { name: 'Back to your form' }).click()
      await yourForm(page).getByRole('button', { name: 'Take back' }).waitFor()
      return page
    },
  },
  {
    name: 'nothing there',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 5')
      await page.goto(new URL('/review/nowhere.1.1/score', page.url()).href)
      await page.getByText('There is nothing here that you can open.').waitFor()
      return page
    },
  },
  {
    name: 'a locked form, something not counted',
    reach: async ({ sit, direct }) => {
      await lockMissouri(direct)
      const page = await sit('Reviewer 5')
      await page.goto(new URL(`/review/${missouri}/score/(F)(3)`, page.url()).href)
      await foot(page).getByText('Locked', { exact: true }).waitFor()
      await page.getByRole('region', { name: 'Not counted' }).waitFor()
      return page
    },
  },
]

/** What staff prepare for reviewers. */
export const staff: readonly Screen[] = [
  {
    name: 'staff, questions, answering one',
    reach: async ({ sit, direct }) => {
      const asking = await direct.seat('reviewer-1')
      const text = 'Do conditions count as a signature?'
      await must(asking, { kind: 'question.ask', review: massachusetts, row: '(A)(1)(ii)', text })
      const page = await sit('Program staff')
      await page.goto(new URL('/questions', page.url()).href)
      await page.getByRole('button', { name: /^Answer: / }).click()
      return page
    },
  },
  {
    name: 'staff, documents',
    reach: async ({ sit }) => {
      const page = await sit('Program staff')
      await page.goto(new URL(`/review/${massachusetts}/documents`, page.url()).href)
      await page.getByRole('row').nth(2).waitFor()
      return page
    },
  },
  {
    name: 'staff, removing a document',
    reach: async ({ sit, narrative }) => {
      const page = await sit('Program staff')
      await page.getByRole('button', { name: `Remove ${narrative}` }).click()
      await page.getByRole('alertdialog').waitFor()
      return page
    },
  },
  {
    name: 'staff, where each criterion is answered',
    reach: async ({ sit }) => {
      const page = await sit('Program staff')
      await page.goto(new URL(`/review/${massachusetts}/places`, page.url()).href)
      await column(page, 'Text with its borders').getByRole('article').waitFor()
      return page
    },
  },
]

/** The shortest way to a lock: one reviewer signs, the others are excused. Something came too late for reviewer 5. */
async function lockMissouri({ seat }: AccessStage['direct']): Promise<void> {
  const [monitor, decides, first, last] = await Promise.all(
    ['monitor', 'staff', 'reviewer-1', 'reviewer-5'].map((person) => seat(person)),
  )
  if (!monitor || !decides || !first || !last) throw new Error('A seat is not there.')
  await must(monitor, { kind: 'review.reveal', review: missouri })
  await must(monitor, { kind: 'vote.open', review: missouri })
  await must(monitor, { kind: 'vote.close', review: missouri })
  for (const number of [2, 3, 4, 5])
    await must(decides, { kind: 'seat.excuse', review: missouri, seat: number, reason: 'They are ill.' })
  await must(decides, { kind: 'panel.goOn', review: missouri, reason: 'One is left, and has read it all.' })
  await until('the room', () => first.review(missouri).room !== null)
  await sign(first, await openRoom(first, missouri), missouri)
  await must(monitor, { kind: 'review.close', review: missouri, commentsRead: true })
  await must(decides, { kind: 'review.lock', review: missouri })
  await must(last, { kind: 'text.keep', review: missouri, field: 'strengths:(F)(3)', text: 'Too late.' })
}
