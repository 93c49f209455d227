import { formHash, readForm } from '../../shared/form/form-record.ts'
import { setScore } from '../../shared/form/edits.ts'
import { fillRest } from '../../shared/rehearsal/fill.ts'
import type { Rubric } from '../../shared/rubric/rubric.ts'
import { preset } from '../harness/preset-rubrics.ts'
import { openCertifying, type CertifyScene } from './certify-scene.ts'

/** The scene of certifying on a short rubric, with Ohio open to a panel of three and Maine free to be the sample. */
export interface SampleScene extends CertifyScene {
  readonly rubric: Rubric
  /** Gives somebody's form of the sample as ready, with these points by row; the rest is invented. */
  readonly ready: (person: string, points: Readonly<Record<string, number>>) => Promise<void>
}

export const sample = 'maine.0.1'
export const real = 'ohio.1.1'

export async function openSample(): Promise<SampleScene> {
  const scene = await openCertifying()
  const { rubric, rules } = preset('foundation')
  const people = ['r1', 'r2', 'r3', 'm1']
  await scene.give({
    kind: 'preset.take',
    preset: 'foundation',
    rubric,
    rules: { ...rules, smallestPanel: 2 },
    checklist: [],
  })
  const answers = people.flatMap((person) =>
    ['ohio', 'maine'].map((application) => ({
      application,
      person,
      answer: 'certified',
      reason: 'On paper.',
    })),
  )
  await scene.give({ kind: 'conflict.record', answers })
  const panels = [{ id: 'p1', title: 'Panel 1', reviewers: ['r1', 'r2', 'r3'], monitor: 'm1' }]
  await scene.give({ kind: 'assignment.draft', panels, places: { ohio: 'p1' }, seed: null })
  await scene.give({ kind: 'assignment.open', applications: ['ohio'] })
  return {
    ...scene,
    rubric,
    ready: async (person, points) => {
      const seat = await scene.seat(person)
      const { mine } = seat.review(sample)
      if (!mine) throw new Error(`${person} has no form.`)
      const copy = await seat.open(mine.form.name)
      for (const [row, units] of Object.entries(points)) setScore({ doc: copy.doc }, row, units)
      fillRest({ doc: copy.doc }, rubric, 'maine', mine.seat)
      await copy.saved()
      const hash = formHash(readForm(copy.doc, rubric))
      const answer = await seat.send({ kind: 'form.attest', review: sample, hash })
      if (!('done' in answer)) throw new Error(answer.sentence)
    },
  }
}
