import { describe, expect, test } from 'vitest'
import { changed, openTableDesk, told, type TableDesk } from './table-desk.ts'

/** Four reviewers, a monitor and an official; Maine, Ohio and Iowa. */
function peopled(): TableDesk {
  const desk = openTableDesk()
  const people = ['Ann', 'Bo', 'Cy', 'Di'].map((name) => ['reviewer', name, `${name}@panel.example`])
  desk.bring(
    'people',
    ['Role', 'Name', 'E-mail'],
    ...people,
    ['monitor', 'Mo', 'mo@panel.example'],
    ['official', 'Al', 'al@panel.example'],
  )
  desk.bring('applications', ['Applicant'], ['Maine'], ['Ohio'], ['Iowa'])
  return desk
}

describe('panels', () => {
  test('TABLE-3 are drafted a row for each, with people by label, address or name', () => {
    const desk = peopled()
    const read = desk.bring(
      'panels',
      ['Panel', 'Title', 'Monitor', 'Reviewer 1', 'Reviewer 2', 'Applications'],
      ['panel-1', 'Panel 1', 'Mo', 'bo@panel.example', 'Reviewer 1', 'Maine; OHIO'],
      ['Panel 2', '', '', 'Cy', '', ''],
    )
    expect(changed(read)).toEqual([
      '2 new Panel 1: Title  → Panel 1, Monitor  → Panel monitor 1, Reviewers  → Reviewer 2; Reviewer 1, Applications  → Maine; Ohio',
      '3 new Panel 2: Title  → Panel 2, Reviewers  → Reviewer 3',
    ])
    expect(desk.play.state().setUp.draft?.places).toEqual({ maine: 'panel-1', ohio: 'panel-1' })
    const second = desk.bring('panels', ['Panel', 'Reviewer 1'], ['panel-2', 'Reviewer 4'])
    expect(changed(second)).toEqual(['2 changed Panel 2: Reviewers Reviewer 3 → Reviewer 4'])
    expect(desk.play.state().setUp.draft?.panels.map(({ id }) => id)).toEqual(['panel-1', 'panel-2'])
    expect(desk.play.state().setUp.draft?.places).toEqual({ maine: 'panel-1', ohio: 'panel-1' })
  })

  test('TABLE-2 with people, applications or roles that are not there, or twice, are named', () => {
    const read = peopled().look(
      'panels',
      ['Panel', 'Monitor', 'Reviewer 1', 'Reviewer 2', 'Applications'],
      ['panel-1', 'Ann', 'Mo', 'Nobody', 'Mars'],
      ['panel-2', '', 'Ann', 'Reviewer 1', 'Maine'],
      ['panel-3', '', 'Ann', '', 'Maine; Ohio'],
      ['panel-4', '', '', '', 'Ohio'],
      ['Panel 4', '', '', '', ''],
      ['', '', 'Ann', '', ''],
      ['???', '', 'Ann', '', ''],
    )
    expect(told(read)).toEqual([
      '2 Monitor: Reviewer 1 is no panel monitor.',
      '2 Reviewer 1: Panel monitor 1 is no reviewer.',
      '2 Reviewer 2: There is nobody called “Nobody”. Add them under People first, or use their label, e-mail address or id.',
      '2 Applications: There is no application “Mars”.',
      '3 Reviewer 2: Reviewer 1 has two seats on the panel.',
      '5 Applications: Ohio is on the panel in line 4 already.',
      '6 Panel: The panel stands in line 5 already.',
      '7 Panel: Panel is empty.',
      '8 Panel: “???” cannot be an id. Use letters and digits, as panel-1.',
    ])
  })
})

describe('conflicts', () => {
  const header = ['Person', 'Application', 'Answer', 'Basis'] as const

  test('TABLE-3 are recorded from paper; who has answered the same stays as they are', () => {
    const desk = peopled()
    const rows = [
      ['Reviewer 1', 'Maine', 'certified', 'Form of May 3'],
      ['bo@panel.example', 'maine', 'Recused', 'Works there'],
      ['Cy', 'Ohio', 'Not sure', 'Married to a consultant'],
    ] as const
    expect(changed(desk.bring('conflicts', header, ...rows))).toEqual([
      '2 new Reviewer 1, Maine: Answer  → certified, Basis  → Form of May 3',
      '3 new Reviewer 2, Maine: Answer  → recused, Basis  → Works there',
      '4 new Reviewer 3, Ohio: Answer  → not sure, Basis  → Married to a consultant',
    ])
    const [, , third] = rows
    const person = desk.person('Reviewer 3')?.id ?? ''
    desk.play.must('staff-1', {
      kind: 'declaration.decide',
      application: 'ohio',
      person,
      outcome: 'cleared',
      reason: 'Left in 2008',
    })
    expect(desk.look('conflicts', header, ...rows)).toMatchObject({ same: 3, changes: [], command: null })
    const changedNow = desk.look('conflicts', header, ['Reviewer 1', 'Maine', 'recused', 'Told us'], third)
    expect(changed(changedNow)).toEqual([
      '2 changed Reviewer 1, Maine: Answer certified → recused, Basis  → Told us',
    ])
  })

  test('TABLE-2 of nobody, of nothing, with no answer or against what staff decide, are named', () => {
    const desk = peopled()
    desk.bring(
      'conflicts',
      header,
      ['Ann', 'Maine', 'recused', 'Works there'],
      ['Bo', 'Maine', 'not sure', 'Asks'],
    )
    const read = desk.look(
      'conflicts',
      header,
      ['Zoe', 'Maine', 'certified', 'x'],
      ['Ann', 'Mars', 'certified', 'x'],
      ['Cy', 'Maine', 'perhaps', 'x'],
      ['Cy', 'Maine', 'certified', ''],
      ['Ann', 'Maine', 'certified', 'x'],
      ['Bo', 'Maine', 'certified', 'x'],
      ['Di', 'Ohio', 'certified', 'x'],
      ['Di', 'Ohio', 'recused', 'x'],
    )
    expect(told(read)).toEqual([
      '2 Person: There is nobody called “Zoe”. Add them under People first, or use their label, e-mail address or id.',
      '3 Application: There is no application “Mars”.',
      '4 Answer: “perhaps” is no answer. Answers are certified, recused and not sure.',
      '5 Basis: Basis is empty.',
      '6 Answer: Reviewer 1 is recused from Maine; staff alone undo that, under Conflicts.',
      '7 Answer: Reviewer 2 has asked staff about Maine. Decide that under Conflicts.',
      '9 –: It is the same answer as in line 8. Each stands there once.',
    ])
  })

  test('TABLE-2 ten thousand rows are read at once, and one more is refused', () => {
    const desk = peopled()
    const rows = Array.from({ length: 10_001 }, () => ['Ann', 'Maine', 'certified', 'x'])
    expect(told(desk.look('conflicts', header, ...rows))).toEqual([
      '– –: The file has 10,001 rows; up to 10,000 can be taken at once. Split it.',
    ])
    expect(told(desk.look('conflicts', header, ...rows.slice(1)))).toHaveLength(9_999)
  })
})
