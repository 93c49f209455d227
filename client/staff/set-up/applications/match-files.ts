import type { SetUpApplication } from '../../../../shared/competition/set-up-page.ts'
import type { PlacedFile } from '../tables/dropped-files.ts'

type Application = Pick<SetUpApplication, 'id' | 'applicant' | 'review'>

/** A file with the application that it belongs to, or why that cannot be told. */
export interface MatchedFile extends PlacedFile {
  /** Its id; null where none fits, or several do. */
  readonly application: string | null
  readonly why: 'folder' | 'name' | 'none' | 'several'
}

/** Which application each file belongs to: the one that a folder of it is called by, the innermost first, else the one that its name begins with. */
export function matchFiles(
  files: readonly PlacedFile[],
  applications: readonly Application[],
): readonly MatchedFile[] {
  const keys = applications.flatMap(({ id, applicant }) =>
    [...new Set([id, plain(applicant)])].filter((key) => key !== '').map((key) => ({ id, key })),
  )
  return files.filter(({ file }) => !isLeftBySystem(file.name)).map((file) => matched(file, keys))
}

/** What systems leave in folders, and nobody means to send. */
export function isLeftBySystem(name: string): boolean {
  return /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i.test(name)
}

interface Key {
  readonly id: string
  readonly key: string
}

function matched(file: PlacedFile, keys: readonly Key[]): MatchedFile {
  const folders = file.path.split('/').slice(0, -1).toReversed()
  for (const folder of folders) {
    const found = longest(plain(folder), keys)
    if (found.length > 0) return decided(file, found, 'folder')
  }
  return decided(file, longest(plain(file.file.name.replace(/\.[^.]*$/, '')), keys), 'name')
}

/** The applications whose id or applicant a name begins with, by the longest of those: “West Virginia budget” is no Virginia’s. */
function longest(name: string, keys: readonly Key[]): readonly string[] {
  const found = keys.filter(({ key }) => name === key || name.startsWith(`${key}-`))
  const most = Math.max(0, ...found.map(({ key }) => key.length))
  return [...new Set(found.filter(({ key }) => key.length === most).map(({ id }) => id))]
}

function decided(
  file: PlacedFile,
  [first, ...others]: readonly string[],
  why: 'folder' | 'name',
): MatchedFile {
  if (first === undefined) return { ...file, application: null, why: 'none' }
  return others.length === 0
    ? { ...file, application: first, why }
    : { ...file, application: null, why: 'several' }
}

/** As names are compared: without accents, case and signs, words with hyphens between them. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
}
