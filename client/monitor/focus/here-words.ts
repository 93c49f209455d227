import type { PersonLooking } from '../../../shared/protocol/looks.ts'

export interface Whereabouts {
  readonly excused: boolean
  /** Has a page open, on whatever it may be. */
  readonly online: boolean
  /** Undefined for who is not in the room. */
  readonly look: Pick<PersonLooking, 'row'> | undefined
  /** The row in focus. */
  readonly focus: string | null
}

/** "on this row", "on (D)(2)(iv)", or where else somebody is. */
export function whereWords({ excused, online, look, focus }: Whereabouts): string {
  if (excused) return 'excused'
  if (!look) return online ? 'not in the room' : 'away'
  if (look.row === null) return 'on all rows'
  return look.row === focus ? 'on this row' : `on ${look.row}`
}

const places = ['1st', '2nd', '3rd']

/** "hand up, 1st": the order in which hands came. */
export function handWords(at: number): string {
  return `hand up, ${places[at] ?? `${at + 1}th`}`
}
