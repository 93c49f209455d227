import { z } from 'zod'

/** What is known of a person beside the journal: names and addresses, which can be erased. Null where nothing is known. */
export const directoryEntrySchema = z.strictObject({
  person: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().max(1_000),
  email: z.string().max(1_000).nullable(),
  organization: z.string().max(1_000).nullable(),
  /** The State or place that they live in: nobody reviews their own. */
  home: z.string().max(1_000).nullable(),
})

export type DirectoryEntry = z.infer<typeof directoryEntrySchema>

export const directoryLimits = {
  /** The longest that fits a line of a table and an address field of a mail. */
  name: 120,
  /** RFC 5321, 4.5.3.1: a path is at most 256 characters with its angle brackets. */
  email: 254,
  organization: 160,
  home: 80,
  /** 58 reviewers in 2010; so many entries still fit one entry of the log. */
  people: 1_000,
} as const

/** An entry as it is kept: spaces as one, Unicode composed, the address in small letters, nothing as null. */
export function normalEntry({ person, name, email, organization, home }: DirectoryEntry): DirectoryEntry {
  return {
    person,
    name: plain(name),
    email: normalEmail(email ?? '') || null,
    organization: plain(organization ?? '') || null,
    home: plain(home ?? '') || null,
  }
}

/** An address as it is compared: two that differ in capitals are one. */
export function normalEmail(email: string): string {
  return plain(email).toLowerCase()
}

/** What is wrong with a normal entry, as a sentence; null where nothing is. */
export function entryFault({ person, name, email, organization, home }: DirectoryEntry): string | null {
  if (name === '') return `A name is missing for ${person}.`
  if (name.length > directoryLimits.name)
    return `The name “${name.slice(0, 40)}…” has more than ${directoryLimits.name} characters.`
  if (email !== null && !isEmail(email)) return `“${email.slice(0, 80)}” is not an e-mail address (${name}).`
  if ((organization ?? '').length > directoryLimits.organization)
    return `The organization of ${name} has more than ${directoryLimits.organization} characters.`
  if ((home ?? '').length > directoryLimits.home)
    return `The home State of ${name} has more than ${directoryLimits.home} characters.`
  return null
}

/** Whether mail can be addressed to it: one person, one host with a dot in it, nothing quoted. */
export function isEmail(email: string): boolean {
  return email.length <= directoryLimits.email && emailForm.test(email)
}

const emailForm = /^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}@(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
