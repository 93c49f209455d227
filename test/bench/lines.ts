import { openSeat } from '../harness/seat-client.ts'
import type { Job } from './job.ts'

/** The live line that each signed-in page holds open beside its documents: commands and views. Answers how to close them. */
export async function openLines({ sessions, address }: Job): Promise<() => void> {
  const seats = await Promise.all(
    Object.values(sessions ?? {}).map(({ host = '', cookie = '' }) =>
      openSeat({ port: address.port, host: host.split(':')[0] ?? '', cookie }),
    ),
  )
  return () => seats.forEach((seat) => seat.close())
}
