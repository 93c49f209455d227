import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openSqliteLog } from '../../server/log/sqlite-log.ts'
import { draftsIn, readingOf } from '../harness/documents.ts'
import { importCli, layFiles, type CliEnded } from '../harness/import-cli.ts'
import { readJournal } from '../harness/read-journal.ts'
import { signIn } from '../harness/running-server.ts'
import { startProcess } from '../harness/server-process.ts'

/** A folder with the files, and one in which a server has run and been stopped. */
let laid: string
let used: string

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-cli-'))
  used = path.join(folder, 'data')
  expect(await (await startProcess(used)).stop()).toBe(0)
  laid = await layFiles(path.join(folder, 'laid'))
})
afterAll(() => rmSync(path.dirname(laid), { recursive: true, force: true }))

/** A copy of the data folder, for the one test. */
function dataOfOwn(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(used, folder, { recursive: true })
  return folder
}

function cli(data: string, ...args: readonly string[]): Promise<CliEnded> {
  return importCli(['--data', data, ...args], { at: laid })
}

/** What the log and the folder of files hold. */
async function contentOf(data: string) {
  const log = await openSqliteLog({ folder: data, onFailure: (failure) => console.error(failure) })
  const journal = await readJournal(log)
  await log.close()
  return { journal, files: readdirSync(path.join(data, 'files')).toSorted() }
}

test('DOC-17 files are added in order from the command line, each with a sentence, in the name of staff', async () => {
  const data = dataOfOwn()
  const names = ['plan.pdf', 'plan.docx', 'plan.rtf', 'plan.txt', 'plan.md', 'long.pdf']
  const { code, out, err } = await cli(data, '--application', 'maine', ...names)
  expect({ code, err }).toEqual({ code: 0, err: [] })
  expect(out.filter((line) => / is added /.test(line))).toEqual([
    'plan.pdf is added as “plan” (narrative).',
    'plan.docx is added as “plan” (appendix).',
    'plan.rtf is added as “plan” (appendix).',
    'plan.txt is added as “plan” (appendix).',
    'plan.md is added as “(A)(1) What the State plans” (appendix).',
    'long.pdf is added as “long” (appendix).',
  ])
  expect(out.filter((line) => line.startsWith('long.pdf: read'))).toContain(
    'long.pdf: read 50 percent of 40 pages',
  )
  const { journal } = await contentOf(data)
  expect(journal.slice(-6).map(({ kind, by }) => [kind, by])).toEqual(
    names.map(() => ['document.added', 'staff']),
  )
  expect(draftsIn(path.join(data, 'files'))).toEqual([])

  const server = await startProcess(data)
  onTestFinished(server.kill)
  const { documents, places } = await readingOf(server.port, await signIn(server.port, 'staff'))
  expect(documents.map(({ type }) => type)).toEqual([
    'digest',
    'pdf',
    'docx',
    'rtf',
    'text',
    'markdown',
    'pdf',
  ])
  expect(places['(A)(1)']?.document).not.toBe(documents[0]?.id)
})

test('DOC-17 one file is added with a title and a kind; the same again is said to be there', async () => {
  const data = dataOfOwn()
  const args = ['--application', 'maine', '--kind', 'budget', '--title', 'The budget', 'plan.txt']
  expect((await cli(data, ...args)).out).toContain('plan.txt is added as “The budget” (budget).')
  const before = await contentOf(data)
  const again = await cli(data, '--application', 'maine', 'plan.txt')
  expect(again.code).toBe(0)
  expect(again.out).toContain('plan.txt was there already, as “The budget” (budget).')
  expect(await contentOf(data)).toEqual(before)
})

test('DOC-17 a file that is refused has its sentence and the others are added; the command ends with 1', async () => {
  const data = dataOfOwn()
  const names = ['empty.txt', 'plan.txt', 'locked.pdf', 'none.pdf']
  const { code, out, err } = await cli(data, '--application', 'maine', ...names)
  expect(code).toBe(1)
  expect(out).toContain('plan.txt is added as “plan” (narrative).')
  expect(err).toEqual([
    expect.stringMatching(/^empty\.txt is empty\./),
    expect.stringMatching(/^locked\.pdf is protected by a password\./),
    'There is no file none.pdf.',
  ])
  expect((await contentOf(data)).journal.at(-1)).toMatchObject({ kind: 'document.added' })
})

test('DOC-18 where a server is running the command says so, and changes nothing', async () => {
  const data = dataOfOwn()
  const server = await startProcess(data)
  const { code, out, err } = await cli(data, '--application', 'maine', 'plan.txt')
  expect({ code, out, err }).toEqual({
    code: 1,
    out: [],
    err: [
      `A server is running on the data folder ${data}. Add the files on the application’s page, or stop the server first.`,
    ],
  })
  expect(await server.stop()).toBe(0)
  expect((await contentOf(data)).journal.some(({ kind }) => kind === 'document.added')).toBe(false)
})

test('DOC-18 where no server has been the command says so, and makes nothing', async () => {
  const data = path.join(laid, 'nowhere')
  const { code, err } = await cli(data, '--application', 'maine', 'plan.txt')
  expect({ code, err }).toEqual({
    code: 1,
    err: [
      `There is no log in the folder ${data}. Name its folder with --data, or start the server once: npm start`,
    ],
  })
  expect(readdirSync(laid)).not.toContain('nowhere')
})

const usage =
  /^Say to which application, and which files: npm run import -- --application maine narrative\.pdf/
const wrong: readonly (readonly [what: string, args: readonly string[], sentence: RegExp])[] = [
  ['no application', ['plan.txt'], usage],
  ['no file', ['--application', 'maine'], usage],
  ['a flag that there is not', ['--application', 'maine', '--name', 'x', 'plan.txt'], usage],
  [
    'an application that there is not',
    ['--application', 'ohio', 'plan.txt'],
    /“ohio”.*missouri, massachusetts, maine\.$/,
  ],
  [
    'a kind that there is not',
    ['--application', 'maine', '--kind', 'letter', 'plan.txt'],
    /^There is no kind “letter”\./,
  ],
  [
    'one title for two files',
    ['--application', 'maine', '--title', 'T', 'plan.txt', 'plan.md'],
    /^A title names one file/,
  ],
  [
    'a title that is too long',
    ['--application', 'maine', '--title', 'x'.repeat(121), 'plan.txt'],
    /up to 120 characters/,
  ],
]

test.each(wrong)(
  'DOC-18 with %s the command says what there is, and changes nothing',
  async (_what, args, sentence) => {
    const before = await contentOf(used)
    const { code, out, err } = await cli(used, ...args)
    expect({ code, out, err }).toEqual({ code: 1, out: [], err: [expect.stringMatching(sentence)] })
    expect(await contentOf(used)).toEqual(before)
  },
)
