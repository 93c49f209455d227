import { presets } from '../../shared/rubric/presets/presets.ts'
import type { Preset } from '../../shared/rubric/presets/presets.ts'

/** The preset of that id. */
export function preset(id: string): Preset {
  const found = presets.find((each) => each.id === id)
  if (!found) throw new Error(`There is no preset ${id}.`)
  return found
}

/** The rubric of the preset of that id. */
export function presetRubric(id: string): Preset['rubric'] {
  return preset(id).rubric
}
