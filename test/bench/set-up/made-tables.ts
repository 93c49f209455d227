/** The size of a competition: Race to the Top had 41 applications, 12 panels and 58 reviewers. */
export interface Size {
  readonly applications: number
  readonly panels: number
  readonly reviewers: number
}

/** A competition as files, of nobody in particular. */
export interface MadeTables {
  readonly people: string
  readonly applications: string
  readonly conflicts: string
  /** One for each application, by its id. */
  readonly documents: ReadonlyMap<string, string>
}

const states =
  `Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana
  Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio
  Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Delmarva`.split(
    /\s+/,
  )

/** Makes the files: everybody certifies for everything but for one recusal in every forty answers. */
export function madeTables({ applications, panels, reviewers }: Size): MadeTables {
  const homes = states.slice(0, applications)
  const people = [
    ...numbered('reviewer', reviewers).map((id, at) => [id, 'reviewer', homes[(at * 7) % homes.length]]),
    ...numbered('monitor', panels).map((id) => [id, 'monitor', '']),
    ['official', 'official', ''],
  ]
  const members = people.filter(([, role]) => role === 'reviewer' || role === 'monitor')
  const answers = members.flatMap(([id = ''], person) =>
    homes.map((home, application) => [
      id,
      slug(home),
      (person * 3 + application) % 40 === 0 && person < reviewers ? 'recused' : 'certified',
      'Signed form of May 3',
    ]),
  )
  return {
    people: csv([
      ['Id', 'Role', 'Name', 'E-mail', 'Home State'],
      ...people.map(([id = '', role = '', home = '']) => [
        id,
        role,
        `Name of ${id}`,
        `${id}@panel.example`,
        home,
      ]),
    ]),
    applications: csv([
      ['Id', 'Applicant', 'Home State', 'Requested', 'Received', 'Districts', 'Signatories'],
      ...homes.map((home) => [
        slug(home),
        home,
        home,
        '250000000',
        '2010-06-01 16:15',
        numbered(`${home} district`, 20).join('; '),
        `Governor of ${home}; Chief State school officer of ${home}`,
      ]),
    ]),
    conflicts: csv([['Person', 'Application', 'Answer', 'Basis'], ...answers]),
    documents: new Map(homes.map((home) => [slug(home), narrativeOf(home)])),
  }
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${name}-${at + 1}`)
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
}

function narrativeOf(home: string): string {
  const sentence = `${home} sets out how its districts take part, what they commit to, and what that is to change for students.`
  return [
    `${home}`,
    ...Array.from({ length: 200 }, () => Array.from({ length: 6 }, () => sentence).join(' ')),
  ].join('\n\n')
}
