import type { Role } from '../../shared/competition/setup.ts'

interface WhatIsCertifiedProps {
  /** The competition's own words; null for the usual ones. */
  readonly words: string | null
  readonly role: Role
}

/** What a conflict is, and what each of the three answers does. */
export function WhatIsCertified({ words, role }: WhatIsCertifiedProps) {
  return (
    <div className="certify-words">
      {words === null ? (
        <p>
          A conflict is anything through which you, your family or your employer could gain or lose by an
          application, or that would make others doubt your judgment of it.
        </p>
      ) : (
        words.split(/\n+/u).map((part) => <p key={part}>{part}</p>)
      )}
      <dl>
        <div>
          <dt>No conflict</dt>
          <dd>You certify that you have none. It can become a recusal later.</dd>
        </div>
        <div>
          <dt>Recuse</dt>
          <dd>{recused[role]} Only staff can undo it.</dd>
        </div>
        <div>
          <dt>Not sure</dt>
          <dd>Staff read what you write and decide. Until then you are on no panel that reads it.</dd>
        </div>
      </dl>
    </div>
  )
}

const recused: Readonly<Record<Role, string>> = {
  reviewer: 'You are on no panel that reads it, and see nothing of it.',
  monitor: 'You lead no panel that reads it, and see nothing of it.',
  staff: 'You decide nothing about it and read nothing of it. Another of program staff does.',
  official: 'You decide nothing about it and read nothing of it.',
}
