import type { DocumentText } from '../application/document-text.ts'
import { announcesDefinitions } from './notice-roles.ts'
import { termsInTable } from './notice-tables.ts'
import { asUsed, termAt, termHeaded, termsWithin, type DefinedTerm } from './notice-terms.ts'
import { turnsAt, upToStop, withoutHeadings } from './notice-trim.ts'
import { phraseOf, unitsOf, type Unit } from './notice-units.ts'
import type { NoticeWords } from './words.ts'

/** Units that stand under one heading of definitions, or between two such. */
interface Scope {
  readonly units: Unit[]
  readonly defines: boolean
  /** The level of its heading, where the file knows it as one. */
  readonly level: number | null
}

/** So many "X means …" show how a section words its definitions; what else has a colon there is none. */
const fewMeans = 2

/** The definitions of a document in order, each from the term to the last word that defines it. */
export function definitionsIn(id: string, document: DocumentText): NoticeWords['definitions'] {
  const { text } = document
  const found: NoticeWords['definitions'] = []
  const add = (term: string, start: number, end: number): void => {
    const until = start + text.slice(start, end).trimEnd().length
    found.push({ term: asUsed(term, text).slice(0, 120), span: { document: id, start, end: until } })
  }
  for (const scope of scopesOf(unitsOf(document))) {
    const { units, defines } = scope
    const heads = headsOf(scope)
    for (const [at, unit] of units.entries()) {
      if (unit.kind === 'table')
        for (const { term, line } of termsInTable(unit, defines)) add(term, line.start, line.end)
      const head = heads[at]
      if (!head) continue
      const several = termsWithin(unit)
      if (several.length > 1)
        for (const [index, { term, start }] of several.entries())
          add(term, start, several[index + 1]?.start ?? unit.end)
      else add(head.term, head.start, endOf(scope, heads, at))
    }
  }
  return found
}

function endOf({ units, defines }: Scope, heads: readonly (DefinedTerm | null)[], at: number): number {
  const next = heads.findIndex((head, index) => index > at && head !== null)
  const own = units.slice(at, next < 0 ? undefined : next)
  const table = own.findIndex(({ kind }) => kind === 'table')
  const before = table < 0 ? own : own.slice(0, table)
  const kept = withoutHeadings(
    next >= 0 && defines ? upToTurn(before) : upToStop(before, units[at]?.kind === 'heading'),
    () => false,
  )
  return kept.at(-1)?.end ?? 0
}

/** Another definition may come after something else that stands between: a section of "X means …" need not have ended in a heading. */
function upToTurn(units: readonly Unit[]): readonly Unit[] {
  const turn = units.findIndex((unit, at) => at > 0 && turnsAt(unit))
  return turn < 0 ? units : units.slice(0, turn)
}

function headsOf({ units, defines, level }: Scope): readonly (DefinedTerm | null)[] {
  const said = units.map((unit) =>
    unit.kind === 'table' ? null : (termAt(unit, defines) ?? termsWithin(unit)[0] ?? null),
  )
  if (!defines || said.filter((term) => term !== null).length >= fewMeans) return said
  return said.map((term, at) => {
    const unit = units[at]
    return term ?? (at > 0 && unit && unit.kind !== 'table' ? termHeaded(unit, level) : null)
  })
}

function scopesOf(units: readonly Unit[]): readonly Scope[] {
  const scopes: Scope[] = [{ units: [], defines: false, level: null }]
  for (const unit of units) {
    const now = scopes.at(-1)
    const phrase = phraseOf(unit)
    const announced = phrase !== null && announcesDefinitions(phrase.words)
    const ends =
      unit.kind === 'heading' &&
      now?.defines === true &&
      (now.level === null || (unit.level ?? 0) <= now.level)
    if (announced) scopes.push({ units: [unit], defines: true, level: unit.level })
    else if (ends) scopes.push({ units: [unit], defines: false, level: null })
    else now?.units.push(unit)
  }
  return scopes
}
