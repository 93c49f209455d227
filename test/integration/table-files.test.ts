import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { readTableFile } from '../../server/set-up/tables/read-table-file.ts'
import { childrenOf } from '../harness/children-of.ts'
import { until } from '../harness/until.ts'
import { workbook } from './table-sheets.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'panelroom-tables-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0

/** What is read of a file. */
async function read(
  name: string,
  content: string | Uint8Array,
  limits: Parameters<typeof readTableFile>[1] = {},
) {
  const file = path.join(folder, String((files += 1)))
  writeFileSync(file, content)
  return readTableFile({ path: file, name }, limits)
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
const fault = (sentence: string, line: number | null = null) => [{ line, column: null, sentence }]

describe('CSV', () => {
  test.each([
    ['commas', ',', ''],
    ['semicolons', ';', ''],
    ['tabs', '\t', ''],
    ['a byte order mark', ',', '\ufeff'],
  ])(
    'TABLE-1 with %s is rows of cells, each with the line in which it begins',
    async (_, separator, mark) => {
      const lines = [
        ['Name', 'Organization'],
        ['"Ann ""A"" Reader"', '"School\nof Law, Maine; Ohio"'],
        ['', ''],
        ['Zoë', 'x'],
      ]
      const text = mark + lines.map((line) => line.join(separator)).join('\r\n')
      expect(await read('people.csv', text)).toEqual({
        kind: 'csv',
        encoding: null,
        header: ['Name', 'Organization'],
        rows: [
          { line: 2, cells: ['Ann "A" Reader', 'School\nof Law, Maine; Ohio'] },
          { line: 5, cells: ['Zoë', 'x'] },
        ],
      })
    },
  )

  test('TABLE-1 in Windows-1252 or UTF-16 is read, and said to be', async () => {
    expect(await read('a.csv', latin1('Name\nZo\xeb'))).toMatchObject({
      encoding: 'Windows-1252',
      rows: [{ cells: ['Zoë'] }],
    })
    expect(await read('a.txt', Buffer.from('\ufeffName\tX\nZoë\t1', 'utf16le'))).toMatchObject({
      encoding: 'UTF-16',
      rows: [{ cells: ['Zoë', '1'] }],
    })
  })

  test.each([
    [
      'never closed',
      'a,b\n1,2\n1,"2\n3,4',
      'A quotation mark (") is opened in this row and never closed. Close it, or write it twice where it is meant.',
    ],
    [
      'closed too early',
      'a,b\n1,2\n1,"2"x',
      'Something stands after a closing quotation mark ("). Write a quotation mark twice where it is meant.',
    ],
    [
      'in the middle',
      'a,b\n1,2\n1,2"x"',
      'A quotation mark (") stands in the middle of a cell. Put the whole cell in quotation marks and write it twice.',
    ],
  ])('TABLE-2 with a quotation mark %s is refused with the line', async (_, text, sentence) => {
    expect(await read('a.csv', text)).toEqual(fault(sentence, 3))
  })
})

describe('JSON', () => {
  test('TABLE-1 is a list of objects whose keys are the columns; a list of texts is lines of a cell', async () => {
    const entries = [{ Name: 'Ann' }, { Organization: ['A', 'B'], Name: 3 }]
    expect(await read('people.json', JSON.stringify(entries))).toEqual({
      kind: 'json',
      encoding: null,
      header: ['Name', 'Organization'],
      rows: [
        { line: 1, cells: ['Ann'] },
        { line: 2, cells: [3, 'A\nB'] },
      ],
    })
  })

  test('TABLE-2 that is broken, no list, or no list of objects is refused', async () => {
    expect(await read('a.json', '[{"a": 1},\n{]')).toEqual(fault('The file is no JSON; it breaks in line 2.'))
    expect(await read('a.json', '{"a": 1}')).toEqual(
      fault('The file holds no list. It begins with [ and has an object for each row.'),
    )
    expect(await read('a.json', '[{"a": 1}, 2, {"b": {}}]')).toEqual([
      { line: 2, column: null, sentence: 'The entry is no object with a value for each column.' },
      { line: 3, column: 'b', sentence: 'It holds neither a text nor a number.' },
    ])
  })
})

describe('XLSX', () => {
  test('TABLE-12 has dates and numbers as Excel stores them, and its first sheet alone is read', async () => {
    const at = new Date(Date.UTC(2010, 5, 1, 16, 15))
    const sheet = await workbook([
      ['Applicant', 'Requested', 'Received'],
      ['Maine', 75_000_000, at],
      [],
      ['=1+1', null, null],
    ])
    expect(await read('applications.xlsx', sheet)).toEqual({
      kind: 'xlsx',
      encoding: null,
      header: ['Applicant', 'Requested', 'Received'],
      rows: [
        { line: 2, cells: ['Maine', 75_000_000, { date: at.getTime() }] },
        { line: 4, cells: ['=1+1', null, null] },
      ],
    })
  })

  test('TABLE-1 of ten thousand rows is read', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [
      `Person ${at}`,
      `p${at}@panel.example`,
      'x'.repeat(80),
      at,
    ])
    expect(await read('people.xlsx', await workbook([['a', 'b', 'c', 'd'], ...rows]))).toHaveProperty(
      'rows.length',
      10_000,
    )
  })

  test('TABLE-2 with a formula that was never computed is refused with the cell', async () => {
    const sheet =
      '<c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2" t="str"><f>B1</f></c>'
    expect(await read('a.xlsx', archive({ sheet }))).toEqual([
      {
        line: 2,
        column: 'A',
        sentence:
          'The cell holds a formula without a result. Open the file in Excel and save it, or write the value itself.',
      },
    ])
    const computed = sheet.replace('</f>', '</f><v>=kept as text</v>')
    expect(await read('a.xlsx', archive({ sheet: computed }))).toMatchObject({
      rows: [{ cells: ['=kept as text'] }],
    })
  })
})

