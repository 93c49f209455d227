import { type MouseEvent, type ReactNode, useId, useState } from 'react'
import { Icon } from './icon.tsx'
import './columns.css'

/**
 * Columns with one job each, at 1440 wide. `score`: read 520, find 336, do 584. `room`: read 1064, do 376.
 * `board`: find 232, read 964, do 244. `slate`: read 1112, do 328. `halves`, `thirds`: equal. `single`: one.
 */
export type ColumnsLayout = 'score' | 'room' | 'board' | 'slate' | 'halves' | 'thirds' | 'single'

export function Columns({ layout, children }: { layout: ColumnsLayout; children: ReactNode }) {
  return (
    <div className="columns" data-layout={layout}>
      {children}
    </div>
  )
}

export interface ColumnProps {
  /** What one does there. Where columns stack, the order is do, find, read. */
  kind: 'read' | 'find' | 'do'
  /** Names the region. */
  label: string
  ground?: 'sheet' | 'inset' | undefined
  /** A tool line that stays while the column scrolls. */
  head?: ReactNode
  /** Stays at the bottom; of the do column on a phone it is the action bar above the foot line. */
  foot?: ReactNode
  /** Under 1100 this column folds into a line with these words, which opens it; following a link in it shuts it. */
  folds?: ReactNode
  /** No margins: the content draws its own edges (a tree, a table). */
  flush?: boolean | undefined
  children: ReactNode
}

/** One column; it scrolls for itself. */
export function Column({ kind, label, ground = 'sheet', head, foot, folds, flush, children }: ColumnProps) {
  const [open, setOpen] = useState(false)
  const content = useId()
  function onClick({ target, ctrlKey, metaKey }: MouseEvent): void {
    const follows = target instanceof Element && target.closest('a') !== null
    if (follows && !ctrlKey && !metaKey) setOpen(false)
  }
  return (
    <section
      className="column"
      data-kind={kind}
      data-ground={ground}
      data-folds={folds ? (open ? 'open' : 'shut') : undefined}
      aria-label={label}
    >
      {folds && (
        <button
          type="button"
          className="column-fold"
          aria-expanded={open}
          aria-controls={content}
          onClick={() => setOpen(!open)}
        >
          <span>{folds}</span>
          <Icon name={open ? 'chevron-up' : 'chevron-down'} />
        </button>
      )}
      {head && <div className="column-head">{head}</div>}
      {/* A click here is one on a link inside, which the keyboard gives as well. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="column-body"
        id={content}
        data-flush={flush || undefined}
        // What is only read has nothing to tab to; the keys scroll it once it has the focus.
        {...(kind === 'read' && { tabIndex: 0, role: 'group', 'aria-label': label })}
        onClick={folds ? onClick : undefined}
      >
        {children}
      </div>
      {foot && <div className="column-foot">{foot}</div>}
    </section>
  )
}
