/**
 * Sheds requests when answering them would only make everybody wait: too many at once, or an event loop that
 * is late second after second. One hiccup is no overload. Both pass by themselves, and so does the shedding.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'

export type OverloadLimits = {
  readonly mostInFlight: number
  /** Mean lateness of the event loop over the last second, in milliseconds. */
  readonly longestDelay: number
}

export const overloadLimits: OverloadLimits = { mostInFlight: 600, longestDelay: 500 }

/** Pages for everybody give way before those who are signed in. */
export const publicLimits: OverloadLimits = { mostInFlight: 150, longestDelay: 250 }

export type OverloadGuard = {
  /** False: answer 503 now. True: the request is counted until `leave`. */
  readonly enter: () => boolean
  readonly leave: () => void
  readonly inFlight: () => number
  readonly stop: () => void
}

export function guardOverload(limits: OverloadLimits): OverloadGuard {
  const resolution = 20
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  let inFlight = 0
  let lateSeconds = 0
  const look = setInterval(() => {
    const late = delay.count > 0 && delay.mean / 1e6 - resolution > limits.longestDelay
    lateSeconds = late ? lateSeconds + 1 : 0
    delay.reset()
  }, 1000)
  look.unref()
  return {
    enter() {
      if (lateSeconds >= 2 || inFlight >= limits.mostInFlight) return false
      inFlight += 1
      return true
    },
    leave() {
      inFlight -= 1
    },
    inFlight: () => inFlight,
    stop() {
      clearInterval(look)
      delay.disable()
    },
  }
}
