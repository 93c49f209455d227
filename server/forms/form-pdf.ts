import PDFDocument from 'pdfkit'
import type {
  PrintedCriterion,
  PrintedForm,
  PrintedPriority,
  PrintedText,
} from '../../shared/print/printed-form.ts'
import { openFaces } from './pdf-faces.ts'
import { ink2, layPages, lineWidth, type Element, type Pages, type Setting } from './pdf-pages.ts'

/** Whose form it is, and how far, in words. */
export interface FormHead {
  readonly applicant: string
  readonly competition: string
  readonly tier: string
  readonly seat: string
  readonly status: string
  readonly printed: string
  readonly rehearsal: boolean
  /** When the file is made, for its own record. */
  readonly at: Date
}

const title: Setting = { face: 'strong', size: 20, lead: 26 }
const heading: Setting = { face: 'strong', size: 13, lead: 18 }
const strong: Setting = { face: 'strong', size: 10.5, lead: 15 }
const says: Setting = { face: 'says', size: 10, lead: 14 }
const label: Setting = { face: 'strong', size: 9, lead: 13, ink: ink2 }
const second: Setting = { face: 'says', size: 9.5, lead: 13, ink: ink2 }
const wrote: Setting = { face: 'wrote', size: 10.5, lead: 15 }

/** What every page and the form itself say in a rehearsal. */
const invented = 'Rehearsal: invented scores'

/**
 * A form as PDF, tagged for screen readers, its fonts inside. It comes as it is made, page by page, and gives way to others
 * meanwhile; `leaving` ends it early.
 */
export async function formPdf(
  form: PrintedForm,
  head: FormHead,
  leaving: AbortSignal,
): Promise<NodeJS.ReadableStream> {
  const faces = await openFaces()
  const name = `${head.applicant}: technical review form`
  const doc = new PDFDocument({
    size: 'LETTER',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-US',
    info: { Title: name, Creator: 'Panelroom', Producer: 'Panelroom', CreationDate: head.at },
  })
  for (const [file, bytes] of faces.files) doc.registerFont(file, bytes)
  const pages = layPages(doc, faces, {
    left: `${head.applicant}, ${head.seat}: ${head.status}`,
    middle: head.rehearsal ? invented : null,
  })
  const whole = doc.struct('Document', { title: name })
  doc.addStructure(whole)
  const write = async (): Promise<void> => {
    await front(pages, whole, form, head)
    for (const criterion of form.criteria) {
      leaving.throwIfAborted()
      await criterionPart(pages, doc, whole, criterion)
    }
    await priorities(pages, whole, form.priorities)
    await back(pages, whole)
    pages.end()
    whole.end()
    doc.end()
  }
  write().catch((error: unknown) => doc.destroy(error instanceof Error ? error : new Error(String(error))))
  return doc
}

async function front(pages: Pages, whole: Element, form: PrintedForm, head: FormHead): Promise<void> {
  await pages.paragraph(whole, 'H1', `${head.applicant}: technical review form`, title)
  pages.space(6)
  if (head.rehearsal) await pages.paragraph(whole, 'P', `${invented}.`, strong)
  await pages.paragraph(whole, 'P', `${head.competition}. ${head.tier}. ${head.seat}.`, says)
  await pages.paragraph(whole, 'P', `${head.status}. Printed ${head.printed}.`, says)
  pages.space(8)
  const { title: together, points, of } = form.total
  await pages.paragraph(whole, 'P', `${together}: ${points} ${of}. ${form.scored}.`, strong)
  pages.space(10)
}

