import { afterEach, beforeEach, describe } from 'vitest'
import { appendRules } from './log-append-rules.ts'
import { givenRules } from './log-given-rules.ts'
import { followRules } from './log-follow-rules.ts'
import { trimRules } from './log-trim-rules.ts'
import type { LogUnderTest } from './log-under-test.ts'

/** What every adapter of the log promises. `open` gives an empty log each time. */
export function logAcceptance(name: string, open: () => Promise<LogUnderTest>): void {
  describe(`the log ${name}`, () => {
    let current: LogUnderTest | null = null

    beforeEach(async () => {
      current = await open()
    })

    afterEach(async () => {
      await current?.remove()
      current = null
    })

    function use(): LogUnderTest {
      if (current === null) throw new Error('No log is open.')
      return current
    }

    appendRules(use)
    givenRules(use)
    followRules(use)
    trimRules(use)
  })
}
