import { rubricOf } from '../../shared/competition/rubrics.ts'
import type { Competition } from '../../shared/competition/state.ts'
import { rubricFaults } from '../../shared/rubric/rubric-faults.ts'
import { shownPoints } from '../../shared/rubric/shown-points.ts'
import { shownDivision } from '../../shared/scoring/shown-mean.ts'
import { readPublicKey } from '../journal/signing.ts'
import { isReadable, readExport, type ReadExport } from './export-format.ts'
import { replay } from './replay.ts'
import { resultOf } from './result.ts'
import { chainFault, signatureFault } from './verify-chain.ts'
import { checkTexts } from './verify-texts.ts'

export type Verified =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly fault: string }

/**
 * Verifies an export from the export and the public key (SPKI in PEM) alone: every number is computed again, every decision is
 * made again, and the server's signatures vouch for the rest. A fault is one sentence about the first thing that does not fit.
 * The signatures come last: whoever alters an entry and mends the chain behind it is told of the entry where its own sense gives
 * it away, and of the signature where nothing else does.
 */
export function verifyExport(exported: unknown, publicKeyPem: string): Verified {
  const key = readPublicKey(publicKeyPem)
  if (!key) return failed('The key that was given is no Ed25519 public key.')
  const read = readExport(exported)
  if ('fault' in read) return failed(read.fault)
  if (read.publicKey !== key.publicKeyPem) {
    return failed(`The export names another key than the one that was given (${key.keyId}).`)
  }
  const [unsound] = rubricFaults(read.rubric)
  if (unsound !== undefined) return failed(`The rubric: ${unsound}`)
  const texts = checkTexts(read)
  if ('fault' in texts) return failed(texts.fault)
  const replayed = replay(read, texts.words)
  if ('fault' in replayed) return failed(replayed.fault)
  const fault = chainFault(read.entries) ?? signatureFault(read, key)
  return fault ? failed(fault) : { ok: true, lines: linesOf(read, replayed.state, key.keyId) }
}

function failed(fault: string): Verified {
  return { ok: false, fault }
}

/** What was found, a sentence a line: what was signed at the locks, what when it was exported, and what nobody but the server vouches for. */
function linesOf(read: ReadExport, state: Competition, keyId: string): readonly string[] {
  const heads = read.entries.flatMap((entry) =>
    isReadable(entry) && entry.event.kind === 'head.signed' ? [entry.event.data] : [],
  )
  const withheld = read.entries.filter((entry) => !isReadable(entry)).length
  const exportedAt = new Date(read.exportedAt).toISOString()
  const { signature, notYetSigned, entries } = read
  const signatures = heads.length + (signature === undefined ? 0 : 1)
  return [
    ...(read.notice === null ? [] : [read.notice]),
    `${state.title} (${state.id}): ${counted(entries.length, 'entry', 'entries')}, each following from the one before.`,
    `${counted(signatures, 'signature', 'signatures')} by key ${keyId}.`,
    ...heads.map(({ version, hash }) => `Signed at a lock: entry ${version}, ${hash}.`),
    ...(signature === undefined
      ? []
      : [`Signed at the export, ${exportedAt}: entry ${entries.length}, ${entries.at(-1)?.hash}.`]),
    ...state.reviews
      .filter(({ lock }) => lock.status === 'locked')
      .map((review) => {
        const rubric = rubricOf(state, review, read.rubric)
        const { applicant, shown, mean, stem, recordHash } = resultOf(state, review, rubric)
        return `${applicant} (${review.id}): ${shown} points, ${shownDivision(rubric, mean)} for the criteria and ${shownPoints(rubric, stem)} for the priority that the panel decides. Record ${recordHash}.`
      }),
    withheld === 0
      ? 'No entry is withheld.'
      : `${counted(withheld, 'entry is', 'entries are')} withheld, about reviews that are not locked: verified in their place, not in what they say.`,
    ...(read.withheldTexts.length === 0
      ? []
      : [
          `${counted(read.withheldTexts.length, 'text is', 'texts are')} withheld, and whatever they said was taken as said.`,
        ]),
    ...(notYetSigned === undefined
      ? []
      : [
          `Said by the server and not signed: exported ${exportedAt}, with ${counted(notYetSigned, 'later event', 'later events')} left out. What was decided after the last lock is not in it.`,
        ]),
  ]
}

function counted(things: number, one: string, many: string): string {
  return `${things} ${things === 1 ? one : many}`
}
