import './icon.css'

const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  'double-check': 'M1 8.5 4 11.5 10 5M7 11.2l.8.8L15 4.5',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z',
  lock: 'M3 7.2h10v6.3H3ZM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2M8 9.8v1.2',
  warning: 'M8 2.2 14.6 13.5H1.4ZM8 6.2v3.6M8 11.4v.5',
  tray: 'M4 2.5h8v6H4ZM2 8.5v5h12v-5M2 8.5h2M12 8.5h2M5.5 10.8h5',
  arrow: 'M2.5 8h10.5M9.2 4 13.2 8l-4 4',
  'chevron-left': 'M10 3 5 8l5 5',
  'chevron-right': 'M6 3l5 5-5 5',
  'chevron-down': 'M3 6l5 5 5-5',
  'chevron-up': 'M3 10l5-5 5 5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  envelope: 'M2 3.5h12v9H2ZM2.2 4 8 8.8 13.8 4',
  'cloud-off':
    'M4.7 12.5a3 3 0 0 1-.5-5.9 4.2 4.2 0 0 1 6.9-2.1M12.7 6.6a3 3 0 0 1 .5 5.5M8.5 12.5h2M13.8 1.8 2.2 14.2',
  search: 'M6.8 2.5a4.3 4.3 0 1 1 0 8.6 4.3 4.3 0 0 1 0-8.6ZM10 10l4 4',
  hand: 'M4.5 9.5V4.2a1 1 0 0 1 2 0V7M6.5 7V2.8a1 1 0 0 1 2 0V7M8.5 7V3.3a1 1 0 0 1 2 0V7.5M10.5 7.5V5a1 1 0 0 1 2 0v5c0 2.7-1.7 4.5-4.2 4.5-2 0-3-.9-3.9-2.5L2.6 9.2c-.4-.9.9-1.5 1.4-.7l.5 1',
  phone:
    'M3.6 2.5h2l1.2 3-1.5 1.2c.7 1.6 1.9 2.8 3.6 3.7l1.3-1.5 2.9 1.3v2c0 .8-.6 1.3-1.3 1.3C6.9 13.3 2.5 9.5 2.3 3.9c0-.8.5-1.4 1.3-1.4Z',
  clock: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM8 4.8V8l2.2 1.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3l7.5 5L5 13Z',
  pin: 'M8 14V9.5M4.5 9.5h7L10 7V2.5H6V7Z',
  flag: 'M3.5 14V2.5h8.5l-2 3 2 3H3.5',
  download: 'M8 2v8.5M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  people:
    'M5.5 3a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6ZM1.5 13.5c0-2.5 1.8-4 4-4s4 1.5 4 4M10.5 3.3a2.2 2.2 0 0 1 0 4.2M11.5 9.7c1.8.4 3 1.8 3 3.8',
  note: 'M2.5 2.5h11V10l-3.5 3.5H2.5ZM10 13.5V10h3.5M5 5.8h6M5 8.6h3',
  question: 'M5 6a3 3 0 1 1 4.3 2.7C8.4 9.1 8 9.6 8 10.5M8 13v.6',
} as const

export type IconName = keyof typeof paths

export interface IconProps {
  name: IconName
  /** Only where no word stands beside it; an icon with its word is hidden from screen readers. */
  label?: string | undefined
  size?: 'small' | 'normal' | 'large' | undefined
}

/** A stroke drawing on a grid of 16, in the colour of the text around it. */
export function Icon({ name, label, size = 'normal' }: IconProps) {
  return (
    <svg
      className="icon"
      data-size={size}
      viewBox="0 0 16 16"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
