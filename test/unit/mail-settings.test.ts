import { describe, expect, test } from 'vitest'
import { readReach } from '../../server/mail/mail-settings.ts'

const whole = {
  SMTP_URL: 'smtp://panel:s%40fe@mail.example',
  MAIL_FROM: 'Panelroom <panel@mail.example>',
  PUBLIC_URL: 'https://panel.example/',
}

describe('mail is set up', () => {
  test('PEOPLE-8 by SMTP_URL, MAIL_FROM and PUBLIC_URL', () => {
    expect(readReach(whole)).toEqual({
      mail: {
        host: 'mail.example',
        port: 587,
        secure: false,
        requireTls: true,
        user: { name: 'panel', password: 's@fe' },
        from: 'Panelroom <panel@mail.example>',
      },
      publicUrl: 'https://panel.example',
    })
  })

  test.each([
    ['smtps://mail.example', { port: 465, secure: true, requireTls: false, user: null }],
    ['smtp://mail.example:2525', { port: 2525, secure: false, requireTls: true }],
    ['smtp://mail.example:25?tls=none', { port: 25, requireTls: false }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', requireTls: false }],
    ['smtp://[::1]:2525', { host: '::1', requireTls: false }],
  ])('PEOPLE-7 only with TLS, but on this machine or where it is said: %s', (address, expected) => {
    expect(readReach({ ...whole, SMTP_URL: address })).toMatchObject({ mail: expected })
  })

  test('PEOPLE-8 or not at all', () => {
    expect(readReach({})).toEqual({ mail: null, publicUrl: null })
    expect(readReach({ PUBLIC_URL: 'http://10.0.0.5:3000' })).toEqual({
      mail: null,
      publicUrl: 'http://10.0.0.5:3000',
    })
  })

  test.each([
    [{ SMTP_URL: 'mail.example:25' }, 'SMTP_URL is an address like'],
    [{ SMTP_URL: 'http://mail.example' }, 'SMTP_URL is an address like'],
    [{ SMTP_URL: 'smtp://mail.example?secure=false' }, 'SMTP_URL is an address like'],
    [{ MAIL_FROM: '' }, 'MAIL_FROM says who mails come from'],
    [{ MAIL_FROM: 'Panelroom' }, 'MAIL_FROM says who mails come from'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL says where links in mails lead'],
    [{ PUBLIC_URL: 'panel.example' }, 'PUBLIC_URL is where people reach this server'],
    [{ PUBLIC_URL: 'https://panel.example/room' }, 'PUBLIC_URL is where people reach this server'],
  ])('PEOPLE-8 what is wrong is said: %o', (wrong, sentence) => {
    expect(readReach({ ...whole, ...wrong })).toMatchObject({ fault: expect.stringContaining(sentence) })
  })
})
