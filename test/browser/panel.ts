import type { Page } from 'playwright-core'
import type { House } from './house.ts'

/** Everybody who sits on one application, each in a tab. */
export interface Panel {
  readonly house: House
  readonly applicant: string
  /** Five reviewers, in the order of their numbers. */
  readonly reviewers: readonly Page[]
  readonly reviewer: (number: number) => Page
  readonly monitor: Page
  readonly staff: Page
  readonly everybody: readonly Page[]
}

/** Sits down in all seven seats, one after the other. */
export async function openPanel(house: House, applicant: string): Promise<Panel> {
  const labels = [1, 2, 3, 4, 5].map((number) => `Reviewer ${number}`)
  const everybody = await house.sit(...labels, 'Panel monitor', 'Program staff')
  const reviewers = everybody.slice(0, 5)
  const [monitor, staff] = everybody.slice(5)
  if (!monitor || !staff) throw new Error('A tab did not open.')
  return {
    house,
    applicant,
    reviewers,
    reviewer: (number) => {
      const page = reviewers[number - 1]
      if (!page) throw new Error(`There is no reviewer ${number}.`)
      return page
    },
    monitor,
    staff,
    everybody,
  }
}

/** Lets several people do the same at once. */
export async function together<Item, Done>(
  people: readonly Item[],
  act: (person: Item, place: number) => Promise<Done>,
): Promise<readonly Done[]> {
  return Promise.all(people.map(act))
}
