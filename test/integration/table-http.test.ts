import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SetUpPage } from '../../shared/competition/set-up-page.ts'
import { closeSentences } from '../../shared/protocol/close-codes.ts'
import type { TablePreview } from '../../shared/set-up-tables/preview.ts'
import { ask, type Answer } from '../harness/ask.ts'
import { startPeopleServer, type PeopleServer } from '../harness/people-server.ts'
import { csvOf, workbook } from './table-sheets.ts'

let server: PeopleServer

beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(async () => {
  expect(server.failures).toEqual([])
  await server.close()
})

/** Sends a file as the page does. */
function send(
  table: string,
  content: string | Uint8Array,
  {
    name = `${table}.csv`,
    apply,
    cookie = server.staff,
    origin = `http://localhost:${server.port}`,
  }: Sent = {},
): Promise<Answer> {
  const asked = new URLSearchParams({ name, ...(apply === undefined ? {} : { apply }) })
  return ask(server.port, 'localhost', `/api/set-up/tables/${table}?${asked}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/octet-stream' },
    bytes: Buffer.from(content),
  })
}

interface Sent {
  readonly name?: string
  readonly apply?: string
  readonly cookie?: string
  readonly origin?: string
}

async function preview(table: string, content: string | Uint8Array, sent: Sent = {}): Promise<TablePreview> {
  const answer = await send(table, content, sent)
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`)
  return JSON.parse(answer.body)
}

/** Looks at a file and takes it in. */
async function bring(table: string, content: string | Uint8Array, sent: Sent = {}): Promise<TablePreview> {
  const { digest } = await preview(table, content, sent)
  return preview(table, content, { ...sent, apply: digest })
}

const people = csvOf([
  ['Role', 'Name', 'E-mail', 'Organization', 'Home State'],
  ['reviewer', 'Ann Reader', 'ann@panel.example', 'A university', 'Ohio'],
  ['monitor', 'Mo Lead', 'mo@panel.example', '', ''],
])
const applications = csvOf([
  ['Applicant', 'Home State', 'Requested', 'Received', 'Districts'],
  ['Maine', 'Maine', '"$75,000,000"', '2010-06-01 16:15', 'Portland; Bangor'],
  ['Ohio', 'Ohio', '"$400,000,000"', '', ''],
])

async function page(): Promise<SetUpPage> {
  return JSON.parse((await server.get('/api/set-up', server.staff)).body)
}

