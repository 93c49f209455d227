/** Where the text of a group goes: into the document, into one of its tables, or nowhere. */
export type Destination = 'text' | 'fonts' | 'styles' | 'title' | 'marker' | 'note' | 'nowhere'

const byWord: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  title: 'title',
  listtext: 'marker',
  pntext: 'marker',
  footnote: 'note',
  annotation: 'nowhere',
}

/** Groups that a reader sees none of, or elsewhere: pictures, running heads, the instructions of fields, what programs note. */
const unseen = new Set(
  (
    'colortbl listtable listoverridetable rsidtbl generator info pict object header headerl headerr headerf footer footerl ' +
    'footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn fldinst datafield themedata colorschememapping datastore ' +
    'latentstyles xmlnstbl revtbl filetbl pgptbl bkmkstart bkmkend atnid atnauthor atrfstart atrfend atndate sp shprslt ' +
    'nonshppict background xe tc rxe txe wgrffmtfilter pnseclvl pn blipuid panose falt fontemb userprops docvar'
  ).split(' '),
)

/** Groups marked as not to be missed by older programs that hold text of the document all the same. */
const seen = new Set(['shpinst', 'moMathPara', 'moMath'])

/** Where a group that begins with this word sends its text; null where the word says nothing about that. */
export function destinationOf(word: string, optional: boolean, current: Destination): Destination | null {
  if (current === 'nowhere' && word !== 'title') return 'nowhere'
  if (unseen.has(word)) return 'nowhere'
  const known = byWord[word]
  if (known !== undefined) return known
  return optional && !seen.has(word) ? 'nowhere' : null
}
