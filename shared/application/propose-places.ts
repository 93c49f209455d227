import type { Rubric } from '../rubric/rubric.ts'
import type { DocumentText } from './document-text.ts'
import { candidatesIn } from './place-candidates.ts'
import { chainOf, solid, worths, type Laid } from './place-chain.ts'
import { endOf, startOf } from './place-edges.ts'
import { entriesOf } from './place-entries.ts'
import { titlesOf } from './place-headings.ts'
import { idsOf } from './place-ids.ts'
import type { Places } from './places.ts'

interface Source {
  readonly id: string
  readonly text: DocumentText
}

/**
 * Proposes the part of an application's documents (in their order) that answers each criterion and priority of the rubric; null
 * where none is named plainly enough. Goes by markers ("(B)(1)", also as a scan garbles them), headings like the rubric's titles,
 * pages that the file gives, and by where the words of the rubric begin to crowd; then by the order of the rubric and by how
 * much text follows, which tells an answer from a list, a table of contents or a scoring guide.
 */
export function proposePlaces(documents: readonly Source[], rubric: Rubric): Places {
  const entries = entriesOf(rubric)
  const wanted = { entries, ids: idsOf(entries.entries), titles: titlesOf(entries) }
  const laid: Laid[] = []
  let offset = 0
  for (const [document, { text }] of documents.entries()) {
    const limit = offset + text.text.length
    for (const candidate of candidatesIn(text, wanted))
      laid.push({ ...candidate, document, offset: offset + candidate.at, limit })
    offset = limit
  }
  const answers = withStrays(trusted(chainOf(laid), entries.entries.length), laid)
  const starts = [...answers]
    .flatMap(([entry, { document, at }]) => {
      const source = documents[document]
      return source ? [{ entry, document, at: startOf(source.text, at) }] : []
    })
    .toSorted((a, b) => a.document - b.document || a.at - b.at)
  const places: Places = Object.fromEntries(entries.entries.map(({ id }) => [id, null]))
  for (const [index, { entry, document, at }] of starts.entries()) {
    const source = documents[document]
    const id = entries.entries[entry]?.id
    if (!source || id === undefined) continue
    const next = starts[index + 1]
    const end = endOf(source.text, at, next?.document === document ? next.at : null)
    if (end > at) places[id] = { document: source.id, start: at, end }
  }
  return places
}

/**
 * What of a chain can be believed. Words alone name an answer only where most of the rubric is found so, in its order, and
 * faint ones only where nearly all answers are named by words alone, as in a bad scan.
 */
function trusted(chain: readonly Laid[], entries: number): readonly Laid[] {
  const plain = chain.filter(({ strength }) => strength >= solid)
  const wordy = plain.filter(({ why }) => why === 'words')
  if (plain.length * 2 < entries) return plain.filter(({ why }) => why !== 'words')
  return wordy.length * 2 >= plain.length ? chain : plain
}

const strayWorth = 8
const strayLead = 6
/** How many namings on either side of a stray tell what it is part of. */
const strayCompany = 6

/**
 * Adds answers that stand out of the rubric's order, by a heading or a marker. One that stands among others that are answered
 * elsewhere belongs to a list or guide that says everything again.
 */
function withStrays(chain: readonly Laid[], laid: readonly Laid[]): ReadonlyMap<number, Laid> {
  const answers = new Map(chain.map((candidate) => [candidate.entry, candidate]))
  const worth = worths(laid)
  const worthOf = new Map(laid.map((candidate, index) => [candidate, worth[index] ?? 0]))
  const plain = laid.filter(
    (candidate) => candidate.why !== 'words' && (worthOf.get(candidate) ?? 0) >= solid,
  )
  const said = (candidate: Laid): boolean => (answers.get(candidate.entry) ?? candidate) !== candidate
  const strays = plain
    .map((candidate, index) => ({ candidate, index, worth: worthOf.get(candidate) ?? 0 }))
    .filter(({ worth: own }) => own >= strayWorth)
    .toSorted((a, b) => b.worth - a.worth)
  for (const { candidate, index, worth: own } of strays) {
    const answer = answers.get(candidate.entry)
    if (answer && own < (worthOf.get(answer) ?? 0) + strayLead) continue
    const around = plain
      .slice(Math.max(0, index - strayCompany), index + strayCompany + 1)
      .filter(({ entry }) => entry !== candidate.entry)
    if (around.filter(said).length * 2 <= around.length) answers.set(candidate.entry, candidate)
  }
  return answers
}
