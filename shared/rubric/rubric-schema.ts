import { z } from 'zod'

const whole = z.int().min(0).max(100_000)
const text = z.string().max(20_000)
const edge = z.tuple([whole, whole])
const part = z.strictObject({ label: text, text })

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('elements'),
    each: whole,
    elements: z.array(z.strictObject({ id: text, title: text })),
    text,
  }),
  z.strictObject({
    kind: z.literal('choice'),
    choices: z.array(z.strictObject({ points: whole, when: text })),
    text,
  }),
  z.strictObject({
    kind: z.literal('guidance'),
    text,
    bands: z.array(z.strictObject({ band: z.enum(['low', 'medium', 'high', 'zero']), when: text })),
    noMedium: z.literal(true).exactOptional(),
    conflict: text.exactOptional(),
  }),
])

const row = z.strictObject({
  id: text,
  label: text,
  title: text,
  short: text,
  max: whole,
  min: whole.exactOptional(),
  summary: text,
  parts: z.array(part),
  evidence: z.array(text),
  bands: z.strictObject({ low: edge, medium: edge, high: edge }).nullable(),
  rule: rule.nullable(),
})

const priority = { id: text, title: text, summary: text, points: whole }

/** A rubric as it comes from a file, a page or an export, and as its JSON Schema says. Whether its parts add up is for `rubricFaults`. */
export const rubricSchema = z.strictObject({
  id: text,
  title: text,
  version: whole,
  scale: z
    .strictObject({
      perPoint: z.literal([1, 2, 4, 10]),
      best: z.enum(['high', 'low']),
      result: z
        .strictObject({ times: z.int().min(1).max(1_000), decimals: z.literal([0, 1, 2]) })
        .exactOptional(),
    })
    .exactOptional(),
  threshold: whole.exactOptional(),
  totals: z.strictObject({
    criteria: whole,
    rows: whole,
    criteriaPoints: whole,
    priorityPoints: whole,
    points: whole,
  }),
  areas: z.array(z.strictObject({ id: text, title: text, points: whole })),
  criteria: z.array(
    z.strictObject({
      id: text,
      area: text,
      title: text,
      short: text,
      points: whole,
      summary: text,
      rows: z.array(row),
      counted: z.literal(false).exactOptional(),
      threshold: whole.exactOptional(),
    }),
  ),
  priorities: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ ...priority, kind: z.literal('absolute') }),
      z.strictObject({ ...priority, kind: z.literal('competitive'), parts: z.array(part) }),
      z.strictObject({ ...priority, kind: z.literal('invitational') }),
      z.strictObject({
        ...priority,
        kind: z.literal('judged'),
        words: z.strictObject({ yes: text, no: text }),
      }),
    ]),
  ),
})
