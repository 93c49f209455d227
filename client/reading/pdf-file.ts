import { getDocument, GlobalWorkerOptions, version, type PDFDocumentProxy } from 'pdfjs-dist'

/** Where the build puts what pdf.js loads by itself: its workers, decoders, character maps, the standard fonts, color profiles. */
const beside = new URL(`/pdfjs-${version}/`, location.origin)
const at = (name: string): string => new URL(name, beside).href

// Reading and drawing both happen off the main thread, where somebody may be typing.
GlobalWorkerOptions.workerSrc = at('build/pdf.worker.min.mjs')
GlobalWorkerOptions.rendererSrc = at('build/pdf.renderer.min.mjs')

/** What is asked for at a time, in bytes: a few pages of text, or one picture. */
const rangeLength = 128 * 1024

/** A PDF that is being opened: only what is looked at is loaded. */
export interface OpeningPdf {
  readonly file: Promise<PDFDocumentProxy>
  readonly close: () => void
}

/** Opens a PDF by its address. `file` rejects where that cannot be loaded or is none. */
export function openPdf(path: string): OpeningPdf {
  const opening = getDocument({
    url: path,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: rangeLength,
    cMapUrl: at('cmaps/'),
    standardFontDataUrl: at('standard_fonts/'),
    wasmUrl: at('wasm/'),
    iccUrl: at('iccs/'),
    // A page looks the same on every computer.
    useSystemFonts: false,
    verbosity: 0,
  })
  return {
    file: opening.promise,
    close: () => void opening.destroy(),
  }
}
