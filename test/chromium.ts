import { existsSync } from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The browser the tests drive: the one CHROMIUM names, else the first in its usual places; undefined without one. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM']
  return (named === undefined ? usualPlaces : [named]).find((place) => existsSync(place))
}
