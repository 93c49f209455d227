import type { DocumentText } from '../application/document-text.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { definitionsIn } from './notice-definitions.ts'
import { namesOf } from './notice-names.ts'
import { piecesOf, type Piece } from './notice-pieces.ts'
import type { Role } from './notice-roles.ts'
import { rowFinder } from './notice-rows.ts'
import { repeats, statementsOf } from './notice-statements.ts'
import type { NoticeWords, Span } from './words.ts'

interface Source {
  readonly id: string
  readonly text: DocumentText
}

/** As many as `NoticeWords` holds. */
const mostSpans = 20
const mostDefinitions = 400

/**
 * Proposes what a notice (its documents in their order) says of each row, criterion and priority of the rubric: its wording, the
 * guidance for reviewers, the evidence asked for, and its definitions. An item that is not found has no spans. Goes by the
 * numbers and titles of the rubric, by headings such as "Reviewer guidance" or "Evidence for (A)(1)", and by tables.
 */
export function proposeWords(documents: readonly Source[], rubric: Rubric): NoticeWords {
  const names = namesOf(rubric)
  const rowsIn = rowFinder(rubric)
  const pieces = documents.flatMap(({ text }, document) => piecesOf(document, text, names))
  const statements = statementsOf(pieces, names)
  const stated = new Set(statements.values())
  const words: NoticeWords = { passages: {}, guidance: {}, evidence: {}, definitions: [] }

  const put = (role: Role, id: string | undefined, span: Span): void => {
    if (id === undefined || span.end <= span.start) return
    const spans = (words[role][id] ??= [])
    const twice = spans.some(
      (own) => own.document === span.document && own.start <= span.start && own.end >= span.end,
    )
    if (!twice && spans.length < mostSpans) spans.push(span)
  }
  const putPiece = (role: Role, piece: Piece): void => {
    const { id: document } = documents[piece.document] ?? {}
    const [first, last] = [piece.units[0], piece.units.at(-1)]
    if (document === undefined || !first || !last) return
    for (const { entry, rows } of piece.names) {
      const span = { document, start: first.start, end: last.end }
      const own = rows.length > 0 ? rows : [names.entries[entry]?.id]
      for (const id of own) put(role, id, span)
      if (rows.length === 0 && piece.states)
        for (const { row, start, end } of rowsIn(entry, piece.units)) put(role, row, { document, start, end })
    }
  }

  for (const [, piece] of [...statements].toSorted(([a], [b]) => a - b)) putPiece('passages', piece)
  for (const piece of pieces) {
    if (piece.role === 'passages' || stated.has(piece)) continue
    const [name] = piece.names
    const statement = statements.get(name?.entry ?? -1)
    if (!name?.sure && !statement) continue
    if (!piece.states || !repeats(piece, statement)) putPiece(piece.role, piece)
  }
  for (const { id, text } of documents) words.definitions.push(...definitionsIn(id, text))
  return { ...words, definitions: firstOfEach(words.definitions).slice(0, mostDefinitions) }
}

/** A term that is defined twice is what it is defined as first. */
function firstOfEach(definitions: NoticeWords['definitions']): NoticeWords['definitions'] {
  const known = new Set<string>()
  return definitions.filter(({ term }) => {
    const key = term.toLowerCase()
    return !known.has(key) && known.add(key)
  })
}
