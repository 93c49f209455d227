import type { ReactNode } from 'react'
import './flag.css'

export type FlagKind = 'split' | 'spread' | 'one-differs'

const words = { split: 'Split', spread: 'Spread', 'one-differs': 'One differs' } as const

/** Sign and word, always both. `children` replaces the word where it counts: "2 split". */
export function Flag({ kind, children }: { kind: FlagKind; children?: ReactNode }) {
  return (
    <span className="flag" data-kind={kind}>
      <svg className="flag-sign" viewBox="0 0 17 12" aria-hidden focusable="false">
        {signs[kind]}
      </svg>
      <span>{children ?? words[kind]}</span>
    </span>
  )
}

const signs = {
  split: <path className="flag-solid" d="M0 .5h7.2L5.6 11.5H0ZM9.8.5H16V11.5H8.2Z" />,
  spread: <path className="flag-stroke" d="M1 1.5v9M15 1.5v9M1 6h14" />,
  'one-differs': (
    <>
      <circle className="flag-stroke" cx="2.4" cy="6" r="1.7" />
      <circle className="flag-solid" cx="9" cy="6" r="2.1" />
      <circle className="flag-solid" cx="14.5" cy="6" r="2.1" />
    </>
  ),
} as const