async function criterionPart(
  pages: Pages,
  doc: InstanceType<typeof PDFDocument>,
  whole: Element,
  criterion: PrintedCriterion,
): Promise<void> {
  const { area, rows, notes, pages: cited } = criterion
  const part = doc.struct('Sect', { title: criterion.id })
  whole.add(part)
  if (area) {
    pages.need(110)
    pages.space(8)
    await pages.paragraph(part, 'H2', `${area.id}. ${area.title}`, heading)
    pages.space(4)
  }
  pages.need(90)
  pages.rule(1.2)
  pages.space(4)
  await titled(pages, doc, part, criterion)
  for (const note of notes) await pages.paragraph(part, 'P', note, second)
  if (rows.length > 0) {
    const table = doc.struct('Table')
    part.add(table)
    for (const row of rows) {
      const line = doc.struct('TR')
      table.add(line)
      await pages.row(line, [
        { tag: 'TH', text: `${row.id} ${row.title}`, setting: says, left: 0, width: lineWidth - 90 },
        { tag: 'TD', ...pointsCell(row), setting: says },
      ])
      line.end()
      for (const note of row.notes) await noteRow(pages, doc, table, note)
    }
    table.end()
  }
  pages.space(5)
  await text(pages, part, 'Strengths', criterion.strengths)
  await text(pages, part, 'Weaknesses', criterion.weaknesses)
  if (criterion.minority) await text(pages, part, 'Minority view', criterion.minority)
  if (cited !== null) {
    await pages.paragraph(part, 'P', `Pages cited: ${cited}`, second)
    pages.space(4)
  }
  pages.space(8)
  part.end()
}

async function titled(
  pages: Pages,
  doc: InstanceType<typeof PDFDocument>,
  part: Element,
  criterion: PrintedCriterion,
): Promise<void> {
  const head = doc.struct('H3')
  part.add(head)
  await pages.row(head, [
    {
      tag: 'Span',
      text: `${criterion.id} ${criterion.title}`,
      setting: strong,
      left: 0,
      width: lineWidth - 90,
    },
    { tag: 'Span', ...pointsCell(criterion), setting: strong },
  ])
  head.end()
}

async function noteRow(
  pages: Pages,
  doc: InstanceType<typeof PDFDocument>,
  table: Element,
  note: string,
): Promise<void> {
  const line = doc.struct('TR')
  table.add(line)
  await pages.row(line, [{ tag: 'TD', text: note, setting: second, left: 14, width: lineWidth - 104 }])
  line.end()
}

function pointsCell({ points, of }: { points: string; of: string }) {
  return { text: `${points} ${of}`, left: lineWidth - 80, width: 80, align: 'right' } as const
}

async function text(pages: Pages, part: Element, name: string, given: PrintedText): Promise<void> {
  await pages.paragraph(part, 'H4', name, label, wrote.lead)
  if ('instead' in given) await pages.paragraph(part, 'P', given.instead, second)
  else for (const words of paragraphsOf(given.text)) await pages.paragraph(part, 'P', words, wrote)
  pages.space(5)
}

async function priorities(pages: Pages, whole: Element, all: readonly PrintedPriority[]): Promise<void> {
  if (all.length === 0) return
  pages.need(90)
  pages.space(8)
  await pages.paragraph(whole, 'H2', 'Priorities', heading)
  for (const priority of all) {
    pages.need(60)
    pages.space(4)
    pages.rule(0.6)
    pages.space(4)
    await pages.paragraph(whole, 'H3', `${priority.id} ${priority.title}`, strong)
    if (priority.answer !== null) await pages.paragraph(whole, 'P', priority.answer, says)
    await text(pages, whole, priority.answer === null ? 'Comment' : 'Reasons', priority.text)
  }
}

async function back(pages: Pages, whole: Element): Promise<void> {
  pages.space(8)
  const lacking = pages.lacking()
  if (lacking > 0) {
    const characters = lacking === 1 ? '1 character has' : `${lacking} characters have`
    const sentence = `${characters} no letter in the faces of this print and ${lacking === 1 ? 'is' : 'are'} drawn as a box. The form itself has what was typed.`
    await pages.paragraph(whole, 'P', sentence, second)
  }
  await pages.paragraph(whole, 'P', 'End of the form.', second)
}

function paragraphsOf(words: string): readonly string[] {
  return words.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '')
}
