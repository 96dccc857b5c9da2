/** Whether the browser has promised to keep what lies on this device, also when its space runs out. */
import { useEffect, useState } from 'react'

let asked = false

/** Asks once for a visit, when there is something worth keeping; some browsers then ask the person. */
export function askToKeep(): void {
  if (asked) return
  asked = true
  void window.navigator.storage?.persist?.().catch(() => false)
}

/** Undefined until it is known. */
export function useIsKept(): { readonly isKept: boolean | undefined; readonly ask: () => void } {
  const [isKept, setIsKept] = useState<boolean>()
  useEffect(() => {
    const storage = window.navigator.storage
    const known = storage?.persisted?.() ?? Promise.resolve(false)
    known.then(setIsKept, () => setIsKept(false))
  }, [])
  const ask = (): void => {
    const answer = window.navigator.storage?.persist?.() ?? Promise.resolve(false)
    answer.then(setIsKept, () => setIsKept(false))
  }
  return { isKept, ask }
}
