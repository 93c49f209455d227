import { expect, test } from 'vitest'
import { changed, openTableDesk, told } from './table-desk.ts'

const header = ['Role', 'Name', 'E-mail', 'Organization', 'Home State'] as const

test('TABLE-3 a table of people names whom it adds and how it changes those who are there', () => {
  const desk = openTableDesk()
  const first = desk.bring(
    'people',
    header,
    ['reviewer', 'Ann Reader', 'Ann@Panel.example', 'A university', 'Ohio'],
    ['Panel monitor', 'Mo Lead', 'mo@panel.example', '', ''],
  )
  expect(changed(first)).toEqual([
    '2 new Reviewer 1, Ann Reader: Role  → Reviewer, Label  → Reviewer 1, Name  → Ann Reader, E-mail  → ann@panel.example, Organization  → A university, Home State  → Ohio',
    '3 new Panel monitor 1, Mo Lead: Role  → Panel monitor, Label  → Panel monitor 1, Name  → Mo Lead, E-mail  → mo@panel.example',
  ])
  const second = desk.bring(
    'people',
    header,
    ['reviewer', 'Ann B. Reader', 'ann@panel.example', 'A university', 'Maine'],
    ['monitor', 'Mo Lead', 'mo@panel.example', '', ''],
  )
  expect(changed(second)).toEqual([
    '2 changed Reviewer 1, Ann B. Reader: Name Ann Reader → Ann B. Reader, Home State Ohio → Maine',
  ])
  expect(second.same).toBe(1)
  expect(desk.person('Reviewer 1')?.details?.home).toBe('Maine')
})

test('TABLE-5 people without an id are known by their address; a new id tells nothing of it', () => {
  const desk = openTableDesk()
  desk.bring('people', header, ['reviewer', 'Ann Reader', 'ann@panel.example', null, null])
  const ann = desk.person('Reviewer 1')
  expect(ann?.id).toMatch(/^p-[0-9a-f]{12}$/)
  desk.bring(
    'people',
    ['id', ...header],
    [ann?.id ?? '', 'reviewer', 'Ann Reader', 'new@panel.example', '', ''],
  )
  expect(desk.person('Reviewer 1')?.details?.email).toBe('new@panel.example')
  expect(desk.play.state().people).toHaveLength(2)
  // Somebody else has the first address now.
  desk.bring('people', header, ['reviewer', 'Bea Reader', 'ann@panel.example', '', ''])
  expect(desk.person('Reviewer 2')?.id).not.toBe(ann?.id)
  expect(desk.again('people')).toMatchObject({ changes: [], same: 3 })
})

test('TABLE-5 the first of staff, of whom only the id is known, gets a name by their id', () => {
  const desk = openTableDesk()
  desk.bring(
    'people',
    ['Person id', ...header],
    ['staff-1', 'staff', 'Kim Desk', 'kim@panel.example', '', ''],
  )
  expect(desk.person('Program staff')?.details?.name).toBe('Kim Desk')
})

test('TABLE-2 every row that cannot be taken is named, with its column and why', () => {
  const desk = openTableDesk()
  desk.bring('people', header, ['reviewer', 'Ann Reader', 'ann@panel.example', '', ''])
  const read = desk.look(
    'people',
    ['Id', 'Role', 'Label', 'Name', 'E-mail', 'Organization'],
    ['', 'chair', '', 'Bo', 'bo@panel.example', ''],
    ['', 'reviewer', '', 'Bo', '', ''],
    ['', 'reviewer', '', '', 'cy@panel.example', ''],
    ['', 'reviewer', '', 'Di', 'di.panel.example', ''],
    ['', 'reviewer', '', 'Ed', 'ed@panel.example', ''],
    ['', 'reviewer', '', 'Ed again', 'ED@panel.example', ''],
    ['Not An Id', 'reviewer', '', 'Flo', 'flo@panel.example', ''],
    ['server', 'reviewer', '', 'Gil', 'gil@panel.example', ''],
    ['hal', 'reviewer', '', 'Hal', 'ann@panel.example', ''],
    ['', 'reviewer', 'Reviewer 1', 'Ida', 'ida@panel.example', ''],
    ['', 'reviewer', '', 'Jo', 'jo@panel.example', 'x'.repeat(161)],
    ['', 'reviewer', '', { date: 0 }, 'kay@panel.example', ''],
  )
  expect(told(read)).toEqual([
    '2 Role: “chair” is no role. Roles are reviewer, monitor, staff and official.',
    '3 E-mail: E-mail is empty.',
    '4 Name: Name is empty.',
    '5 E-mail: “di.panel.example” is not an e-mail address.',
    '7 –: It is the same person as in line 6. Each stands there once.',
    '8 Id: “Not An Id” is no id: up to 40 small letters, digits and hyphens.',
    '9 Id: “server” is nobody’s id.',
    '10 E-mail: ann@panel.example is the address of Reviewer 1 as well. Each needs one of their own.',
    '11 Label: “Reviewer 1” would be two people. Each is called differently.',
    '12 Organization: The organization has more than 160 characters.',
    '13 Name: The cell holds a date. Format it as text and write it again.',
  ])
  expect(read.command).toBeNull()
  expect(read.entries).toEqual([])
})

