import { setUpPath } from '../../../pages.ts'

/** Whether a path stays on the page of the notice, whichever row it shows. */
export function isNotice(path: string): boolean {
  return path === setUpPath('notice') || path.startsWith(`${setUpPath('notice')}/`)
}
