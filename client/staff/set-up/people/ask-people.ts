import type { InviteAnswer, Owed } from '../../../../shared/protocol/people-page.ts'

/** What came of it, or why nothing did. */
export type Asked<T> = { readonly done: T } | { readonly sentence: string }

/** Invites, by mail or with links to copy in the answer. Whoever has a link already finds it void. */
export function invite(people: readonly string[], copy: boolean): Promise<Asked<InviteAnswer>> {
  return post('/api/people/invite', { people, copy })
}

/** Withdraws access at once, until the next invitation. */
export function revoke(people: readonly string[]): Promise<Asked<null>> {
  return post('/api/people/revoke', { people })
}

/** Mails a reminder to those of them who owe it. */
export function remind(people: readonly string[], what: Owed): Promise<Asked<{ readonly reminded: number }>> {
  return post('/api/people/remind', { people, what })
}

async function post<T>(path: string, body: unknown): Promise<Asked<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.status === 204) return { done: null as T }
    const answer: unknown = await response.json()
    if (response.ok) return { done: answer as T }
    return { sentence: (answer as { readonly sentence: string }).sentence }
  } catch {
    // No line, or an answer from something on the way.
    return { sentence: 'The server did not answer. Look at the list before you repeat it.' }
  }
}
