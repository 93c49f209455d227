import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formHash, readForm } from '../../shared/form/form-record.ts'
import { setScore } from '../../shared/form/edits.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import { changeRow } from '../../shared/rubric/edit/changed.ts'
import { rowsOf } from '../../shared/rubric/rubric.ts'
import { lookAt, noFindings } from './access-look.ts'
import { openSample, real, type SampleScene } from './sample-scene.ts'
import { picture } from './set-up-settings-stage.ts'

let scene: SampleScene
let reviewer: Page

beforeAll(async () => {
  scene = await openSample()
})
afterAll(() => scene?.close())

const asked = (page: Page) => page.getByRole('region', { name: 'The rubric changed' })
const at = (page: string): string => `/review/${real}/${page}`

test('VERSION-9 a reviewer who was ready sees that the rubric has changed, what no longer fits, and says ready again', async () => {
  const [row] = rowsOf(scene.rubric)
  if (!row) throw new Error('The rubric has rows.')
  const seat = await scene.seat('r1')
  const { mine } = seat.review(real)
  if (!mine) throw new Error('There is no form.')
  const copy = await seat.open(mine.form.name)
  setScore({ doc: copy.doc }, row.id, row.max)
  fillRest({ doc: copy.doc }, scene.rubric, 'ohio', mine.seat)
  await copy.saved()
  const hash = formHash(readForm(copy.doc, scene.rubric))
  expect(await seat.send({ kind: 'form.attest', review: real, hash })).toMatchObject({ done: true })

  reviewer = await scene.as('r1', at('ready'))
  await reviewer.getByText(/^You said ready at/).waitFor()
  const other = await scene.as('r2', at('ready'))
  await other.getByRole('heading', { name: 'Ready check' }).waitFor()
  const rubric = { ...changeRow(scene.rubric, row.id, { max: row.max - 5 }), version: 2 }
  await scene.give({ kind: 'rubric.set', rubric, why: 'The notice was amended.' })

  await asked(reviewer).getByText('The rubric changed on').waitFor()
  await reviewer.getByRole('heading', { name: /^Not ready yet: / }).waitFor()
  await picture(reviewer, 'form again')
  const found = noFindings()
  await lookAt(reviewer, 'form again', found)
  expect(found).toEqual(noFindings())
  expect(await asked(other).count()).toBe(0)
  await reviewer.goto(`${scene.site}/`)
  await reviewer.getByRole('link', { name: 'The rubric changed: look again, then say ready' }).waitFor()

  await reviewer.goto(`${scene.site}${at(`score/${row.id}`)}`)
  await asked(reviewer).getByText('The rubric changed on').waitFor()
  const points = reviewer.getByRole('region', { name: 'Your form' }).getByRole('spinbutton')
  expect(await points.inputValue()).toBe(String(row.max))
  await points.fill(String(row.max - 6))
  await points.press('Enter')
  await reviewer.goto(`${scene.site}${at('ready')}`)
  await reviewer.getByRole('button', { name: 'Say ready', exact: true }).click()
  await reviewer.getByText(/^You said ready at/).waitFor()
  expect(await asked(reviewer).count()).toBe(0)
})
