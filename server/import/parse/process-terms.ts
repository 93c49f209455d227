/** The pipes of the reading process by number: 0 lasts as long as the server does, 2 is for its log. */
export const channels = { answers: 3, file: 4 } as const

/** How the reading process ends where it gives no answer. */
export const exitCodes = { deserted: 3, mistake: 70 } as const
