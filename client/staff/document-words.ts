import type { DocumentKind } from '../../shared/application/document.ts'
import type { DocumentType } from '../../shared/application/document-text.ts'

/** What part of an application a document is, as a list of kinds shows it. */
export const kindWords: Readonly<Record<DocumentKind, string>> = {
  narrative: 'Narrative',
  appendix: 'Appendix',
  budget: 'Budget',
  other: 'Other',
}

/** What kind of file it came as. */
export const typeWords: Readonly<Record<DocumentType, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  rtf: 'RTF',
  text: 'Plain text',
  markdown: 'Markdown',
  digest: 'Digest',
}
