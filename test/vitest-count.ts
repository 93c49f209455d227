import * as z from 'zod'

const report = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

export type Count = {
  readonly total: number
  readonly passed: number
  readonly failed: number
  /** The names of tests that were skipped or only announced. */
  readonly leftOut: readonly string[]
}

/**
 * Counts tests in Vitest's JSON report. A file that failed without a failed test (it could not be loaded, a hook
 * broke) counts as one failure, and so does a report that is missing.
 */
export function countTests(text: string | undefined): Count {
  if (text === undefined) return { total: 0, passed: 0, failed: 1, leftOut: [] }
  const files = report.parse(JSON.parse(text)).testResults
  const tests = files.flatMap((file) => file.assertionResults)
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    total: tests.length,
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + broken.length,
    leftOut: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  }
}
