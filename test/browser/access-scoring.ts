import type { Page } from 'playwright-core'
import { noteDiffers } from '../../shared/form/edits.ts'
import { must, openForm } from '../harness/review-moves.ts'
import { until } from '../harness/until.ts'
import type { AccessStage, Screen } from './access-stage.ts'
import * as seats from './seats.ts'
import { column, yourForm } from './seats.ts'

const massachusetts = 'massachusetts.1.1'

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

async function nextHint({ sit }: AccessStage): Promise<Page> {
  const page = await sit('Reviewer 1')
  const understood = page.getByRole('button', { name: /^Understood: / })
  const before = await understood.getAttribute('aria-label')
  await understood.click()
  await until('another hint', async () => (await understood.getAttribute('aria-label')) !== before)
  return page
}
