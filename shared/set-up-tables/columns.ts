/** The tables that staff can bring in as a file, and take out as one. */
export const tableNames = ['people', 'applications', 'panels', 'conflicts', 'amounts'] as const
export type TableName = (typeof tableNames)[number]

/** A column as it stands in templates. Headers are compared without case, spaces and signs. */
export interface Column {
  readonly key: string
  readonly title: string
  /** What else people call it. */
  readonly also: readonly string[]
  /** Whether a file without it cannot be taken. */
  readonly required: boolean
  /** What the template's example row holds. */
  readonly example: string
  /** What stands in it, for whoever fills it in. */
  readonly note: string
}

export interface Table {
  readonly name: TableName
  readonly title: string
  readonly columns: readonly Column[]
}

/** What the first column of a template's example row holds: such a row is left out of every import. */
export const exampleMark = 'example-row'

const list = 'One name a line, or names with semicolons between them.'

const column = (
  key: string,
  title: string,
  { also = [], required = false, example = '', note }: Partial<Column> & Pick<Column, 'note'>,
): Column => ({ key, title, also, required, example, note })

const home = column('home', 'Home State', {
  also: ['State', 'Home', 'Region', 'Country'],
  example: 'Ohio',
  note: 'The State or region: nobody reads an application from their own.',
})
const requested = (required: boolean): Column =>
  column('requested', 'Requested', {
    also: ['Amount', 'Amount requested', 'Requested amount', 'Budget', 'Dollars'],
    required,
    example: '250000000',
    note: 'Whole dollars, with or without $ and commas.',
  })
const application = column('application', 'Application', {
  also: ['Applicant', 'Application id'],
  required: true,
  example: exampleMark,
  note: 'The id or the applicant.',
})
const seats = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export const tables: Readonly<Record<TableName, Table>> = {
  people: {
    name: 'people',
    title: 'People',
    columns: [
      column('id', 'Id', {
        also: ['Person', 'Person id'],
        example: exampleMark,
        note: 'Up to 40 small letters, digits and hyphens. May be left out: people are then known by their e-mail address.',
      }),
      column('role', 'Role', {
        required: true,
        example: 'reviewer',
        note: 'reviewer, monitor, staff or official.',
      }),
      column('label', 'Label', {
        also: ['Called'],
        example: 'Reviewer 1',
        note: 'What pages call them. May be left out: reviewers are then numbered.',
      }),
      column('name', 'Name', {
        also: ['Full name', 'Reviewer name'],
        required: true,
        example: 'Given name and surname',
        note: 'Known to staff alone.',
      }),
      column('email', 'E-mail', {
        also: ['E-mail address', 'Mail', 'Email address'],
        required: true,
        example: 'name@panel.example',
        note: 'Where the invitation goes. Each person has one of their own.',
      }),
      column('organization', 'Organization', {
        also: ['Organisation', 'Employer', 'Institution', 'Affiliation'],
        example: 'A university',
        note: 'Nobody reads an application of their own organization.',
      }),
      home,
    ],
  },
  applications: {
    name: 'applications',
    title: 'Applications',
    columns: [
      column('id', 'Id', {
        also: ['Application id', 'Application', 'Number', 'Application number'],
        example: exampleMark,
        note: 'Up to 40 small letters, digits and hyphens. May be left out: it is then made from the applicant.',
      }),
      column('applicant', 'Applicant', {
        also: ['Name', 'Applicant name', 'Organization'],
        required: true,
        example: 'State of Ohio',
        note: 'What pages call the application.',
      }),
      home,
      requested(false),
      column('received', 'Received', {
        also: ['Date received', 'Received at', 'Submitted', 'Date'],
        example: '2010-06-01 16:15',
        note: 'Date and time in the competition’s time zone: 2010-06-01 16:15, or 6/1/2010 4:15 PM.',
      }),
      column('districts', 'Districts', { also: ['LEAs', 'School districts'], example: '', note: list }),
      column('partners', 'Partners', { also: ['Partner'], note: list }),
      column('consultants', 'Consultants', { also: ['Consultant'], note: list }),
      column('signatories', 'Signatories', { also: ['Signatory', 'Signers'], note: list }),
    ],
  },
  panels: {
    name: 'panels',
    title: 'Panels',
    columns: [
      column('panel', 'Panel', {
        also: ['Panel id', 'Number'],
        required: true,
        example: exampleMark,
        note: 'One row for each panel: its id, as panel-1.',
      }),
      column('title', 'Title', {
        also: ['Panel title', 'Name'],
        example: 'Panel 1',
        note: 'What pages call it. May be left out.',
      }),
      column('monitor', 'Monitor', {
        also: ['Panel monitor', 'Lead'],
        example: 'Panel monitor 1',
        note: 'Label, e-mail address or id of a panel monitor.',
      }),
      ...seats.map((seat) =>
        column(`reviewer${seat}`, `Reviewer ${seat}`, {
          also: [`Seat ${seat}`],
          example: seat <= 5 ? `Reviewer ${seat}` : '',
          note: 'Label, e-mail address or id of a reviewer.',
        }),
      ),
      column('applications', 'Applications', {
        also: ['Reads', 'Applicants'],
        note: 'Applicants or ids with semicolons between them. Without this column it stays as it is.',
      }),
    ],
  },
  conflicts: {
    name: 'conflicts',
    title: 'Conflicts',
    columns: [
      column('person', 'Person', {
        also: ['Reviewer', 'Who', 'E-mail'],
        required: true,
        example: exampleMark,
        note: 'Label, e-mail address or id.',
      }),
      { ...application, example: 'Ohio' },
      column('answer', 'Answer', {
        also: ['Conflict', 'Status'],
        required: true,
        example: 'certified',
        note: 'certified, recused or not sure.',
      }),
      column('basis', 'Basis', {
        also: ['Reason', 'Source', 'Note'],
        required: true,
        example: 'Signed form of May 3',
        note: 'Where the answer stands, or why.',
      }),
    ],
  },
  amounts: { name: 'amounts', title: 'Requested amounts', columns: [application, requested(true)] },
}

/** The table of a name; undefined where there is none. */
export function tableNamed(name: string): Table | undefined {
  const found = tableNames.find((each) => each === name)
  return found && tables[found]
}
