import type { SetUpPage } from '../../../../shared/competition/set-up-page.ts'

/** What opens, and when that is: what it waits for, or how much of it is open. */
export function opensWords(setUp: SetUpPage): readonly { readonly what: string; readonly when: string }[] {
  const { people, applications, calibration, frozen } = setUp
  const opened = applications.filter(({ opened: is }) => is).length
  return [
    {
      what: 'Certifying conflicts',
      when:
        applications.length === 0
          ? 'as soon as applications are listed, for everybody who is invited'
          : `open to the ${people.length} people listed here, once they are invited`,
    },
    {
      what: 'The sample',
      when: calibration
        ? `open: ${calibration.ready} of ${calibration.of} ready, its spread ${calibration.shownAt === null ? 'not shown to them' : 'shown to them'}`
        : 'when you start it: every reviewer scores it, before the real ones',
    },
    {
      what: 'An application',
      when:
        opened === 0
          ? 'when you open it to its panel: through intake, its panel whole, everybody in it certified'
          : `${opened} of ${applications.length} open to their panels`,
    },
    {
      what: 'The rubric',
      when: frozen ? 'closed to change but by a new version' : 'open to change until then',
    },
    { what: 'A panel’s talk', when: 'when its monitor reveals it: every form of its seats is ready' },
    { what: 'The outcome of a tier', when: 'once all of it is locked' },
  ]
}
