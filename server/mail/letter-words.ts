import { momentWords } from '../../shared/print/moment-words.ts'
import type { Owed } from '../../shared/protocol/people-page.ts'

/** What a letter says. No subject names the competition or anything in it: subjects are read over shoulders and by servers. */
export interface Words {
  readonly subject: string
  readonly text: string
}

/** Whom a letter is for, and of which competition. */
export interface LetterOf {
  /** Of the person. */
  readonly name: string
  /** Of the competition. */
  readonly title: string
  /** Where people reach the server. */
  readonly site: string
  /** The time zone that the competition keeps, by its name. */
  readonly zone: string
}

/** The link that a person comes in with for the first time. `until`: in milliseconds since 1970. */
export function invitationWords(of: LetterOf & { readonly link: string; readonly until: number }): Words {
  return {
    subject: 'Your invitation to Panelroom',
    text: letter(
      of.name,
      `you are invited to take part in ${of.title}. Open this link and press “Sign in”:`,
      of.link,
      `The link works once, until ${momentWords(of.until, of.zone)}. After that, ask for a new one at ${of.site} with this e-mail address, or ask the staff of the competition.`,
      'It signs in whoever has it: do not pass it on.',
    ),
  }
}

/** The link that a person has asked for on the page. `until`: in milliseconds since 1970. */
export function signInWords(of: LetterOf & { readonly link: string; readonly until: number }): Words {
  return {
    subject: 'Your sign-in link for Panelroom',
    text: letter(
      of.name,
      `here is the link that was asked for at ${of.site} with your e-mail address. Open it and press “Sign in”:`,
      of.link,
      `It works once, until ${momentWords(of.until, of.zone)}, and signs in whoever has it. If you did not ask for it, there is nothing to do.`,
    ),
  }
}

const owedWords: { readonly [owed in Owed]: string } = {
  certify: 'you have not yet said of every application whether you have a conflict of interest',
  ready: 'you have not yet given every review that is yours as ready',
  sign: 'you have not yet signed every final form that is yours',
}

/**
 * What the person has still to do, and by when. It depends on nothing but what they themselves have not given: not on how far a form
 * is, nor on anybody else. `date` is null where staff remind by hand of something without a date.
 */
export function reminderWords(
  of: LetterOf & {
    readonly owed: Owed
    readonly date: { readonly title: string; readonly at: number } | null
  },
): Words {
  const { date } = of
  const by = date ? [`The date for it: ${date.title}, ${momentWords(date.at, of.zone)}.`] : []
  return {
    subject: 'A reminder from Panelroom',
    text: letter(
      of.name,
      `in ${of.title}, ${owedWords[of.owed]}.`,
      ...by,
      `Go on at ${of.site}`,
      'If you are no longer signed in, ask there for a link with this e-mail address.',
    ),
  }
}

function letter(name: string, ...paragraphs: readonly string[]): string {
  return [`${name},`, ...paragraphs, 'Panelroom'].join('\n\n') + '\n'
}
