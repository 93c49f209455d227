import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'
import type { Person } from '../../../../shared/competition/setup.ts'
import type { ListedPerson } from '../../../../shared/protocol/people-page.ts'

/**
 * Reviewers who came after the sample began and have no seat on it. Whoever may no longer come in is left out: they would be waited for
 * in vain.
 */
export function whoCameLater(
  { people, calibration }: Pick<SetUpPage, 'people' | 'calibration'>,
  listed: readonly Pick<ListedPerson, 'person' | 'invitation'>[],
): readonly Person[] {
  const away = listed.filter(({ invitation }) => invitation.is === 'revoked').map(({ person }) => person)
  return people.filter(({ id }) => calibration?.later.includes(id) === true && !away.includes(id))
}