describe('tables over HTTP', () => {
  test('TABLE-3 a file is looked at, which changes nothing, and then taken in', async () => {
    const looked = await preview('people', people)
    expect(looked).toMatchObject({ kind: 'csv', rows: 2, faults: [], same: 0, done: false })
    expect(looked.changes.map(({ of }) => of)).toEqual(['Reviewer 1, Ann Reader', 'Panel monitor 1, Mo Lead'])
    expect((await page()).people).toHaveLength(1)

    expect(await preview('people', people, { apply: looked.digest })).toMatchObject({ done: true })
    expect(
      (await server.page()).people.map(({ label, name, email, organization, home }) => [
        label,
        name,
        email,
        organization,
        home,
      ]),
    ).toEqual([
      ['Program staff', null, null, null, null],
      ['Reviewer 1', 'Ann Reader', 'ann@panel.example', 'A university', 'Ohio'],
      ['Panel monitor 1', 'Mo Lead', 'mo@panel.example', null, null],
    ])
    const before = (await page()).edition
    expect(await bring('people', people)).toMatchObject({ changes: [], same: 2 })
    expect((await page()).edition).toBe(before)
  })

  test('TABLE-3 applications come in with who is involved, and amounts after them', async () => {
    const looked = await preview('applications', applications)
    expect(looked.notes).toEqual([
      'The competition has no time zone yet: times that name none were read as UTC. Set it under Settings and import the file again.',
    ])
    await bring('applications', applications)
    await bring(
      'amounts',
      await workbook([
        ['Applicant', 'Requested'],
        ['Maine', 80_000_000],
      ]),
      { name: 'amounts.xlsx' },
    )
    expect((await page()).applications).toMatchObject([
      {
        id: 'maine',
        requested: 80_000_000,
        received: Date.UTC(2010, 5, 1, 16, 15),
        involved: { districts: 'Portland\nBangor' },
      },
      { id: 'ohio', requested: 400_000_000, received: null },
    ])
  })

  test('TABLE-2 with one bad row nothing of a file is taken, whoever asks for it', async () => {
    const bad = `${applications}\r\nIowa,Iowa,a lot,,`
    const looked = await preview('applications', bad)
    expect(looked.faults).toEqual([
      { line: 4, column: 'Requested', sentence: '“a lot” is not a whole number of dollars.' },
    ])
    const answer = await send('applications', bad, { apply: looked.digest })
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      409,
      { sentence: 'Some rows cannot be taken, so nothing was.' },
    ])
    expect((await page()).applications.map(({ id }) => id)).toEqual(['maine', 'ohio'])
    // What no row is to blame for is said of the whole.
    const id = 'staff-1'
    expect(
      (
        await preview(
          'people',
          csvOf([
            ['id', 'role', 'name', 'email'],
            [id, 'official', 'Kim', 'kim@panel.example'],
          ]),
        )
      ).faults,
    ).toEqual([{ line: null, column: null, sentence: 'Nobody of program staff would be left.' }])
  })

  test('TABLE-8 a preview that is no longer so is not carried out', async () => {
    const file = csvOf([
      ['Applicant', 'Requested'],
      ['Ohio', '5'],
    ])
    const { digest } = await preview('amounts', file)
    await bring(
      'amounts',
      csvOf([
        ['Applicant', 'Requested'],
        ['Ohio', '7'],
      ]),
    )
    const answer = await send('amounts', file, { apply: digest })
    expect(answer.status).toBe(409)
    expect(JSON.parse(answer.body).sentence).toMatch(
      /^The competition has changed since you looked at this file\./,
    )
    expect((await page()).applications[1]?.requested).toBe(7)
  })

  test.each(['people', 'applications', 'panels', 'conflicts', 'amounts'])(
    'TABLE-4 %s taken out as CSV, XLSX and JSON and brought in again change nothing',
    async (table) => {
      await bring(
        'panels',
        csvOf([
          ['Panel', 'Monitor', 'Reviewer 1', 'Applications'],
          ['panel-1', 'Mo Lead', 'Ann Reader', 'Maine; Ohio'],
        ]),
      )
      await bring(
        'conflicts',
        csvOf([
          ['Person', 'Application', 'Answer', 'Basis'],
          ['ann@panel.example', 'Ohio', 'not sure', '=2+2'],
        ]),
      )
      for (const type of ['csv', 'xlsx', 'json']) {
        const file = await fetchFile(`/api/set-up/tables/${table}.${type}`)
        const { faults, changes, same, rows } = await preview(table, file, { name: `${table}.${type}` })
        expect({ type, faults, changes }).toEqual({ type, faults: [], changes: [] })
        expect(same).toBe(rows)
      }
    },
  )

  test('TABLE-6 what goes out is not computed by a spreadsheet', async () => {
    await bring(
      'people',
      csvOf([
        ['role', 'name', 'email'],
        ['reviewer', '"=HYPERLINK(""x"")"', 'eve@panel.example'],
      ]),
    )
    expect((await server.page()).people.at(-1)?.name).toBe('=HYPERLINK("x")')
    expect((await fetchFile('/api/set-up/tables/people.csv')).toString()).toContain(`"'=HYPERLINK(""x"")"`)
  })

  test.each(['people', 'applications', 'panels', 'conflicts', 'amounts'])(
    'TABLE-11 the template of %s comes back as nothing but its example, as CSV, XLSX and JSON',
    async (table) => {
      for (const type of ['csv', 'xlsx', 'json']) {
        const file = await fetchFile(`/api/set-up/templates/${table}.${type}`)
        const looked = await preview(table, file, { name: `${table}.${type}` })
        expect({ notes: looked.notes, faults: looked.faults.map(({ sentence }) => sentence) }).toEqual({
          notes: [expect.stringMatching(/^The template’s example in (line|row|entry) \d was left out\.$/)],
          faults: ['There is nothing below the header. Fill in a row for each.'],
        })
      }
    },
  )

  test('TABLE-5 no address and nothing that follows from it alone stands in the journal', async () => {
    const stream = await server.log.read('journal/competition-1', 0, 1_000)
    const journal = JSON.stringify(stream, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    )
    expect(journal).toContain('Reviewer 1')
    expect(journal).not.toMatch(/ann@panel|Ann Reader|A university/)
  })

  test('TABLE-10 tables go in and out for staff alone, from their own page', async () => {
    const link = JSON.parse(
      (
        await server.post(
          '/api/people/invite',
          { people: [await idOf('Reviewer 1')], copy: true },
          server.staff,
        )
      ).body,
    )
    const reviewer = (await server.signIn(link.links[0].link)) ?? ''
    const nothing = { sentence: closeSentences.notFound }
    for (const cookie of [reviewer, 'seat=none']) {
      const posted = await send('people', people, { cookie })
      expect([posted.status, JSON.parse(posted.body)]).toEqual([404, nothing])
      for (const at of ['tables/people.csv', 'templates/people.csv'])
        expect((await server.get(`/api/set-up/${at}`, cookie)).status).toBe(404)
    }
    expect((await send('people', people, { origin: 'http://elsewhere.example' })).status).toBe(403)
    for (const table of ['nothing', '__proto__', 'people.csv'])
      expect((await send(table, people)).status).toBe(404)
    for (const file of ['people.exe', 'nothing.csv', 'constructor.csv'])
      expect((await server.get(`/api/set-up/tables/${file}`, server.staff)).status).toBe(404)
  })

  test('TABLE-7 a file of more than 10 MB is refused in one sentence', async () => {
    const { faults } = await preview('people', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))
    expect(faults.map(({ sentence }) => sentence)).toEqual([
      'The file has more than 10 MB, which no table needs. Take pictures and other sheets out of it, or split it.',
    ])
  })

  test('TABLE-9 an import that was cut short before the names is completed by the same file, and adds nobody twice', async () => {
    const file = csvOf([
      ['role', 'name', 'email'],
      ['reviewer', 'Fay Reader', 'fay@panel.example'],
    ])
    const { changes } = await preview('people', file)
    await bring('people', file)
    const fay = await idOf(changes[0]?.of.split(',')[0] ?? '')
    // As if the process had been killed before the directory was written.
    const { openDirectory } = await import('../../server/people/directory.ts')
    const { realPorts } = await import('../../server/ports.ts')
    const directory = await openDirectory({
      log: server.log,
      ports: realPorts,
      competition: 'competition-1',
      onDamage: (damage) => {
        throw damage
      },
    })
    await directory.forget([fay])
    directory.close()
    const count = (await page()).people.length
    expect(await bring('people', file)).toMatchObject({ done: true, changes: [{ what: 'changed' }] })
    expect((await page()).people).toHaveLength(count)
    expect((await server.listed(fay)).name).toBe('Fay Reader')
  })
})

async function idOf(label: string): Promise<string> {
  const found = (await page()).people.find((person) => person.label === label)
  if (!found) throw new Error(`There is no ${label}.`)
  return found.id
}

/** A file as it is downloaded, byte by byte. */
async function fetchFile(at: string): Promise<Buffer> {
  const response = await fetch(`http://127.0.0.1:${server.port}${at}`, { headers: { cookie: server.staff } })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[a-z]+\.(csv|xlsx|json)"$/,
  )
  return Buffer.from(await response.arrayBuffer())
}
