import fc from 'fast-check'

/** What a person, an input method or another writer does next. Places are thousandths of the text as it is then. */
export type TextStep =
  | { readonly do: 'type' | 'paste'; readonly characters: number }
  | { readonly do: 'press'; readonly key: string }
  | { readonly do: 'select'; readonly from: number; readonly to: number }
  | { readonly do: 'compose'; readonly kept: number; readonly characters: number }
  | { readonly do: 'commit'; readonly kept: number; readonly characters: number }
  | { readonly do: 'cancel' | 'undo' | 'redo' | 'pause' | 'reopen' }
  | {
      readonly do: 'write'
      readonly writer: number
      readonly at: number
      readonly removed: number
      readonly characters: number
    }
  | { readonly do: 'receive' | 'hand'; readonly writer: number }

/** A run: which characters it is made of, how many the area takes, and what happens. */
export interface TextRun {
  /** `each its own`: no character twice, so that each can be followed; `few`: the same ones again and again. */
  readonly characters: 'each its own' | 'few'
  readonly most: number
  readonly begins: number
  readonly steps: readonly TextStep[]
}

export const writers = 3

const thousandth = fc.nat(1000)
const writer = fc.nat(writers - 1)
const few = fc.integer({ min: 1, max: 3 })

const step: fc.Arbitrary<TextStep> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('type'), characters: few }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('paste'), characters: fc.integer({ min: 5, max: 30 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('press'),
      key: fc.constantFrom('Backspace', 'Delete', 'Control+Backspace', 'Control+Delete'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.oneof(
      fc.record({ do: fc.constant('select'), from: thousandth, to: thousandth }),
      thousandth.map((at): TextStep => ({ do: 'select', from: at, to: at })),
    ),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('compose'), kept: fc.nat(3), characters: few }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('commit'), kept: fc.nat(3), characters: few }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<TextStep>(
      { do: 'undo' },
      { do: 'undo' },
      { do: 'redo' },
      { do: 'pause' },
      { do: 'pause' },
      { do: 'cancel' },
      { do: 'reopen' },
    ),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('write'),
      writer,
      at: thousandth,
      removed: fc.nat(6),
      characters: fc.nat(3),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('receive'), writer }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('hand'), writer }) },
)

export const textRun: fc.Arbitrary<TextRun> = fc.record({
  characters: fc.constantFrom('each its own', 'few'),
  most: fc.constantFrom(8000, 8000, 24),
  begins: fc.nat(25),
  steps: fc.array(step, { minLength: 10, maxLength: 25, size: 'max' }),
})

/** Where characters come from; pairs of units are among them. */
export function characterSource(kind: TextRun['characters']): (how: number) => string {
  const known = ['a', 'b', ' ', '\n', '😀', '😁', '𝒜']
  let turn = 0
  const next = (): string => {
    turn += 1
    if (kind === 'few') return known[(turn * 31 + (turn >> 2)) % known.length] ?? 'a'
    if (turn % 7 === 0) return ' '
    return String.fromCodePoint((turn % 4 === 0 ? 0x1_f300 : 0x4e00) + turn)
  }
  return (how) => Array.from({ length: how }, next).join('')
}
