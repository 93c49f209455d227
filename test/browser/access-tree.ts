import type { Locator } from 'playwright-core'

/** What a screen reader is told of something: its role, name, description and what else is known of it. */
export interface Told {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly value: string
  /** As the tree calls them: `valuemin`, `valuemax`, `invalid`, `multiline`, `readonly`, `live`. */
  readonly states: Readonly<Record<string, unknown>>
}

/** Asks the accessibility tree of the browser about an element. */
export async function toldOf(place: Locator): Promise<Told> {
  const session = await place.page().context().newCDPSession(place.page())
  const mark = 'data-asked-about'
  try {
    await place.evaluate((element, name) => element.setAttribute(name, ''), mark)
    const { result } = await session.send('Runtime.evaluate', {
      expression: `document.querySelector('[${mark}]')`,
    })
    await place.evaluate((element, name) => element.removeAttribute(name), mark)
    if (result.objectId === undefined) throw new Error('It is not on the page.')
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    })
    const [node] = nodes
    return {
      role: String(node?.role?.value ?? ''),
      name: String(node?.name?.value ?? ''),
      description: String(node?.description?.value ?? ''),
      value: String(node?.value?.value ?? ''),
      states: Object.fromEntries((node?.properties ?? []).map(({ name, value }) => [name, value.value])),
    }
  } finally {
    await session.detach()
  }
}
