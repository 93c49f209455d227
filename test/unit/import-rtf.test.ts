import { expect, test } from 'vitest'
import { rtfPieces } from '../../server/import/parse/rtf-pieces.ts'

/** The pieces of an RTF, each as one line: kind, level and text. */
function read(source: string): string[] {
  const { pieces, whole } = rtfPieces(Buffer.from(source, 'latin1'), 1_000_000)
  expect(whole).toBe(true)
  return pieces
    .filter((piece) => piece.kind === 'page' || piece.text !== '')
    .map((piece) =>
      piece.kind === 'page'
        ? 'page'
        : `${piece.kind}${piece.kind === 'heading' ? ` ${piece.level}` : ''}: ${piece.text}`,
    )
}

test('IMPORT-1 an RTF has its paragraphs, and none of its tables of fonts, styles and colors, pictures and running heads', () => {
  expect(
    read(
      String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}{\colortbl;\red0\green0\blue0;}
{\stylesheet{\s0 Normal;}}{\*\generator Some Writer 5.1;}{\info{\title A plan}{\author A. Writer}}{\header Page head\par}
\pard First \b bold\b0  words.\par{\pict\pngblip 89504e470d0a1a0a
0000000d}Second\line line.\par{\*\unknownthing lost}{\v hidden}{\field{\*\fldinst HYPERLINK "https://example.org"}{\fldrslt a link}}\par}`,
    ),
  ).toEqual(['paragraph: First bold words.', 'paragraph: Second\nline.', 'paragraph: a link'])
})

test('IMPORT-1 an RTF tells its headings by style, by outline level, by boldness and by their words', () => {
  expect(
    read(
      String.raw`{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s17 Title;}}
\pard\s17 The plan\par\pard\s1 Standards\par\pard\outlinelevel1 Adoption\par\pard {\b How we will know}\par
\pard (B)(2) Assessments\par\pard Words of the plan.\par}`,
    ),
  ).toEqual([
    'heading 1: The plan',
    'heading 1: Standards',
    'heading 2: Adoption',
    'heading 4: How we will know',
    'heading 2: (B)(2) Assessments',
    'paragraph: Words of the plan.',
  ])
})

test('IMPORT-1 an RTF has characters by number and by code page, of its own and of its fonts', () => {
  expect(
    read(
      String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset128 Mincho;}}
\'93na\'efve\'94 \endash  {\f1\'cf\'eb\'e0\'ed} {\f2\'8c\'76\'89\'e6} \u8364?100 {\uc2\u269\'63\'63}esky \u-10179?\u-8704? \{a\}\~b\_c\par}`,
    ),
  ).toEqual(['paragraph: “naïve” – План 計画 €100 česky \u{1F600} {a} b-c'])
})

test('IMPORT-1 an RTF has tables, numbered items, footnotes after their paragraph, and pages', () => {
  expect(
    read(
      String.raw`{\rtf1\ansi\trowd\cellx1000\cellx2000\pard\intbl Year\cell Dollars\cell\row
\trowd\cellx1000\cellx2000\pard\intbl 2010\cell 1,000\par and more\cell\row\pard After it.{\footnote\pard A note.}\par
{\listtext\pard 1.\tab}First thing to do\par{\pntext\'b7\tab}A point\par\page On page two.\par}`,
    ),
  ).toEqual([
    'table: Year\tDollars\n2010\t1,000 and more',
    'paragraph: After it.',
    'paragraph: A note.',
    'item: 1. First thing to do',
    'item: A point',
    'page',
    'paragraph: On page two.',
  ])
})

test('IMPORT-7 an RTF that is cut short is known by its groups', () => {
  const whole = String.raw`{\rtf1\ansi{\b A heading}\par Words.\par}`
  for (let end = 1; end < whole.length; end += 1)
    expect(rtfPieces(Buffer.from(whole.slice(0, end)), 1_000).whole).toBe(false)
  expect(rtfPieces(Buffer.from(whole), 1_000).whole).toBe(true)
})

test('IMPORT-1 an RTF with binary data and control words without end is read past them', () => {
  const data = Buffer.from([0x7b, 0x7b, 0x5c, 0x7d, 0x00])
  const source = Buffer.concat([
    Buffer.from(String.raw`{\rtf1 Before {\pict\bin5 `),
    data,
    Buffer.from(String.raw`}\f99999999999999 after\par}`),
  ])
  expect(read(source.toString('latin1'))).toEqual(['paragraph: Before after'])
})