test('TABLE-2 people can exchange addresses, and nobody who is on a panel another role', () => {
  const desk = openTableDesk()
  desk.bring(
    'people',
    header,
    ['reviewer', 'Ann', 'ann@panel.example', '', ''],
    ['reviewer', 'Bo', 'bo@panel.example', '', ''],
  )
  const [ann, bo] = ['Reviewer 1', 'Reviewer 2'].map((label) => desk.person(label)?.id ?? '')
  desk.bring(
    'people',
    ['id', 'role', 'name', 'email'],
    [ann ?? '', 'reviewer', 'Ann', 'bo@panel.example'],
    [bo ?? '', 'reviewer', 'Bo', 'ann@panel.example'],
  )
  expect(desk.person('Reviewer 1')?.details?.email).toBe('bo@panel.example')
  desk.bring('panels', ['Panel', 'Reviewer 1'], ['panel-1', 'Reviewer 1'])
  const read = desk.look('people', ['role', 'name', 'email'], ['monitor', 'Ann', 'bo@panel.example'])
  expect(told(read)).toEqual(['2 Role: Reviewer 1 is on a panel and stays reviewer.'])
})

test('TABLE-1 columns are known by other words, without case, spaces and signs; others are left out, and that is said', () => {
  const desk = openTableDesk()
  const read = desk.look(
    'people',
    ['ROLE', 'full name', 'E_Mail Address', 'Employer', 'state', 'Shoe size'],
    ['reviewer', 'Ann', 'ann@panel.example', 'A school', 'Ohio', 42],
  )
  expect(read.notes).toEqual(['The column “Shoe size” is not known here and was left out.'])
  expect(read.entries[0]).toMatchObject({ name: 'Ann', organization: 'A school', home: 'Ohio' })
})

test('TABLE-2 a header without a column that is needed, or with one twice, is refused as a whole', () => {
  const desk = openTableDesk()
  expect(told(desk.look('people', ['First', 'Last'], ['Ann', 'Reader']))).toEqual([
    '– –: The columns “Role”, “Name” and “E-mail” are missing. The first row names the columns; it has “First”, “Last”.',
  ])
  expect(
    told(desk.look('people', ['Role', 'Name', 'Email', 'E-mail'], ['reviewer', 'Ann', 'a@b.example', ''])),
  ).toEqual(['– –: The column “E-mail” stands there twice: as “E-mail” again.'])
  expect(told(desk.look('people', header))).toEqual([
    '– –: There is nothing below the header. Fill in a row for each.',
  ])
})

test('TABLE-11 the template’s example row is left out, and that is said', () => {
  const desk = openTableDesk()
  const read = desk.look(
    'people',
    ['Id', 'Role', 'Name', 'E-mail'],
    ['example-row', 'reviewer', 'Given name and surname', 'name@panel.example'],
    ['', 'reviewer', 'Ann', 'ann@panel.example'],
  )
  expect(read.notes).toEqual(['The template’s example in line 2 was left out.'])
  expect(read.changes).toHaveLength(1)
})
