export interface PaceLimits {
  readonly framesPerSecond: number
  readonly frameBurst: number
}

/** Bytes that count as one frame more: a full frame takes most of a burst, so that a flood of giants is one too. */
const bytesPerFrame = 8 * 1024

/** A token bucket for the frames of one socket. `take` says whether a frame of so many bytes still fits. */
export function createPace(
  { framesPerSecond, frameBurst }: PaceLimits,
  now: () => number,
): { readonly take: (bytes: number) => boolean } {
  let left = frameBurst
  let at = now()
  return {
    take: (bytes) => {
      const time = now()
      // A clock set back gives nothing, and takes nothing away.
      left = Math.min(frameBurst, left + (Math.max(0, time - at) / 1000) * framesPerSecond)
      at = time
      left -= 1 + bytes / bytesPerFrame
      return left >= 0
    },
  }
}
