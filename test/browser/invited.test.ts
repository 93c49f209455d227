import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../server/cluster/free-port.ts'
import type { InviteAnswer } from '../../shared/protocol/people-page.ts'
import { startMailServer, type MailServer } from '../harness/mail-server.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { until } from '../harness/until.ts'
import { lookAt, noFindings } from './access-look.ts'
import { launchBrowser, openWindow } from './browser.ts'
import { picture } from './set-up-settings-stage.ts'

let smtp: MailServer
let server: PeopleServer
let site: string
let browser: Browser

beforeAll(async () => {
  smtp = await startMailServer()
  const port = await freePort()
  site = `http://localhost:${port}`
  server = await startPeopleServer({ reach: { mail: smtp.settings, publicUrl: site }, port })
  await server.add(...[1, 2, 3, 4].map((number) => ({ id: `r${number}`, label: `Reviewer ${number}` })))
  await server.command({ kind: 'competition.name', title: 'Rural Schools Grants 2027' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await smtp?.close()
})

/** A browser of its own: nobody is signed in in it. */
const newcomer = () => openWindow(browser)

/** The link in the newest mail to an address, once there are as many. */
async function mailedLink(to: string, count = 1): Promise<string> {
  const theirs = () => smtp.mails.filter((mail) => mail.to[0] === to)
  await until(`mail ${count} to ${to}`, () => theirs().length >= count)
  const line = theirs()
    .at(-1)
    ?.text.split('\n')
    .find((each) => each.startsWith(`${site}/sit#`))
  if (line === undefined) throw new Error(`There is no link in the mail to ${to}.`)
  return line
}

async function invite(person: string): Promise<string> {
  const before = smtp.mails.length
  await server.post('/api/people/invite', { people: [person] }, server.staff)
  await until('the invitation', () => smtp.mails.length > before)
  return mailedLink(`${person}@panel.example`)
}

async function copied(person: string): Promise<string> {
  const answer = await server.post('/api/people/invite', { people: [person], copy: true }, server.staff)
  const { links }: InviteAnswer = JSON.parse(answer.body)
  return links[0]?.link ?? ''
}

const signIn = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true })
const isIn = (page: Page, person: string) =>
  page.getByRole('banner').getByText(person.replace('r', 'Reviewer '), { exact: true }).waitFor()

test('INVITE-18 an invitation by e-mail signs in on the bare host, by pressing its button and not by opening it', async () => {
  const link = await invite('r1')
  const scanner = await newcomer()
  const opened = await scanner.newPage()
  await opened.goto(link)
  await signIn(opened).waitFor()
  await picture(opened, 'link')
  await scanner.close()
  const context = await newcomer()
  const page = await context.newPage()
  await page.goto(link)
  await signIn(page).focus()
  await page.keyboard.press('Enter')
  await isIn(page, 'r1')
  expect(new URL(page.url()).pathname).toBe('/')
  expect(page.url()).not.toContain('#')
  await page.reload()
  await isIn(page, 'r1')
  await context.close()
})

test('INVITE-19 whose link has been used, or whose session is gone, asks for another with their address alone', async () => {
  const used = await copied('r2')
  const first = await newcomer()
  const taken = await first.newPage()
  await taken.goto(used)
  await signIn(taken).click()
  await isIn(taken, 'r2')
  await first.close()

  const context = await newcomer()
  const page = await context.newPage()
  await page.goto(used)
  await signIn(page).click()
  await page.getByRole('heading', { name: 'This link does not sign you in' }).waitFor()
  await picture(page, 'used')
  await page.goto(site)
  await page.getByRole('heading', { name: 'Sign in to Rural Schools Grants 2027' }).waitFor()
  await picture(page, 'signed out')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('nobody')
  await page.keyboard.press('Enter')
  await page.getByText('That is not an e-mail address.').waitFor()
  await picture(page, 'no address')
  await page.getByRole('textbox', { name: 'Your e-mail address' }).fill('R2@panel.example')
  await page.keyboard.press('Enter')
  await page.getByText('a link is on its way to it').waitFor()
  await picture(page, 'asked')
  await page.goto(await mailedLink('r2@panel.example'))
  await signIn(page).click()
  await isIn(page, 'r2')
  await context.close()
})

test('INVITE-6 whose access is withdrawn is signed out where they are, and told so', async () => {
  const context = await newcomer()
  const page = await context.newPage()
  await page.goto(await copied('r3'))
  await signIn(page).click()
  await isIn(page, 'r3')
  await server.post('/api/people/revoke', { people: ['r3'] }, server.staff)
  await page.getByText('Your access has been withdrawn.').first().waitFor()
  await page.getByText('Ask the staff of the competition.').waitFor()
  expect(await page.getByRole('link', { name: 'Open the sign-in page' }).count()).toBe(0)
  await picture(page, 'withdrawn')
  await page.reload()
  await page.getByRole('heading', { name: 'Sign in to Rural Schools Grants 2027' }).waitFor()
  await context.close()
})

test('INVITE-20 the pages of the sign-in are accessible, wide and narrow, light and dark', async () => {
  const found = noFindings()
  const context = await newcomer()
  const page = await context.newPage()
  await page.goto(site)
  await page.getByRole('textbox', { name: 'Your e-mail address' }).waitFor()
  await lookAt(page, 'signed out', found)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByText('Type your e-mail address.').waitFor()
  await lookAt(page, 'no address', found)
  await page.goto(await copied('r4'))
  await signIn(page).waitFor()
  await lookAt(page, 'a link', found)
  await page.goto('about:blank')
  await page.goto(`${site}/sit#made-up`)
  await signIn(page).click()
  await page.getByRole('heading', { name: 'This link does not sign you in' }).waitFor()
  await lookAt(page, 'a link that is no good', found)
  expect(found).toEqual(noFindings())
  await context.close()
})
