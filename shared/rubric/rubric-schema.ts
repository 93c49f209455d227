import { z } from 'zod'
import { longestBoxId, longestId, mostUnits } from './rubric-limits.ts'

const whole = z.int().min(0).max(mostUnits)
const units = whole.describe('In units of the scale’s step: with halves, 7 is 3.5 points.')
const text = z.string().max(20_000)
const id = named('Unique; answers, files and exports name the part by it. Kept by every later version.')
const title = text.describe('The full title.')
const short = text.describe('The title where there is little room: in lists and tables.')
const edge = z.tuple([whole, whole]).describe('From and to, both included, in units.')
const part = z
  .strictObject({ label: text.describe('As “(a)”.'), text: text.describe('What it asks.') })
  .describe('A lettered part of what is asked.')
const parts = z.array(part).describe('Lettered parts of what is asked, in their order.')
const least = units.describe('The least that can be given, in units; 0 where it is left out.')

const rule = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('elements'),
        each: units.describe('What one element gives, in units. All of them together are the maximum.'),
        elements: z
          .array(
            z.strictObject({
              id: named('Unique in the row, and not “none”.', longestBoxId),
              title: text.describe('What is in place.'),
            }),
          )
          .describe('Each is ticked or not.'),
        text: text.describe('The rule in words.'),
      })
      .describe('Points for each element that is in place.'),
    z
      .strictObject({
        kind: z.literal('choice'),
        choices: z
          .array(z.strictObject({ points: units, when: text.describe('When they are given.') }))
          .describe('At least two; only these points can be given.'),
        text: text.describe('The rule in words.'),
      })
      .describe('Only certain points can be given.'),
    z
      .strictObject({
        kind: z.literal('guidance'),
        text: text.describe('The guidance in words.'),
        bands: z
          .array(
            z.strictObject({
              band: z.enum(['low', 'medium', 'high', 'zero']).describe('A band, or zero for no points.'),
              when: text.describe('When it is so.'),
            }),
          )
          .describe('What is said of a level; a level that nothing is said of is left out.'),
        noMedium: z
          .literal(true)
          .describe('Medium points bring a warning, since the notice gives none.')
          .exactOptional(),
        conflict: text
          .describe('Where the notice contradicts itself: both readings and the staff’s ruling.')
          .exactOptional(),
      })
      .describe('Shown beside the points; may warn, and never blocks.'),
  ])
  .describe('What fixes or guides the points of a row.')

const row = z
  .strictObject({
    id: named('Unique among rows. The id of its criterion where that is not divided.'),
    label: text.describe('Under its criterion, as “(ii)”; empty for a criterion that is its own only row.'),
    title,
    short,
    max: units.describe('The most that can be given, in units.'),
    min: least.exactOptional(),
    summary: text.describe('What it asks.'),
    parts,
    evidence: z.array(text).describe('What the applicant was asked to show.'),
    bands: z
      .strictObject({ low: edge, medium: edge, high: edge })
      .nullable()
      .describe(
        'The printed ranges, a guide and no limit: together they cover the row without a gap. Low is the weakest, also where 1 is best. Null where none are printed.',
      ),
    rule: rule.nullable().describe('Null where any points of the range can be given.'),
  })
  .describe('What a reviewer scores.')

const points = units.describe('What the priority adds, all or nothing; 0 for every kind but competitive.')
const priority = { id, title, summary: text.describe('What it asks.'), points }

/**
 * A rubric as it comes from a page, an export or a journal. Whether its parts add up is for `rubricFaults`; so is how long ids may be,
 * since a journal from before they were bounded is read as it was.
 */
export const rubricSchema = z.strictObject({
  id: named('What exports and files call the rubric.'),
  title: text.meta({ description: 'What people call it.', minLength: 1 }),
  version: whole.meta({
    description: 'Counts up from 1; each version of a rubric in use is one further.',
    minimum: 1,
  }),
  scale: z
    .strictObject({
      perPoint: z
        .literal([1, 2, 4, 10])
        .describe('How many units make a point: 1 for whole points, 2 for halves, 4 quarters, 10 tenths.'),
      best: z.enum(['high', 'low']).describe('Which end is the better one; low where 1 is best.'),
      result: z
        .strictObject({
          times: z.int().min(1).max(1_000).describe('1 for the mean itself.'),
          decimals: z.literal([0, 1, 2]).describe('How many decimals are shown; a half goes up.'),
        })
        .describe('How a result is told: the mean in points, times so much, to so many decimals.')
        .exactOptional(),
    })
    .describe('Left out for whole points of which more are better.')
    .exactOptional(),
  threshold: units.describe('What an application’s score must reach, in units.').exactOptional(),
  totals: z
    .strictObject({
      criteria: whole.describe('How many criteria there are.'),
      rows: whole.describe('How many rows there are.'),
      criteriaPoints: units.describe('The points of the criteria that count, in units.'),
      priorityPoints: units.describe('The points of the priorities, in units.'),
      points: units.describe('Both together, in units.'),
    })
    .describe('Stated so that a file that lost a part is noticed: a rubric whose sums differ is refused.'),
  areas: z
    .array(
      z.strictObject({
        id: named('Unique among areas, as “A”.'),
        title,
        points: units.describe('The points of all its criteria, in units.'),
      }),
    )
    .describe('Under which criteria stand together, in their order.'),
  criteria: z
    .array(
      z
        .strictObject({
          id,
          area: text.describe('The id of its area.'),
          title,
          short,
          points: units.describe('The maxima of its rows together, in units.'),
          summary: text.describe('What the criterion asks as a whole.'),
          rows: z.array(row).describe('At least one; a criterion that is not divided has itself as its row.'),
          counted: z
            .literal(false)
            .describe('Its points explain the total and are no part of it.')
            .exactOptional(),
          threshold: units.describe('What the mean of its points must reach, in units.').exactOptional(),
        })
        .describe('A selection criterion: strengths and weaknesses are written for it as a whole.'),
    )
    .describe('In the order in which they are scored.'),
  priorities: z
    .array(
      z.discriminatedUnion('kind', [
        z
          .strictObject({ ...priority, kind: z.literal('absolute') })
          .describe('Met or not met; not met takes the application out.'),
        z
          .strictObject({ ...priority, kind: z.literal('competitive'), parts })
          .describe('All of its points or none, by a vote of the panel. One at most.'),
        z.strictObject({ ...priority, kind: z.literal('invitational') }).describe('For comment only.'),
        z
          .strictObject({
            ...priority,
            kind: z.literal('judged'),
            words: z
              .strictObject({
                yes: text.describe('As “Sufficient”.'),
                no: text.describe('As “Not sufficient”.'),
              })
              .describe('What the two answers are called.'),
          })
          .describe('Judged yes or no with reasons, without points and without a vote.'),
      ]),
    )
    .describe('In their order; empty where there are none.'),
})

/** A rubric as a file, and as its JSON Schema says: what tells an editor where that schema is may stand in it, and is no part of the rubric. */
export const rubricFileSchema = z
  .strictObject({
    $schema: z
      .string()
      .max(2_000)
      .describe('Where this schema is, for editors. No part of the rubric, nor of its hash.')
      .exactOptional(),
    ...rubricSchema.shape,
  })
  .meta({ title: 'Rubric of Panelroom' })

/** An id, with what `rubricFaults` asks of it for whoever writes by the JSON Schema. */
function named(description: string, longest: number = longestId) {
  return text.meta({ description, minLength: 1, maxLength: longest })
}
