/**
 * The process in which seats are played: each as a person's page would, over the same two sockets and a session of its own. It is
 * told by the server which seats, and knows nothing else of it. It ends with the server, since their channel does.
 */
import type { Pace } from '../../../shared/rehearsal/paces.ts'
import { playSeat, type PlayedSeat } from './played-seat.ts'
import { orderSchema, type News } from './said.ts'

const [address = '127.0.0.1', port] = process.argv.slice(2)
const at = { address, port: Number(port) }
/** By cookie. */
const seats = new Map<string, PlayedSeat>()
let pace: Pace = 'slow'

// Each stock client listens for the end of the process, and there is one for every document.
process.setMaxListeners(0)
process.on('disconnect', () => process.exit())
process.on('message', (message) => {
  const order = orderSchema.parse(message)
  switch (order.is) {
    case 'sit': {
      const { person, host, cookie } = order
      const risen = (): void => {
        seats.delete(cookie)
        say({ is: 'risen', person, cookie })
      }
      seats.set(cookie, playSeat({ at, person, host, cookie, pace: () => pace, risen }))
      return
    }
    case 'rise':
      return seats.get(order.cookie)?.rise()
    case 'pace':
      pace = order.pace
      for (const seat of seats.values()) seat.hurry()
  }
})

function say(news: News): void {
  if (process.connected) process.send?.(news)
}
