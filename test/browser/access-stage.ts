import type { Page } from 'playwright-core'
import { sendFile, addedBy } from '../harness/documents.ts'
import { madePdf } from '../harness/made-files-pdf.ts'
import { seatsOn, type SeatsOn } from '../harness/running-server.ts'
import { noteSmoothScrolls } from './access-look.ts'
import { openHouseOf, type House } from './house.ts'
import { serveBehindLine, type ServingBehindLine } from './line.ts'

/** A house for looking at screens: whoever is needed sits down once. */
export interface AccessStage {
  readonly house: House<ServingBehindLine>
  /** Other people, and the same ones elsewhere, on a line that holds. */
  readonly direct: SeatsOn
  /** The tab of a seat. */
  readonly sit: (label: string) => Promise<Page>
  /** The title of the PDF that Massachusetts has. */
  readonly narrative: string
  readonly close: () => Promise<void>
}

/** A screen in a state, and the way to it from where the one before it has left the stage. */
export interface Screen {
  readonly name: string
  readonly reach: (stage: AccessStage) => Promise<Page>
}

/** Opens a house in which less motion is wanted, Massachusetts has a PDF, and reviewer 2 is on the far side of a line. */
export async function openStage(): Promise<AccessStage> {
  const house = await openHouseOf(await serveBehindLine('Reviewer 2'), { reducedMotion: 'reduce' })
  await noteSmoothScrolls(house.context)
  const direct = seatsOn(house.serving.direct)
  const narrative = 'Narrative'
  addedBy(
    await sendFile(direct.port, {
      cookie: await direct.signIn('staff'),
      review: 'massachusetts.1.1',
      name: 'narrative.pdf',
      said: { title: narrative, kind: 'narrative' },
      content: await narrativePdf(),
    }),
  )
  const tabs = new Map<string, Promise<Page>>()
  return {
    house,
    direct,
    narrative,
    sit: (label) => {
      const tab =
        tabs.get(label) ?? house.sit(label).then(([page]) => page ?? Promise.reject(new Error('No tab.')))
      tabs.set(label, tab)
      return tab
    },
    close: async () => {
      direct.closeSeats()
      await house.close()
    },
  }
}

/** A PDF: pages with a marker of a criterion at the head of each. */
export function narrativePdf(): Promise<Uint8Array> {
  const criteria = ['(A)(1)', '(A)(2)', '(A)(3)', '(B)(1)', '(B)(2)', '(B)(3)', '(C)(1)', '(C)(2)']
  const named = ['Reform agenda', 'Standards and assessments', 'Data systems']
  const sentence =
    'Each district that signed has named who answers for the work, by when, and with what money. '
  return madePdf(
    criteria.map((criterion, at) => [
      { text: `${criterion} ${named[at % named.length]}`, size: 16, bold: true },
      ...Array.from({ length: 5 }, (_, paragraph) => `${at + 1}.${paragraph + 1}. ${sentence.repeat(4)}`),
    ]),
  )
}
