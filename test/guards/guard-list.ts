/** A guard of the product, how to take it away, and who must notice. */
export interface Guard {
  readonly name: string
  /** The rule that it keeps. */
  readonly rule: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly text: string
  /** What stands there without the guard. */
  readonly without: string
  /** The tests that are run: those of the rule in this file. */
  readonly test: string
  /** How the name of the one test begins that is run, where another of the rule would wait for ever. */
  readonly only?: string
}

export const guards: readonly Guard[] = [
  {
    name: 'ownership',
    rule: 'GATE-4',
    file: 'server/sync/trial.ts',
    text: `  else if (owner !== rules.person) return refuse('notYours')\n`,
    without: '',
    test: 'test/unit/sync-gate-columns.test.ts',
  },
  {
    name: 'deletes',
    rule: 'GATE-9',
    file: 'server/sync/trial.ts',
    text: `    if ('kind' in touched) refused = touched\n    else struct.delete(trial.transaction)\n`,
    without: `    void touched\n    struct.delete(trial.transaction)\n`,
    test: 'test/unit/sync-gate-columns.test.ts',
  },
  {
    name: 'kinds',
    rule: 'GATE-7',
    file: 'server/sync/update-reader.ts',
    text: `    if (!kindsKept.has(kind)) throw new ContentNotKept(kind)\n`,
    without: '',
    test: 'test/unit/sync-gate-content.test.ts',
  },
  {
    name: 'seal',
    rule: 'LOG-5',
    file: 'server/log/log-rules.ts',
    text: `  if (state.sealed) return { kind: 'sealed', at: state.head }\n`,
    without: '',
    test: 'test/contract/memory-log.test.ts',
    only: 'LOG-5 after its seal',
  },
  {
    name: 'durable first',
    rule: 'SAVE-2',
    file: 'server/sync/open-document.ts',
    text: `saved: (from, number) => queue.push({ kind: 'saved', from, number }),`,
    without: `saved: (from, number) => from.saved(number),`,
    test: 'test/integration/durable.test.ts',
  },
  {
    name: 'view',
    rule: 'BLIND-2',
    file: 'shared/competition/review-view.ts',
    text: `progress: monitors || staff ? progressView(looking) : null,`,
    without: `progress: open ? progressView(looking) : null,`,
    test: 'test/integration/blind-peer.test.ts',
  },
  {
    name: 'origin',
    rule: 'ORIGIN-1',
    file: 'server/http/upgrades.ts',
    text: `    if (!fromOwnPage(request)) return answer(socket, '403 Forbidden')\n`,
    without: '',
    test: 'test/integration/wire-origin.test.ts',
  },
  {
    name: 'rehearsal sign-in',
    rule: 'SIGNIN-2',
    file: 'server/http/origin.ts',
    text: `return boundToLoopback && here && !forwarding.some((header) => request.headers[header] !== undefined)`,
    without: `return here`,
    test: 'test/integration/wire-sign-in.test.ts',
  },
  {
    name: 'majority',
    rule: 'VOTE-2',
    file: 'shared/scoring/majority.ts',
    text: `const needed = Math.floor(of / 2) + 1`,
    without: `const needed = Math.ceil(of / 2)`,
    test: 'test/unit/scoring-majority.test.ts',
  },
  {
    name: 'ready hash',
    rule: 'READY-3',
    file: 'shared/competition/decide-review.ts',
    text: `  if (formHash(record) !== command.hash) return screenDiffers\n  return [\n    {\n      kind: 'form.attested',`,
    without: `  return [\n    {\n      kind: 'form.attested',`,
    test: 'test/unit/competition-ready.test.ts',
  },
]
