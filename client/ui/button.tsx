import type { ComponentProps, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Keycap } from './keycap.tsx'
import './button.css'

/** `cannotYet` stays usable: its words say what is missing, and pressing it leads there. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'removing' | 'cannotYet'

interface Look {
  kind?: ButtonKind | undefined
  /** `small` for tool lines. */
  size?: 'normal' | 'small' | undefined
  icon?: IconName | undefined
  iconAfter?: IconName | undefined
  /** The shortcut that does the same. */
  keys?: string | undefined
  /** Takes the whole width of its column. */
  wide?: boolean | undefined
}

export interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'disabled'> {
  /** On its way to the server: keeps its words and its focus, takes no second press. */
  pending?: boolean | undefined
}

export function Button({
  kind,
  size,
  icon,
  iconAfter,
  keys,
  wide,
  pending,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...lookOf({ kind, size, wide })}
      aria-disabled={pending ? true : rest['aria-disabled']}
      aria-keyshortcuts={keys}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else onClick?.(event)
      }}
    >
      <Inside kind={kind} icon={icon} iconAfter={iconAfter} keys={keys} size={size}>
        {children}
      </Inside>
    </button>
  )
}

export type ButtonLinkProps = Look & ComponentProps<'a'> & { href: string }

/** A link that stands where a button would: it goes to another page or tab. */
export function ButtonLink({ kind, size, icon, iconAfter, keys, wide, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} {...lookOf({ kind, size, wide })}>
      <Inside kind={kind} icon={icon} iconAfter={iconAfter} keys={keys} size={size}>
        {children}
      </Inside>
    </a>
  )
}

function lookOf({ kind = 'plain', size = 'normal', wide = false }: Look) {
  return { className: 'button', 'data-kind': kind, 'data-size': size, 'data-wide': wide || undefined }
}

function Inside({ kind, icon, iconAfter, keys, size, children }: Look & { children: ReactNode }) {
  const iconSize = size === 'small' ? 'small' : 'normal'
  return (
    <>
      {icon && <Icon name={icon} size={iconSize} />}
      <span>
        {kind === 'cannotYet' && <span className="visually-hidden">Not yet. </span>}
        {children}
      </span>
      {iconAfter && <Icon name={iconAfter} size={iconSize} />}
      {keys && <Keycap>{keys}</Keycap>}
    </>
  )
}
