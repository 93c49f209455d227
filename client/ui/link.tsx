import type { ComponentProps } from 'react'
import './link.css'

type Target =
  | ({ href: string } & ComponentProps<'a'>)
  | ({ href?: undefined } & Omit<ComponentProps<'button'>, 'disabled'>)

export type LinkProps = Target & {
  /** `citation`: a page of the application, as a pill. `quiet`: no line until it is pointed at. */
  look?: 'text' | 'quiet' | 'citation' | undefined
}

/** Pen text with its line. Without `href` it is a button that acts on this page. */
export function Link({ look = 'text', ...rest }: LinkProps) {
  if (rest.href !== undefined) return <a {...rest} className="link" data-look={look} />
  return <button type="button" {...rest} className="link" data-look={look} />
}
