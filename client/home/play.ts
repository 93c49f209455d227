import type { PlayAnswer } from '../../shared/protocol/rehearsal-page.ts'
import type { Pace } from '../../shared/rehearsal/paces.ts'

/** Has seats played: who sits in some of them was left alone. A sentence where nothing came of it. */
export async function playSeats(
  people: readonly string[],
): Promise<PlayAnswer | { readonly sentence: string }> {
  const response = await post('play', { people })
  return response?.ok ? ((await response.json()) as PlayAnswer) : { sentence: await why(response) }
}

/** Ends the play of seats: null once it is done, else why it is not. */
export async function stopPlaying(people: readonly string[]): Promise<string | null> {
  const response = await post('stop', { people })
  return response?.ok ? null : why(response)
}

/** Sets how fast played seats go on: null once it is done, else why it is not. */
export async function setPace(pace: Pace): Promise<string | null> {
  const response = await post('pace', { pace })
  return response?.ok ? null : why(response)
}

/** Null where there is no line to the server. */
async function post(what: string, body: unknown): Promise<Response | null> {
  const headers = { 'Content-Type': 'application/json' }
  try {
    return await fetch(`/api/rehearsal/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })
  } catch {
    return null
  }
}

async function why(response: Response | null): Promise<string> {
  if (!response) return 'There is no line to the server. No seat is played that was not before.'
  const { sentence } = (await response.json()) as { readonly sentence: string }
  return sentence
}
