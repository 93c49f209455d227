import express, { type Request, type Router } from 'express'
import { checklistOf } from '../../shared/competition/checklists.ts'
import { rubricName } from '../../shared/competition/rubrics.ts'
import type { Person } from '../../shared/competition/setup.ts'
import type { OfferedPreset } from '../../shared/protocol/offered-preset.ts'
import { canonicalHash } from '../../shared/record/hash.ts'
import { presets } from '../../shared/rubric/presets/presets.ts'
import { nothingHere } from '../http/refused.ts'

/** What a competition can begin with, whole, for staff. */
export function presetsApi(personOf: (request: Request) => Person | null): Router {
  const api = express.Router()
  api.get('/presets', (request, response) => {
    if (personOf(request)?.role !== 'staff') return nothingHere(response)
    response.json(presets.map(offered))
  })
  return api
}

function offered({ id, title, sentence, rubric, rules }: (typeof presets)[number]): OfferedPreset {
  const name = rubricName(canonicalHash(rubric))
  return { id, title, sentence, name, rubric, rules, checklist: checklistOf(id) }
}
