import { TextLayer, type PDFDocumentProxy, type PDFPageProxy, type RenderTask } from 'pdfjs-dist'
import { itemText, pageText, pageTextOptions } from '../../shared/application/page-text.ts'
import { startAttribute } from './passages.ts'

/** A page of a PDF on its paper. */
export interface DrawnPage {
  /** Resolves once it stands at this width, in pixels; rejects where it cannot be drawn. Asked again, draws what has changed. */
  readonly draw: (width: number) => Promise<void>
  /** Takes it off its paper and ends what is under way. */
  readonly clear: () => void
}

/** Most of a canvas, in pixels: what is zoomed beyond is drawn coarser. */
const canvasArea = 2 ** 24

interface Parts {
  readonly file: PDFDocumentProxy
  /** From 1. */
  readonly number: number
  readonly paper: HTMLElement
  /** The page's text as the import has it, and where it begins in the document's. */
  readonly text: string
  readonly start: number
}

/** Draws a page: a canvas, and over it its words, transparent, so that they can be selected and painted. */
export function drawnPage({ file, number, paper, text, start }: Parts): DrawnPage {
  let page: PDFPageProxy | null = null
  let rendering: RenderTask | null = null
  let layer: TextLayer | null = null
  let worded = false
  let drawnWidth = 0
  let cleared = false

  async function draw(width: number): Promise<void> {
    page ??= await file.getPage(number)
    if (cleared) return
    const natural = page.getViewport({ scale: 1 })
    const scale = width / natural.width
    paper.style.setProperty('--ratio', String(natural.width / natural.height))
    paper.style.setProperty('--total-scale-factor', String(scale))
    // What is done for one width is not done again; words take the new one by themselves.
    await Promise.all([
      drawnWidth === width ? null : picture(page, width, scale),
      worded ? null : words(page, scale),
    ])
  }

  async function picture(on: PDFPageProxy, width: number, scale: number): Promise<void> {
    rendering?.cancel()
    const viewport = on.getViewport({ scale })
    const sharp = Math.min(devicePixelRatio, Math.sqrt(canvasArea / (viewport.width * viewport.height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.floor(viewport.width * sharp)
    canvas.height = Math.floor(viewport.height * sharp)
    canvas.setAttribute('aria-hidden', 'true')
    const task = on.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] })
    rendering = task
    await task.promise
    if (cleared) return
    // The picture before stays until this one is whole: nothing flickers.
    paper.querySelector('canvas')?.remove()
    paper.prepend(canvas)
    drawnWidth = width
  }

  async function words(on: PDFPageProxy, scale: number): Promise<void> {
    const content = await on.getTextContent(pageTextOptions)
    if (cleared) return
    const items = content.items.filter((item) => 'str' in item)
    const own = pageText(items)
    const container = document.createElement('div')
    container.className = 'pdf-words'
    layer = new TextLayer({
      textContentSource: { ...content, items: items.map((item) => ({ ...item, str: itemText(item) })) },
      container,
      viewport: on.getViewport({ scale }),
    })
    await layer.render()
    if (cleared) return
    // A file whose words are not those of the import is read as it is, but nothing is found in it.
    if (text.startsWith(own.text.trimEnd())) {
      for (const [index, piece] of layer.textDivs.entries())
        piece.setAttribute(startAttribute, String(start + (own.starts[index] ?? 0)))
    }
    const rest = document.createElement('div')
    rest.className = 'pdf-words-rest'
    container.append(rest)
    paper.append(container)
    worded = true
  }

  return {
    draw,
    clear: () => {
      cleared = true
      rendering?.cancel()
      layer?.cancel()
      paper.replaceChildren()
      page?.cleanup()
    },
  }
}
