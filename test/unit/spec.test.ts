import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** A name begins with the rule that its test holds, or with several of them. */
const leadingRules = /^(?:[A-Z][A-Z0-9]{2,}(?:-[A-Z]{3,})?-\d+[ ,:]+(?:and )?)+/

/** Rules as SPEC.md lists them: a table row that begins with the number. */
function listed(): readonly string[] {
  const spec = readFileSync(`${root}/SPEC.md`, 'utf8')
  return [...spec.matchAll(/^\| ([A-Z][A-Z0-9]{2,}(?:-[A-Z]{3,})?-\d+) +\|/gm)].flatMap(
    ([, rule]) => rule ?? [],
  )
}

/** Rules that begin the name of a test: `'GATE-1 …`, also in the suites that several adapters share. */
function carried(): ReadonlySet<string> {
  const files = globSync('test/{unit,contract,integration,browser,faults,harness}/**/*.ts', { cwd: root })
  const names = files.flatMap((file) => {
    const source = readFileSync(`${root}/${file}`, 'utf8')
    return [...source.matchAll(/['"`]([^'"`\n]*)/g)].map(([, name]) => name ?? '')
  })
  const leading = names.map((name) => leadingRules.exec(name)?.[0] ?? '')
  return new Set(leading.flatMap((rules) => rules.match(/[A-Z0-9]{3,}(?:-[A-Z]{3,})?-\d+/g) ?? []))
}

test('HOUSE-4 every rule of SPEC.md is carried by the name of a test', () => {
  const held = carried()
  expect(listed().length).toBeGreaterThan(50)
  expect(listed().filter((rule) => !held.has(rule))).toEqual([])
})

test('HOUSE-5 every rule that a test carries stands in SPEC.md, once', () => {
  const rules = listed()
  expect([...carried()].filter((rule) => !rules.includes(rule)).sort()).toEqual([])
  expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([])
})
