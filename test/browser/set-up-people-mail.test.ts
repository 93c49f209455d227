import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../server/cluster/free-port.ts'
import { startMailServer, type MailServer } from '../harness/mail-server.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { launchBrowser, openWindow } from './browser.ts'
import { soon } from './seats.ts'

let mail: MailServer
let server: PeopleServer
let browser: Browser
let page: Page
let site: string

beforeAll(async () => {
  mail = await startMailServer()
  const port = await freePort()
  site = `http://localhost:${port}`
  server = await startPeopleServer({ port, reach: { mail: mail.settings, publicUrl: site } })
  await server.add({ id: 'ann' }, { id: 'bo' })
  browser = await launchBrowser()
  const context = await openWindow(browser, { site, cookie: server.staff })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await mail?.close()
})

test('TABLE-13 people are invited by e-mail, one or many, whoever gets one comes in by it, and it is sent again', async () => {
  await page.goto(`${site}/set-up/people`)
  await page.getByRole('checkbox', { name: 'Name of ann' }).check()
  await page.getByRole('checkbox', { name: 'Name of bo' }).check()
  await page.getByRole('button', { name: 'Invite by e-mail' }).click()
  await page.getByText('Invited 2 people by e-mail.', { exact: true }).first().waitFor()
  await soon(() => mail.mails.flatMap(({ to }) => to).toSorted()).toEqual([
    'ann@panel.example',
    'bo@panel.example',
  ])

  await page.getByRole('button', { name: 'What to do with Name of bo' }).click()
  await page.getByRole('button', { name: 'Invite again by e-mail' }).click()
  await page.getByText('Invited Name of bo by e-mail.', { exact: true }).first().waitFor()
  await soon(() => mail.mails.length).toBe(3)
  const links = mail.mails
    .filter(({ to }) => to.includes('bo@panel.example'))
    .map(({ text }) => /http\S+\/sit#\S+/.exec(text)?.[0] ?? '')
  const [first = '', second = ''] = links
  expect(await server.signIn(first)).toBeNull()
  expect(await server.signIn(second)).not.toBeNull()
  await page.reload()
  await page.getByRole('row').filter({ hasText: 'Name of bo' }).getByText('Has signed in').waitFor()
})

test('TABLE-13 people are reminded of what they have still to do, and a mail that could not be sent is told', async () => {
  await server.command({
    kind: 'applications.set',
    applications: [
      {
        ...{ id: 'maine', applicant: 'Maine', home: null, requested: null, received: null },
        involved: { districts: '', partners: '', consultants: '', signatories: '' },
      },
    ],
  })
  await page.reload()
  const before = mail.mails.length
  await page.getByRole('button', { name: 'What to do with Name of ann' }).click()
  await page.getByRole('button', { name: 'Remind to certify conflicts' }).click()
  await page.getByText('Reminded 1 person to certify conflicts.', { exact: true }).first().waitFor()
  await soon(() => mail.mails.length).toBe(before + 1)

  mail.refuse(550)
  await page.getByRole('button', { name: 'What to do with Name of ann' }).click()
  await page.getByRole('button', { name: 'Remind to certify conflicts' }).click()
  await soon(async () => (await server.listed('ann')).mail?.is).toBe('failed')
  await page.reload()
  const ann = page.getByRole('row').filter({ hasText: 'Name of ann' })
  const sentence = (await server.listed('ann')).mail?.sentence ?? ''
  expect(sentence).not.toBe('')
  await ann.getByText(sentence).waitFor()
})
