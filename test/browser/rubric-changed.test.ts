import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeRow, changeWhole } from '../../shared/rubric/edit/changed.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSample, sample, type SampleScene } from './sample-scene.ts'
import { picture } from './set-up-settings-stage.ts'

let scene: SampleScene

beforeAll(async () => {
  scene = await openSample()
})
afterAll(() => scene?.close())

test('VERSION-52 a reviewer who was ready reads what a version changed and why on the first page, at the row and on the ready check, until they are ready again', async () => {
  await scene.give({ kind: 'calibration.start', application: 'maine' })
  await scene.ready('r1', { C5: 2 })
  const page = await scene.as('r1', '/')
  await page.getByText('Ready. Staff can open the spread').waitFor()
  const rubric = changeWhole(changeRow(scene.rubric, 'C5', { max: 15 }), { version: 2 })
  const why = 'The notice was amended: a budget needs a plan for its last year.'
  await scene.give({ kind: 'rubric.set', rubric, why })

  const news = page.getByRole('region', { name: 'The rubric changed' })
  await news.getByText(/^The rubric changed on .*: C5 is of 15 points, it was of 10\.$/).waitFor()
  await news.getByText(why).waitFor()
  await news.getByText('Your form on Maine was ready and is open again.').waitFor()
  await picture(page, 'rubric changed first page')
  await page.getByRole('link', { name: 'The rubric changed: look again, then say ready' }).click()

  await news.getByText('Your form was ready and is open again. What you gave stands').waitFor()
  expect(await page.getByText('Nothing is missing.').count()).toBe(0)
  const found = noFindings()
  await lookAt(page, 'the ready check of a changed rubric', found)
  expect(found).toEqual(noFindings())
  await picture(page, 'rubric changed ready check')
  await news.getByRole('link', { name: 'C5' }).click()

  await page.getByText('Points, of 15', { exact: true }).waitFor()
  await news.getByText('What you gave stands: look at it.', { exact: false }).waitFor()
  await picture(page, 'rubric changed row')
  await page.goto(`${scene.site}/review/${sample}/score/C1`)
  await page.getByRole('heading', { level: 1, name: 'Need' }).waitFor()
  expect(await news.count()).toBe(0)

  await page.goto(`${scene.site}/review/${sample}/ready`)
  await page.getByRole('button', { name: 'Say ready' }).click()
  await page.getByText(/^You said ready at/).waitFor()
  expect(await news.count()).toBe(0)
})
