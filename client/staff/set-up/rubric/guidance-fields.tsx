import { bandNames } from '../../../../shared/rubric/bands.ts'
import type { BandName, GuidanceRule, Row } from '../../../../shared/rubric/rubric.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { bandTitles } from './bands-fields.tsx'
import { WordsField } from './words-field.tsx'

type Level = BandName | 'zero'

const levels: readonly Level[] = [...bandNames.toReversed(), 'zero']

interface GuidanceFieldsProps {
  readonly row: Row
  readonly rule: GuidanceRule
  readonly onChange: (rule: GuidanceRule) => void
}

/** What is said of each level of a row. A level without words is left out. */
export function GuidanceFields({ row, rule, onChange }: GuidanceFieldsProps) {
  const { bands, noMedium, conflict } = rule
  return (
    <>
      {levels.map((level) => (
        <WordsField
          key={level}
          label={level === 'zero' ? 'No points, when' : `${bandTitles[level]}, when`}
          rows={1}
          value={bands.find(({ band }) => band === level)?.when ?? ''}
          onChange={(when) => onChange({ ...rule, bands: withLevel(bands, level, when) })}
        />
      ))}
      {row.bands && (
        <Checkbox
          checked={noMedium === true}
          hint="Medium points then bring a warning, and can still be given."
          onChange={(none) => onChange(withNoMedium(rule, none))}
        >
          The notice gives no medium
        </Checkbox>
      )}
      <WordsField
        label="Where the notice contradicts itself: both readings and your ruling"
        rows={1}
        value={conflict ?? ''}
        onChange={(words) => onChange(withConflict(rule, words))}
      />
    </>
  )
}

function withLevel(bands: GuidanceRule['bands'], level: Level, when: string): GuidanceRule['bands'] {
  if (when === '') return bands.filter(({ band }) => band !== level)
  if (bands.some(({ band }) => band === level))
    return bands.map((each) => (each.band === level ? { band: level, when } : each))
  return [...bands, { band: level, when }]
}

function withNoMedium({ noMedium: _, ...rule }: GuidanceRule, none: boolean): GuidanceRule {
  return none ? { ...rule, noMedium: true } : rule
}

function withConflict({ conflict: _, ...rule }: GuidanceRule, words: string): GuidanceRule {
  return words === '' ? rule : { ...rule, conflict: words }
}
