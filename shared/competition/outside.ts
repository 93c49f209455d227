import type { Person } from './setup.ts'

/** Whether somebody sits on no panel: staff and the selecting official answer no question about conflicts at an application. */
export function isOutside({ role }: Pick<Person, 'role'>): boolean {
  return role === 'staff' || role === 'official'
}
