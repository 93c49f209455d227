import { expect, onTestFinished, test } from 'vitest'
import { openJournal } from '../../server/journal/journal.ts'
import { openMemoryLog } from '../../server/log/memory-log.ts'
import { realPorts } from '../../server/ports.ts'
import { openPlayers, type Players } from '../../server/rehearsal/played/players.ts'
import { rehearsalSetup } from '../../server/rehearsal/rehearsal.ts'
import { playProcesses, tell } from '../harness/played.ts'
import { nodesOfTests } from '../harness/nodes.ts'

const start = nodesOfTests()

function players(parts: { readonly rehearsal: boolean; readonly severalNodes: boolean }): Players {
  const opened = openPlayers({
    rehearsal: () => parts.rehearsal,
    severalNodes: parts.severalNodes,
    at: () => {
      throw new Error('Nothing is asked of the server.')
    },
    link: () => {
      throw new Error('No link is made.')
    },
    linesOf: () => [],
    onFailure: (error) => {
      throw error
    },
  })
  onTestFinished(opened.close)
  return opened
}

test('PLAYED-5 in a competition that is no rehearsal there is nothing by which a seat could be played', async () => {
  const log = openMemoryLog()
  const nodes = await start(0, { log })
  const journal = await openJournal({
    log,
    stream: 'journal/rehearsal-1',
    ports: realPorts,
    signer: nodes.signer,
    onDamage: (damage) => {
      throw damage
    },
    onFailure: (error) => {
      throw error
    },
  })
  // As the journal of a real competition would begin; without digests, the files of the rehearsal are laid down all the same.
  const { applications, ...rest } = rehearsalSetup('rehearsal-1')
  const bare = applications.map(({ id, applicant, panel }) => ({ id, applicant, panel }))
  const setup = { ...rest, applications: bare, rehearsal: false }
  await journal.write({ person: 'server', command: 'open-rehearsal' }, () => ({
    events: [{ kind: 'competition.opened', data: { setup } }],
    texts: {},
  }))
  journal.close()
  const { port } = await nodes.start()
  expect((await tell(port, 'play', { people: ['reviewer-1'] })).status).toBe(404)
  expect((await tell(port, 'pace', { pace: 'fast' })).status).toBe(404)
  expect(playProcesses(port)).toEqual([])
})

test('PLAYED-5 the players themselves refuse as well, whoever asks', async () => {
  const refused = await players({ rehearsal: false, severalNodes: false }).play(['reviewer-1'])
  expect(refused).toMatchObject({ sentence: 'Seats are played in a rehearsal only.' })
})

test('PLAYED-6 where several nodes serve the rehearsal no seat is played, and the list of seats offers it nowhere', async () => {
  const several = players({ rehearsal: true, severalNodes: true })
  expect(await several.play(['reviewer-1'])).toMatchObject({ refused: 'not-yours' })
  expect(several.refusal()).not.toBeNull()
})
