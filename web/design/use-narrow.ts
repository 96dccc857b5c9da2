import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window is no wider than so many rem; than a phone, unless told. */
export function useNarrow(rem = 40): boolean {
  const query = `(width <= ${rem}rem)`
  const subscribe = useCallback(
    (changed: () => void) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
