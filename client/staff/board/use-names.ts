import { useMemo } from 'react'
import type { View } from '../../../shared/competition/view.ts'
import type { PeoplePage } from '../../../shared/protocol/people-page.ts'
import { useRead } from '../../live/read.ts'

/** Names by person, as the directory has them; whoever has none there is not in it. */
export type Names = ReadonlyMap<string, string>

/** The directory, read once it is wanted. In a rehearsal nobody has a name. */
export function useDirectory({ competition }: View, wanted: boolean): PeoplePage | null {
  const path = wanted && !competition.rehearsal ? '/api/people' : null
  const read = useRead<PeoplePage>(path, 'The list of people', String(competition.setUpEdition))
  return read.is === 'read' ? read.value : null
}

/** Who is called what; the same object until the directory is another. */
export function useNames(page: PeoplePage | null): Names | null {
  return useMemo(
    () =>
      page &&
      new Map(page.people.flatMap(({ person, name }): [string, string][] => (name ? [[person, name]] : []))),
    [page],
  )
}
