import { limits } from '../protocol/limits.ts'
import { pointsFault } from '../rubric/row-rules.ts'
import {
  determinedPriorities,
  findRow,
  invitationalPriorities,
  rowsOf,
  type Rubric,
} from '../rubric/rubric.ts'
import { isChangeReason } from './change-reasons.ts'
import { readCited } from './cited.ts'

/**
 * A field is one named root of a form's document, flat, so that ownership can be read off its name and nobody has to create
 * structure. In a room the same names stand behind the seat: `r3/scores`.
 */
export type Field =
  | { readonly shape: 'text'; readonly name: string; readonly most: number }
  | {
      readonly shape: 'map'
      readonly name: string
      readonly fault: (key: string, value: unknown) => string | null
      /** The most entries it takes; as many as it has keys where none is given. */
      readonly most?: number
    }

export const scoresField = 'scores'
export const noneFoundField = 'noneFound'
export const changesField = 'changes'
/** By row: the other of two values that were given at the same time, until their author chooses. */
export const differsField = 'differs'
/** The key that says that none of a row's elements is in place: 0 points, which is not the same as no answer. */
export const noElements = 'none'

export const elementsField = (rowId: string): string => `elements:${rowId}`
export const strengthsField = (criterionId: string): string => `strengths:${criterionId}`
export const weaknessesField = (criterionId: string): string => `weaknesses:${criterionId}`
export const pagesField = (criterionId: string): string => `pages:${criterionId}`
export const determinationField = (priorityId: string): string => `determination:${priorityId}`
export const reasonsField = (priorityId: string): string => `reasons:${priorityId}`
export const commentField = (priorityId: string): string => `comment:${priorityId}`
export const lineField = (rowId: string): string => `line:${rowId}`
/** A seat's own view beside the panel's summary of a criterion. */
export const minorityField = (criterionId: string): string => `minority:${criterionId}`

/** The name of a seat's field in a room. */
export function inColumn(seat: number, field: string): string {
  return `r${seat}/${field}`
}

/** The seat and field that a root's name in a room speaks of, or null where it names none. */
export function columnOf(root: string): { readonly seat: number; readonly field: string } | null {
  const match = /^r([1-9][0-9]?)\/(.+)$/.exec(root)
  return match?.[1] && match[2] ? { seat: Number(match[1]), field: match[2] } : null
}

/** Every field that a form has, by name. */
export function formFields(rubric: Rubric): ReadonlyMap<string, Field> {
  const comments = rubric.criteria.flatMap(({ id }) => [strengthsField(id), weaknessesField(id)])
  const fields: Field[] = [
    { shape: 'map', name: scoresField, fault: (key, value) => scoreFault(rubric, key, value) },
    { shape: 'map', name: differsField, fault: (key, value) => scoreFault(rubric, key, value) },
    ...rubric.criteria.map(
      ({ id }): Field => ({
        shape: 'map',
        name: pagesField(id),
        most: limits.citedPages,
        fault: (key, value) => citedFault(key, value),
      }),
    ),
    {
      shape: 'map',
      name: noneFoundField,
      fault: (key, value) => (comments.includes(key) ? tickFault(value) : noSuchKey),
    },
    ...rowsOf(rubric).flatMap((row): Field[] => {
      if (row.rule?.kind !== 'elements') return []
      const boxes = [...row.rule.elements.map(({ id }) => id), noElements]
      const fault = (key: string, value: unknown) => (boxes.includes(key) ? tickFault(value) : noSuchKey)
      return [{ shape: 'map', name: elementsField(row.id), fault }]
    }),
    ...comments.map((name): Field => ({ shape: 'text', name, most: limits.textLength })),
    ...determinedPriorities(rubric).flatMap(({ id }): Field[] => [
      { shape: 'map', name: determinationField(id), fault: (key, value) => answerFault(key, value) },
      { shape: 'text', name: reasonsField(id), most: limits.textLength },
    ]),
    ...invitationalPriorities(rubric).map(
      ({ id }): Field => ({ shape: 'text', name: commentField(id), most: limits.textLength }),
    ),
  ]
  return new Map(fields.map((field) => [field.name, field]))
}

/** Every field that a seat's column in a room has, by name without the seat: those of a form, the reasons for changes, and minority views. */
export function columnFields(rubric: Rubric): ReadonlyMap<string, Field> {
  const rows = rowsOf(rubric)
  const changes: Field = {
    shape: 'map',
    name: changesField,
    fault: (key, value) => {
      if (!rows.some(({ id }) => id === key)) return noSuchKey
      return isChangeReason(value) ? null : 'That is not one of the reasons for a change.'
    },
  }
  const lines = rows.map(({ id }): Field => ({ shape: 'text', name: lineField(id), most: limits.lineLength }))
  const views = rubric.criteria.map(
    ({ id }): Field => ({ shape: 'text', name: minorityField(id), most: limits.textLength }),
  )
  return new Map([
    ...formFields(rubric),
    [changes.name, changes],
    ...[...lines, ...views].map((field): [string, Field] => [field.name, field]),
  ])
}

/** Whether a field of these is where something was typed or ticked: a text, or `<map>:<key>` as in `scores:(A)(1)(i)`. */
export function isFieldOrEntry(fields: ReadonlyMap<string, Field>, name: string): boolean {
  if (fields.get(name)?.shape === 'text') return true
  return [...fields.values()].some((field) => {
    if (field.shape === 'text' || !name.startsWith(`${field.name}:`)) return false
    return field.fault(name.slice(field.name.length + 1), undefined) !== noSuchKey
  })
}

const noSuchKey = 'The rubric has no such row.'

function scoreFault(rubric: Rubric, key: string, value: unknown): string | null {
  const row = findRow(rubric, key)
  if (!row || row.rule?.kind === 'elements') return noSuchKey
  if (value === null) return null
  return typeof value === 'number' ? pointsFault(rubric, row, value) : `${row.id} takes a number.`
}

function citedFault(key: string, value: unknown): string | null {
  return readCited(key) ? tickFault(value) : noSuchKey
}

function tickFault(value: unknown): string | null {
  return value === true ? null : 'A box is ticked or it is not.'
}

function answerFault(key: string, value: unknown): string | null {
  if (key !== 'answer') return noSuchKey
  return value === 'yes' || value === 'no' ? null : 'The answer is yes or no.'
}
