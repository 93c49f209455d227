import type { DocumentText } from '../../shared/application/document-text.ts'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { pageName } from './parts.ts'
import type { Showing } from './position.ts'
import './pages-foot.css'

/** How much wider than the column a page can be. */
const zooms = [1, 1.25, 1.5, 2, 3] as const

interface PagesFootProps {
  readonly text: DocumentText
  /** The page that one reads, by its number from 1. */
  readonly page: number
  readonly showing: Showing
  readonly onShowing: (how: Showing) => void
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
}

/** Under a PDF: as its pages or as text, which page this is, and how large. */
export function PagesFoot({ text, page, showing, onShowing, zoom, onZoom }: PagesFootProps) {
  const at = zooms.findIndex((one) => one === zoom)
  const step = (by: 1 | -1, label: string, icon: 'plus' | 'minus') => {
    const to = zooms[at + by]
    return (
      <Button
        kind="quiet"
        size="small"
        icon={icon}
        aria-label={label}
        title={label}
        aria-disabled={to === undefined}
        onClick={() => to !== undefined && onZoom(to)}
      >
        {null}
      </Button>
    )
  }
  return (
    <div className="pages-foot">
      <Segmented
        label="How this document is shown"
        value={showing}
        options={[
          { value: 'pages', label: 'Pages' },
          { value: 'text', label: 'As text' },
        ]}
        onChange={onShowing}
      />
      <p className="pages-at">
        Page {pageName(text, page)}
        <span className="third"> of {text.pages.length}</span>
      </p>
      {showing === 'pages' && (
        <div className="pages-zoom" role="group" aria-label="Size of the pages">
          {step(-1, 'Smaller', 'minus')}
          <span>{zoom === 1 ? 'Fits' : `${Math.round(zoom * 100)} %`}</span>
          {step(1, 'Larger', 'plus')}
        </div>
      )}
    </div>
  )
}
