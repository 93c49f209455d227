import type { Page } from 'playwright-core'

export interface Frames {
  /** Frames in a second, on average. */
  readonly perSecond: number
  /** Frames that came more than one and a half frames after the one before: a picture was left out. */
  readonly late: number
  /** The longest time between two, in milliseconds. */
  readonly longest: number
  /** Tasks of the page's main thread of 50 ms and more. */
  readonly longTasks: number
}

const frameMs = 1000 / 60

/** Counts the frames of a page for so long, as it asks for each. */
export async function countFrames(page: Page, ms: number): Promise<Frames> {
  const { between, longTasks } = await page.evaluate(
    (lasts) =>
      new Promise<{ between: number[]; longTasks: number }>((resolve) => {
        let tasks = 0
        const watch = new PerformanceObserver((list) => (tasks += list.getEntries().length))
        watch.observe({ type: 'longtask' })
        const times: number[] = []
        const next = (at: number): void => {
          times.push(at)
          if (at - (times[0] ?? at) < lasts) return void requestAnimationFrame(next)
          watch.disconnect()
          resolve({
            between: times.slice(1).map((time, index) => time - (times[index] ?? 0)),
            longTasks: tasks,
          })
        }
        requestAnimationFrame(next)
      }),
    ms,
  )
  const all = between.reduce((sum, time) => sum + time, 0)
  return {
    perSecond: (between.length * 1000) / all,
    late: between.filter((time) => time > frameMs * 1.5).length,
    longest: Math.max(...between),
    longTasks,
  }
}
