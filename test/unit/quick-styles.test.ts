import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('QUICK-5 no style of the table of all rows asks what is in it: each change of a score would ask that of every row again', () => {
  const asking = globSync('client/**/*.css', { cwd: root }).flatMap((file) =>
    readFileSync(`${root}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => /\.rows-(row|table|group)\S*:has\(/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(asking).toEqual([])
})