describe('a file that is no table', () => {
  test.each([
    ['empty.csv', '', 'empty.csv is empty.'],
    ['blank.csv', ' \r\n', 'blank.csv is empty.'],
    ['plan.csv', '%PDF-1.7\n', 'plan.csv is a PDF. CSV, Excel (XLSX) and JSON can be taken.'],
    [
      'plan.csv',
      Buffer.from([1, 2, 3, 0, 4]),
      'plan.csv is no table. CSV, Excel (XLSX) and JSON can be taken.',
    ],
    [
      'old.xls',
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${Buffer.from('Workbook', 'utf16le').toString('latin1')}`,
      'old.xls is an Excel workbook of the old kind (XLS). CSV, Excel (XLSX) and JSON can be taken.',
    ],
    [
      'locked.xlsx',
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${Buffer.from('EncryptedPackage', 'utf16le').toString('latin1')}`,
      'locked.xlsx is protected by a password. Save a copy that opens without one.',
    ],
    [
      'cut.xlsx',
      'PK\x03\x04 and no more',
      'cut.xlsx cannot be read: it is damaged or not whole. Open it where it was made and save it again.',
    ],
    [
      'people.html',
      '<!doctype html><table>',
      'people.html is a web page (HTML). CSV, Excel (XLSX) and JSON can be taken.',
    ],
  ])('TABLE-2 is refused: %s', async (name, content, sentence) => {
    const bytes = typeof content === 'string' ? latin1(content) : content
    expect(await read(name, bytes)).toEqual(fault(sentence))
  })

  test('TABLE-2 has more rows or columns than any table', async () => {
    expect(await read('a.csv', 'a\n'.repeat(10_003))).toEqual(
      fault('The file has 10,002 rows; up to 10,000 can be taken at once. Split it.'),
    )
    expect(await read('a.csv', `a${','.repeat(100)}`)).toEqual(
      fault('The file has more than 100 columns. Is it the right one?'),
    )
  })
})

describe('a hostile file', () => {
  const tooLarge = fault(
    'bomb.xlsx unpacks to more than 48 MB, or cannot be unpacked. Copy the table into a new workbook and save that.',
  )

  test('TABLE-7 a workbook that unpacks to gigabytes is refused, whatever it declares', async () => {
    const bomb = archive({ sheet: '', more: { 'xl/worksheets/more.xml': new Uint8Array(120 * 1024 * 1024) } })
    expect(await read('bomb.xlsx', bomb)).toEqual(tooLarge)
    expect(await read('bomb.xlsx', declaring(bomb, 120 * 1024 * 1024, 1_000))).toEqual(tooLarge)
  })

  test('TABLE-7 a sheet with one cell at the far end, or that takes too long, ends its own process and nothing else', async () => {
    const gaveUp = fault(
      'far.xlsx takes too long or too much memory to read, and was given up. Copy the table into a new workbook, or save it as CSV.',
    )
    const cells = Array.from(
      { length: 4_000 },
      (_, at) => `</row><row r="${at + 2}"><c r="XFD${at + 2}" t="n"><v>1</v></c>`,
    )
    const far = archive({ sheet: cells.join('') })
    expect(await read('far.xlsx', far, { limits: { heapBytes: 64 * 1024 * 1024 } })).toEqual(gaveUp)
    const slow = await read('far.xlsx', 'a,b\n1,2', { limits: { wallMs: 1 } })
    expect(slow).toEqual(gaveUp)
    await until('every process has ended', () => childrenOf(process.pid).length === 0)
  })
})

/** A workbook of one sheet whose first row goes on with this. */
function archive({ sheet, more = {} }: { readonly sheet: string; readonly more?: Zippable }): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData><row r="1">${sheet}</row></sheetData></worksheet>`,
  }
  const encoded = Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)] as const)
  return zipSync({ ...Object.fromEntries(encoded), ...more })
}

/** The same archive, saying another size. */
function declaring(bytes: Uint8Array, size: number, said: number): Uint8Array {
  const lying = Buffer.from(bytes)
  const [sought, put] = [Buffer.alloc(4), Buffer.alloc(4)]
  sought.writeUInt32LE(size)
  put.writeUInt32LE(said)
  for (let at = lying.indexOf(sought); at >= 0; at = lying.indexOf(sought, at + 4)) put.copy(lying, at)
  return lying
}
