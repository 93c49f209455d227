import type { Page } from 'playwright-core'
import { noteDiffers } from '../../shared/form/edits.ts'
import { attest, certify, fillForm, maine, must, openForm, openRoom, sign } from '../harness/review-moves.ts'
import type { AccessStage } from './access-stage.ts'
import * as seats from './seats.ts'
import { until } from '../harness/until.ts'
import { column, foot, yourForm } from './seats.ts'

/** A screen in a state, and the way to it from where the one before it has left the stage. */
export interface Screen {
  readonly name: string
  readonly reach: (stage: AccessStage) => Promise<Page>
}

const massachusetts = 'massachusetts.1.1'
const missouri = 'missouri.1.1'

/** What is on a reviewer's score page: the application in each of its ways, the row, and what opens over it. */
export const scoring: readonly Screen[] = [
  {
    name: 'the first hint, on the row',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await seats.openApplication(page, 'Massachusetts')
      await seats.toRow(page, '(A)(1)(i)')
      await page.getByText('Type a number. Enter writes it.').waitFor()
      return page
    },
  },
  { name: 'the second hint, on the comments', reach: (stage) => nextHint(stage) },
  { name: 'the third hint, on the application', reach: (stage) => nextHint(stage) },
  {
    name: 'a PDF as pages',
    reach: async ({ sit, narrative }) => {
      const page = await sit('Reviewer 1')
      const application = column(page, 'Application')
      await application.getByRole('tab', { name: narrative }).click()
      await application.locator('canvas').first().waitFor()
      return page
    },
  },
  {
    name: 'a PDF as text',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      const application = column(page, 'Application')
      await application.getByRole('radio', { name: 'As text' }).check({ force: true })
      await application.getByRole('article').waitFor()
      return page
    },
  },
  {
    name: 'a search with hits, one criterion opened',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.getByRole('searchbox', { name: 'Search all of the application' }).fill('district')
      const groups = column(page, 'Application').locator('.search-group')
      await groups.first().click()
      return page
    },
  },
  {
    name: 'a search that finds nothing',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      const field = page.getByRole('searchbox', { name: 'Search all of the application' })
      await field.fill('zebra crossing')
      await column(page, 'Application').getByText('These words stand nowhere in it.').first().waitFor()
      return page
    },
  },
  {
    name: 'words selected in the application',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.getByRole('searchbox', { name: 'Search all of the application' }).press('Escape')
      await column(page, 'Application').getByRole('group', { name: 'Application' }).press('Alt+ArrowDown')
      await column(page, 'Application').getByRole('group', { name: 'Selected words' }).waitFor()
      return page
    },
  },
  {
    name: 'a note being written',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.keyboard.press('m')
      await page.getByRole('textbox', { name: 'Your note' }).pressSequentially('To be asked about.')
      return page
    },
  },
  {
    name: 'a highlight with its note',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.keyboard.press('Escape')
      await column(page, 'Application')
        .getByRole('list', { name: 'Your notes' })
        .getByText('To be asked about.')
        .waitFor()
      return page
    },
  },
  {
    name: 'the list of highlights',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.getByRole('button', { name: /^Your highlights: / }).click()
      await page.getByRole('dialog', { name: 'Your highlights' }).getByText('To be asked about.').waitFor()
      return page
    },
  },
  {
    name: 'pages cited',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.keyboard.press('Escape')
      await seats.toRow(page, '(A)(1)(ii)')
      const number = yourForm(page).getByRole('textbox', { name: 'Cite a page' })
      for (const cited of ['1', '2']) {
        await number.fill(cited)
        await number.press('Enter')
        await yourForm(page)
          .getByRole('button', { name: new RegExp(`^Open .*p\\. ${cited}$`) })
          .first()
          .waitFor()
      }
      return page
    },
  },
  {
    name: 'points and a page that are refused',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await seats.points(yourForm(page)).fill('99')
      const number = yourForm(page).getByRole('textbox', { name: 'Cite a page' })
      await number.fill('999')
      await number.press('Enter')
      await yourForm(page).getByRole('alert').nth(1).waitFor()
      return page
    },
  },
  {
    name: 'both values asked',
    reach: async ({ sit, direct }) => {
      const page = await sit('Reviewer 1')
      await seats.points(yourForm(page)).press('Escape')
      const copy = await openForm(await direct.seat('reviewer-1'), massachusetts)
      noteDiffers({ doc: copy.doc }, '(A)(1)(ii)', 7)
      await copy.saved()
      await yourForm(page).getByRole('button', { name: 'Choose 7 points' }).waitFor()
      return page
    },
  },
  {
    name: 'asking staff, nothing written yet, beside an answer',
    reach: async ({ sit, direct }) => {
      const page = await sit('Reviewer 1')
      const asking = await direct.seat('reviewer-3')
      const staff = await direct.seat('staff')
      const asked = 'Do conditions count as a signature?'
      await must(asking, { kind: 'question.ask', review: massachusetts, row: '(A)(1)(ii)', text: asked })
      await until('the question', () => staff.view().questions?.length === 1)
      const question = staff.view().questions?.find(({ text }) => text === asked)?.id ?? 0
      await must(staff, {
        kind: 'question.answer',
        review: massachusetts,
        question,
        asked,
        answer: 'They count as signed with conditions.',
      })
      await page.getByText('They count as signed with conditions.').waitFor()
      await yourForm(page).getByRole('button', { name: 'Ask staff about this row' }).click()
      await yourForm(page).getByRole('button', { name: 'Send to staff' }).click()
      await yourForm(page).getByText('Write your question first.').waitFor()
      return page
    },
  },
  {
    name: 'going to a row by its id, with one that is not there',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await yourForm(page).getByRole('button', { name: 'Not now' }).click()
      await page.getByRole('button', { name: /^Go to row/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Go to row' })
      await dialog.getByRole('textbox', { name: 'Row' }).fill('B')
      await dialog.getByRole('button', { name: 'Go' }).click()
      await dialog.getByRole('alert').waitFor()
      return page
    },
  },
  {
    name: 'shortcuts',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Shortcuts/ }).click()
      await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor()
      return page
    },
  },
  {
    name: 'this device',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /this device$/i }).click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    name: 'recusing',
    reach: async ({ sit }) => {
      const page = await sit('Reviewer 1')
      await page.keyboard.press('Escape')
      await page.getByRole('banner').getByRole('button', { name: 'Recuse', exact: true }).click()
      await page.getByRole('alertdialog').waitFor()
      return page
    },
  },
]

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

async function nextHint({ sit }: AccessStage): Promise<Page> {
  const page = await sit('Reviewer 1')
  const understood = page.getByRole('button', { name: /^Understood: / })
  const before = await understood.getAttribute('aria-label')
  await understood.click()
  await until('another hint', async () => (await understood.getAttribute('aria-label')) !== before)
  return page
}

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
  await until('the room', () => first.review(missouri).room !== null)
  await sign(first, await openRoom(first, missouri), missouri)
  await must(monitor, { kind: 'review.close', review: missouri, commentsRead: true })
  await must(decides, { kind: 'review.lock', review: missouri })
  await must(last, { kind: 'text.keep', review: missouri, field: 'strengths:(F)(3)', text: 'Too late.' })
}
