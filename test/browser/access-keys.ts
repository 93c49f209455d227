import type { Page } from 'playwright-core'
import { until } from '../harness/until.ts'
import { focusFault } from './access-focus.ts'

/** A control as a screen reader calls it: `textbox "Strengths of (A)(1)"`. */
export interface Called {
  readonly role: string
  readonly name: string
}

/** Somebody who has a keyboard and nothing else. After each key the focus has to be somewhere, and to be seen there. */
export interface KeyboardPerson {
  readonly press: (...keys: readonly string[]) => Promise<void>
  readonly type: (text: string) => Promise<void>
  readonly focused: () => Promise<Called>
  /** Goes on by Tab until something has the focus; fails where that does not come, or where Tab leads nowhere. */
  readonly tabTo: (role: string, name: string | RegExp) => Promise<void>
  readonly tabBackTo: (role: string, name: string | RegExp) => Promise<void>
  /** Waits until something has the focus by itself. */
  readonly arrivesAt: (role: string, name: string | RegExp) => Promise<void>
  /** All that was wrong with the focus so far, each with the key after which it was. */
  readonly faults: readonly string[]
}

/** More than there are on any page. */
const mostTabs = 250

export function keyboardOn(page: Page): KeyboardPerson {
  const faults: string[] = []

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const from = await calledHere(page)
      await page.keyboard.press(key)
      // Beyond the last place and the first is the browser's own frame.
      const left =
        key.endsWith('Tab') && (await page.evaluate(() => document.activeElement === document.body))
      if (left) await page.keyboard.press(key)
      await look(`${key} on ${words(from)}`)
    }
  }

  /** What a key leads to may be drawn a moment later. */
  async function look(after: string): Promise<void> {
    let fault: string | null = null
    const fine = async (): Promise<boolean> => {
      fault = await page.evaluate(focusFault)
      return fault === null
    }
    await until('a focus that can be seen', fine, 1_500).catch(() => faults.push(`After ${after}: ${fault}`))
  }

  async function tab(key: 'Tab' | 'Shift+Tab', role: string, name: string | RegExp): Promise<void> {
    const trail: string[] = []
    for (let turn = 0; turn < mostTabs; turn += 1) {
      const before = await page.evaluateHandle(() => document.activeElement)
      await press(key)
      const stuck = await before.evaluate((element) => element === document.activeElement)
      const now = await calledHere(page)
      trail.push(words(now))
      if (stuck) throw new Error(`${key} leads nowhere from ${words(now)}.`)
      if (isCalled(now, role, name)) return
    }
    throw new Error(`${key} does not lead to ${role} ${String(name)}: ${trail.join(', ')}`)
  }

  return {
    press,
    type: async (text) => {
      await page.keyboard.type(text)
      await look(`typing "${text}"`)
    },
    focused: () => calledHere(page),
    tabTo: (role, name) => tab('Tab', role, name),
    tabBackTo: (role, name) => tab('Shift+Tab', role, name),
    arrivesAt: async (role, name) => {
      let now: Called = { role: '', name: '' }
      const there = async (): Promise<boolean> => {
        now = await calledHere(page)
        return isCalled(now, role, name)
      }
      await until(`the focus on ${role} ${String(name)}`, there, 10_000).catch((error: unknown) => {
        throw new Error(`${String(error)}; it is on ${words(now)}`)
      })
      await look(`arriving at ${words(now)}`)
    },
    faults,
  }
}

/** What has the focus, by its role and name in the accessibility tree. */
async function calledHere(page: Page): Promise<Called> {
  const session = await page.context().newCDPSession(page)
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
    if (result.objectId === undefined) return { role: '', name: '' }
    const { nodes } = await session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    })
    return { role: String(nodes[0]?.role?.value ?? ''), name: String(nodes[0]?.name?.value ?? '') }
  } finally {
    await session.detach()
  }
}

function isCalled(now: Called, role: string, name: string | RegExp): boolean {
  return now.role === role && (typeof name === 'string' ? now.name === name : name.test(now.name))
}

function words({ role, name }: Called): string {
  return `${role} "${name}"`
}
