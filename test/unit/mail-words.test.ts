import { describe, expect, test } from 'vitest'
import { invitationWords, reminderWords, signInWords } from '../../server/mail/letter-words.ts'
import { owedKinds } from '../../shared/protocol/people-page.ts'

const of = {
  name: 'A reader',
  title: 'Secret Grants 2027',
  site: 'https://panel.example',
  zone: 'America/New_York',
}
const until = Date.UTC(2027, 0, 15, 22, 0)
const link = 'https://panel.example/sit#token'

const letters = {
  invitation: invitationWords({ ...of, link, until }),
  signIn: signInWords({ ...of, link, until }),
  ...Object.fromEntries(
    owedKinds.map((owed) => [
      owed,
      reminderWords({ ...of, owed, date: { title: 'Conflicts due', at: until } }),
    ]),
  ),
}

describe.each(Object.entries(letters))('the letter %s', (kind, { subject, text }) => {
  test('PEOPLE-9 has a subject that names neither the competition nor anything in it', () => {
    expect(subject).not.toMatch(/Secret|Grants|2027|reader|conflict/i)
    expect(subject).toContain('Panelroom')
  })

  test('PEOPLE-10 names its person and the competition, and says until when, in its time zone', () => {
    expect(text).toContain('A reader,')
    expect(text).toContain('Jan 15, 2027, 5:00 pm EST')
    expect(text).toContain('https://panel.example')
    expect(text).not.toContain('<')
    if (kind !== 'signIn') expect(text).toContain('Secret Grants 2027')
  })
})

test('PEOPLE-10 a link stands on a line of its own', () => {
  expect(letters.invitation.text.split('\n')).toContain(link)
  expect(letters.signIn.text.split('\n')).toContain(link)
})

test('PEOPLE-11 a reminder of something without a date names none', () => {
  const { text } = reminderWords({ ...of, owed: 'ready', date: null })
  expect(text).not.toContain('The date for it')
})
